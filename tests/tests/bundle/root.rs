//! A clean Debian in a folder: made once by debootstrap and kept as an archive in the target folder, unpacked anew
//! for every journey.
//!
//! Nothing of this machine's is changed: what a root needs mounted is mounted where nobody but its own processes sees
//! it, and is gone with them, however the test ends. Everything in a root ends when the test does, even when that
//! is killed: each process in it is held by a pipe of ours.

use std::fs::File;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Output, Stdio};

use ql_tests::{not_proved, place};

use crate::mirror;

/// Run by sh, alone in its mounts and processes, with the folder of the root and the words for chroot. It ends with what it started, or ends that when the pipe on its input is closed.
const ENTER: &str = r#"
set -e
root=$1
shift
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
if [ -d /tmp/.X11-unix ]; then
    mkdir -p "$root/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
fi
exec 3<&0
chroot "$@" </dev/null 3<&- &
inside=$!
{ cat <&3 >/dev/null; kill -KILL "$inside"; } &
# Without the word that sh has for one that was killed.
wait "$inside" 2>/dev/null
"#;

/// Neither root nor anybody that a package might make.
const PERSON: &str = "1000:1000";

/// A clean Debian for one journey.
pub struct Root {
    folder: PathBuf,
    store: PathBuf,
    _locked: File,
}

impl Root {
    /// A root of this name; nothing where none can be made and that is known (`QL_MAY_SKIP`).
    pub fn fresh(name: &str) -> Option<Self> {
        let probe = as_root("unshare").args(["--mount", "--pid", "--fork", "true"]).output();
        if !probe.is_ok_and(|output| output.status.success()) {
            not_proved(
                "a clean Debian needs root and the right to mount. Type `sudo -v` and start again; \
                 a container must be started with the capability SYS_ADMIN",
            );
            return None;
        }
        let store = store();
        let locked = lock(&store.join(format!("{name}.lock")));
        let archive = bare(&store);
        let root = Self { folder: store.join(name), store: store.to_path_buf(), _locked: locked };
        remove(&root.folder);
        std::fs::create_dir_all(&root.folder).unwrap();
        must(as_root("tar").arg("-C").arg(&root.folder).arg("-xpf").arg(archive));
        root.write("etc/resolv.conf", &std::fs::read_to_string("/etc/resolv.conf").unwrap_or_default());
        // What is inside is older than the archive; a mirror that is away is said better by what needs it.
        let _ = root.output(&chroot(&root.folder, &[], &["apt-get", "-q", "update"]));
        Some(root)
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// A path inside, as this machine sees it.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.join(inside)
    }

    /// Copies a file of this machine inside.
    pub fn take_in(&self, file: &Path, to: &str) {
        must(as_root("cp").arg(file).arg(self.path(to.trim_start_matches('/'))));
    }

    fn write(&self, inside: &str, text: &str) {
        let script = r#"rm -f "$1"; printf %s "$2" > "$1""#;
        must(as_root("sh").args(["-c", script, "sh"]).arg(self.path(inside)).arg(text));
    }

    /// Has apt install packages, or files, and all they depend on; not what they only recommend.
    ///
    /// What was fetched is kept for the next time, by links: apt locks its folder, so two roots cannot share one.
    pub fn install(&self, packages: &[&str]) {
        let (kept, cache) = (self.store.join("archives"), self.path("var/cache/apt/archives"));
        let link =
            r#"mkdir -p "$1"; for file in "$1"/*.deb; do [ ! -e "$file" ] || ln -f "$file" "$2"; done"#;
        must(as_root("sh").args(["-c", link, "sh"]).args([&kept, &cache]));
        self.run(&[&["apt-get", "-q", "install", "-y", "--no-install-recommends"], packages].concat());
        must(as_root("sh").args(["-c", link, "sh"]).args([&cache, &kept]));
    }

    /// Runs words inside as root; what they printed.
    pub fn run(&self, words: &[&str]) -> String {
        checked(words, &self.output(&chroot(&self.folder, &[], words)))
    }

    /// Runs words inside as an ordinary person with an empty home.
    pub fn run_as_person(&self, words: &[&str]) -> String {
        checked(words, &self.output(&self.person(words, "")))
    }

    /// Starts words inside as an ordinary person before a screen.
    pub fn start_as_person(&self, words: &[&str], display: &str) -> Inside {
        let mut child =
            self.enter(&self.person(words, display)).spawn().expect("unshare starts (util-linux)");
        let held = child.stdin.take();
        Inside { child: std::cell::RefCell::new(child), held }
    }

    fn person(&self, words: &[&str], display: &str) -> Vec<String> {
        let home = self.path("home/person");
        must(as_root("mkdir").arg("-p").arg(&home));
        must(as_root("chown").arg(PERSON).arg(&home));
        let person =
            [format!("--userspec={PERSON}"), "HOME=/home/person".to_owned(), format!("DISPLAY={display}")];
        chroot(&self.folder, &person, words)
    }

    fn enter(&self, chroot: &[String]) -> Command {
        let mut command = as_root("unshare");
        command.args(["--mount", "--propagation", "private", "--pid", "--fork", "--kill-child"]);
        command.args(["sh", "-c", ENTER, "sh"]).arg(&self.folder).args(chroot);
        command.stdin(Stdio::piped());
        command
    }

