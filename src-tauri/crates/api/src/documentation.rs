//! The table of commands, made from the one list. A test compares it with `COMMANDS.md`, and writes it anew with `QL_WRITE_TYPES=1`.

use std::fmt::Write;

/// The whole file.
#[must_use]
pub fn generate() -> String {
    let mut out = String::from(
        "# Commands\n\nGenerated from the one list in `src/commands/mod.rs`; a test refuses a difference. The types are those of\n\
         `ui/src/host/gen/index.ts`. A command may be called by its role and those above: Guest < Desk < Trainer.\n\
         Whoever sits at the laptop is a trainer while the register is open, and at the desk while it is sealed.\n\n\
         | command | lowest role | request | reply |\n|---|---|---|---|\n",
    );
    for command in crate::COMMANDS {
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "| `{}` | {:?} | {} | {} |",
            command.name, command.role, command.request, command.reply
        );
    }
    let guarded =
        crate::commands::GUARDED.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let _ = writeln!(out, "\nOnce there is a register, these too are a trainer's: {guarded}.");
    out
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    #[test]
    fn the_table_of_commands_is_current() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("COMMANDS.md");
        let made = super::generate();
        if std::env::var_os("QL_WRITE_TYPES").is_some() {
            fs::write(&path, &made).expect("the file can be written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept.replace("\r\n", "\n") == made,
            "COMMANDS.md is not what the list says; QL_WRITE_TYPES=1 cargo test -p ql-api writes it"
        );
    }
}
