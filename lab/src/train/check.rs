//! Strict F1 on the development sets: a glance while trying settings. `lab eval` prints the full scores.

use super::corpus;
use pressmark::linear::Model;
use pressmark::ner::features::Sheet;
use pressmark::ner::{Label, find, recognize_with};
use pressmark::segment::{ParagraphBreak, segment};
use std::fs;

const SETS: [(&str, &str); 7] = [
    ("wikinews", "wikinews/dev"),
    ("current", "entities/dev/current_events"),
    ("world", "entities/dev/enww_dev.evalonly"),
    ("pud", "entities/dev/uner_pud"),
    ("malay", "entities/dev/men_dev.evalonly"),
    ("articles", "../gold/articles"),
    ("cases", "../gold/cases"),
];

/// A line for each set: people, organisations, places, all; and for the first set also in capitals.
pub fn print(corpora: &str, weights: &str) -> Result<(), String> {
    let bytes = fs::read(weights).map_err(|error| format!("{weights}: {error}"))?;
    let model = Model::read(Vec::leak(bytes));
    for (name, file) in SETS {
        println!("{name:9} {}", score(&model, &format!("{corpora}/{file}.jsonl"), std::borrow::ToOwned::to_owned)?);
    }
    let wikinews = format!("{corpora}/wikinews/dev.jsonl");
    println!("titled    {}", score(&model, &wikinews, corpus::titled)?);
    println!("capitals  {}", score(&model, &wikinews, corpus::capitals)?);
    Ok(())
}

/// How often the names of each kind are right, by margin: what `ner::confidence` is made from.
pub fn calibrate(corpora: &str, weights: &str) -> Result<(), String> {
    let bytes = fs::read(weights).map_err(|error| format!("{weights}: {error}"))?;
    let model = Model::read(Vec::leak(bytes));
    let mut bins = [[[0_usize; 2]; 20]; 4];
    for file in [
        "wikinews/dev",
        "entities/dev/current_events",
        "entities/dev/uner_pud",
        "entities/dev/gum_news_interview",
        "../gold/cases",
        "../gold/articles",
    ] {
        for document in corpus::read(&format!("{corpora}/{file}.jsonl"))? {
            let text = document["text"].as_str().unwrap_or("");
            let optional = corpus::gold(&document, text, true);
            let gold = corpus::gold(&document, text, false);
            let segments = segment(text, ParagraphBreak::Auto);
            for found in find(&model, &Sheet::new(&segments)) {
                let span = segments.span(found.tokens);
                let name = (span.start as usize, span.end as usize, found.kind);
                if found.kind > 2 || optional.iter().any(|other| other.0 < name.1 && name.0 < other.1) {
                    continue;
                }
                let bin = &mut bins[if found.elsewhere { 3 } else { found.kind }][usize::try_from(found.margin / 10).unwrap_or(0).min(19)];
                bin[0] += usize::from(gold.contains(&name));
                bin[1] += 1;
            }
        }
    }
    for (margin, row) in (0..20).map(|bin| (bin * 10, bins.map(|kind| kind[bin]))) {
        println!(
            "{margin:4} {}",
            row.map(|[right, all]| format!("{:4.0}% of {all:4}", 100.0 * right as f64 / all.max(1) as f64)).join("  ")
        );
    }
    Ok(())
}

/// Right, found and marked, for people, organisations, places.
type Counts = [[usize; 3]; 3];

fn score(model: &Model, file: &str, copy: impl Fn(&str) -> String) -> Result<String, String> {
    let mut counts = Counts::default();
    for document in corpus::read(file)? {
        let text = copy(document["text"].as_str().unwrap_or(""));
        let optional: Vec<_> = corpus::gold(&document, &text, true);
        let gold: Vec<_> = corpus::gold(&document, &text, false).into_iter().filter(|name| name.2 < 3).collect();
        let segments = segment(&text, ParagraphBreak::Auto);
        for name in recognize_with(model, &segments) {
            let found = (name.span.start as usize, name.span.end as usize, kind(name.label));
            if optional.iter().any(|other| other.0 < found.1 && found.0 < other.1) {
                continue;
            }
            counts[found.2][1] += 1;
            counts[found.2][0] += usize::from(gold.contains(&found));
        }
        for name in gold {
            counts[name.2][2] += 1;
        }
    }
    let all = [0, 1, 2].map(|which| counts.iter().map(|count| count[which]).sum());
    let two = [0, 1, 2].map(|which| counts[..2].iter().map(|count| count[which]).sum());
    Ok(format!("{:5.1} {:5.1} {:5.1}   p+o {:5.1}   all {:5.1}", f1(counts[0]), f1(counts[1]), f1(counts[2]), f1(two), f1(all)))
}

fn f1([right, found, marked]: [usize; 3]) -> f64 {
    200.0 * right as f64 / ((found + marked) as f64).max(1.0)
}

const fn kind(label: Label) -> usize {
    match label {
        Label::Person => 0,
        Label::Organisation => 1,
        Label::Place => 2,
    }
}
