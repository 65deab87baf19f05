//! The head of a source: which of its words says who speaks.
//!
//! ```text
//! board spokesman |Tom Holm|  ·  her lawyer, |Ada Quill|  ·  a |spokesman| for Ada Quill  ·  a report by |Holm Institute|
//! ```
//!
//! `heads.txt`: nouns that are titles, offices that are over something, documents that speak for whoever wrote them.

use super::gender::{self, Gender};
use crate::annotation::{EntityType, Mention};
use crate::lexicon::lexicon;
use crate::ner::titles;
use crate::segment::{Kind, Segments, Shape};
use crate::span::Run;

lexicon!(HEADS, "heads.txt");

/// Who a source says is speaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// Index of a mention.
    Name(usize),
    /// Indices of mentions: "Smith and Jones".
    Names(Vec<usize>),
    /// A document, and whose it is: "a report by Holm Institute".
    Document(usize),
    /// `she`
    Pronoun(Pronoun),
    /// Token of the noun: "the |diplomat|", "a |spokeswoman|".
    Description(usize),
}

/// A pronoun that can speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// `he`, `she`
    Person(Gender),
    /// `it`
    It,
    /// `they`
    They,
    /// `who`
    Who,
    /// `you`
    You,
    /// `I`, `we`: whoever speaks the words around it.
    Speaker,
}

/// Reads sources against the names of the text.
pub(super) struct Sources<'s, 't> {
    pub segments: &'s Segments<'t>,
    /// In text order, names only.
    pub names: &'s [Mention],
    /// What each entity is.
    pub kinds: &'s [EntityType],
}

impl Sources<'_, '_> {
    /// The head of a source.
    pub fn head(&self, source: Run) -> Head {
        let acronym =
            source.len() == 1 && self.segments.tokens[source.start as usize].shape == Shape::Upper && self.segments.words(source).len() > 1;
        if let Some(pronoun) = pronoun(self.segments.lower_run(source)).filter(|_| !acronym) {
            return Head::Pronoun(pronoun);
        }
        let parts = self.parts(source);
        let first = parts[0];
        let names = self.final_names(first);
        let person = parts[1..]
            .iter()
            .find_map(|&part| self.final_names(part).first().copied().filter(|&name| self.kind(name) == EntityType::Person));
        let indefinite = matches!(self.segments.lower(source.start as usize), "a" | "an" | "one" | "another");
        if let Some(name) = person.filter(|_| indefinite) {
            return Head::Name(name);
        }
        match names[..] {
            [] => {}
            [name] => return Head::Name(name),
            _ => return Head::Names(names),
        }
        if let Some(name) = person {
            return Head::Name(name);
        }
        let noun = self.noun(first);
        match self.author(source, noun).filter(|_| is_document(self.segments.lower(noun))) {
            Some(author) => Head::Document(author),
            None => self.apposed_name(&parts).map_or(Head::Description(noun), Head::Name),
        }
    }

    /// `One daily, Harbour News`
    fn apposed_name(&self, parts: &[Run]) -> Option<usize> {
        let part = parts.get(1)?;
        let names = self.final_names(*part);
        names.first().copied().filter(|&name| self.names[name].span.start == self.segments.span(*part).start)
    }

    fn kind(&self, name: usize) -> EntityType {
        self.kinds[self.names[name].entity]
    }

    /// The phrase, then its appositions: cut at the commas that are inside no name, and at the dash behind one.
    fn parts(&self, source: Run) -> Vec<Run> {
        let mut parts = Vec::new();
        let mut start = source.start as usize;
        for token in source.range() {
            if matches!(self.segments.lower(token), "," | "–" | "—" | "--")
                && !self.in_name(token)
                && token > start
                && !self.is_before_state(token)
                && !self.segments.is_state(token + 1)
            {
                parts.push(Run::new(start, token));
                start = token + 1;
            }
        }
        parts.push(Run::new(start.min(source.end as usize), source.end as usize));
        parts
    }

    /// `the Aker|,| Ohio-based company`
    fn is_before_state(&self, comma: usize) -> bool {
        // Not ", an Ohio-based company": what the name before is.
        let article = matches!(self.segments.lower(comma + 1), "a" | "an" | "the");
        !article && (comma + 2..comma + 5).any(|token| self.segments.lower(token) == "-" && self.segments.lower(token + 1) == "based")
    }

    fn in_name(&self, token: usize) -> bool {
        let span = self.segments.tokens[token].span;
        self.before(span.end).is_some_and(|name| self.names[name].span.contains(span))
    }

    /// The last name that begins before a byte.
    fn before(&self, end: u32) -> Option<usize> {
        self.names.partition_point(|name| name.span.start < end).checked_sub(1)
    }

