//! Explains and evaluates the annotator. Never shipped.
//!
//! ```text
//! lab annotate < texts.jsonl > annotations.jsonl     fast stand-in for the command of the npm package
//! ```

mod annotate;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["annotate"] => annotate::run(),
        _ => Err("usage: lab annotate".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
