//! A Tauri window with one sentence in it and nothing behind it: the ruler for the time our first screen takes
//! (`cargo xtask bench start`). It shares no code with the app.

// What the macro writes leaves by `exit` on some systems.
#[allow(clippy::disallowed_methods)]
fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!("examples/empty_window/tauri.conf.json"))
        .expect("an empty window opens wherever the app does");
}
