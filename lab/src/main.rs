//! Explains and evaluates the annotator. Never shipped.

mod annotate;
mod eval;
mod explain;
mod pack;
mod pronouns;
mod reliability;
mod train;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(about = "Explains and evaluates the annotator")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// JSON Lines on standard input to annotations on standard output, without WebAssembly.
    Annotate,
    /// JSON Lines on standard input to what crosses the border to JavaScript.
    Pack,
    /// Every score on the development sets of ../shared.
    Eval(eval::Arguments),
    /// How often each rule and each confidence is right, on gold files of ../shared.
    Reliability {
        /// Relative to ../shared.
        #[arg(default_values_t = ["gold/articles.jsonl".to_string(), "gold/cases.jsonl".to_string(), "corpora/wikinews/dev.jsonl".to_string()])]
        files: Vec<String>,
    },
    /// How often an ambiguous pronoun is given to the right one of two people, on files of GAP of ../shared.
    Pronouns {
        /// Relative to ../shared.
        #[arg(default_values_t = ["corpora/quotes/dev/gap_pronouns.jsonl".to_string(), "corpora/quotes/train/gap_pronouns.jsonl".to_string()])]
        files: Vec<String>,
    },
    /// Makes the word lists and weights that are compiled in.
    #[command(subcommand)]
    Train(train::Command),
    /// Every stage's product for one text, with the rule behind each finding.
    Explain {
        /// A text file.
        file: PathBuf,
        /// When it was published: 2024-05-14.
        #[arg(long)]
        published: Option<chrono::NaiveDate>,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Annotate => annotate::run(),
        Command::Pack => pack::run(),
        Command::Eval(arguments) => eval::run(&arguments),
        Command::Reliability { files } => reliability::run(&files),
        Command::Pronouns { files } => pronouns::run(&files),
        Command::Train(command) => train::run(&command),
        Command::Explain { file, published } => explain::run(&file, published),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
