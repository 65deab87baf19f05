//! Descriptions: "the diplomat", "the 61-year-old", "the company", and whom they fit.
//!
//! `kinds.txt`: a noun, and nouns that name some of the people or bodies it names.

use super::gender;
use crate::annotation::{Entity, EntityType, Mention};
use crate::lexicon::lexicon;
use crate::segment::{Kind, Segments};
use crate::span::Run;

lexicon!(KINDS, "kinds.txt");

/// Words around a name that describe its bearer go no further than this.
const REACH: usize = 8;

/// The words that describe each entity where it is named.
pub(super) struct Descriptions<'s> {
    /// For each entity, in lower case.
    words: Vec<Vec<&'s str>>,
}

impl<'s> Descriptions<'s> {
    pub fn new(segments: &'s Segments<'_>, names: &[Mention], entities: &[Entity]) -> Self {
        let mut words: Vec<Vec<&str>> = vec![Vec::new(); entities.len()];
        for (place, name) in names.iter().enumerate() {
            let person =
                place.checked_sub(1).map(|before| &names[before]).filter(|before| entities[before.entity].kind == EntityType::Person);
            let before = person.map_or(0, |person| person.span.end);
            let start = segments.token_from(name.span.start);
            let end = segments.token_from(name.span.end);
            let known = &mut words[name.entity];
            if known.len() < 60 {
                known.extend(around(segments, Run::new(start, end), before));
            }
        }
        Self { words }
    }

    /// How well a description fits: 0 not at all, else one for its noun and one for each other word of it.
    pub fn fit(&self, entity: usize, description: &[&str], noun: &str) -> usize {
        let Some(words) = self.words.get(entity) else { return 0 };
        // "the prime minister" is no other minister.
        let is_prime = |words: &[&str]| words.contains(&"prime");
        let is_other =
            noun == "president" && !is_president(words, description) || noun == "minister" && is_prime(description) && !is_prime(words);
        if is_other || !words.iter().any(|word| names_same(noun, word)) {
            return 0;
        }
        let exact = usize::from(words.contains(&noun));
        1 + exact + description.iter().filter(|&&word| word != noun && words.contains(&word)).count()
    }

    /// Whether a word, or an age ("the 61-year-old"), stands beside the name of an entity.
    pub fn has(&self, entity: usize, word: &str) -> bool {
        self.words.get(entity).is_some_and(|words| words.contains(&word))
    }

    /// Whether an age in the teens is given for the entity: "the teenager".
    pub fn is_teenage(&self, entity: usize) -> bool {
        self.words.get(entity).is_some_and(|words| {
            words.iter().any(|word| word.len() == 2 && matches!(*word, "13" | "14" | "15" | "16" | "17" | "18" | "19"))
        })
    }

    /// Whether some age is given for the entity.
    pub fn gives_age(&self, entity: usize) -> bool {
        self.words
            .get(entity)
            .is_some_and(|words| words.iter().any(|word| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())))
    }
}

/// A vice president is no president, unless once called so, and the other way round.
fn is_president(words: &[&str], description: &[&str]) -> bool {
    let count = |wanted: &str| words.iter().filter(|&&word| word == wanted).count();
    if description.contains(&"vice") { count("vice") > 0 } else { count("president") > count("vice") }
}

/// Whether `noun` can stand for somebody called a `word`: the same, or a wider term.
fn names_same(noun: &str, word: &str) -> bool {
    noun == word || KINDS.get(noun).is_some_and(|narrower| narrower.split(' ').any(|narrower| narrower == word))
}

/// Whether the noun names bodies of people, not people.
pub(super) fn is_body(noun: &str) -> bool {
    matches!(KINDS.get(noun), Some(kinds) if kinds.starts_with("body"))
}

/// Whether the noun names one person, whatever they do.
pub(super) fn is_person(noun: &str) -> bool {
    gender::of_noun(noun).is_some()
        || noun.ends_with("er")
        || noun.ends_with("or")
        || noun.ends_with("ist")
        || noun.ends_with("old")
        || matches!(noun, "person" | "one" | "source" | "friend" | "child" | "youth" | "teen" | "patient" | "voice" | "head" | "chief")
}

/// Whether a noun says no more than that it is an organisation: "the company".
pub(super) fn is_any_body(noun: &str) -> bool {
    matches!(noun, "company" | "firm" | "group" | "organisation" | "organization" | "agency" | "maker" | "charity" | "club" | "team")
}

