//! Cues: the words that report, mostly verbs.
//!
//! `cues.txt` has a verb a line: its lemma, how it is used, and its irregular past tense and participle. Uses are letters:
//! `s` any clause after it is reported, `t` a clause with "that" or with a subject and a verb of its own, `q` words within
//! marks, `a` somebody is spoken to first ("told reporters"), `w` a question, `i` an infinitive ("vowed to stay"), `o` an
//! object and what it is called ("called it a joke"), `n` a noun phrase
//! ("accused the board of waste"), `m` one with words within marks ("cited “the cost”"), `g` an "-ing" ("denied taking it"), `b` a belief
//! and no speech. Capitals are polarities: `D` denies, `Q` asks, `W` wishes. Which verbs report was counted in news (lemmas and frequencies;
//! facts, no text).

use super::reading::Reading;
use super::word::{self, Class};
use crate::annotation::Polarity;
use crate::span::Run;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::sync::LazyLock;

static FORMS: LazyLock<FxHashMap<String, (&'static Verb, Form)>> = LazyLock::new(forms);
static VERBS: LazyLock<Vec<Verb>> = LazyLock::new(|| include_str!("cues.txt").lines().map(Verb::parse).collect());

/// A verb that can report.
#[derive(Debug)]
pub(super) struct Verb {
    pub lemma: &'static str,
    uses: &'static str,
    irregular: Vec<&'static str>,
}

/// Which form of the verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `say`
    Base,
    /// `says`
    Third,
    /// `said`, also as participle
    Past,
    /// `saying`
    Gerund,
}

/// How the verb stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// `says`, `has said`, `is saying`: has a subject of its own.
    Finite,
    /// `was told`
    Passive,
    /// `saying`: the subject is that of the clause it belongs to.
    Participle,
    /// `to say`
    Infinitive,
}

/// A reporting verb in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct CueVerb {
    pub verb: &'static Verb,
    /// The verb with its particle.
    pub tokens: Run,
    /// Where its auxiliaries and adverbs begin.
    pub group: usize,
    pub usage: Use,
    pub negated: bool,
    /// Written like a noun ("reports", "claim").
    pub nounlike: bool,
}

impl Verb {
    fn parse(line: &'static str) -> Self {
        let (lemma, rest) = line.split_once('\t').unwrap_or((line, ""));
        let mut fields = rest.split(' ');
        Self { lemma, uses: fields.next().unwrap_or(""), irregular: fields.collect() }
    }

    /// Whether the verb is used that way; see the head of the file.
    pub fn takes(&self, usage: char) -> bool {
        self.uses.contains(usage)
    }

    fn polarity(&self) -> Polarity {
        match self.uses.chars().last() {
            Some('D') => Polarity::Denies,
            Some('Q') => Polarity::Asks,
            Some('W') => Polarity::Wishes,
            _ => Polarity::Asserts,
        }
    }
}

impl CueVerb {
    /// What the cue makes of its content: "did not say" denies.
    pub fn polarity(&self) -> Polarity {
        if self.negated { Polarity::Denies } else { self.verb.polarity() }
    }
}

fn forms() -> FxHashMap<String, (&'static Verb, Form)> {
    let mut forms = FxHashMap::with_capacity_and_hasher(1200, FxBuildHasher);
    for verb in VERBS.iter() {
        let (lemma, particle) = verb.lemma.split_once(' ').map_or((verb.lemma, ""), |(lemma, _)| (lemma, &verb.lemma[lemma.len()..]));
        let past = verb.irregular.first().map_or_else(|| regular(lemma, "ed"), |past| (*past).to_owned());
        let doubled = past.strip_prefix(lemma).is_some_and(|tail| tail.len() == 3 && !lemma.ends_with('e'));
        let gerund = if doubled { format!("{}ing", &past[..past.len() - 2]) } else { regular(lemma, "ing") };
        let participle = verb.irregular.get(1).map_or_else(|| past.clone(), |participle| (*participle).to_owned());
        for (form, word) in [
            (Form::Third, regular(lemma, "s")),
            (Form::Gerund, gerund),
            (Form::Past, participle),
            (Form::Past, past),
            (Form::Base, lemma.to_owned()),
        ] {
            forms.entry(word + particle).or_insert((verb, form));
        }
    }
    forms
}

