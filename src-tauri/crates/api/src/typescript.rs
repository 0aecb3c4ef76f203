//! The TypeScript of rows, requests, replies and events, made from the same types that the programs use. A test compares it with what is
//! committed in `ui/src/host/gen`, and writes it anew with `QL_WRITE_TYPES=1`.

use std::{any::TypeId, collections::BTreeMap};

use ts_rs::{Config, TS, TypeVisitor};

/// Declarations by name.
#[derive(Default)]
pub struct Sheet {
    declarations: BTreeMap<String, String>,
    seen: Vec<TypeId>,
}

impl Sheet {
    /// Adds a type and everything it is made of.
    pub fn add<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        if T::output_path().is_some() {
            self.declarations.insert(T::ident(&Config::default()), T::decl(&Config::default()));
        }
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Sheet {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// The whole file.
#[must_use]
pub fn generate() -> String {
    let mut sheet = Sheet::default();
    sheet.add::<crate::event::Event>();
    sheet.add::<crate::error::ApiError>();
    sheet.add::<ql_model::ink::Tool>();
    sheet.add::<ql_model::vocabulary::Support>();
    sheet.add::<ql_model::vocabulary::Light>();
    sheet.add::<ql_model::vocabulary::Sound>();
    crate::commands::each_type(|add| add(&mut sheet));
    let mut out =
        String::from("// Generated from the api's types; a test refuses a difference. Do not edit.\n\n");
    for declaration in sheet.declarations.values() {
        out.push_str(&format!("export {declaration}\n\n"));
    }
    out.push_str("/** Every command: its request and its reply. */\nexport interface Commands {\n");
    for command in crate::COMMANDS {
        out.push_str(&format!("  {}: [{}, {}];\n", command.name, command.request, command.reply));
    }
    out.push_str("}\n");
    out
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    #[test]
    fn generated_types_are_current() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/host/gen/index.ts");
        let made = super::generate();
        if std::env::var_os("QL_WRITE_TYPES").is_some() {
            fs::create_dir_all(path.parent().expect("a file is in a folder"))
                .expect("the folder can be made");
            fs::write(&path, &made).expect("the file can be written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept.replace("\r\n", "\n") == made,
            "ui/src/host/gen is not what the api says; QL_WRITE_TYPES=1 cargo test -p ql-api writes it"
        );
    }
}
