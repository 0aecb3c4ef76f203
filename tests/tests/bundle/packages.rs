//! What the packages declare, as dpkg and rpm read them, and what the program needs, as the linker wrote it.

use std::path::{Path, PathBuf};
use std::process::Command;

use ql_tests::place;

/// One entry of a Debian `Depends`: packages any of which will do, and the version it must at least have.
#[derive(Debug)]
pub struct Depend {
    /// Names without architecture.
    pub names: Vec<String>,
    /// Empty when any version will do.
    pub version: String,
}

/// The newest package with this ending beside the app under test. Whether it holds that app, its time cannot tell:
/// the bundler writes the program anew after the packages.
pub fn file(end: &str) -> PathBuf {
    let folder = place::app().with_file_name("bundle").join(end);
    let written = |path: &Path| path.metadata().unwrap().modified().unwrap();
    let newest = folder
        .read_dir()
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && path.extension().is_some_and(|found| found == end))
        .max_by_key(|path| written(path));
    newest.unwrap_or_else(|| panic!("no .{end} in {}: run `cargo xtask bundle --debug`", folder.display()))
}

/// What the `.deb` depends on.
pub fn debian_depends() -> Vec<Depend> {
    let told = told(Command::new("dpkg-deb").arg("-f").arg(file("deb")).arg("Depends"));
    let entry = |text: &str| {
        let name = |one: &str| one.split_whitespace().next().unwrap_or_default().to_owned();
        let version = text.split_once("(>= ").and_then(|(_, rest)| rest.split_once(')'));
        Depend {
            names: text.split('|').map(name).collect(),
            version: version.map(|(version, _)| version.to_owned()).unwrap_or_default(),
        }
    };
    told.split(',').map(str::trim).map(entry).collect()
}

/// What the `.rpm` requires, without what rpm itself must be able to do.
pub fn rpm_requires() -> Vec<String> {
    let told = told(Command::new("rpm").args(["--query", "--requires", "--package"]).arg(file("rpm")));
    told.lines().map(str::trim).filter(|line| !line.starts_with("rpmlib(")).map(str::to_owned).collect()
}

/// The sonames that the program needs itself.
pub fn needed() -> Vec<String> {
    let told = linked();
    let sonames = told.lines().filter_map(|line| line.trim().strip_prefix("NEEDED"));
    let sonames: Vec<String> = sonames.map(|name| name.trim().to_owned()).collect();
    assert!(!sonames.is_empty(), "objdump found no library that the program needs");
    sonames
}

/// The newest version of the C library that any symbol of the program comes from.
pub fn newest_glibc() -> String {
    let told = linked();
    let versions =
        told.lines().filter_map(|line| line.rsplit_once(" GLIBC_")).map(|(_, version)| version.trim());
    let numbers = |version: &&str| -> Option<Vec<u32>> {
        version.split('.').map(|number| number.parse().ok()).collect()
    };
    versions.filter(|version| numbers(version).is_some()).max_by_key(numbers).unwrap().to_owned()
}

/// The package of this machine that holds a library.
pub fn owner(soname: &str) -> String {
    let told = told(Command::new("dpkg").arg("-S").arg(format!("*-linux-gnu/{soname}")));
    let owner = told.lines().find_map(|line| line.split_once(": /")).unwrap_or_else(|| {
        panic!("no package of this machine holds {soname}, and yet the program was linked with it: {told}")
    });
    owner.0.split(':').next().unwrap_or_default().to_owned()
}

/// The name that a package has had longest: Debian 13 and Ubuntu 24.04 added `t64` to some, and let them provide it.
pub fn plain(package: &str) -> String {
    package.strip_suffix("t64").unwrap_or(package).to_owned()
}

fn linked() -> String {
    told(Command::new("objdump").arg("-p").arg(place::app()))
}

fn told(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
