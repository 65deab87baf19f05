//! How often each rule is right, and each confidence: what the confidences in the code are set from.
//!
//! Right means: a name with the gold's span and label; a date that overlaps a gold expression of the same value; a quotation
//! that shares half of its words with a gold one and has its speaker. Gold marked optional counts neither way.

use pressmark::annotation::{Annotation, EntityType, Evidence, Form, Quote};
use pressmark::confidence::Confidence;
use pressmark::span::Span;
use pressmark::{Options, annotate};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Findings, and how many of them are right.
#[derive(Default)]
struct Tally {
    rules: BTreeMap<String, (usize, usize)>,
    tenths: BTreeMap<String, (usize, usize)>,
}

impl Tally {
    fn add(&mut self, layer: &str, evidence: &[Evidence], confidence: Confidence, right: bool) {
        let rules: Vec<&str> = evidence.iter().map(|evidence| evidence.rule).collect();
        let tenth = usize::from(confidence.percent()) / 10 * 10;
        for (counts, key) in
            [(&mut self.rules, format!("{layer} {}", rules.join(" + "))), (&mut self.tenths, format!("{layer} confidence {tenth:3}"))]
        {
            let count = counts.entry(key).or_default();
            count.0 += 1;
            count.1 += usize::from(right);
        }
    }

    fn print(&self) {
        for counts in [&self.rules, &self.tenths] {
            let mut rows: Vec<_> = counts.iter().collect();
            rows.sort_by_key(|(key, (found, _))| (key.split(' ').next().unwrap_or("").to_string(), std::cmp::Reverse(*found)));
            for (key, (found, right)) in rows {
                println!("{key:70} {right:5} of {found:5} right  {:3} %", right * 100 / found);
            }
            println!();
        }
    }
}

/// Prints both tables for some files of gold, relative to `../shared`.
pub fn run(files: &[String]) -> Result<(), String> {
    let mut tally = Tally::default();
    for file in files {
        for gold in shared_lines(file)? {
            Document::new(&gold).judge(&mut tally);
        }
    }
    tally.print();
    Ok(())
}

/// The documents of a file of gold, relative to `../shared`.
pub fn shared_lines(file: &str) -> Result<Vec<Value>, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(file);
    let lines = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = lines.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).map_err(|error| format!("{}: {error}", path.display()))).collect()
}

/// A gold document, and where its code points stand.
pub struct Document<'g> {
    gold: &'g Value,
    pub text: &'g str,
    bytes: Vec<u32>,
}

impl<'g> Document<'g> {
    pub fn new(gold: &'g Value) -> Self {
        let text = gold["text"].as_str().unwrap_or("");
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).filter_map(|at| u32::try_from(at).ok()).collect();
        Self { gold, text, bytes }
    }

    fn judge(&self, tally: &mut Tally) {
        let published = self.gold["dct"].as_str().and_then(|date| date.parse().ok());
        let options = Options { published, min_confidence: Confidence::new(0), ..Options::default() };
        let annotation = annotate(self.text, &options);
        self.judge_names(&annotation, tally);
        self.judge_dates(&annotation, tally);
        self.judge_quotes(&annotation, tally);
    }

    pub fn span(&self, gold: &Value) -> Span {
        let at = |value: &Value| value.as_u64().and_then(|point| self.bytes.get(usize::try_from(point).ok()?)).copied().unwrap_or(0);
        if gold.is_array() {
            Span { start: at(&gold[0]), end: at(&gold[1]) }
        } else {
            Span { start: at(&gold["start"]), end: at(&gold["end"]) }
        }
    }

    fn judge_names(&self, annotation: &Annotation, tally: &mut Tally) {
        let Some(gold) = self.gold["entities"].as_array() else { return };
        for mention in &annotation.mentions {
            let label = match annotation.entities[mention.entity].kind {
                EntityType::Person => "PERSON",
                EntityType::Organisation => "ORG",
                EntityType::Place => "PLACE",
                EntityType::Group | EntityType::Unnamed => continue,
            };
            let optional = gold.iter().any(|entity| is_optional(entity) && self.span(entity).overlaps(mention.span));
            if optional || matches!(mention.form, Form::Pronoun | Form::Description) {
                continue;
            }
            let right = gold.iter().any(|entity| self.span(entity) == mention.span && either(entity, "label", "alt", label));
            tally.add(&format!("name {label}"), &mention.evidence, mention.confidence, right);
        }
    }

    fn judge_dates(&self, annotation: &Annotation, tally: &mut Tally) {
        let Some(gold) = self.gold["times"].as_array() else { return };
        for date in &annotation.dates {
            let same_place: Vec<_> = gold.iter().filter(|time| self.span(time).overlaps(date.span)).collect();
            if !same_place.iter().any(|time| is_optional(time)) {
                let right = same_place.iter().any(|time| either(time, "value", "alt_values", &date.value));
                tally.add("date", &date.evidence, date.confidence, right);
            }
        }
    }

    fn judge_quotes(&self, annotation: &Annotation, tally: &mut Tally) {
        let Some(gold) = self.gold["quotes"].as_array() else { return };
        for quote in &annotation.quotes {
            let best = gold.iter().max_by_key(|other| self.shared_words(quote, other));
            let Some(best) = best.filter(|best| self.shared_words(quote, best) >= 500) else {
                tally.add("quote", &quote.evidence, quote.confidence, false);
                continue;
            };
            if !is_optional(best) {
                tally.add("quote", &quote.evidence, quote.confidence, Self::has_speaker(annotation, quote, best));
            }
        }
    }

    /// Words that both contents have, in thousandths of those that either has.
    fn shared_words(&self, quote: &Quote, gold: &Value) -> usize {
        let gold: Vec<Span> = gold["content"].as_array().into_iter().flatten().map(|span| self.span(span)).collect();
        let ours = self.word_starts(&quote.content);
        let theirs = self.word_starts(&gold);
        let both = ours.iter().filter(|start| theirs.binary_search(start).is_ok()).count();
        both * 1000 / (ours.len() + theirs.len() - both).max(1)
    }

    fn word_starts(&self, spans: &[Span]) -> Vec<usize> {
        let mut starts = Vec::new();
        for span in spans {
            let mut inside = false;
            for (at, letter) in span.of(self.text).char_indices() {
                if letter.is_alphanumeric() && !inside {
                    starts.push(span.start as usize + at);
                }
                inside = letter.is_alphanumeric();
            }
        }
        starts
    }

    fn has_speaker(annotation: &Annotation, quote: &Quote, gold: &Value) -> bool {
        let ours = quote.speaker.map(|speaker| &annotation.entities[speaker]).filter(|speaker| speaker.kind != EntityType::Unnamed);
        match (gold["speaker"].as_str(), ours) {
            (Some(name), Some(speaker)) => {
                let last = |name: &str| name.rsplit(' ').next().unwrap_or("").to_lowercase();
                last(name) == last(&speaker.name)
            }
            (None, None) => true,
            _ => false,
        }
    }
}

fn is_optional(gold: &Value) -> bool {
    gold["opt"].as_bool().unwrap_or(false)
}

/// Whether the gold says `found`, as its first answer or as one that is right too.
fn either(gold: &Value, first: &str, others: &str, found: &str) -> bool {
    gold[first] == found || gold[others].as_array().is_some_and(|others| others.iter().any(|other| other == found))
}
