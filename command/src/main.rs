//! The command `pressmark` without Node: the same lines in, the same bytes out.
//!
//! `www/lib/cli.js` is the command in full. This one reads one text or JSON Lines and writes JSON; what it lacks it names.

mod answer;
mod article;
mod json;
mod pool;

use answer::{Answered, Settings};
use clap::Parser;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread::available_parallelism;

/// pressmark – who said what, which organisations, which dates
///
/// Reads a text (UTF-8) and writes its annotation as JSON.
#[derive(Parser)]
#[command(name = "pressmark", version, disable_version_flag = true)]
struct Arguments {
    /// A text, or lines with --jsonl; standard input without it
    file: Option<PathBuf>,
    /// Reads lines {"id","text","published"}, writes lines {"id", …annotation} in the same order; a line that cannot be read is
    /// answered by {"id","error"}, and the exit status is 1
    #[arg(long)]
    jsonl: bool,
    /// When the article was published: 2024-05-14
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// json; the other formats are written in JavaScript: `npx pressmark` has them
    #[arg(long, default_value = "json")]
    format: String,
    /// --jsonl: how many threads; as many as there are processors without it
    #[arg(long, value_name = "N", requires = "jsonl")]
    jobs: Option<NonZero<usize>>,
    /// --jsonl: begins with this line, to go on after an interruption
    #[arg(long, value_name = "LINE", requires = "jsonl")]
    from: Option<NonZero<usize>>,
    /// Not here: `npx pressmark` writes into folders
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Not here: `npx pressmark` indents
    #[arg(long)]
    pretty: bool,
    /// Print version
    #[arg(long)]
    version: bool,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::from(error.use_stderr()));
        }
    };
    run(&arguments).unwrap_or_else(|message| {
        eprintln!("pressmark: {message}");
        ExitCode::FAILURE
    })
}

fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    if arguments.version {
        println!("{}", env!("CARGO_PKG_VERSION"));
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.format != "json" || arguments.pretty || arguments.out.is_some() {
        return Err("this command writes json to standard output; for other formats, --pretty and --out take `npx pressmark`".into());
    }
    if arguments.jsonl { annotate_lines(arguments) } else { annotate_one(arguments) }
}

fn annotate_one(arguments: &Arguments) -> Result<ExitCode, String> {
    let mut bytes = Vec::new();
    input(arguments.file.as_deref())?.read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    let mut line = answer::annotate(answer::decoded(&bytes)?, arguments.published.as_deref())?.object();
    line.push('\n');
    io::stdout().write_all(line.as_bytes()).map_err(|error| error.to_string())?;
    Ok(ExitCode::SUCCESS)
}

fn annotate_lines(arguments: &Arguments) -> Result<ExitCode, String> {
    let mut line = arguments.from.map_or(1, NonZero::get);
    let jobs = arguments.jobs.or(available_parallelism().ok()).map_or(1, NonZero::get);
    let settings = Settings { published: arguments.published.clone() };
    let mut status = ExitCode::SUCCESS;
    let mut out = BufWriter::new(io::stdout());
    let written = input(arguments.file.as_deref()).and_then(|input| {
        let lines = input.split(b'\n').skip(line - 1);
        pool::answers(lines, jobs, settings, &mut out, |out, Answered { line: answer, failed, note }| {
            if let Some(note) = note {
                eprintln!("pressmark: line {line}: {note}");
            }
            if failed {
                status = ExitCode::FAILURE;
            }
            writeln!(out, "{answer}")?;
            line += 1;
            Ok(())
        })
        .map_err(|error| error.to_string())
    });
    written.map(|()| status).map_err(|error| format!("{error}; go on with --from {line}"))
}

fn input(file: Option<&Path>) -> Result<Box<dyn BufRead + Send>, String> {
    match file {
        Some(file) if file != "-" => {
            let opened = File::open(file).map_err(|error| format!("{}: {error}", file.display()))?;
            Ok(Box::new(BufReader::new(opened)))
        }
        _ => Ok(Box::new(BufReader::new(io::stdin()))),
    }
}
