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
    /// The first line of standard input is the trainers' passphrase: the register is opened for this command
    #[arg(long, global = true)]
    pub passphrase_stdin: bool,
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
    /// Make a paper or a table of a film; a file of that name is replaced
    Export(Box<Export>),
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

/// What is made of a film, and how.
#[derive(Debug, Options)]
pub struct Export {
    /// The film's id
    pub film: String,
    /// What to make
    #[arg(long = "as", value_name = "KIND", value_parser = ["storyboard.pdf", "shot-list.pdf", "shot-list.xlsx", "shot-list.csv"])]
    pub kind: String,
    /// The file to write
    #[arg(long, value_name = "PATH")]
    pub to: PathBuf,
    /// Panels on a page of a storyboard
    #[arg(long, value_name = "N", default_value = "6", value_parser = ["1", "2", "3", "4", "6", "9"])]
    pub per_page: String,
    /// The paper in the printer
    #[arg(long, default_value = "a4", value_parser = ["a4", "letter"])]
    pub paper: String,
    /// Which way a storyboard lies; a shot list always lies
    #[arg(long, default_value = "portrait", value_parser = ["portrait", "landscape"])]
    pub direction: String,
    /// Only these scenes, by number or id
    #[arg(long, value_delimiter = ',', value_name = "SCENE,…")]
    pub scenes: Vec<String>,
    /// Only these shots, by label or id
    #[arg(long, value_delimiter = ',', value_name = "SHOT,…")]
    pub shots: Vec<String>,
    /// What not to print under each drawing of a storyboard
    #[arg(long, value_delimiter = ',', value_parser = ["action", "dialogue", "duration"])]
    pub without: Vec<String>,
    /// No cover before a storyboard
    #[arg(long)]
    pub no_cover: bool,
    /// The notes of a storyboard, and lines for the pen; a shot list has its notes always
    #[arg(long)]
    pub notes: bool,
    /// The film's ink as second colour; else black alone
    #[arg(long)]
    pub colour: bool,
    /// The blue pencil under finished drawings too
    #[arg(long)]
    pub pencil: bool,
}
