//! Puts the built interface, the icons and the permissions into the program.
//!
//! It never builds the interface: `cargo xtask run` and `cargo xtask test` do, before cargo comes here. So that a
//! fresh clone compiles all the same, a page that says what to do stands in for it until then.

use std::path::Path;
use std::{fs, io};

const STAND_IN: &str = "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Quartier Libre</title>\n\
    <p>The interface is not built yet: run <code>cargo xtask run</code>, or <code>npm ci && npm run build</code> in \
    <code>ui</code>, then build again.</p>\n";

fn main() {
    // The pages are part of the program: built again, they make it be built again.
    println!("cargo:rerun-if-changed=../ui/dist");
    stand_in(Path::new("../ui/dist")).expect("ui/dist must be writable until the interface is built there");
    let commands = tauri_build::AppManifest::new().commands(&["rpc", "upload", "ready_to_close"]);
    let attributes =
        tauri_build::Attributes::new().codegen(tauri_build::CodegenContext::new()).app_manifest(commands);
    tauri_build::try_build(attributes).expect("tauri.conf.json and capabilities/ are checked here");
}

fn stand_in(dist: &Path) -> io::Result<()> {
    let page = dist.join("index.html");
    if page.exists() {
        return Ok(());
    }
    println!("cargo:warning=ui/dist is missing: the window will only say how to build it (cargo xtask run)");
    fs::create_dir_all(dist)?;
    fs::write(page, STAND_IN)
}
