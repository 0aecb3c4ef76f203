//! What one durable insert costs on this disk with nothing around it: the ruler for our own commits. It opens
//! a database with the same settings as the workspace (WAL, `synchronous=FULL`) and knows nothing of films.
//!
//! `bare_insert FOLDER BYTES COUNT` prints one line per insert: its time in microseconds.
#![expect(clippy::print_stdout, reason = "its output is its purpose")]

use std::path::Path;
use std::time::Instant;

use rusqlite::{Connection, params};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, bytes, count] = words.as_slice() else {
        return Err("usage: bare_insert FOLDER BYTES COUNT".into());
    };
    let file = Path::new(folder).join("bare.sqlite");
    let connection = Connection::open(&file)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)", [])?;
    let blob = vec![0x5a_u8; bytes.parse()?];
    let mut insert = connection.prepare("INSERT INTO bare (bytes) VALUES (?1)")?;
    for _ in 0..count.parse::<u32>()? {
        let begun = Instant::now();
        insert.execute(params![blob])?;
        println!("{}", begun.elapsed().as_micros());
    }
    Ok(())
}
