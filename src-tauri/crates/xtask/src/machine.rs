//! What a machine needs before anything can be built or tested, and how it gets it.
//!
//! On Debian and its family the missing packages are installed when that needs no password; everywhere else
//! the exact line to type is printed and nothing is touched. Rust and Node are asked for, never installed.

use crate::process::{answer, command, must, on_path, succeeds};
use crate::steps::{Done, Steps, Stop};

/// A set of things that some part of the project needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// To build the app.
    Build,
    /// To drive the real window without a screen.
    Window,
    /// To drive the pages in Chromium.
    Browser,
    /// To read what the app writes with other people's programs.
    Readers,
    /// To install the packages in a clean Debian and look at them there.
    Bundle,
}

impl Need {
    fn debian(self) -> &'static [&'static str] {
        match self {
            Self::Build => &[
                "build-essential",
                "pkg-config",
                "libwebkit2gtk-4.1-dev",
                "libgtk-3-dev",
                "libsoup-3.0-dev",
                "librsvg2-dev",
                "libxdo-dev",
            ],
            Self::Window => &["xvfb", "xauth", "dbus", "dbus-x11", "webkit2gtk-driver"],
            Self::Browser => &["chromium", "chromium-driver"],
            Self::Readers => {
                &["poppler-utils", "python3", "python3-openpyxl", "python3-pil", "libreoffice-calc"]
            }
            Self::Bundle => {
                &["debootstrap", "rpm", "x11-utils", "x11-apps", "desktop-file-utils", "appstream"]
            }
        }
    }

    /// The same for the package tools whose lines we only print: dnf, pacman, zypper.
    fn elsewhere(self, tool: &str) -> &'static [&'static str] {
        match (self, tool) {
            (Self::Build, "dnf") => &[
                "gcc",
                "make",
                "pkgconf",
                "webkit2gtk4.1-devel",
                "gtk3-devel",
                "libsoup3-devel",
                "librsvg2-devel",
                "libxdo-devel",
            ],
            (Self::Build, "pacman") => {
                &["base-devel", "webkit2gtk-4.1", "gtk3", "libsoup3", "librsvg", "xdotool"]
            }
            (Self::Build, _) => &[
                "gcc",
                "make",
                "pkg-config",
                "webkit2gtk3-devel",
                "gtk3-devel",
                "libsoup-devel",
                "librsvg-devel",
                "xdotool-devel",
            ],
            (Self::Window, "dnf") => &["xorg-x11-server-Xvfb", "xauth", "dbus-x11", "webkit2gtk4.1"],
            (Self::Window, "pacman") => &["xorg-server-xvfb", "xorg-xauth", "dbus", "webkit2gtk-4.1"],
            (Self::Window, _) => &["xvfb-run", "xauth", "dbus-1-x11", "webkit2gtk3-minibrowser"],
            (Self::Browser, "zypper") => &["chromium", "chromedriver"],
            (Self::Browser, "dnf") => &["chromium", "chromedriver"],
            (Self::Browser, _) => &["chromium"],
            (Self::Readers, "dnf") => {
                &["poppler-utils", "python3", "python3-openpyxl", "python3-pillow", "libreoffice-calc"]
            }
            (Self::Readers, "pacman") => {
                &["poppler", "python", "python-openpyxl", "python-pillow", "libreoffice-still"]
            }
            (Self::Readers, _) => {
                &["poppler-tools", "python3", "python3-openpyxl", "python3-Pillow", "libreoffice-calc"]
            }
            // Its suite is refused before anything is asked for: a clean Debian is made on a Debian.
            (Self::Bundle, _) => &[],
        }
    }

    /// The programs by which we know, without a package tool, that a need is met.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Build => &["cc", "pkg-config"],
            Self::Window => &["Xvfb", "dbus-run-session", "WebKitWebDriver"],
            Self::Browser => &["chromedriver"],
            Self::Readers => &["pdftotext", "python3", "soffice"],
            Self::Bundle => &[],
        }
    }
}

/// The libraries the window is made of, as pkg-config names them.
const LIBRARIES: [&str; 4] = ["webkit2gtk-4.1", "gtk+-3.0", "libsoup-3.0", "librsvg-2.0"];