/// Whether a noun alone can stand for an organisation: "the company", "the bank".
pub(super) fn is_business(noun: &str) -> bool {
    let is_trade = matches!(
        noun,
        "manufacturer"
            | "retailer"
            | "bank"
            | "airline"
            | "newspaper"
            | "website"
            | "channel"
            | "network"
            | "operator"
            | "supplier"
            | "broadcaster"
            | "publisher"
            | "tabloid"
            | "carmaker"
            | "automaker"
            | "drugmaker"
            | "chipmaker"
            | "lender"
            | "insurer"
            | "brewer"
            | "startup"
            | "bloc"
            | "nonprofit"
    );
    is_trade || is_any_body(noun)
}

/// Whether a name is that of a body that watches over others.
pub(super) fn is_authority(name: &str) -> bool {
    let heads = ["Authority", "Commission", "Agency", "Office", "Ombudsman", "Administration", "Inspectorate", "Regulator"];
    name.starts_with("Of") && !name.contains(' ') || name.split(' ').any(|word| heads.contains(&word))
}

/// Whether a name is that of no company: the state's, or of several states.
pub(super) fn is_public(name: &str) -> bool {
    let heads = [
        "Assembly",
        "Committee",
        "Union",
        "EU",
        "UN",
        "Nations",
        "Nato",
        "NATO",
        "Commission",
        "Ministry",
        "Department",
        "Government",
        "Parliament",
        "Court",
        "Council",
        "Senate",
        "Congress",
        "Police",
        "Fed",
        "Treasury",
        "House",
    ];
    is_authority(name) || name.split(' ').any(|word| heads.contains(&word))
}

/// Which of an entity's kinds a noun can describe.
pub(super) fn describes(noun: &str, kind: EntityType) -> bool {
    if is_body(noun) { kind == EntityType::Organisation } else { kind == EntityType::Person }
}

/// `her`, before what somebody is to her
pub(super) fn is_possessive(word: &str) -> bool {
    matches!(word, "his" | "her" | "their")
}

/// The words before a name, back to where its phrase begins, and those of an apposition after it.
fn around<'s>(segments: &'s Segments<'_>, name: Run, before: u32) -> Vec<&'s str> {
    let (start, end) = (name.start as usize, name.end as usize);
    let mut words: Vec<&str> = Vec::new();
    let first = segments.sentence_of(start).start as usize;
    // "her daughter, |Ada Quill|,"
    let closes = matches!(segments.lower(end), "," | "." | ";");
    let comma = start.checked_sub(1).filter(|&comma| closes && segments.lower(comma) == ",").unwrap_or(first);
    let owner = (first..comma).rev().take(4).find(|&token| is_possessive(segments.lower(token)));
    words.extend((owner.map_or(comma, |owner| owner + 1)..comma).map(|token| segments.lower(token)));
    for token in (first..start).rev().take(REACH) {
        if !describes_here(segments, token) || segments.tokens[token].span.start < before {
            break;
        }
        words.push(segments.lower(token));
    }
    if matches!(segments.lower(end), "," | "(" | "-" | "—" | "–") {
        let mut is_over = false;
        for token in (end + 1..segments.tokens.len()).take(REACH + 4) {
            // Only an age has another apposition behind it: "Ada Quill, 61, the pilot".
            is_over |= segments.lower(token) == "," && segments.tokens[token - 1].kind != Kind::Number;
            if is_over || !(describes_here(segments, token) || matches!(segments.lower(token), "a" | "an" | "the" | ",")) {
                break;
            }
            words.push(segments.lower(token));
        }
    }
    words
}

fn describes_here(segments: &Segments<'_>, token: usize) -> bool {
    let word = segments.lower(token);
    match segments.tokens[token].kind {
        Kind::Word => !matches!(
            word,
            "the"
                | "a"
                | "an"
                | "and"
                | "of"
                | "for"
                | "by"
                | "with"
                | "to"
                | "in"
                | "on"
                | "at"
                | "as"
                | "that"
                | "from"
                | "but"
                | "who"
                | "said"
                | "says"
                | "is"
                | "was"
                | "has"
                | "had"
                | "told"
                | "over"
                | "after"
                | "before"
                | "about"
                | "against"
                | "into"
                | "during"
                | "amid"
                | "near"
                | "when"
                | "while"
                | "will"
        ),
        Kind::Number => true,
        Kind::Mark => matches!(word, "-"),
        _ => false,
    }
}
