//! Names of people: which of them can be one person.

use super::gender::{self, Gender};
use rustc_hash::FxHashMap;

/// How many people of one surname are compared.
const MOST: usize = 12;

/// The people named so far.
#[derive(Debug, Default)]
pub(super) struct People<'s> {
    people: FxHashMap<usize, Person<'s>>,
    /// People by each word of their names.
    by_word: FxHashMap<&'s str, Vec<usize>>,
}

#[derive(Debug, Default)]
struct Person<'s> {
    /// Each full name by which the person was called.
    names: Vec<Vec<&'s str>>,
    /// Where they were named by several words, in text order.
    full: Vec<u32>,
    /// Where they were last named by one word.
    short: Option<u32>,
    honorific: Option<&'s str>,
}

impl<'s> People<'s> {
    /// The person whom a name, in lower case, at that token can mean.
    pub fn find(&self, name: &str, at: u32, honorific: Option<&str>) -> Option<usize> {
        let words: Vec<&str> = name.split(' ').collect();
        if let [word] = words[..] {
            return self.find_short(word, at, honorific);
        }
        let candidates = [words.last(), words.first()].into_iter().flatten().flat_map(|word| self.with(word));
        let mut fitting = candidates.filter(|&person| self.people[&person].names.iter().any(|known| same_person(known, &words)));
        let exact = |person: &usize| self.people[person].names.contains(&words);
        let first = fitting.next()?;
        if exact(&first) { Some(first) } else { fitting.find(exact).or(Some(first)) }
    }

    /// By a surname first, then by a first name, then by any other word; of several people, one whose first name suits the
    /// honorific, then one who was called by one word before, then the one named last.
    fn find_short(&self, word: &str, at: u32, honorific: Option<&str>) -> Option<usize> {
        let candidates: Vec<usize> = self.with(word).filter(|person| self.people[person].may_be_called(honorific)).collect();
        let called = |person: usize, is: fn(&[&str], &str) -> bool| self.people[&person].names.iter().any(|name| is(name, word));
        for is in [is_surname, is_first_name, |_: &[&str], _: &str| true] {
            let best = candidates.iter().copied().filter(|&person| called(person, is)).max_by_key(|&person| {
                let known = &self.people[&person];
                (known.sounds_like(honorific), known.short.is_some(), known.recency(at), std::cmp::Reverse(person))
            });
            if best.is_some() {
                return best;
            }
        }
        None
    }

    fn with(&self, word: &str) -> impl Iterator<Item = usize> {
        self.by_word.get(word).into_iter().flat_map(|people| people.iter().rev().take(MOST)).copied()
    }

    /// Notes that a person is called so at that token.
    pub fn add(&mut self, entity: usize, name: &'s str, at: u32, honorific: Option<&'s str>) {
        let person = self.people.entry(entity).or_default();
        person.honorific = person.honorific.or(honorific);
        let words: Vec<&str> = name.split(' ').collect();
        if words.len() > 1 {
            person.full.push(at);
        } else {
            person.short = Some(at);
        }
        if person.names.contains(&words) || (words.len() == 1 && !person.names.is_empty()) {
            return;
        }
        for word in &words {
            let people = self.by_word.entry(word).or_default();
            if people.last() != Some(&entity) {
                people.push(entity);
            }
        }
        person.names.push(words);
    }
}

impl Person<'_> {
    /// Where the person was last named before a token; nothing if only after it.
    fn recency(&self, at: u32) -> Option<u32> {
        let before = self.full.partition_point(|&full| full < at);
        let full = before.checked_sub(1).map(|last| self.full[last]);
        full.max(self.short.filter(|&short| short < at))
    }

    fn may_be_called(&self, honorific: Option<&str>) -> bool {
        match (self.honorific.map(is_womans), honorific.map(is_womans)) {
            (Some(Some(known)), Some(Some(new))) => known == new,
            _ => true,
        }
    }

    /// Whether the first name suits the honorific: no "Mrs" for Robert.
    fn sounds_like(&self, honorific: Option<&str>) -> bool {
        let first = self.names.iter().find(|name| name.len() > 1).and_then(|name| gender::of_given_name(name[0]));
        match (honorific.and_then(is_womans), first) {
            (Some(is_womans), Some(gender)) => is_womans == (gender == Gender::Female),
            _ => true,
        }
    }
}

/// Whether an honorific is a woman's; `None` for one that anybody may have.
fn is_womans(honorific: &str) -> Option<bool> {
    match honorific {
        "mrs" | "ms" | "miss" | "madame" | "lady" | "dame" | "datin" => Some(true),
        "mr" | "sir" | "lord" => Some(false),
        _ => None,
    }
}

