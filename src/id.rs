//! Names for findings that last: made from what a finding says and a little of what stands round it, never from a counter.
//!
//! They survive a second run, an edit elsewhere in the text and a round trip through a file, so that corrections and links can
//! refer to them. An id is a letter for the kind (`e m q d`) and ten digits of base 32.

use crate::annotation::{Annotation, Entity};
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};

/// Characters of context on each side, and of each end of a long quotation.
const CONTEXT: usize = 24;
const ENDS: usize = 120;

/// One id for each finding, in the order of the findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ids {
    /// Of [`Annotation::entities`].
    pub entities: Vec<String>,
    /// Of [`Annotation::mentions`].
    pub mentions: Vec<String>,
    /// Of [`Annotation::quotes`].
    pub quotes: Vec<String>,
    /// Of [`Annotation::dates`].
    pub dates: Vec<String>,
}

/// Names the findings of an annotation of `text`. No two of them share an id.
#[must_use]
pub fn ids(annotation: &Annotation, text: &str) -> Ids {
    Ids {
        entities: distinct('e', annotation.entities.iter().map(|entity| of_entity(entity, annotation, text))),
        mentions: distinct('m', annotation.mentions.iter().map(|mention| of_spans(&[mention.span], text))),
        quotes: distinct('q', annotation.quotes.iter().map(|quote| of_spans(&quote.content, text))),
        dates: distinct('d', annotation.dates.iter().map(|date| of_spans(&[date.span], text))),
    }
}

/// A name is enough to tell one entity from the next; a description ("a spokeswoman") needs its place.
fn of_entity(entity: &Entity, annotation: &Annotation, text: &str) -> Hash {
    use crate::annotation::EntityType::{Group, Organisation, Person, Place, Unnamed};
    let first = match entity.kind {
        Person | Organisation | Place => None,
        Group | Unnamed => entity.mentions.first().map(|&mention| annotation.mentions[mention].span),
    };
    first.map_or(Hash::new(), |span| of_spans(&[span], text)).letters(entity.name.chars())
}

fn of_spans(spans: &[Span], text: &str) -> Hash {
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return Hash::new() };
    let mut hash = Hash::new();
    for span in spans.iter().take(ENDS) {
        let words = span.of(text);
        hash = hash.letters(words.chars().take(ENDS)).letters(words.chars().rev().take(ENDS));
    }
    let same_line = |letter: &char| !matches!(letter, '\n' | '\r');
    let before = text[..first.start as usize].chars().rev().take(CONTEXT).take_while(same_line);
    let after = text[last.end as usize..].chars().take(CONTEXT).take_while(same_line);
    hash.letters(before).letters(after)
}

/// Two findings that say the same in the same surroundings are told apart by which comes first.
fn distinct(kind: char, hashes: impl Iterator<Item = Hash>) -> Vec<String> {
    let mut times: FxHashMap<Hash, u32> = FxHashMap::default();
    let mut taken: FxHashSet<u64> = FxHashSet::default();
    hashes
        .map(|hash| {
            let times = times.entry(hash).or_default();
            loop {
                let digits = hash.number(*times).digits();
                *times += 1;
                if taken.insert(digits) {
                    return written(kind, digits);
                }
            }
        })
        .collect()
}

fn written(kind: char, digits: u64) -> String {
    let digit = |place: u64| char::from_digit((digits >> (5 * place) & 31) as u32, 32).unwrap_or('0');
    std::iter::once(kind).chain((0..10).map(digit)).collect()
}

/// FNV-1a, 64 bits: the same on every machine and in every version.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Hash(u64);

impl Hash {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    const fn number(self, number: u32) -> Self {
        Self((self.0 ^ number as u64).wrapping_mul(0x0100_0000_01b3))
    }

    /// White space and case do not count; where the letters end does.
    fn letters(self, letters: impl Iterator<Item = char>) -> Self {
        let lower = |hash: Self, letter: char| match letter {
            '\0'..='\x7f' => hash.number(u32::from(letter.to_ascii_lowercase())),
            _ => letter.to_lowercase().fold(hash, |hash, letter| hash.number(u32::from(letter))),
        };
        letters.filter(|letter| !letter.is_whitespace()).fold(self, lower).number(u32::MAX)
    }

    /// Fifty bits, for ten digits.
    const fn digits(self) -> u64 {
        (self.0 ^ self.0 >> 50) & ((1 << 50) - 1)
    }
}
