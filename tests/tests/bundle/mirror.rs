//! Where this machine takes its Debian packages from. A clean Debian takes them from the same place: what is near,
//! allowed and signed for one is so for the other.

use std::process::Command;

/// Where packages come from, as lines of `sources.list` have it.
pub struct Mirror {
    /// The codename of the release, `bookworm`.
    pub release: String,
    /// The address that a first root is made from.
    pub address: String,
    /// Its parts, with commas: `main,universe`.
    pub components: String,
    /// All of `sources.list`: the release itself, its updates and its security.
    pub sources: String,
    /// The settings of apt without which this machine would reach nothing either: proxies, clocks.
    pub settings: String,
}

/// Reads what apt itself made of its sources, in whichever of its two formats they are written.
pub fn of_this_machine() -> Mirror {
    let system = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let value = |name: &str| {
        let line = system.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        line.map(|value| value.trim_matches('"').to_owned()).unwrap_or_default()
    };
    let (id, release) = (value("ID"), value("VERSION_CODENAME"));
    let targets = said(
        "apt-get",
        &[
            "indextargets",
            "--format",
            "$(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN)",
            "Created-By: Packages",
        ],
    );
    let mut lines: Vec<Line> = targets.lines().filter_map(|line| read(line, &id, &release)).collect();
    if !lines.iter().any(|line| line.suite == release) {
        // Such as `mirror+file:`, which debootstrap cannot read.
        let main =
            Line { address: usual(&id).to_owned(), suite: release.clone(), component: "main".to_owned() };
        lines = vec![main];
    }
    let first =
        lines.iter().find(|line| line.suite == release).expect("added just above when there was none");
    let address = first.address.clone();
    let of_first = lines.iter().filter(|line| line.suite == release && line.address == address);
    let mut components: Vec<&str> = of_first.map(|line| line.component.as_str()).collect();
    components.dedup();
    let source = |line: &Line| format!("deb {} {} {}\n", line.address, line.suite, line.component);
    let settings = said("apt-config", &["dump"]);
    let kept = ["Acquire::http", "Acquire::https", "Acquire::Check-"];
    let settings = settings.lines().filter(|line| kept.iter().any(|start| line.starts_with(start)));
    Mirror {
        components: components.join(","),
        sources: lines.iter().map(source).collect(),
        settings: settings.flat_map(|line| [line, "\n"]).collect(),
        release,
        address,
    }
}

#[derive(PartialEq)]
struct Line {
    address: String,
    suite: String,
    component: String,
}

/// A line of the targets, if it is of this system and its release: other people's repositories are no part of a
/// clean Debian. The origin is only known once the lists were fetched; until then it is left as it was asked for.
fn read(line: &str, id: &str, release: &str) -> Option<Line> {
    let mut words = line.split_whitespace();
    let (address, suite, component) = (words.next()?, words.next()?, words.next()?);
    let origin = words.next().filter(|origin| !origin.starts_with('$'));
    let ours = origin.is_none_or(|origin| origin.eq_ignore_ascii_case(id));
    let of_release = ["", "-updates", "-security"].iter().any(|end| suite == format!("{release}{end}"));
    let fetched = address.starts_with("http://") || address.starts_with("https://");
    (ours && of_release && fetched).then(|| Line {
        address: address.to_owned(),
        suite: suite.to_owned(),
        component: component.to_owned(),
    })
}

fn usual(id: &str) -> &'static str {
    match (id, std::env::consts::ARCH) {
        ("ubuntu", "x86_64") => "http://archive.ubuntu.com/ubuntu",
        ("ubuntu", _) => "http://ports.ubuntu.com/ubuntu-ports",
        _ => "http://deb.debian.org/debian",
    }
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

#[test]
fn other_peoples_repositories_are_left_out() {
    let ours = "http://deb.debian.org/debian/ bookworm main Debian";
    assert_eq!(read(ours, "debian", "bookworm").map(|line| line.component).as_deref(), Some("main"));
    let not_fetched_yet = "http://deb.debian.org/debian/ bookworm main $(ORIGIN)";
    assert!(read(not_fetched_yet, "debian", "bookworm").is_some());
    for theirs in [
        "https://download.docker.com/linux/debian bookworm stable Docker",
        "https://deb.nodesource.com/node_20.x nodistro main .",
        "mirror+file:/etc/apt/mirrors.txt bookworm main Debian",
        "http://deb.debian.org/debian bookworm-backports main Debian",
    ] {
        assert!(read(theirs, "debian", "bookworm").is_none(), "{theirs}");
    }
}