    /// The part up to its first preposition, bracket or relative outside names.
    fn head_phrase(&self, part: Run) -> Run {
        let stop = part
            .range()
            .skip(1)
            .find(|&token| is_boundary(self.segments.lower(token)) && !self.in_name(token) && !self.segments.behind_hyphen(token));
        Run::new(part.start as usize, stop.unwrap_or(part.end as usize))
    }

    /// The name that is the head of a part, and those joined to it by "and".
    ///
    /// A person's name behind a preposition counts when an office runs over it: "Secretary of State |Ada Quill|", not
    /// "spokesman for President Quill".
    fn final_names(&self, part: Run) -> Vec<usize> {
        if part.is_empty() {
            return Vec::new();
        }
        let (span, phrase) = (self.segments.span(part), self.head_phrase(part));
        let end = self.segments.tokens[phrase.end as usize - 1].span.end;
        let first = self.names.partition_point(|name| name.span.start < span.start);
        let inside = self.names[first..].iter().take_while(|name| name.span.end <= span.end).count();
        let is_head = |&name: &usize| {
            let direct = self.names[name].span.end <= end;
            self.ends_phrase(name, span.end)
                && !self.shares_genitive(name)
                && (direct || self.kind(name) == EntityType::Person && self.is_titled(phrase, name))
        };
        let heads = || (first..first + inside).filter(is_head);
        let person = heads().find(|&name| self.kind(name) == EntityType::Person);
        let Some(head) = person.or_else(|| heads().next()) else { return Vec::new() };
        self.joined(head, span.end)
    }

    /// Whether nothing of the phrase comes after the name: no genitive, no other noun.
    fn ends_phrase(&self, name: usize, end: u32) -> bool {
        let at = self.names[name].span.end;
        let next = self.segments.token_from(at);
        let kind = if self.kind(name) == EntityType::Organisation { self.kind_after(next) } else { 0 };
        let letters = self.kind(name) == EntityType::Person && titles::is_letters(self.segments.lower(next));
        let next = next + kind + usize::from(letters);
        let joins = matches!(self.segments.lower(next), "," | "and" | "&") && !self.is_before_state(next);
        self.segments.tokens.get(next).is_none_or(|token| token.span.start >= end) || is_boundary(self.segments.lower(next)) || joins
    }

    /// `Nova |news agency|`, `the Gazette |newspaper|`: how many words say only what kind of body has the name.
    fn kind_after(&self, token: usize) -> usize {
        match self.segments.lower(token) {
            "news" if matches!(self.segments.lower(token + 1), "agency" | "website" | "site" | "channel" | "network") => 2,
            "agency" | "newspaper" | "tabloid" | "daily" | "weekly" | "newswire" | "magazine" | "website" | "channel" | "broadcaster"
            | "news" | "group" | "organisation" | "organization" => 1,
            _ => 0,
        }
    }

    /// `Quill and Holm’s pilot`: a name joined to one with a genitive.
    fn shares_genitive(&self, name: usize) -> bool {
        let (Some(this), Some(next)) = (self.names.get(name), self.names.get(name + 1)) else { return false };
        let between = self.segments.text.get(this.span.end as usize..next.span.start as usize).map(str::trim);
        let after = self.segments.token_from(next.span.end);
        between == Some("and") && matches!(self.segments.lower(after), "'s" | "'")
    }

    /// Whether an office, or words that are no titles, stand before the name: "Prime Minister of India |…|".
    fn is_titled(&self, phrase: Run, name: usize) -> bool {
        let start = self.names[name].span.start;
        let last = phrase.end as usize - 1;
        let head = self.segments.lower(last);
        // "a bench of Chief Justice Ada Quill and …": several people, of whom one is named.
        let several = matches!(head, "bench" | "coalition" | "committee" | "delegation" | "group" | "jury" | "panel" | "team" | "trio");
        // "a spokesman for Transport Minister Ada Quill"
        let before = self.segments.token_from(start).saturating_sub(1);
        let speaks = matches!(head, "spokesman" | "spokeswoman" | "spokesperson") && titles::is_role(self.segments.lower(before));
        if speaks || several && self.segments.tokens[last].shape == Shape::Lower {
            return false;
        }
        let office = is_office(head);
        let mut between = (phrase.end as usize + 1..)
            .take(14)
            .take_while(|&token| self.segments.tokens.get(token).is_some_and(|token| token.span.start < start))
            .peekable();
        let apart = between.peek().is_some();
        let capitals = between
            .any(|token| self.in_name(token) || self.segments.tokens[token].is_capitalised() && !is_title(self.segments.lower(token)));
        apart && (office || capitals)
    }

