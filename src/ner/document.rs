//! What the article as a whole says about its words: what is plain in one place informs the doubtful one.

use super::facts::Facts;
use super::lists::Classes;
use crate::segment::{Kind, Segments, Shape};
use rustc_hash::FxHashMap;

/// Where each capitalised word of the article has been seen.
#[derive(Debug, Default)]
pub struct Document {
    words: FxHashMap<u32, Sightings>,
}

/// Where a word has been seen.
#[derive(Clone, Copy, Debug, Default)]
struct Sightings {
    /// A set of the constants below.
    places: u32,
    /// The longest run of capitals that it stands in: length, classes of its first and last word.
    length: u8,
    first: Classes,
    last: Classes,
    last_cluster: u16,
}

const LOWER: u32 = 1;
const CAPITAL_INSIDE: u32 = 1 << 1;
const ENDS_RUN: u32 = 1 << 2;
const OPENS_RUN: u32 = 1 << 3;
const ALONE: u32 = 1 << 4;
const AFTER_FIRST_NAME: u32 = 1 << 5;
const AFTER_TITLE: u32 = 1 << 6;
const BEFORE_SPEECH: u32 = 1 << 7;
const AFTER_IN: u32 = 1 << 8;
const AFTER_THE: u32 = 1 << 9;
const BEFORE_AGE: u32 = 1 << 10;
const IN_BRACKETS: u32 = 1 << 11;
const POSSESSIVE: u32 = 1 << 12;
const KINDS: u32 = 13;

impl Document {
    /// Reads the article.
    #[must_use]
    pub fn gather(segments: &Segments<'_>, facts: &[Facts]) -> Self {
        let mut document = Self::default();
        for &sentence in &segments.sentences {
            if super::facts::case(segments, sentence) != super::facts::Case::Usual {
                continue;
            }
            let mut token = sentence.start as usize;
            while token < sentence.end as usize {
                token = document.read(segments, facts, token, sentence.start as usize, sentence.end as usize);
            }
        }
        document
    }

    /// Reads a word in small letters, or a run of capitals; returns where it ends.
    fn read(&mut self, segments: &Segments<'_>, facts: &[Facts], start: usize, first: usize, limit: usize) -> usize {
        if segments.tokens[start].kind != Kind::Word {
            return start + 1;
        }
        if segments.tokens[start].shape == Shape::Lower {
            self.words.entry(facts[start].word).or_default().places |= LOWER;
            return start + 1;
        }
        let is_part = |token: usize| {
            segments.tokens[token].is_capitalised() || segments.lower(token) == "-" && segments.glued(token) && segments.glued(token + 1)
        };
        let mut end = (start + 1..limit).find(|&token| !is_part(token)).unwrap_or(limit);
        if segments.lower(end - 1) == "-" {
            end -= 1;
        }
        let around = around(segments, facts, start, end);
        for token in start..end {
            let mut places = around;
            places |= if token > first { CAPITAL_INSIDE } else { 0 };
            places |= match (token == start, token + 1 == end) {
                (true, true) => ALONE,
                (true, false) => OPENS_RUN,
                (false, true) => ENDS_RUN,
                (false, false) => 0,
            };
            places |= if token > start && facts[start].classes.has(Classes::FIRST_NAME) { AFTER_FIRST_NAME } else { 0 };
            places |= if token > start && facts[token - 1].classes.has(Classes::TITLE) { AFTER_TITLE } else { 0 };
            self.see(facts, token, places, start, end);
        }
        end
    }

    fn see(&mut self, facts: &[Facts], token: usize, places: u32, start: usize, end: usize) {
        let sightings = self.words.entry(facts[token].word).or_default();
        sightings.places |= places;
        let length = u8::try_from(end - start).unwrap_or(u8::MAX);
        if length > sightings.length {
            sightings.length = length;
            sightings.first = facts[start].classes;
            sightings.last = facts[end - 1].classes;
            sightings.last_cluster = facts[end - 1].cluster;
        }
    }

    /// The features of a word.
    pub fn features(&self, word: u32, add: &mut impl FnMut(u32, u32, u32)) {
        let Some(seen) = self.words.get(&word) else { return };
        for kind in 0..KINDS {
            if seen.places >> kind & 1 == 1 {
                add(80, kind, 0);
            }
        }
        add(82, seen.first.known(), u32::from(seen.length.min(3)));
        add(83, seen.last.known(), u32::from(seen.length.min(3)));
        add(85, u32::from(seen.last_cluster), u32::from(seen.length.min(3)));
        add(86, seen.places, 0);
    }
}

/// What stands around a run of capitals.
fn around(segments: &Segments<'_>, facts: &[Facts], start: usize, end: usize) -> u32 {
    let before = segments.lower(start.wrapping_sub(1));
    let after = segments.lower(end);
    let class_before = start.checked_sub(1).map_or(Classes::default(), |before| facts[before].classes);
    let class_after = facts.get(end).map_or(Classes::default(), |after| after.classes);
    let mut places = 0;
    places |= if class_before.has(Classes::TITLE) { AFTER_TITLE } else { 0 };
    places |= if class_after.has(Classes::SPEECH) { BEFORE_SPEECH } else { 0 };
    places |= if matches!(before, "in" | "at" | "near" | "from" | "to") { AFTER_IN } else { 0 };
    places |= if before == "the" { AFTER_THE } else { 0 };
    places |= if before == "(" && after == ")" { IN_BRACKETS } else { 0 };
    places |= if after == "'s" { POSSESSIVE } else { 0 };
    let age =
        after == "," && segments.tokens.get(end + 1).is_some_and(|token| token.kind == Kind::Number) && segments.lower(end + 2) == ",";
    places |= if age { BEFORE_AGE } else { 0 };
    places
}
