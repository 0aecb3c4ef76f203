//! What only the built program knows of its needs: which versions of the C library its symbols come from. A
//! program asks for the newest ones of the system it was built on, so no file of the project can say them; without
//! them a package would install on an older system and the program then fail to start.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::place;
use crate::process::answer;
use crate::steps::{Done, Stop};

/// A version as its numbers, so that 2.9 comes before 2.34.
type Version = Vec<u32>;

/// The changes to `tauri.conf.json` that the packages of Linux are made with, as JSON: the versions of the C
/// library, and the plain name that packages and files have there.
pub(crate) fn declared(app: &Path) -> Done<String> {
    let told = answer("objdump", &["-p", &app.to_string_lossy()]).ok_or_else(|| {
        Stop::failed(
            format!("`objdump -p {}` says nothing", app.display()),
            "It comes with the linker (binutils).",
        )
    })?;
    let path = place::root().join("src-tauri/tauri.conf.json");
    let settings: Value = std::fs::read(&path)
        .map_err(|source| source.to_string())
        .and_then(|bytes| serde_json::from_slice(&bytes).map_err(|source| source.to_string()))
        .map_err(|why| Stop::failed(format!("{}: {why}", path.display()), ""))?;
    Ok(changes(&settings["bundle"]["linux"], &versions(&told)).to_string())
}

/// A list in the changes takes the place of the whole list in the file.
fn changes(linux: &Value, versions: &BTreeMap<String, Version>) -> Value {
    let with = |kind: &str, more: Vec<String>| {
        let mut all = linux[kind]["depends"].as_array().cloned().unwrap_or_default();
        all.extend(more.into_iter().map(Value::from));
        all
    };
    let newest = versions.values().max().map(|version| format!("libc6 (>= {})", dotted(version)));
    let symbols = versions
        .iter()
        .map(|(library, version)| format!("{library}(GLIBC_{})(64bit)", dotted(version)))
        .collect();
    json!({
        "productName": "quartier-libre",
        "bundle": {"linux": {
            "deb": {"depends": with("deb", newest.into_iter().collect())},
            "rpm": {"depends": with("rpm", symbols)},
        }},
    })
}

/// The newest version of the C library that is asked of each of its files, from what `objdump -p` prints:
/// `  required from libm.so.6:`, then a line for each version, `    0x06969189 0x00 09 GLIBC_2.29`.
fn versions(told: &str) -> BTreeMap<String, Version> {
    let mut newest: BTreeMap<String, Version> = BTreeMap::new();
    let mut library = "";
    for line in told.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("required from ") {
            library = name.trim_end_matches(':');
        } else if let Some((_, numbers)) = line.rsplit_once(" GLIBC_") {
            let version: Option<Version> = numbers.split('.').map(|number| number.parse().ok()).collect();
            // Names such as GLIBC_PRIVATE or GLIBC_ABI_DT_RELR are not versions.
            if let Some(version) = version {
                let known = newest.entry(library.to_owned()).or_default();
                *known = version.max(std::mem::take(known));
            }
        }
    }
    newest
}

fn dotted(version: &[u32]) -> String {
    version.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = "\
  NEEDED               libc.so.6

Version References:
  required from libgcc_s.so.1:
    0x0b792650 0x00 05 GCC_3.0
  required from libm.so.6:
    0x06969189 0x00 09 GLIBC_2.29
  required from libc.so.6:
    0x069691b4 0x00 08 GLIBC_2.34
    0x0d696919 0x00 07 GLIBC_2.9
    0x0fd0e42 0x00 06 GLIBC_ABI_DT_RELR
";

    #[test]
    fn the_newest_version_is_declared_after_what_the_file_says() {
        let linux =
            json!({"deb": {"depends": ["libgtk-3-0"]}, "rpm": {"depends": ["libgtk-3.so.0()(64bit)"]}});
        let changed = &changes(&linux, &versions(TOLD))["bundle"]["linux"];
        assert_eq!(changed["deb"]["depends"], json!(["libgtk-3-0", "libc6 (>= 2.34)"]));
        let symbols =
            json!(["libgtk-3.so.0()(64bit)", "libc.so.6(GLIBC_2.34)(64bit)", "libm.so.6(GLIBC_2.29)(64bit)"]);
        assert_eq!(changed["rpm"]["depends"], symbols, "each file of the C library has versions of its own");
    }
}