/// Makes sure that this machine has what `needs` say, or stops with the line that would get it.
pub(crate) fn prepare(needs: &[Need], steps: &mut Steps) -> Done {
    steps.step("machine", "what has to be installed before we begin", || {
        node()?;
        match std::env::consts::OS {
            "linux" if has_apt() => debian(needs),
            "linux" => other_linux(needs),
            "macos" => macos(needs),
            "windows" => windows(needs),
            other => Err(Stop::failed(
                format!("we do not know how to build on {other}"),
                "Linux, macOS and Windows are the systems we know.",
            )),
        }
    })
}

/// rustfmt and clippy come with rustup, but not in its smallest profile.
pub(crate) fn rust_components() -> Done {
    let missing: Vec<&str> = [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")]
        .into_iter()
        .filter(|(_, program)| !succeeds(program, &["--version"]))
        .map(|(component, _)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if on_path("rustup") {
        return must(command("rustup").args(["component", "add"]).args(missing));
    }
    Err(Stop::failed(
        format!("missing parts of Rust: {}", missing.join(", ")),
        "Install them as you installed Rust (on Debian: apt-get install rustfmt rust-clippy).",
    ))
}

fn node() -> Done {
    let version = answer("node", &["--version"]).unwrap_or_default();
    let major: u32 =
        version.trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok()).unwrap_or(0);
    let npm = if cfg!(windows) { succeeds("npm.cmd", &["--version"]) } else { on_path("npm") };
    if major >= 20 && npm {
        println!("   Node {version}");
        return Ok(());
    }
    let found =
        if version.is_empty() { "none was found".to_owned() } else { format!("found {version}, npm: {npm}") };
    Err(Stop::failed(
        format!("Node 20 or newer with npm is needed to build the pages ({found})"),
        "Get it from https://nodejs.org and start again.",
    ))
}

fn debian(needs: &[Need]) -> Done {
    let missing: Vec<&str> =
        needs.iter().flat_map(|need| need.debian()).copied().filter(|name| !installed(name)).collect();
    if missing.is_empty() {
        println!("   every package is here");
        return Ok(());
    }
    println!("   missing: {}", missing.join(" "));
    let root = is_root();
    if !root && !is_root_or_may_be() {
        return Err(type_this("sudo apt-get install -y", &missing));
    }
    let apt = |arguments: &[&str]| {
        let mut line = if root { command("env") } else { command("sudo") };
        if !root {
            line.args(["-n", "env"]);
        }
        line.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]).args(arguments);
        line
    };
    // A stale list is no reason to stop: the installation says better what is wrong.
    let _ = must(&mut apt(&["update"]));
    must(apt(&["install", "-y", "--no-install-recommends"]).args(&missing))
        .map_err(|_| type_this("sudo apt-get install -y", &missing))
}

/// Whether this is Debian or of its family.
pub(crate) fn has_apt() -> bool {
    on_path("apt-get") && on_path("dpkg-query")
}

fn is_root() -> bool {
    answer("id", &["-u"]).as_deref() == Some("0")
}

/// Whether something can be done as root without asking for a password.
pub(crate) fn is_root_or_may_be() -> bool {
    is_root() || succeeds("sudo", &["-n", "true"])
}

fn installed(package: &str) -> bool {
    answer("dpkg-query", &["-W", "-f=${db:Status-Status}", package]).as_deref() == Some("installed")
}

fn other_linux(needs: &[Need]) -> Done {
    let complete = needs.iter().all(|need| {
        need.programs().iter().all(|program| on_path(program))
            && match need {
                Need::Build => succeeds("pkg-config", &[&["--exists"], LIBRARIES.as_slice()].concat()),
                Need::Readers => openpyxl("python3"),
                _ => true,
            }
    });
    if complete {
        println!("   every library and program is here");
        return Ok(());
    }
    let (tool, line) = [
        ("dnf", "sudo dnf install"),
        ("pacman", "sudo pacman -S --needed"),
        ("zypper", "sudo zypper install"),
    ]
    .into_iter()
    .find(|(tool, _)| on_path(tool))
    .unwrap_or(("apt", "sudo apt-get install -y"));
    let names: Vec<&str> = needs
        .iter()
        .flat_map(|need| if tool == "apt" { need.debian() } else { need.elsewhere(tool) })
        .copied()
        .collect();
    Err(type_this(line, &names))
}

