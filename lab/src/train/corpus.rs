//! The corpora that may train, as examples.

use pressmark::ner::features::Sheet;
use pressmark::ner::labels::{LABELS, OTHER, OUTSIDE, Place, label};
use pressmark::ner::lists::{self, Classes};
use pressmark::segment::{ParagraphBreak, Segments, segment};
use serde_json::Value;
use std::fs;

/// One stretch of tokens, with the labels that each may have.
pub struct Example {
    /// For each token.
    pub tokens: Vec<Observed>,
    /// How much it counts.
    pub weight: f32,
}

/// One token.
pub struct Observed {
    /// What the model looks at.
    pub features: Vec<u32>,
    /// Which transitions apply before it.
    pub joint: usize,
    /// The labels that it may have, a bit for each.
    pub allowed: u32,
}

/// How a corpus is used.
#[expect(clippy::struct_excessive_bools, reason = "each is one trait of a corpus")]
struct Source {
    file: &'static str,
    /// How much one of its sentences counts.
    weight: f32,
    /// One document in so many is read.
    every: usize,
    /// Whether names other than people, organisations and places are marked.
    misc: bool,
    /// Whether what is not marked may be a name all the same.
    partial: bool,
    /// Whether countries and what stands before a hyphen ("Aker-based") may be unmarked though they are names.
    silver: bool,
    /// Whether copies in capitals are read too.
    copies: bool,
}

const fn source(file: &'static str, weight: f32, every: usize) -> Source {
    Source { file, weight, every, misc: true, partial: false, silver: false, copies: false }
}

const SOURCES: [Source; 14] = [
    Source { copies: true, ..source("wikinews/train", 3.0, 1) },
    Source { copies: true, ..source("entities/train/news_gold", 3.0, 1) },
    Source { silver: true, ..source("entities/train/gmb", 0.5, 2) },
    Source { partial: true, ..source("entities/train/wpce_silver", 0.7, 1) },
    source("entities/train/wikigold", 1.0, 1),
    source("entities/train/crossner_politics", 0.7, 1),
    source("entities/train/crossner_science", 0.4, 1),
    source("entities/train/crossner_music", 0.4, 1),
    source("entities/train/crossner_literature", 0.4, 1),
    source("entities/train/crossner_ai", 0.4, 1),
    source("entities/train/redocred", 0.5, 1),
    Source { misc: false, ..source("entities/train/gum_news_interview", 0.7, 1) },
    Source { misc: false, ..source("entities/train/gum_other", 0.5, 1) },
    Source { misc: false, ..source("entities/train/uner_ewt_dev", 0.7, 1) },
];

/// Reads them all.
pub fn examples(corpora: &str) -> Result<Vec<Example>, String> {
    let mut examples = Vec::new();
    for source in &SOURCES {
        let (before, mut lost, mut names) = (examples.len(), 0, 0);
        for document in read(&format!("{corpora}/{}.jsonl", source.file))?.iter().step_by(source.every) {
            let text = document["text"].as_str().unwrap_or("");
            let (votes, marked): (Vec<Name>, Vec<Name>) = self::gold(document, text, false)
                .into_iter()
                .partition(|&(start, end, kind)| kind == OTHER && text[start..end].contains("election"));
            let gold = mend(text, marked, source.silver);
            let optional = [self::gold(document, text, true), votes].concat();
            names += gold.len();
            lost += add(text, &gold, &optional, source, &mut examples);
            if source.copies {
                for copy in [titled(text), capitals(text)] {
                    add(&copy, &gold, &optional, &Source { weight: source.weight * 0.25, ..*source }, &mut examples);
                }
            }
        }
        eprintln!("{}: {} examples, {names} names, {lost} not on token borders or outside islands", source.file, examples.len() - before);
    }
    Ok(examples)
}

/// A name that is marked: first byte, one past the last, kind.
pub type Name = (usize, usize, usize);

