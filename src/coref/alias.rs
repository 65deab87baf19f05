//! Other names of organisations and places: acronyms, short forms, what countries are also called.

use crate::lexicon::lexicon;
use crate::ner::lists::{self, Classes};
use crate::ner::{Label, firms};
use rustc_hash::FxHashMap;

// What countries are also called, and the name that stands for all of them here.
lexicon!(COUNTRIES, "countries.txt");

/// The organisations and places named so far, by everything that they may be called.
#[derive(Debug, Default)]
pub(super) struct Aliases {
    names: FxHashMap<(Label, String), usize>,
    /// By what nobody has called them yet, but might.
    shorter: FxHashMap<(Label, String), usize>,
    /// By the noun at the end, such as "council"; nothing where it ends the names of several.
    heads: FxHashMap<String, Option<usize>>,
    /// By the words at the beginning; nothing where several begin so.
    beginnings: FxHashMap<String, Option<usize>>,
}

impl Aliases {
    /// What a name, in lower case, can mean.
    pub fn find(&self, label: Label, name: &str) -> Option<usize> {
        let key = (label, normal(name));
        let in_other_order = || self.names.get(&(label, in_any_order(&key.1)));
        let known = self.names.get(&key).or_else(|| self.shorter.get(&key)).or_else(in_other_order).copied();
        known.or_else(|| if label == Label::Organisation { self.body(&key.1) } else { None })
    }

    /// `The council`, `Sable Wren` of Sable Wren Partners, or the other way round.
    fn body(&self, name: &str) -> Option<usize> {
        let by_head = || self.heads.get(name).copied().flatten();
        let by_beginning = || self.beginnings.get(name).filter(|_| is_distinct(name)).copied().flatten();
        let of_shorter = || beginnings(name).filter(|short| !is_branch(&name[short.len() + 1..])).find_map(|short| self.called(short));
        by_head().or_else(by_beginning).or_else(of_shorter)
    }

    /// Who goes by a distinct name that is not yet the beginning of another.
    fn called(&self, short: &str) -> Option<usize> {
        let is_free = is_distinct(short) && !self.beginnings.contains_key(short);
        self.names.get(&(Label::Organisation, short.to_owned())).filter(|_| is_free).copied()
    }

    /// Notes that an entity is called so, and what it may be called for short.
    pub fn add(&mut self, label: Label, name: &str, entity: usize) {
        let has_form = name.rsplit(' ').next().is_some_and(is_company_form);
        let name = normal(name);
        if label == Label::Organisation && name.contains(' ') {
            for short in shorter(&name, has_form) {
                self.shorter.entry((label, short)).or_insert(entity);
            }
            // The House is another: that of Representatives.
            let is_white_house = name.ends_with("white house");
            let head = name.rsplit(' ').next().filter(|head| lists::word(head).classes.has(Classes::BODY));
            if let Some(head) = head.filter(|_| !is_white_house) {
                let only = self.heads.entry(head.to_owned()).or_insert(Some(entity));
                *only = only.filter(|&only| only == entity);
            }
            for beginning in beginnings(&name).filter(|beginning| has_form || !is_branch(&name[beginning.len() + 1..])) {
                let only = self.beginnings.entry(beginning.to_owned()).or_insert(Some(entity));
                *only = only.filter(|&only| only == entity);
            }
            self.names.entry((label, in_any_order(&name))).or_insert(entity);
        }
        self.names.entry((label, name)).or_insert(entity);
    }
}

/// A name as it is compared: without the form of a company or the stops of an acronym, a country by the one name that stands for all.
pub(super) fn normal(name: &str) -> String {
    let name = name.strip_prefix("the ").unwrap_or(name);
    if let Some(country) = COUNTRIES.get(name) {
        return country.to_owned();
    }
    if name.ends_with('.') && name.split_terminator('.').all(|letter| letter.chars().count() == 1) {
        return name.replace('.', "");
    }
    let mut words: Vec<&str> = name.split(' ').collect();
    while words.len() > 1 && is_company_form(words[words.len() - 1]) {
        words.pop();
    }
    words.iter().map(|word| word.trim_end_matches(',')).collect::<Vec<_>>().join(" ")
}