fn is_surname(name: &[&str], word: &str) -> bool {
    bare(name).last() == Some(&word) || name.len() > 1 && is_family_first(name[0]) && name[0] == word
}

fn is_first_name(name: &[&str], word: &str) -> bool {
    name.first() == Some(&word)
}

/// Family names that stand first in Chinese, Korean and Vietnamese names.
fn is_family_first(word: &str) -> bool {
    matches!(
        word,
        "kim"
            | "lee"
            | "park"
            | "choi"
            | "jung"
            | "kang"
            | "cho"
            | "yoon"
            | "jang"
            | "im"
            | "moon"
            | "xi"
            | "li"
            | "wang"
            | "zhang"
            | "liu"
            | "chen"
            | "yang"
            | "zhao"
            | "huang"
            | "wu"
            | "zhou"
            | "hu"
            | "jiang"
            | "wen"
            | "deng"
            | "mao"
            | "lin"
            | "ma"
            | "nguyen"
            | "tran"
            | "pham"
    )
}

/// A name without Jr., III and the like.
fn bare<'n, 'w>(name: &'n [&'w str]) -> &'n [&'w str] {
    match name {
        [rest @ .., last] if generation(last).is_some() && !rest.is_empty() => rest,
        name => name,
    }
}

fn generation(word: &str) -> Option<&str> {
    let word = word.trim_end_matches('.');
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv" | "v").then_some(word)
}

/// Whether two names of several words can be one person's. Who was named without "Jr." is not who has it later, but "Jr." may
/// be left out later.
///
/// ```text
/// Donald J. Trump = Donald Trump · J. Smith = John Smith · Joe Biden = Joseph Biden · Abu Bakar = Abu Bakar Rahim
/// Kim Jong-un ≠ Kim Yo-jong · Ben Adler ≠ Ruth Adler · John Holm Sr. ≠ John Holm Jr.
/// ```
fn same_person(known: &[&str], new: &[&str]) -> bool {
    let generations = (known.last().and_then(|word| generation(word)), new.last().and_then(|word| generation(word)));
    if matches!(generations, (known, Some(new)) if known != Some(new)) {
        return false;
    }
    let (known, new) = (bare(known), bare(new));
    let (long, short) = if known.len() >= new.len() { (known, new) } else { (new, known) };
    let same_last = long.last() == short.last();
    if short.len() < 2 {
        return false;
    }
    same_last && same_first(long[0], short[0]) || long.starts_with(short) || long.ends_with(short)
}

fn same_first(one: &str, other: &str) -> bool {
    let initial =
        |short: &str, long: &str| short.trim_end_matches('.').chars().count() == 1 && long.starts_with(short.trim_end_matches('.'));
    one == other
        || initial(one, other)
        || initial(other, one)
        || NICKNAMES.iter().any(|(name, short)| (*name == one && *short == other) || (*name == other && *short == one))
}

const NICKNAMES: [(&str, &str); 28] = [
    ("alexander", "alex"),
    ("andrew", "andy"),
    ("anthony", "tony"),
    ("benjamin", "ben"),
    ("bernard", "bernie"),
    ("charles", "chuck"),
    ("christopher", "chris"),
    ("daniel", "dan"),
    ("david", "dave"),
    ("deborah", "debbie"),
    ("donald", "don"),
    ("edward", "ed"),
    ("elizabeth", "liz"),
    ("james", "jim"),
    ("jeffrey", "jeff"),
    ("joseph", "joe"),
    ("katherine", "kate"),
    ("kenneth", "ken"),
    ("matthew", "matt"),
    ("michael", "mike"),
    ("nicholas", "nick"),
    ("patrick", "pat"),
    ("richard", "dick"),
    ("robert", "bob"),
    ("samuel", "sam"),
    ("stephen", "steve"),
    ("thomas", "tom"),
    ("william", "bill"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person() {
        for (known, new, expected) in [
            ("donald j. trump", "donald trump", true),
            ("john smith", "j. smith", true),
            ("joseph biden", "joe biden", true),
            ("abu bakar rahim", "abu bakar", true),
            ("martin luther king jr.", "martin luther king", true),
            ("ben adler", "ruth adler", false),
            ("kim jong-un", "kim yo-jong", false),
            ("kim chang gwang", "kim jong-un", false),
            ("john holm sr.", "john holm jr.", false),
            ("john holm", "john holm jr.", false),
        ] {
            let words = |name: &'static str| name.split(' ').collect::<Vec<_>>();
            assert_eq!(same_person(&words(known), &words(new)), expected, "{known} / {new}");
        }
    }
}