/// Reads JSON Lines.
pub fn read(file: &str) -> Result<Vec<Value>, String> {
    let lines = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    lines.lines().map(|line| serde_json::from_str(line).map_err(|error| format!("{file}: {error}"))).collect()
}

/// The names that are marked, or those that need not be found.
pub fn gold(document: &Value, text: &str, optional: bool) -> Vec<Name> {
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let at = |value: &Value| offsets[value.as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0)];
    let entities = document["entities"].as_array().map_or(&[][..], Vec::as_slice);
    entities
        .iter()
        .filter(|entity| (entity["opt"] == true) == optional)
        .filter_map(|entity| Some((at(&entity["start"]), at(&entity["end"]), kind(entity["label"].as_str()?)?)))
        .collect()
}

/// Brings names to the conventions of this project: no "the" before them, no title before people, "US" within the name of
/// an organisation, and nothing without a capital.
fn mend(text: &str, names: Vec<Name>, silver: bool) -> Vec<Name> {
    let mut mended: Vec<Name> = Vec::new();
    for (mut start, end, kind) in names {
        for word in [
            "the ",
            "The ",
            "Mr. ",
            "Mrs. ",
            "Ms. ",
            "Dr. ",
            "Sir ",
            "Lord ",
            "President ",
            "Prime Minister ",
            "Senator ",
            "Pope ",
            "King ",
            "Queen ",
            "General ",
        ] {
            let strips = if word.eq_ignore_ascii_case("the ") { kind == 1 || word == "the " } else { kind == 0 };
            if strips && text[start..end].starts_with(word) && end - start > word.len() {
                start += word.len();
            }
        }
        while kind == 2 && text[start..end].starts_with(char::is_lowercase) && text[start..end].contains(' ') {
            start += text[start..end].find(' ').map_or(0, |space| space + 1);
        }
        if !text[start..end].contains(char::is_uppercase) {
            continue;
        }
        let kind = listed(&text[start..end].to_lowercase(), kind, silver);
        match mended.last_mut() {
            Some(last)
                if kind == 1
                    && last.2 == 2
                    && last.1 + 1 == start
                    && matches!(&text[last.0..last.1], "US" | "U.S." | "United States" | "UK" | "U.K.") =>
            {
                *last = (last.0, end, kind);
            }
            _ => mended.push((start, end, kind)),
        }
    }
    mended
}

/// The kind of a name that the lists know better: a country is a place, a nationality neither a place nor an organisation.
fn listed(name: &str, kind: usize, silver: bool) -> usize {
    let classes = lists::word(name).classes;
    let country = classes.has(Classes::COUNTRY) || lists::phrase(name) == Some(Classes::COUNTRY.number());
    let person = classes.any(Classes(Classes::FIRST_NAME.0 | Classes::SURNAME.0));
    match kind {
        1 | 3 if country && !person => 2,
        0..=2 if classes.has(Classes::NATIONALITY) && !person && !classes.has(Classes::ORGANISATION) => 3,
        1 if silver && classes.has(Classes::CITY) && !classes.has(Classes::ORGANISATION) && !person => 2,
        2 if classes.has(Classes::ORGANISATION) && !classes.any(Classes(Classes::CITY.0 | Classes::COUNTRY.0 | Classes::REGION.0)) => 1,
        kind => kind,
    }
}

fn kind(label: &str) -> Option<usize> {
    ["PERSON", "ORG", "PLACE", "MISC"].iter().position(|&name| name == label)
}