    /// A name with those joined to it before `end`: "Smith and Jones".
    fn joined(&self, head: usize, end: u32) -> Vec<usize> {
        let mut found = vec![head];
        for next in head + 1..self.names.len() {
            let before = self.names[next - 1].span.end as usize;
            let between = self.segments.text.get(before..self.names[next].span.start as usize).map(str::trim);
            if self.names[next].span.end > end || !matches!(between, Some("and" | "&" | "and the" | "," | ", and")) {
                break;
            }
            found.push(next);
        }
        found
    }

    /// The last word of a phrase before what is attached to it: "the |mum|-of-three".
    fn noun(&self, part: Run) -> usize {
        let phrase = self.head_phrase(part);
        let compound = phrase.range().find(|&token| self.segments.lower(token) == "of" && self.segments.behind_hyphen(token));
        if let Some(of) = compound.filter(|&of| of > phrase.start as usize + 1) {
            return of - 2;
        }
        let is_word = |token: &usize| self.segments.tokens[*token].kind == Kind::Word;
        let last = phrase.range().rev().find(is_word).unwrap_or(part.start as usize);
        // "a firefighter caked in mud"
        let attached =
            self.segments.lower(last).ends_with("ed") && last > phrase.start as usize && titles::is_role(self.segments.lower(last - 1));
        if attached { last - 1 } else { last }
    }

    /// `a banner in Leeds`: a place where something is wrote nothing.
    fn is_where(&self, name: usize) -> bool {
        let token = self.first_token(name);
        token > 0 && is_locative(self.segments.lower(token - 1))
    }

    /// Of a name.
    fn first_token(&self, name: usize) -> usize {
        self.segments.token_from(self.names[name].span.start)
    }

    /// Whose a document is: the name behind "by", "from" or "of", else the one before its noun.
    fn author(&self, source: Run, noun: usize) -> Option<usize> {
        let span = self.segments.span(source);
        let start = self.names.partition_point(|name| name.span.end <= span.start);
        let inside = self.names[start..].iter().take_while(|name| name.span.start < span.end).count();
        let noun = self.segments.tokens[noun].span;
        let (before, after): (Vec<usize>, Vec<usize>) = (start..start + inside)
            .filter(|&name| self.kind(name) != EntityType::Place || inside == 1 && !self.is_where(name))
            .filter(|&name| !self.only_saw(name))
            .partition(|&name| self.names[name].span.start < noun.start);
        after.into_iter().next().or_else(|| before.into_iter().next_back())
    }

    /// `a report seen by Reuters`: whoever has a document need not have written it.
    fn only_saw(&self, name: usize) -> bool {
        let token = self.first_token(name);
        let by = token.saturating_sub(1 + usize::from(self.segments.lower(token.wrapping_sub(1)) == "the"));
        let seen = |token: usize| {
            matches!(self.segments.lower(token), "seen" | "obtained" | "reviewed" | "viewed" | "read" | "cited" | "quoted" | "heard")
        };
        self.segments.lower(by) == "by" && by.checked_sub(1).is_some_and(seen)
    }
}

/// Whether a word leads to where something is: "a banner |in| Leeds".
fn is_locative(word: &str) -> bool {
    matches!(word, "in" | "at" | "on" | "near" | "outside")
}

fn pronoun(words: &str) -> Option<Pronoun> {
    if let Some(gender) = gender::of_pronoun(words) {
        return Some(Pronoun::Person(gender));
    }
    Some(match words {
        "it" | "its" => Pronoun::It,
        "they" | "their" | "both" | "the pair" | "the two" => Pronoun::They,
        "who" | "which" => Pronoun::Who,
        "i" | "we" | "my" | "our" => Pronoun::Speaker,
        "you" => Pronoun::You,
        _ => return None,
    })
}

fn is_boundary(word: &str) -> bool {
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
            | "released"
            | "published"
            | "issued"
            | "posted"
            | "sent"
            | "familiar"
            | "aware"
            | "briefed"
            | "involved"
            | "dated"
            | "speaking"
    )
}

/// Offices that are followed by what they are over, and then by a name.
fn is_office(word: &str) -> bool {
    is_listed(word, "office")
}

/// Words that stand before a name without making it another's.
fn is_title(word: &str) -> bool {
    is_listed(word, "title")
}

/// Documents speak for whoever wrote them.
pub(super) fn is_document(noun: &str) -> bool {
    is_listed(noun, "document")
}

fn is_listed(word: &str, class: &str) -> bool {
    HEADS.get(word).is_some_and(|classes| classes.split(' ').any(|known| known == class))
}
