//! The head of a source: which of its words says who speaks.
//!
//! ```text
//! Stein spokeswoman |Melezia Figueroa|  ·  her lawyer, |Ada Quill|  ·  a |spokesman| for Ada Quill  ·  Ada Quill’s |campaign|
//! ```

use super::Cast;
use crate::annotation::EntityType;
use crate::segment::{Kind, Segments};
use crate::span::Run;

/// Who a source says is speaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// Index of a mention.
    Name(usize),
    /// Indices of mentions: "Smith and Jones".
    Names(Vec<usize>),
    /// `she`
    Pronoun(Pronoun),
    /// `the diplomat`, `a spokeswoman`
    Description {
        /// In lower case: "diplomat".
        noun: String,
        /// Whether it is somebody already known: "the", "her", "this".
        definite: bool,
    },
}

/// A pronoun that can speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// `he`
    He,
    /// `she`
    She,
    /// `it`
    It,
    /// `they`
    They,
    /// `who`
    Who,
    /// `I`, `we`: whoever speaks the words around it.
    Speaker,
}

/// Reads a source. `named` is how many of the mentions are names, in text order.
pub(super) fn head(segments: &Segments<'_>, cast: &Cast, named: usize, source: Run) -> Head {
    if let Some(pronoun) = pronoun(segments.lower_run(source)) {
        return Head::Pronoun(pronoun);
    }
    let mut start = source.start as usize;
    let parts = parts(segments, source);
    for (place, &end) in parts.iter().enumerate() {
        let part = Run::new(start, end);
        let found = names_in(segments, cast, named, phrase_end(segments, part));
        let is_person = |name: usize| cast.entities[cast.mentions[name].entity].kind == EntityType::Person;
        match found[..] {
            [name] if place == 0 || is_person(name) => return Head::Name(name),
            [] | [_] => {}
            _ => return Head::Names(found),
        }
        start = end + 1;
    }
    let first = Run::new(source.start as usize, parts[0]);
    let phrase = phrase_end(segments, first);
    let noun = phrase.range().rev().find(|&token| segments.tokens[token].kind == Kind::Word).map_or("", |token| segments.lower(token));
    let definite = matches!(segments.lower(source.start as usize), "the" | "this" | "that" | "his" | "her" | "their" | "its");
    Head::Description { noun: noun.to_owned(), definite }
}

fn pronoun(words: &str) -> Option<Pronoun> {
    Some(match words {
        "he" => Pronoun::He,
        "she" => Pronoun::She,
        "it" => Pronoun::It,
        "they" => Pronoun::They,
        "who" | "which" => Pronoun::Who,
        "i" | "we" | "you" => Pronoun::Speaker,
        _ => return None,
    })
}

/// Where the parts between commas end: the phrase, then its appositions.
fn parts(segments: &Segments<'_>, source: Run) -> Vec<usize> {
    let commas = source.range().filter(|&token| segments.lower(token) == ",");
    commas.chain(std::iter::once(source.end as usize)).collect()
}

/// The part up to its first preposition, bracket or relative.
fn phrase_end(segments: &Segments<'_>, part: Run) -> Run {
    let stops = |word: &str| {
        matches!(
            word,
            "of" | "for"
                | "at"
                | "from"
                | "in"
                | "with"
                | "to"
                | "on"
                | "close"
                | "near"
                | "against"
                | "("
                | "who"
                | "by"
                | "inside"
                | "within"
        )
    };
    let end = part.range().skip(1).find(|&token| stops(segments.lower(token))).unwrap_or(part.end as usize);
    Run::new(part.start as usize, end)
}

/// The names that end a phrase: the last one, and those joined to it by "and".
fn names_in(segments: &Segments<'_>, cast: &Cast, named: usize, phrase: Run) -> Vec<usize> {
    if phrase.is_empty() {
        return Vec::new();
    }
    let span = segments.span(phrase);
    let mentions = &cast.mentions[..named];
    let last = mentions.partition_point(|mention| mention.span.start < span.end);
    let mut found: Vec<usize> = Vec::new();
    let mut end = span.end;
    for place in (0..last).rev() {
        let mention = &mentions[place];
        let between = segments.text[mention.span.end as usize..end.max(mention.span.end) as usize].trim();
        if mention.span.start < span.start || !(between.is_empty() || !found.is_empty() && between == "and") {
            break;
        }
        found.push(place);
        end = mention.span.start;
    }
    found.reverse();
    found
}