/// Adds the examples of one text; returns how many names are lost.
fn add(text: &str, gold: &[Name], optional: &[Name], source: &Source, examples: &mut Vec<Example>) -> usize {
    let segments = segment(text, ParagraphBreak::Auto);
    let (labels, astray) = align(&segments, gold);
    let sheet = Sheet::new(&segments);
    let is_optional = |token: usize| {
        optional
            .iter()
            .any(|name| name.0 <= segments.tokens[token].span.start as usize && segments.tokens[token].span.end as usize <= name.1)
    };
    let mut is_read = vec![false; labels.len()];
    for island in sheet.islands() {
        let tokens = island.tokens.range().map(|token| {
            is_read[token] = true;
            let mut features = Vec::new();
            sheet.features(island, token, &mut features);
            Observed {
                features,
                joint: sheet.joint(token),
                allowed: if is_optional(token) || source.silver && labels[token] == OUTSIDE && is_gap(&segments, token) {
                    ANY
                } else {
                    allowed(labels[token], source, segments.tokens[token].is_capitalised())
                },
            }
        });
        examples.push(Example { tokens: tokens.collect(), weight: source.weight });
    }
    astray + labels.iter().zip(is_read).filter(|(label, is_read)| **label != OUTSIDE && !is_read).count()
}

/// A country, or a capital before a hyphen.
fn is_gap(segments: &Segments<'_>, token: usize) -> bool {
    let hyphened = segments.lower(token + 1) == "-" && segments.glued(token + 1);
    segments.tokens[token].is_capitalised() && (hyphened || lists::word(segments.lower(token)).classes.has(Classes::COUNTRY))
}

/// All labels.
const ANY: u32 = (1 << LABELS) - 1;

/// The labels that a token may have.
fn allowed(gold: usize, source: &Source, capital: bool) -> u32 {
    let bit = |label: usize| 1_u32 << label;
    match gold {
        OUTSIDE if source.partial && capital => ANY,
        OUTSIDE if !source.misc => bit(OUTSIDE) | (13..17).map(bit).sum::<u32>(),
        gold => bit(gold),
    }
}

/// A label for each token, and how many names do not begin and end with tokens.
fn align(segments: &Segments<'_>, gold: &[Name]) -> (Vec<usize>, usize) {
    let mut labels = vec![OUTSIDE; segments.tokens.len()];
    let mut lost = 0;
    for &(start, end, kind) in gold {
        let first = segments.tokens.partition_point(|token| (token.span.start as usize) < start);
        let end_token = segments.tokens.partition_point(|token| (token.span.end as usize) < end);
        let fits = end_token < segments.tokens.len()
            && first <= end_token
            && segments.tokens[first].span.start as usize == start
            && segments.tokens[end_token].span.end as usize == end
            && labels[first..=end_token].iter().all(|&label| label == OUTSIDE);
        if !fits {
            lost += 1;
            continue;
        }
        for (token, spot) in labels.iter_mut().enumerate().take(end_token + 1).skip(first) {
            let place = match (token == first, token == end_token) {
                (true, true) => Place::Unit,
                (true, false) => Place::Begin,
                (false, true) => Place::Last,
                (false, false) => Place::Inside,
            };
            *spot = label(kind, place);
        }
    }
    (labels, lost)
}

/// `The Council Votes to Close the Bridge`; every letter keeps its place.
pub fn titled(text: &str) -> String {
    const SMALL: [&str; 20] =
        ["a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "at", "by", "with", "as", "from", "but", "is", "s", "t", "that"];
    let mut copy = String::with_capacity(text.len());
    for word in text.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let small = SMALL.contains(&word.trim_end_matches(|letter: char| !letter.is_alphanumeric())) && word.len().is_multiple_of(2);
        match word.chars().next() {
            Some(first) if first.is_ascii_lowercase() && !small => {
                copy.push(first.to_ascii_uppercase());
                copy.push_str(&word[1..]);
            }
            _ => copy.push_str(word),
        }
    }
    copy
}

/// `THE COUNCIL VOTES`; every letter keeps its place.
pub fn capitals(text: &str) -> String {
    let upper = |letter: char| {
        let mut upper = letter.to_uppercase();
        upper.next().filter(|first| upper.next().is_none() && first.len_utf8() == letter.len_utf8())
    };
    text.chars().map(|letter| upper(letter).unwrap_or(letter)).collect()
}