/// `deny` + `ed` = `denied`, `urge` + `ing` = `urging`, `stress` + `s` = `stresses`
fn regular(lemma: &str, ending: &str) -> String {
    let (stem, last) = lemma.split_at(lemma.len() - 1);
    let after_consonant = !stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    match (last, ending) {
        ("e", "ed" | "ing") => format!("{stem}{ending}"),
        ("y", "ed") if after_consonant => format!("{stem}ied"),
        ("y", "s") if after_consonant => format!("{stem}ies"),
        ("s" | "x" | "z", "s") => format!("{lemma}es"),
        ("h", "s") if stem.ends_with(['c', 's']) => format!("{lemma}es"),
        _ => format!("{lemma}{ending}"),
    }
}

/// The reporting verb at a token, if there is one.
pub(super) fn verb(reading: &Reading<'_, '_>, token: usize, floor: usize) -> Option<CueVerb> {
    let particle =
        matches!(reading.class(token + 1), Some(Class::Preposition | Class::To)) || matches!(reading.lower(token + 1), "it" | "back");
    let with_particle = particle.then(|| FORMS.get(reading.segments.lower_run(Run::new(token, token + 2)))).flatten();
    let &(verb, form) = with_particle.or_else(|| FORMS.get(reading.lower(token)))?;
    if reading.classes[token] == Class::Name && !reading.is_shouting(token) {
        return None;
    }
    let next = reading.lower(token + 1);
    if verb.lemma == "report" && next == "back" || verb.lemma == "charge" && matches!(next, "with" | "in" | "over" | "by" | "for") {
        return None;
    }
    let (group, negated) = group(reading, token, floor);
    let usage = usage(reading, token, group, form)?;
    let end = token + 1 + usize::from(with_particle.is_some() || has_particle(verb.lemma, reading.lower(token + 1)));
    let nounlike = matches!(form, Form::Third | Form::Base) && reading.classes[token] != Class::Finite && group == token;
    Some(CueVerb { verb, tokens: Run::new(token, end), group, usage, negated, nounlike })
}

/// Walks left over auxiliaries, "used to", "continues to" and adverbs: where they begin, and whether a negation is among them.
fn group(reading: &Reading<'_, '_>, token: usize, floor: usize) -> (usize, bool) {
    let used = token >= floor + 2
        && reading.classes[token - 1] == Class::To
        && matches!(reading.lower(token - 2), "used" | "continue" | "continues" | "continued" | "proceeded" | "hastened");
    let mut start = if used { token - 2 } else { token };
    let mut negated = false;
    while start > floor && token - start < 7 {
        match reading.classes[start - 1] {
            Class::Negation => negated = true,
            Class::Auxiliary | Class::Modal => negated |= reading.lower(start - 1).ends_with("n't"),
            Class::Adverb => {}
            _ if matches!(reading.lower(start - 1), "since" | "long") && reading.class_before(start - 1) == Some(Class::Auxiliary) => {}
            _ => break,
        }
        start -= 1;
    }
    (start, negated)
}

