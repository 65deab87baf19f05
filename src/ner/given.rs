//! Names that the user wants recognised, or left alone: they win over the model.

use super::{Label, Mention};
use crate::confidence::Confidence;
use crate::order;
use crate::segment::{ParagraphBreak, Segments, segment};
use crate::span::Run;
use rustc_hash::FxHashMap;
use std::fmt;

/// The rule of a name that the user gave.
pub(crate) const RULE: &str = "name.given";
/// No name has more tokens.
const LONGEST: usize = 16;

/// A name the user wants recognised, in the spelling they want shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameEntry {
    /// The name.
    pub name: String,
    /// What it names.
    pub label: Label,
    /// Other names for the same.
    pub aliases: Vec<String>,
    /// What the person does, as it is to be shown.
    pub role: Option<String>,
    /// Whether these words are no name at all.
    pub ignore: bool,
}

/// The user's list of names, ready to be looked up.
///
/// ```
/// use pressmark::{Options, annotate, ner::{Label, NameEntry, Names}};
///
/// let quill = NameEntry { name: "quill & sons".into(), label: Label::Organisation, aliases: vec![], role: None, ignore: false };
/// let names = Names::new(vec![quill])?;
/// let annotation = annotate("It was sold to quill & sons.", &Options { names, ..Options::default() });
/// assert_eq!(annotation.entities[0].name, "quill & sons");
/// # Ok::<(), pressmark::ner::Error>(())
/// ```
///
/// Reading a text takes time linear in its length, however long the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    entries: Vec<NameEntry>,
    /// Entries by name and alias, in lower case, as [`Segments`] spells a run of tokens.
    by_words: FxHashMap<String, usize>,
    /// For the first word of each name, the number of tokens of the longest that it begins.
    longest: FxHashMap<String, usize>,
}

/// Why a list of names cannot be used.
///
/// The message is written for people and names the entry; there is nothing to match on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    entry: usize,
    words: String,
    problem: &'static str,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "entry {}, {:?}: expected {}", self.entry + 1, self.words, self.problem)
    }
}

impl std::error::Error for Error {}

impl Names {
    /// Prepares a list. Of two entries with one name, the first counts.
    ///
    /// # Errors
    ///
    /// When a name or an alias has no letter (`""`, `"…"`) or more than 16 words and marks.
    pub fn new(entries: Vec<NameEntry>) -> Result<Self, Error> {
        let mut names = Self::default();
        for (place, entry) in entries.iter().enumerate() {
            for words in std::iter::once(&entry.name).chain(&entry.aliases) {
                names.add(words, place).map_err(|problem| Error { entry: place, words: words.clone(), problem })?;
            }
        }
        names.entries = entries;
        Ok(names)
    }

    fn add(&mut self, words: &str, entry: usize) -> Result<(), &'static str> {
        let segments = segment(words, ParagraphBreak::BlankLine);
        let count = segments.tokens.len();
        if !words.contains(char::is_alphabetic) {
            return Err("a name or alias with at least one letter");
        }
        if count > LONGEST {
            return Err("a name or alias of at most 16 words and marks");
        }
        let longest = self.longest.entry(segments.lower(0).to_owned()).or_default();
        *longest = count.max(*longest);
        self.by_words.entry(segments.lower_run(Run::new(0, count)).to_owned()).or_insert(entry);
        Ok(())
    }

    /// The entry that a name found in the text stands for.
    pub(crate) fn entry(&self, words: &str) -> Option<(usize, &NameEntry)> {
        let &place = self.by_words.get(words)?;
        Some((place, &self.entries[place]))
    }

    /// Puts the user's names in the place of what the model found there.
    pub(super) fn apply(&self, segments: &Segments<'_>, mentions: &mut Vec<Mention>) {
        if self.entries.is_empty() {
            return;
        }
        let found = self.find(segments);
        let mut next = 0;
        mentions.retain(|mention| {
            while found.get(next).is_some_and(|(tokens, _)| tokens.end <= mention.tokens.start) {
                next += 1;
            }
            found.get(next).is_none_or(|(tokens, _)| !tokens.overlaps(mention.tokens))
        });
        let shown = found.into_iter().filter(|(_, entry)| !self.entries[*entry].ignore);
        mentions.extend(shown.map(|(tokens, entry)| Mention {
            tokens,
            span: segments.span(tokens),
            label: self.entries[entry].label,
            confidence: Confidence::FULL,
            rule: RULE,
        }));
        order::sort_by(mentions, |mention| mention.tokens.start.into());
    }

    /// The longest names, from left to right. A name with a capital is looked for with a capital.
    fn find(&self, segments: &Segments<'_>) -> Vec<(Run, usize)> {
        let mut found = Vec::new();
        let mut token = 0;
        while token < segments.tokens.len() {
            let longest = self.longest.get(segments.lower(token)).copied().unwrap_or(0);
            let limit = segments.sentence_of(token).end as usize;
            let hit = (token + 1..=limit.min(token + longest)).rev().find_map(|end| {
                let tokens = Run::new(token, end);
                let (entry, given) = self.entry(segments.lower_run(tokens))?;
                let fits = segments.tokens[token].is_capitalised() || !given.name.starts_with(char::is_uppercase);
                fits.then_some((tokens, entry))
            });
            token = hit.map_or(token + 1, |(tokens, _)| tokens.end as usize);
            found.extend(hit);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, annotate};

    fn entry(name: &str, aliases: &[&str], ignore: bool) -> NameEntry {
        NameEntry {
            name: name.into(),
            label: Label::Organisation,
            aliases: aliases.iter().map(|&alias| alias.into()).collect(),
            role: None,
            ignore,
        }
    }

    /// One line a case: the list, a text, its organisations.
    #[test]
    fn given() {
        for (entries, text, expected) in [
            (
                vec![entry("Quay Eleven", &["Eleventh Quay"], false)],
                "He left Quay Eleven in May. Eleventh Quay is busy.",
                "Quay Eleven+Eleventh Quay",
            ),
            (vec![entry("Quay Eleven", &[], false)], "He left quay eleven in May.", ""),
            (vec![entry("The World Bank", &[], true), entry("World Bank", &[], true)], "He left the World Bank in May.", ""),
        ] {
            let options = Options { names: Names::new(entries).expect("a list that can be used"), ..Options::default() };
            let annotation = annotate(text, &options);
            let organisations = annotation.entities.iter().filter(|entity| entity.kind == crate::annotation::EntityType::Organisation);
            let names: Vec<String> = organisations.map(|entity| [&[entity.name.clone()][..], &entity.aliases].concat().join("+")).collect();
            assert_eq!(names.join(" "), expected, "{text:?}");
        }
    }

    #[test]
    fn errors() {
        let refused =
            |name: &str| Names::new(vec![entry("Quay Eleven", &[], false), entry(name, &[], false)]).expect_err("no name").to_string();
        assert_eq!(refused("…"), "entry 2, \"…\": expected a name or alias with at least one letter");
        assert!(refused(&"a ".repeat(17)).ends_with("expected a name or alias of at most 16 words and marks"));
    }
}
