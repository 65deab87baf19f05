//! Reports without a verb: names behind a dash, "according to", nouns such as "claim", colons.
//!
//! ```text
//! “Nothing works.” — Tom Holm  ·  According to the pilot, the boat was slow  ·  Quill’s claim that it was slow  ·  Quill on her plans: “…”
//! ```

use super::clause;
use super::complement;
use super::phrase;
use super::report::{Report, Sentence, tells_who};
use super::turn;
use super::word::Class;
use crate::annotation::Polarity;
use crate::ner::Label;
use crate::span::{Run, index};

impl Sentence<'_, '_, '_> {
    /// `“Nothing works.” — Tom Holm`, `“I never swam”: Tom Holm on his career`
    pub(super) fn signature(&self, token: usize) -> Option<Report> {
        let start = self.frame.start as usize;
        let pair = self.reading.opening(start).filter(|_| self.floor == start && !self.quoted)?;
        let quoted = self.reading.quoted[pair].tokens;
        let signs = matches!(self.reading.lower(token), "—" | "–" | "―" | "--" | "-") || self.reading.classes[token] == Class::Colon;
        if token != quoted.end as usize || !signs {
            return None;
        }
        let source = phrase::named(self.reading, token + 1, self.limit())?;
        // "“…”: Leeds counts its dead" is a headline, and nobody who says it.
        let named = match self.reading.name(source.start as usize) {
            Some(name) => name.label != Label::Place || name.tokens.end >= source.end,
            None => source.range().all(|token| self.reading.classes[token] == Class::Name),
        };
        let rest = self.reading.class(source.end as usize);
        let bounded = source.end as usize >= self.limit()
            || matches!(rest, Some(Class::Bracket | Class::Comma | Class::Mark | Class::Time | Class::Preposition))
            || self.reading.class(source.end as usize + 1) == Some(Class::Number);
        (named && bounded).then(|| Report {
            source: Some(source),
            cue: Some(Run::new(token, token + 1)),
            lemma: "—",
            polarity: Polarity::Asserts,
            content: vec![quoted],
            rule: "quote.signature",
            end: source.end as usize,
        })
    }

    /// `in |her| words`: whose they are, between "in" and "words".
    fn in_words_of(&self, token: usize) -> Option<Run> {
        let owned = matches!(self.reading.lower(token + 1), "his" | "her" | "their")
            && matches!(self.reading.lower(token + 2), "words" | "view" | "opinion")
            && self.reading.class(token + 3) != Some(Class::Open);
        (self.reading.lower(token) == "in" && owned).then(|| Run::new(token + 1, token + 2))
    }

    /// `according to`, `as per`, `per`, `in her words`, `in the words of`: where it ends.
    fn according(&self, token: usize) -> Option<usize> {
        match self.reading.lower(token) {
            "according" if self.reading.lower(token + 1) == "to" && !is_measure(self.reading.lower(token + 2)) => Some(token + 2),
            "in" if self.in_words_of(token).is_some() => Some(token + 1),
            "in" if self.reading.lower(token + 1) == "the"
                && self.reading.lower(token + 2) == "words"
                && self.reading.lower(token + 3) == "of" =>
            {
                Some(token + 4)
            }
            "as" | "per" if token == self.frame.start as usize || self.reading.class_before(token) == Some(Class::Comma) => {
                let per = token + usize::from(self.reading.lower(token) == "as");
                (self.reading.lower(per) == "per").then_some(per + 1)
            }
            _ => None,
        }
    }

    /// `According to the pilot, the boat was slow`; `the boat was slow, according to the pilot`
    pub(super) fn according_to(&self, token: usize) -> Option<Report> {
        let cue_end = self.according(token)?;
        let limit = self.limit();
        let start = self.promise_before(token, cue_end).unwrap_or_else(|| self.content_start(token));
        let before = Run::new(start, clause::strip(self.reading, start, token));
        let owner = self.in_words_of(token);
        let source = owner.or_else(|| phrase::named(self.reading, cue_end, limit))?;
        let source = if before.len() < 2 && owner.is_none() { self.before_its_clause(source) } else { source };
        let end = source.end as usize + usize::from(owner.is_some());
        let cue = Some(Run::new(token, cue_end));
        let report = |content: Vec<Run>, end| Report {
            source: Some(source),
            cue,
            lemma: "according to",
            polarity: Polarity::Asserts,
            content,
            rule: "quote.according-to",
            end,
        };
        if before.len() >= 2 {
            let rest = self.continuation(end, self.reading.closing(before.end as usize - 1).is_some());
            let end = rest.map_or(end, |rest| rest.end as usize);
            return Some(report(std::iter::once(before).chain(rest).collect(), end));
        }
        let comma = (end..limit.min(end + 30))
            .find(|&place| self.reading.classes[place] == Class::Comma || self.reading.opening(place).is_some())?;
        let is_put_in = self.reading.class(comma + 1) == Some(Class::Relative) || complement::is_citing(self.reading, comma + 1);
        let comma = if is_put_in { self.main_clause_comma(comma + 1, limit)? } else { comma };
        let start = if self.reading.classes[comma] == Class::Comma { comma + 1 } else { comma };
        let content = Run::new(start, clause::end(self.reading, start, limit));
        (!content.is_empty()).then(|| report(vec![content], content.end as usize))
    }

    /// `|The board has offered to pay|, according to the pilot`: where the clause of the promise begins that ends at the comma.
    fn promise_before(&self, token: usize, cue_end: usize) -> Option<usize> {
        let end = phrase::named(self.reading, cue_end, self.limit())?.end as usize;
        if end < self.limit() && self.reading.classes[end] != Class::Mark {
            return None;
        }
        let promise = self.reports.last().filter(|last| last.rule == "quote.infinitive" && last.end + 1 == token)?;
        promise.source.filter(|source| source.start == self.frame.start).map(|source| source.start as usize)
    }

    /// `According to |Ekos, the agency|, the sea rose`, but `According to |Ekos|, the agency, closed since May, rose again`:
    /// what looks like an apposition is the subject of the clause when a verb follows it.
    fn before_its_clause(&self, source: Run) -> Run {
        let first = source.range().find(|&token| self.reading.classes[token] == Class::Comma);
        if let Some(comma) = first.filter(|&comma| clause::has_clause(self.reading, comma + 1, self.limit())) {
            return Run::new(source.start as usize, comma);
        }
        let next = source.end as usize + usize::from(self.reading.class(source.end as usize) == Some(Class::Comma));
        let verb_follows = matches!(self.reading.class(next), Some(Class::Auxiliary | Class::Modal | Class::Finite | Class::Past));
        match source.range().find(|&token| self.reading.classes[token] == Class::Comma) {
            Some(comma) if verb_follows || next == source.end as usize => Run::new(source.start as usize, comma),
            _ => source,
        }
    }

    /// `denied |Ada Quill’s claim that| the boat was slow`: what somebody has said, as a noun. Not where the noun opens the sentence, for then its
    /// clause ends where nothing shows it.
    pub(super) fn noun(&self, token: usize) -> Option<Report> {
        if let Some(report) = self.view(token) {
            return Some(report);
        }
        let reading = self.reading;
        let that = token + 1;
        let floor = self.frame.start as usize;
        if reading.class(that) != Some(Class::That) || that + 1 >= self.limit() || token == floor {
            return None;
        }
        let lemma = *SAYINGS.iter().find(|&&noun| noun == reading.lower(token))?;
        let source = self.possessor(token)?;
        let start = source.start as usize;
        if start == floor {
            return None;
        }
        let mut content = Run::new(that + 1, clause::end(reading, that + 1, self.limit()));
        if reading.classes[floor] == Class::Preposition {
            content.end = index(clause::before_main_clause(reading, content));
        }
        let polarity = if lemma == "denial" { Polarity::Denies } else { Polarity::Asserts };
        (!content.is_empty()).then(|| Report {
            source: Some(source),
            cue: Some(Run::new(token, that)),
            lemma,
            polarity,
            content: vec![content],
            rule: "quote.noun",
            end: content.end as usize,
        })
    }

    /// `|Ada Quill’s view is that| the boat was slow`
    fn view(&self, token: usize) -> Option<Report> {
        let reading = self.reading;
        let lemma = *VIEWS.iter().find(|&&noun| noun == reading.lower(token)).filter(|_| token > self.frame.start as usize)?;
        let that = (token + 1..self.limit().min(token + 12)).find(|&that| {
            reading.class(that) == Some(Class::That) && matches!(reading.lower(that - 1), "is" | "was" | "been" | "remains")
        })?;
        let perfect = that == token + 3 && matches!(reading.lower(token + 1), "had" | "has");
        let put_in =
            perfect || that == token + 2 || reading.class(token + 1) == Some(Class::Comma) && reading.class(that - 2) == Some(Class::Comma);
        if !put_in {
            return None;
        }
        let source = self.possessor(token)?;
        let content = Run::new(that + 1, clause::end(reading, that + 1, self.limit()));
        (!content.is_empty()).then(|| Report {
            source: Some(source),
            cue: Some(Run::new(token, token + 1)),
            lemma,
            polarity: Polarity::Asserts,
            content: vec![content],
            rule: "quote.noun",
            end: content.end as usize,
        })
    }

    /// `|Ada Quill|’s view`, `|her| view`
    fn possessor(&self, noun: usize) -> Option<Run> {
        match self.reading.class_before(noun)? {
            Class::Possessive => Some(Run::new(noun - 1, noun)),
            Class::Genitive => self.owner(noun - 1),
            _ => None,
        }
    }

    /// `|Ada Quill|’s`, `|the captain|’s`
    fn owner(&self, genitive: usize) -> Option<Run> {
        let last = genitive.checked_sub(1)?;
        if let Some(name) = self.reading.name(last) {
            return Some(name.tokens);
        }
        let article = (self.frame.start as usize..last).rev().take(4).find(|&token| self.reading.classes[token] != Class::Open)?;
        (self.reading.classes[article] == Class::Determiner).then(|| Run::new(article, genitive))
    }

    /// `Quill on her plans: “…”`: a colon alone reports what is within marks.
    pub(super) fn colon(&self, token: usize) -> Option<Report> {
        if token < self.floor
            || self.reading.classes[token] != Class::Colon
            || self.reading.opening(token + 1).is_none()
            || token + 1 >= self.limit()
        {
            return None;
        }
        let pair = self.reading.quoted[self.reading.opening(token + 1)?];
        if clause::has_comma_inside(self.reading, pair.tokens.end as usize)
            && tells_who(self.reading, pair.tokens.end as usize, self.limit())
        {
            return None;
        }
        let spoken = self.reports.last().filter(|report| report.end == token).and_then(|report| report.source);
        let source = spoken.or_else(|| self.first_subject(token + 1).filter(|source| source.end as usize <= token))?;
        if source.len() == 1 && turn::names_part(self.reading, source) {
            return None;
        }
        let content = Run::new(token + 1, clause::end(self.reading, token + 1, self.limit()));
        Some(Report {
            source: Some(source),
            cue: Some(Run::new(token, token + 1)),
            lemma: ":",
            polarity: Polarity::Asserts,
            content: vec![content],
            rule: "quote.colon",
            end: content.end as usize,
        })
    }
}

/// What people say, as nouns: "her claim that".
const SAYINGS: [&str; 22] = [
    "accusation",
    "admission",
    "allegation",
    "allegations",
    "announcement",
    "argument",
    "assertion",
    "assertions",
    "assurance",
    "assurances",
    "claim",
    "claims",
    "complaint",
    "contention",
    "denial",
    "insistence",
    "prediction",
    "remark",
    "statement",
    "suggestion",
    "warning",
    "warnings",
];

/// What people hold: "her view is that".
const VIEWS: [&str; 13] = [
    "advice",
    "answer",
    "argument",
    "assessment",
    "complaint",
    "conclusion",
    "contention",
    "explanation",
    "message",
    "position",
    "response",
    "verdict",
    "view",
];

/// `according to plan`: a measure, and nobody who says anything.
fn is_measure(noun: &str) -> bool {
    matches!(
        noun,
        "plan" | "schedule" | "law" | "tradition" | "custom" | "need" | "size" | "age" | "taste" | "type" | "how" | "what" | "whether"
    )
}
