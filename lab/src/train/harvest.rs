//! Names harvested from unlabelled news: what the model, trained so far, reads alike again and again.

use super::corpus;
use pressmark::ner::lists::{self, Classes};
use pressmark::ner::{Label, recognize};
use pressmark::segment::{Kind, ParagraphBreak, Segments, segment};
use std::collections::BTreeMap;
use std::fs;

/// A name is kept when it was read so often …
const OFTEN: usize = 3;
/// … and in so many of a hundred places where its words stand.
const ALIKE: usize = 75;

const FILES: [&str; 5] = [
    "unlabelled/wikinews_2019_2020",
    "unlabelled/geovirus_wikinews",
    "unlabelled/wp_current_events_2002_2026",
    "unlabelled/globalvoices_2004",
    "unlabelled/masc_news",
];

/// Adds to `src/ner/harvest.txt` what the lists do not know yet.
pub fn write(corpora: &str) -> Result<(), String> {
    let mut harvest = Harvest::default();
    for file in FILES {
        for document in corpus::read(&format!("{corpora}/{file}.jsonl"))? {
            harvest.read(document["text"].as_str().unwrap_or(""));
        }
    }
    let before = fs::read_to_string("src/ner/harvest.txt").unwrap_or_default();
    let new = harvest.lines();
    let mut lines: BTreeMap<&str, String> =
        before.lines().filter_map(|line| line.split_once('\t')).map(|(name, classes)| (name, classes.to_owned())).collect();
    for (name, classes) in new.lines().filter_map(|line| line.split_once('\t')) {
        lines.entry(name).or_default().push_str(classes);
    }
    let lines: Vec<String> = lines.iter().map(|(name, classes)| format!("{name}\t{classes}\n")).collect();
    fs::write("src/ner/harvest.txt", lines.concat()).map_err(|error| error.to_string())
}

#[derive(Default)]
struct Harvest {
    /// Organisations and places: how often they were read so.
    names: BTreeMap<String, [usize; 3]>,
    /// Capitalised words: how often they stand anywhere.
    words: BTreeMap<String, usize>,
    /// How often a word opens or ends the name of a person.
    first: BTreeMap<String, usize>,
    last: BTreeMap<String, usize>,
}

impl Harvest {
    fn read(&mut self, text: &str) {
        let segments = segment(text, ParagraphBreak::Auto);
        for (token, _) in segments.tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Word && token.is_capitalised()) {
            *self.words.entry(segments.lower(token).to_owned()).or_default() += 1;
        }
        for name in recognize(&segments, &pressmark::ner::Names::default()) {
            self.names.entry(segments.lower_run(name.tokens).to_owned()).or_default()[name.label as usize] += 1;
            if name.label == Label::Person {
                self.person(&segments, name.tokens.start as usize, name.tokens.end as usize - 1);
            }
        }
    }

    fn person(&mut self, segments: &Segments<'_>, first: usize, last: usize) {
        if first < last {
            *self.first.entry(segments.lower(first).to_owned()).or_default() += 1;
        }
        *self.last.entry(segments.lower(last).to_owned()).or_default() += 1;
    }

    fn lines(&self) -> String {
        let mut entries: BTreeMap<&str, String> = BTreeMap::new();
        for (name, counts) in &self.names {
            let total: usize = counts.iter().sum();
            let most = counts[1].max(counts[2]);
            let standing = if name.contains([' ', '-']) { total } else { self.words.get(name).copied().unwrap_or(total) };
            if is_often(most, standing) && is_plain(name) {
                add(&mut entries, name, if counts[1] == most { (Classes::ORGANISATION, 'o') } else { (Classes::CITY, 'c') });
            }
        }
        for (words, class) in [(&self.first, (Classes::FIRST_NAME, 'f')), (&self.last, (Classes::SURNAME, 's'))] {
            for (word, &count) in words.iter().filter(|(word, _)| is_plain(word)) {
                if is_often(count, self.words.get(word).copied().unwrap_or(count)) {
                    add(&mut entries, word, class);
                }
            }
        }
        entries.iter().map(|(name, classes)| format!("{name}\t{classes}\n")).collect::<Vec<_>>().concat()
    }
}

/// Adds a class that the other lists do not know of.
fn add<'n>(entries: &mut BTreeMap<&'n str, String>, name: &'n str, (class, letter): (Classes, char)) {
    let known = if name.contains([' ', '-']) { lists::phrase(name).is_some() } else { lists::word(name).classes.has(class) };
    let classes = entries.entry(name).or_default();
    if !known && !classes.contains(letter) {
        classes.push(letter);
    }
    if classes.is_empty() {
        entries.remove(name);
    }
}

fn is_often(read: usize, standing: usize) -> bool {
    read >= OFTEN && read * 100 >= standing * ALIKE
}

fn is_plain(name: &str) -> bool {
    name.chars().count() > 1
        && name.split(' ').count() <= 5
        && name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '.' | '\'' | '&'))
}