fn is_company_form(word: &str) -> bool {
    matches!(
        word.trim_matches(['.', ',']),
        "inc" | "ltd" | "limited" | "plc" | "llc" | "corp" | "corporation" | "co" | "company" | "ag" | "gmbh" | "bhd" | "berhad" | "s.a"
    )
}

/// The words of weight, sorted: "Department of Justice" and "Justice Department" are one.
fn in_any_order(name: &str) -> String {
    let mut words: Vec<&str> = name.split(' ').filter(|word| !is_small(word)).collect();
    words.sort_unstable();
    format!("~{}", words.join(" "))
}

fn is_small(word: &str) -> bool {
    matches!(word, "of" | "for" | "the" | "and" | "in" | "on" | "to" | "&" | "de" | "du" | "des" | "la" | "et")
}

/// `sable`, `sable wren` of `sable wren partners`
fn beginnings(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices(' ').map(|(end, _)| &name[..end])
}

/// `Aker |Canada|`, `Aker |News|`, `Aker Society |of Norwick|`: what makes another body of one.
fn is_branch(rest: &str) -> bool {
    let is_other = |word: &str| {
        is_small(word)
            || lists::word(word).classes.any(PLACES)
            || matches!(word, "academy" | "association" | "institute" | "news" | "research" | "union" | "united")
            || is_of_members(word)
    };
    rest.split(' ').any(is_other)
}

/// `Aker |Workers| Association`: of people who belong to another body.
fn is_of_members(word: &str) -> bool {
    matches!(word, "employees" | "fans" | "pilots" | "staff" | "supporters" | "workers")
}

/// Whether the beginning of a name tells whose it is: a word in it is no other.
fn is_distinct(name: &str) -> bool {
    name.split(' ').any(|word| lists::word(word).is_unknown())
}

/// What a name of several words may be shortened to.
///
/// ```text
/// federal agency for press and mass communications → fapmc, federal agency
/// tallis construction ltd → tallis · university of aker → ua, uoa · us department of justice → department of justice · aker university → aker
/// ```
fn shorter(name: &str, has_form: bool) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let mut shorts = vec![initials(&words, false), initials(&words, true)];
    shorts.retain(|short| short.len() >= 2);
    let preposition = words.iter().position(|word| matches!(*word, "for" | "of")).filter(|&at| at >= 2);
    shorts.extend(preposition.map(|at| words[..at].join(" ")));
    let generic = |word: &str| lists::word(word).classes.has(Classes::BODY) || is_small(word);
    let tail = words.iter().rposition(|word| !generic(word)).map_or(0, |last| last + 1);
    // A firm and its foundation are two.
    if tail > 0
        && tail < words.len()
        && words[tail] != "foundation"
        && !words[..tail].iter().all(|word| lists::word(word).classes.any(PLACES))
    {
        shorts.push(words[..tail].join(" "));
    }
    if words.len() > 2 && lists::word(words[0]).classes.any(PLACES) || matches!(words[0], "us" | "u.s." | "uk" | "u.k." | "un") {
        shorts.push(words[1..].join(" "));
    }
    let trades = words.len() == 2 && firms::TRADES.contains(&words[1]);
    let distinct = (words.len() > 2 && !words.iter().any(|word| is_of_members(word)) || trades) && lists::word(words[0]).cluster == 0;
    if (distinct || has_form) && words[0].len() >= 4 && !lists::word(words[0]).classes.any(PLACES) {
        shorts.push(words[0].to_owned());
    }
    shorts.retain(|short| short.contains(' ') || !generic(short));
    shorts
}

const PLACES: Classes = Classes(Classes::COUNTRY.0 | Classes::CITY.0 | Classes::REGION.0 | Classes::NATIONALITY.0);

fn initials(words: &[&str], small_too: bool) -> String {
    words
        .iter()
        .flat_map(|word| word.split('-'))
        .filter(|word| small_too || !is_small(word))
        .filter_map(|word| word.chars().next())
        .filter(|letter| letter.is_alphabetic())
        .collect()
}

/// Whether an acronym takes its letters, in order, from the initials of a name; both in lower case.
pub(super) fn is_acronym(acronym: &str, name: &str) -> bool {
    let mut initials = name.split([' ', '-']).filter_map(|word| word.chars().next());
    let mut letters = acronym.chars().filter(|letter| letter.is_alphabetic());
    acronym.len() >= 2 && !acronym.contains(' ') && letters.all(|letter| initials.any(|initial| initial == letter))
}
