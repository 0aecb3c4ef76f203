//! The packages that people install, as people get them: a Debian in which nothing was installed before takes the
//! `.deb` with what apt finds for it, another the `.rpm` with what its sonames ask for; there the program answers
//! and its window shows the pages. And what a package declares is compared with what its program needs, so that no
//! list can grow old. It reads packages by dpkg and rpm, never by what the bundler says of them.
//!
//! `cargo xtask test bundle` makes the packages first.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a journey stops where it stands, and says what it saw"
)]

mod mirror;
mod packages;
mod root;
mod seen;

use std::process::Command;
use std::time::Duration;

use ql_tests::screen::Screen;
use ql_tests::{place, wait_for};
use root::{Root, as_root};
use serde_json::Value;

#[test]
fn the_deb_declares_what_its_program_needs_and_nothing_else() {
    let declared = packages::debian_depends();
    let needed = packages::needed();
    let owners: Vec<String> = needed.iter().map(|soname| packages::plain(&packages::owner(soname))).collect();
    for (soname, owner) in needed.iter().zip(&owners) {
        assert!(
            declared.iter().any(|one| one.names.contains(owner)),
            "the program needs {soname}, which is in {owner}: add it to bundle.linux.deb.depends of tauri.conf.json"
        );
    }
    for one in &declared {
        assert!(
            one.names.iter().any(|name| owners.contains(name)),
            "nothing in the program needs {:?}: take it out of bundle.linux.deb.depends",
            one.names
        );
    }
    let newest = packages::newest_glibc();
    assert!(
        declared.iter().any(|one| one.names == ["libc6"] && one.version == newest),
        "the package must say that the C library must be {newest} or newer: {declared:?}"
    );
}

#[test]
fn the_rpm_requires_the_sonames_its_program_needs_and_no_package_of_one_distribution() {
    let required = packages::rpm_requires();
    let mut sonames: Vec<&str> =
        required.iter().filter_map(|one| one.split_once('(')).map(|one| one.0).collect();
    sonames.sort_unstable();
    sonames.dedup();
    let mut needed = packages::needed();
    needed.sort_unstable();
    assert_eq!(sonames, needed, "bundle.linux.rpm.depends of tauri.conf.json must be what the program needs");
    // Fedora and openSUSE name their packages differently; a soname with its width is the same for both.
    for one in &required {
        assert!(
            one.ends_with("(64bit)"),
            "{one} is the name of a package, which another distribution does not have"
        );
    }
}

#[test]
fn the_deb_installs_starts_and_leaves_in_a_clean_debian() {
    let Some(root) = Root::fresh("deb") else { return };
    root.take_in(&packages::file("deb"), "/tmp/quartier-libre.deb");
    root.install(&["/tmp/quartier-libre.deb"]);
    assert_files(&root);
    assert_starts(&root);
    root.run(&["apt-get", "purge", "-y", "quartier-libre"]);
    for left in ["usr/bin/quartier-libre", "usr/lib/quartier-libre", "usr/share/doc/quartier-libre"] {
        assert!(!root.path(left).exists(), "/{left} is still there after the package was removed");
    }
}

#[test]
fn the_rpm_starts_with_what_its_sonames_ask_for() {
    let Some(root) = Root::fresh("rpm") else { return };
    // No repository of Fedora is at hand here: Debian's package of each soname stands in for it.
    let mut owners: Vec<String> = packages::needed().iter().map(|soname| packages::owner(soname)).collect();
    owners.sort();
    owners.dedup();
    let owners: Vec<&str> = owners.iter().map(String::as_str).collect();
    root.install(&owners);
    // Debian's rpm asks for this word: it would rather see another program used on a Debian.
    let mut rpm = as_root("rpm");
    rpm.arg("--root").arg(root.path("")).args(["--force-debian", "--nodeps", "--install"]);
    root::must(rpm.arg(packages::file("rpm")));
    assert_files(&root);
    assert_starts(&root);
}

/// What other programs read of us: the menu's entry, the entry in the software shop; and the licences.
fn assert_files(root: &Root) {
    let (packed, built) =
        (std::fs::read(root.path("usr/bin/quartier-libre")).unwrap(), std::fs::read(place::app()).unwrap());
    assert!(
        packed == built,
        "the package holds another program than the app: run `cargo xtask bundle --debug`"
    );
    let entry = root.path("usr/share/applications/quartier-libre.desktop");
    root::must(Command::new("desktop-file-validate").arg(&entry));
    let shop = root.path("usr/share/metainfo/org.quartier-libre.desktop.metainfo.xml");
    root::must(Command::new("appstreamcli").args(["validate", "--no-net", "--explain"]).arg(shop));
    for size in ["32x32", "128x128", "256x256", "512x512"] {
        let icon = root.path(&format!("usr/share/icons/hicolor/{size}/apps/quartier-libre.png"));
        assert!(icon.is_file(), "no icon of {size} for the menu");
    }
    for folder in ["", "assets/fonts", "assets/icons"] {
        for file in place::root().join(folder).read_dir().unwrap().flatten() {
            let name = file.file_name().into_string().unwrap();
            if ["LICENSE-", "OFL-", "ISC-"].iter().any(|start| name.starts_with(start)) {
                let there = root.path(&format!("usr/lib/quartier-libre/licences/{name}"));
                assert!(there.is_file(), "{name} is not in the package: add it to bundle.resources");
            }
        }
    }
    // What others wrote: a library of the program, one of the pages, C inside a library; and what their texts say.
    let others =
        std::fs::read_to_string(root.path("usr/lib/quartier-libre/licences/third-party.txt")).unwrap();
    for said in ["\ntypst-layout ", "\n## svelte ", "Microsoft Corporation, Daan Leijen"] {
        assert!(others.contains(said), "the notices do not say {said:?}");
    }
}

fn assert_starts(root: &Root) {
    let version = root.run_as_person(&["quartier-libre", "--version"]);
    assert_eq!(version.trim(), concat!("quartier-libre ", env!("CARGO_PKG_VERSION")));
    let with = ["quartier-libre", "--json", "--workspace", "/tmp/a.qlibre"];
    let told = root.run_as_person(&[&with[..], &["demo"]].concat());
    let demo: Value = serde_json::from_str(&told).unwrap();
    let films = root.run_as_person(&[&with[..], &["films"]].concat());
    let films: Value = serde_json::from_str(&films).unwrap();
    assert_eq!(films["films"][0]["id"], demo["film"], "the demo film is in the workspace: {demo} {films}");

    let screen = Screen::start();
    let display = seen::display(&screen);
    let window = root.start_as_person(&["quartier-libre", "--workspace", "/tmp/a.qlibre"], &display);
    let class = wait_for("a window called Quartier Libre", Duration::from_secs(60), || {
        assert!(window.lives(), "the program ended before its window came");
        seen::window(&screen, "Quartier Libre")
    });
    let entry = std::fs::read_to_string(root.path("usr/share/applications/quartier-libre.desktop")).unwrap();
    assert!(
        entry.contains(&format!("StartupWMClass={class}\n")),
        "the menu's entry must know its window by its class, {class}"
    );
    // Letters have soft edges: a page that was drawn has many colours, an empty window has one.
    let picture = wait_for("the window shows the pages", Duration::from_secs(60), || {
        assert!(window.lives(), "the program ended before its window showed anything");
        Some(seen::picture(&screen)).filter(|picture| seen::colours(picture) > 60)
    });
    let kept = place::screen(&format!("bundle-{}", root.name())).with_extension("xwd");
    std::fs::write(kept, picture).unwrap();
}