fn macos(needs: &[Need]) -> Done {
    if !succeeds("xcode-select", &["-p"]) {
        return Err(Stop::failed(
            "Apple's command line tools are missing",
            "Type this, then start again:\n  xcode-select --install",
        ));
    }
    if needs.contains(&Need::Browser) && !on_path("chromedriver") {
        return Err(type_this("brew install --cask", &["chromium", "chromedriver"]));
    }
    if needs.contains(&Need::Readers) {
        if !(on_path("pdftotext") && on_path("soffice")) {
            return Err(type_this("brew install", &["poppler", "libreoffice"]));
        }
        if !openpyxl("python3") {
            return Err(type_this("python3 -m pip install --user", &["openpyxl", "pillow"]));
        }
    }
    Ok(())
}

fn windows(needs: &[Need]) -> Done {
    let linker = answer("rustc", &["-vV"]).is_some_and(|text| text.contains("-gnu")) || visual_studio();
    if !linker {
        return Err(Stop::failed(
            "Microsoft's C++ build tools are missing",
            "Type this, choose \"Desktop development with C++\", then start again:\n  winget install Microsoft.VisualStudio.2022.BuildTools",
        ));
    }
    if !webview2() {
        return Err(Stop::failed(
            "the WebView2 runtime is missing (it comes with Windows 11)",
            "Type this, then start again:\n  winget install Microsoft.EdgeWebView2Runtime",
        ));
    }
    if needs.contains(&Need::Browser) && !on_path("chromedriver") {
        return Err(type_this("winget install", &["Chromium.ChromeDriver"]));
    }
    if needs.contains(&Need::Readers) {
        if !on_path("pdftotext") {
            return Err(type_this("winget install", &["oschwartz10612.Poppler"]));
        }
        if !(on_path("soffice") || libre_office()) {
            return Err(type_this("winget install", &["TheDocumentFoundation.LibreOffice"]));
        }
        if !openpyxl("python") {
            return Err(Stop::failed(
                "Python with openpyxl and Pillow is missing",
                "Type this, then start again:\n  winget install Python.Python.3.13\n  python -m pip install openpyxl pillow",
            ));
        }
    }
    Ok(())
}

/// It installs itself beside the PATH.
fn libre_office() -> bool {
    let base = std::env::var("ProgramFiles").unwrap_or_default();
    std::path::Path::new(&base).join(r"LibreOffice\program\soffice.exe").is_file()
}

/// Whether a Python reads spreadsheets, and the pictures in them: without Pillow, openpyxl finds none and says nothing.
fn openpyxl(python: &str) -> bool {
    succeeds(python, &["-c", "import openpyxl, PIL"])
}

fn visual_studio() -> bool {
    let base = std::env::var("ProgramFiles(x86)").unwrap_or_default();
    let finder = format!("{base}\\Microsoft Visual Studio\\Installer\\vswhere.exe");
    let tools = "Microsoft.VisualStudio.Component.VC.Tools.x86.x64";
    answer(&finder, &["-products", "*", "-requires", tools, "-property", "installationPath"])
        .is_some_and(|path| !path.is_empty())
}

/// Microsoft documents this key, machine-wide and per user, as the sign that the runtime is installed.
fn webview2() -> bool {
    let client = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    [r"HKLM\SOFTWARE\WOW6432Node\", r"HKLM\SOFTWARE\", r"HKCU\Software\"]
        .iter()
        .any(|root| succeeds("reg", &["query", &format!("{root}{client}"), "/v", "pv"]))
}

fn type_this(line: &str, names: &[&str]) -> Stop {
    Stop::failed(
        "this machine misses some packages",
        format!("Type this, then start again:\n  {line} {}", names.join(" ")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_has_names_for_every_package_tool() {
        for need in [Need::Build, Need::Window, Need::Browser, Need::Readers] {
            assert!(!need.debian().is_empty());
            for tool in ["dnf", "pacman", "zypper"] {
                assert!(!need.elsewhere(tool).is_empty(), "{need:?} would print an empty line for {tool}");
            }
        }
    }
}