    fn output(&self, chroot: &[String]) -> Output {
        let mut command = self.enter(chroot);
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("unshare starts");
        // Kept until the end: closed, it would end what runs inside.
        let held = child.stdin.take();
        let output = child.wait_with_output().expect("our own child can be waited for");
        drop(held);
        output
    }
}

impl Drop for Root {
    fn drop(&mut self) {
        remove(&self.folder);
    }
}

/// Something that runs inside until it is dropped.
pub struct Inside {
    child: std::cell::RefCell<Child>,
    held: Option<ChildStdin>,
}

impl Inside {
    /// Whether it has not ended.
    pub fn lives(&self) -> bool {
        matches!(self.child.borrow_mut().try_wait(), Ok(None))
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        drop(self.held.take());
        let _ = self.child.borrow_mut().wait();
    }
}

/// A program as root: as we are, or through sudo where that asks for nothing.
pub fn as_root(program: &str) -> Command {
    let root = std::fs::metadata("/proc/self").is_ok_and(|us| us.uid() == 0);
    if root {
        return Command::new(program);
    }
    let mut sudo = Command::new("sudo");
    sudo.args(["-n", program]);
    sudo
}

/// Runs to the end, which must be a good one; what it printed.
pub fn must(command: &mut Command) -> String {
    let output = command.stdin(Stdio::null()).output();
    let output = output.unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
    checked(&[&format!("{command:?}")], &output)
}

fn checked(words: &[&str], output: &Output) -> String {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{} ended with {}:\n{out}\n{err}", words.join(" "), output.status);
    out.into_owned()
}

/// The words for chroot: its options first, then an environment that owes nothing to ours.
fn chroot(folder: &Path, options: &[String], words: &[&str]) -> Vec<String> {
    let (options, values): (Vec<_>, Vec<_>) =
        options.iter().cloned().partition(|word| word.starts_with("--"));
    let mut line = options;
    line.extend([folder.to_string_lossy().into_owned(), "env".to_owned(), "-i".to_owned()]);
    let fixed = [
        "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME=/root",
        "LANG=C.UTF-8",
        "DEBIAN_FRONTEND=noninteractive",
    ];
    line.extend(fixed.map(str::to_owned));
    line.extend(
        ["http_proxy", "https_proxy", "no_proxy"]
            .iter()
            .filter_map(|name| std::env::var(name).ok().map(|value| format!("{name}={value}"))),
    );
    line.extend(values);
    line.extend(words.iter().map(|word| (*word).to_owned()));
    line
}

/// `<target>/clean`: the archive, the packages once fetched, the roots.
fn store() -> PathBuf {
    let app = place::app();
    let target = app.ancestors().nth(2).expect("cargo puts the app two folders deep");
    let store = target.join("clean");
    std::fs::create_dir_all(&store).expect("the target folder can be written");
    store
}

/// Waits for other tests, here or of another clone that shares the target folder.
fn lock(path: &Path) -> File {
    let file = File::create(path).expect("the target folder can be written");
    file.lock().expect("a file of ours can be locked");
    file
}

/// Nothing of another file system is touched, should something be mounted there after all.
fn remove(folder: &Path) {
    must(as_root("rm").args(["-rf", "--one-file-system"]).arg(folder));
}

/// The archive of a Debian with nothing but its essential packages and apt, made the first time.
fn bare(store: &Path) -> PathBuf {
    let _locked = lock(&store.join("bare.lock"));
    let mirror = mirror::of_this_machine();
    let archive = store.join(format!("{}.tar", mirror.release));
    if archive.is_file() {
        return archive;
    }
    println!("a clean {} is made from {}, once", mirror.release, mirror.address);
    let root = Root {
        folder: store.join("bare"),
        store: store.to_path_buf(),
        _locked: lock(&store.join("new.lock")),
    };
    remove(&root.folder);
    let mut debootstrap = as_root("unshare");
    debootstrap.args(["--mount", "--propagation", "private", "debootstrap", "--variant=minbase"]);
    debootstrap.arg(format!("--components={}", mirror.components)).arg(&mirror.release).arg(&root.folder);
    must(debootstrap.arg(&mirror.address));
    root.write("etc/apt/sources.list", &mirror.sources);
    root.write("etc/apt/apt.conf.d/90machine", &mirror.settings);
    // A root that lives for a minute may lose its files in a power cut; and starts no service.
    root.write("etc/dpkg/dpkg.cfg.d/90quick", "force-unsafe-io\n");
    root.write("usr/sbin/policy-rc.d", "#!/bin/sh\nexit 101\n");
    must(as_root("chmod").arg("755").arg(root.path("usr/sbin/policy-rc.d")));
    if mirror.sources.contains("https://") {
        must(as_root("mkdir").arg("-p").arg(root.path("etc/ssl/certs")));
        root.take_in(Path::new("/etc/ssl/certs/ca-certificates.crt"), "etc/ssl/certs/ca-certificates.crt");
    }
    root.run(&["apt-get", "-q", "update"]);
    let part = archive.with_extension("part");
    let mut pack = as_root("tar");
    pack.args(["--one-file-system", "--exclude=./var/cache/apt/archives/*.deb", "-C"]).arg(&root.folder);
    must(pack.arg("-cpf").arg(&part).arg("."));
    std::fs::rename(&part, &archive).expect("both are in the target folder");
    archive
}