fn usage(reading: &Reading<'_, '_>, token: usize, group: usize, form: Form) -> Option<Use> {
    let auxiliaries = group..token;
    let helped_by = |words: &[&str]| auxiliaries.clone().any(|place| words.contains(&reading.lower(place)));
    let be = helped_by(&["am", "is", "are", "was", "were", "be", "been", "being", "'re", "'m", "isn't", "wasn't", "aren't", "weren't"]);
    let before = reading.class_before(group);
    let modifies = before == Some(Class::Possessive)
        || matches!(reading.lower(group.wrapping_sub(1)), "the" | "a" | "an" | "this" | "that" | "no" | "any" | "every" | "each");
    // "at least 30 suspected militants", "19 confirmed cases", "missing, feared dead"
    let held = matches!(reading.lower(token), "suspected" | "confirmed" | "reported" | "alleged" | "feared" | "presumed");
    let counted = before == Some(Class::Number) || word::is_number(reading.lower(token.wrapping_sub(1)));
    if held && (counted && reading.class(token + 1).is_some_and(Class::is_nominal) || reading.lower(token + 1) == "dead") {
        return None;
    }
    let compound = before == Some(Class::Joint) && reading.segments.glued(token)
        || reading.class(token + 1) == Some(Class::Joint) && reading.segments.glued(token + 1);
    if compound {
        return None;
    }
    let a_verb_follows = reading.class(token + 1).is_some_and(Class::is_tensed);
    match form {
        Form::Third if before == Some(Class::Possessive) => None,
        // "to settle |claims| by the board"
        Form::Third if group == token && is_object(reading, token) => None,
        Form::Third | Form::Base if before == Some(Class::Genitive) || a_verb_follows && reading.classes[token] != Class::Finite => None,
        Form::Past if be => Some(Use::Passive),
        // "left, having admitted theft"; but "with Ada Quill having declared"
        Form::Past if helped_by(&["having"]) && !before.is_some_and(Class::is_nominal) => None,
        Form::Past if group == token && (before == Some(Class::Preposition) || modifies) => None,
        Form::Gerund if be => Some(Use::Finite),
        Form::Gerund if reading.lower(group.wrapping_sub(1)) == "without" => None,
        Form::Gerund if matches!(before, Some(Class::Determiner | Class::Possessive | Class::Genitive)) => None,
        Form::Gerund => Some(Use::Participle),
        Form::Base if before == Some(Class::To) => Some(Use::Infinitive),
        Form::Base if auxiliaries.is_empty() && !is_plural(reading, group) && !has_plural_head(reading, token, group) => None,
        Form::Base if before == Some(Class::Preposition) || modifies || reading.lower(group.wrapping_sub(1)) == "another" => None,
        Form::Past | Form::Third | Form::Base => Some(Use::Finite),
    }
}

/// `to settle |claims|`: behind an infinitive, where nothing can be its subject.
fn is_object(reading: &Reading<'_, '_>, token: usize) -> bool {
    let infinitive = reading.class_before(token) == Some(Class::Open) && reading.class_before(token.wrapping_sub(1)) == Some(Class::To);
    infinitive && matches!(reading.class(token + 1), Some(Class::Preposition | Class::That))
}

/// Whether what stands before a verb in its base form can be its subject: "they", "officials", "many", "Smith and Jones".
fn is_plural(reading: &Reading<'_, '_>, group: usize) -> bool {
    let before = reading.lower(group.wrapping_sub(1));
    match reading.class_before(group) {
        Some(Class::Open | Class::Name | Class::Venue) => {
            let irregular = matches!(
                before,
                "people" | "family" | "police" | "media" | "men" | "women" | "children" | "public" | "staff" | "team" | "majority" | "half"
            );
            let joined = (3..8).any(|back| reading.lower(group.wrapping_sub(back)) == "and");
            before.ends_with('s') || irregular || joined
        }
        Some(Class::Genitive) => false,
        _ => true,
    }
}

/// `|friends| of the actor say`: the plural before the preposition, where the verb can be nothing else.
fn has_plural_head(reading: &Reading<'_, '_>, token: usize, group: usize) -> bool {
    let preposition = (group.saturating_sub(7)..group).rev().take_while(|&place| reading.classes[place].is_nominal()).last();
    let head = preposition.and_then(|first| first.checked_sub(2)).filter(|&head| reading.classes[head + 1] == Class::Preposition);
    let is_plural = |word: &str| word.ends_with('s') && !word.ends_with("ss") || matches!(word, "family" | "men" | "people" | "women");
    reading.classes[token] == Class::Finite
        && head.is_some_and(|head| matches!(reading.classes[head], Class::Open | Class::Name) && is_plural(reading.lower(head)))
}

/// `pointed out`, `went on`
fn has_particle(lemma: &str, next: &str) -> bool {
    match lemma {
        "point" | "shout" | "cry" => next == "out",
        _ => lemma == "chime" && next == "in",
    }
}
