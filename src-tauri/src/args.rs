//! The command line as it is typed. It owns names, options and their help; what they do is in `command`.

use std::path::PathBuf;

use clap::{Args as Options, Parser, Subcommand, ValueEnum};

/// Film workshops, from the idea to the shoot. Without a command, opens the window.
#[derive(Debug, Parser)]
#[command(name = "quartier-libre", version, disable_help_subcommand = true)]
pub struct Args {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command understands.
#[derive(Debug, Options)]
pub struct Global {
    /// The workspace file; QUARTIER_LIBRE_WORKSPACE says it too, else the usual place is used
    #[arg(long, global = true, value_name = "FILE")]
    pub workspace: Option<PathBuf>,
    /// Answers and errors as JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// The language of what is printed; else that of the settings, else the system's
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub lang: Option<Lang>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Lang {
    Fr,
    En,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ServeRole {
    Desk,
    Trainer,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Put the demonstration film into the workspace, and print its id
    Demo,
    /// List the films
    Films,
    /// Print every row on the board of a film as JSON, in order
    Dump {
        /// The film's id
        film: String,
    },
    /// Run one api command and print its reply as JSON
    Call {
        /// The command, for example add_film
        #[arg(required_unless_present = "batch", conflicts_with = "batch")]
        name: Option<String>,
        /// Its request
        #[arg(value_name = "JSON", conflicts_with = "batch")]
        request: Option<String>,
        /// Read JSON lines {"call":NAME,"with":{…}} and answer each with {"ok":…} or {"error":…};
        /// "$3.id" in a request stands for a value of the third line's reply
        #[arg(long)]
        batch: bool,
    },
    /// Check the workspace: its pages, its rows, its pictures and its ink
    Check {
        /// Rebuild the rows from the documents
        #[arg(long)]
        rebuild: bool,
    },
    /// Write a verified copy of the workspace
    Backup {
        /// A file that does not exist yet
        path: PathBuf,
    },
    /// Take up a backup; the file in use is kept beside it under a new name
    Restore {
        /// The backup
        path: PathBuf,
    },
    /// Serve the interface on this machine only, and print its address
    Serve {
        /// The port on 127.0.0.1; 0 takes a free one; without it, a workspace has the same each time
        #[arg(long)]
        port: Option<u16>,
        /// What may be done at that address
        #[arg(long, value_enum, default_value_t = ServeRole::Desk)]
        role: ServeRole,
    },
}
