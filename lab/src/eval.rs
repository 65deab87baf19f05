//! Every score on one page, and the record that no change may fall behind.
//!
//! The scorer is `../shared/score/run.py`; this program is the annotator that it runs. The record, `lab/scores.json`, holds
//! one headline figure a line.

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A recorded figure may fall by this much before `--check` fails: what one or two marks weigh in the smaller sets.
const SLACK: f64 = 0.5;

/// Where each headline figure stands in the scorer's JSON: set, then the path to a list of precision, recall and F1, or to a number.
const HEADLINES: &[&str] = &[
    "acceptance names PERSON+ORG",
    "acceptance people clean",
    "acceptance times value",
    "acceptance quotes all e2e",
    "articles names PERSON+ORG",
    "articles times value",
    "articles quotes all e2e",
    "cases names PERSON+ORG",
    "cases times value",
    "cases quotes all e2e",
    "wikinews names PERSON",
    "wikinews names ORG",
    "wikinews names PLACE",
    "wikinews people clean",
    "wikinews orgs clean",
    "wikinews times value",
    "wikinews quotes all overlap",
    "wikinews quotes all e2e",
    "world-news names all",
    "malay-news names PERSON+ORG",
    "current-events names all",
    "pud names all",
    "timebank times value",
    "timebank times strict",
    "meantime times value",
    "wikiwars times value",
    "phrases phrases recognizers+sutime value",
    "polnear quotes all overlap",
    "polnear quotes direct overlap",
    "polnear quotes all e2e",
];

type Record = BTreeMap<String, f64>;

/// What `lab eval` takes.
#[derive(clap::Args)]
pub struct Arguments {
    /// Only these sets: wikinews,polnear
    #[arg(long)]
    sets: Option<String>,
    /// Print this many errors of each set.
    #[arg(long, default_value_t = 0)]
    errors: usize,
    /// Fail when a recorded figure has fallen by more than half a point.
    #[arg(long)]
    check: bool,
    /// Raise the record to the figures of this run; what fell stays recorded as it was.
    #[arg(long)]
    record: bool,
}

/// Runs the scorer; compares with the record.
pub fn run(arguments: &Arguments) -> Result<(), String> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let scorer = home.join("../../shared/score/run.py");
    if !scorer.exists() {
        println!("skipped: there is no ../shared to evaluate on");
        return Ok(());
    }
    let figures = headlines(&score(&scorer, arguments)?);
    let kept = home.join("scores.json");
    let record: Record = fs::read_to_string(&kept).ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let fallen = compare(&record, &figures);
    if arguments.record {
        let raised = serde_json::to_string_pretty(&raise(record, figures)).map_err(|error| error.to_string())?;
        fs::write(&kept, raised + "\n").map_err(|error| error.to_string())?;
    }
    if arguments.check && fallen > 0 { Err(format!("{fallen} recorded figures have fallen by more than {SLACK}")) } else { Ok(()) }
}

/// The scorer's JSON, after it has printed its page.
fn score(scorer: &Path, arguments: &Arguments) -> Result<Value, String> {
    let annotator = env::current_exe().map_err(|error| error.to_string())?;
    let json: PathBuf = env::temp_dir().join(format!("pressmark-scores-{}.json", std::process::id()));
    let mut command = Command::new("python3");
    command.arg(scorer).arg("--annotator").arg(format!("'{}' annotate", annotator.display())).arg("--json").arg(&json);
    command.arg("--errors").arg(arguments.errors.to_string());
    command.args(arguments.sets.iter().flat_map(|sets| ["--sets", sets.as_str()]));
    let status = command.status().map_err(|error| format!("python3 cannot be started: {error}"))?;
    if !status.success() {
        return Err("the scorer failed".into());
    }
    let text = fs::read_to_string(&json).map_err(|error| error.to_string())?;
    let _ = fs::remove_file(&json);
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

/// The headline figures that the run has.
fn headlines(scores: &Value) -> Record {
    HEADLINES
        .iter()
        .filter_map(|name| {
            let place = name.split(' ').try_fold(scores, |at, step| at.get(step))?;
            let figure = place.get(2).unwrap_or(place).as_f64()?;
            Some(((*name).to_string(), figure))
        })
        .collect()
}

/// Prints what moved, and counts what fell too far.
fn compare(record: &Record, figures: &Record) -> usize {
    let mut fallen = 0;
    for (name, figure) in figures {
        let before = record.get(name).copied();
        let too_far = before.is_some_and(|before| figure + SLACK < before);
        fallen += usize::from(too_far);
        let change = before.map_or_else(|| "new".into(), |before| format!("{:+.1}", figure - before));
        println!("{name:45} {figure:6.1}  {change}{}", if too_far { "  FALLEN" } else { "" });
    }
    fallen
}

fn raise(mut record: Record, figures: Record) -> Record {
    for (name, figure) in figures {
        let best = record.entry(name).or_insert(figure);
        *best = best.max(figure);
    }
    record
}
