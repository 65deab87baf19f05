//! Recency: who was mentioned, where, and whom a pronoun finds when it looks back.

use crate::ner::titles;
use crate::quote;
use crate::segment::Segments;

/// How many mentions a pronoun looks back over.
pub(super) const REACH: usize = 60;

/// How many sentences that hold a fitting mention a pronoun looks back over.
const SENTENCES: usize = 6;

/// An entity in the text, where a pronoun can find it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub entity: usize,
    pub token: usize,
    /// As the source of a quotation.
    pub spoke: bool,
    /// Inside a quotation.
    pub quoted: bool,
    case: Case,
}

/// How a name stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// `Ada Quill left`
    Subject,
    /// `met Ada Quill`
    Plain,
    /// `with Ada Quill`
    Oblique,
    /// `Ada Quill's lawyer`
    Genitive,
}

impl Seen {
    /// Under no preposition, and no genitive.
    pub(super) fn is_bare(&self) -> bool {
        matches!(self.case, Case::Subject | Case::Plain)
    }
}

/// Whom a pronoun stands for, and who else it could.
#[derive(Clone, Debug)]
pub(super) struct Antecedent {
    pub entity: usize,
    pub reason: Reason,
    /// The next ones that would fit, at most two.
    pub others: Vec<usize>,
}

/// Why somebody is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// Spoke last.
    Spoke,
    /// Was spoken of last.
    Subject,
    /// Is spoken of most.
    Topic,
}

/// What it counts for to be the subject of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subjects {
    /// Nothing: for "it", "they" and descriptions.
    Equal,
    /// The subject of an earlier sentence comes first: for who speaks.
    First,
    /// So it does, and in the sentence itself the nearest one: for "his", "her".
    Nearest,
}

/// All mentions so far, in text order.
#[derive(Debug, Default)]
pub(super) struct Recency {
    seen: Vec<Seen>,
}

impl Recency {
    /// `end`: one past the last token of the mention that begins at `token`.
    pub fn see(&mut self, segments: &Segments<'_>, entity: usize, token: usize, end: usize, spoke: bool, quoted: bool) {
        let case = match segments.lower(end) {
            "'s" => Case::Genitive,
            // "|his| agent"
            _ if matches!(segments.lower(token), "his" | "her") && end == token + 1 && segments.is_small(end) => Case::Genitive,
            _ if is_governed(segments, token) => Case::Oblique,
            next if is_verb(segments, end, next) => Case::Subject,
            _ if is_governed(segments, before_titles(segments, token)) => Case::Oblique,
            _ => Case::Plain,
        };
        self.seen.push(Seen { entity, token, spoke, quoted, case });
    }

    /// The mentions before a token, the latest first.
    pub fn before(&self, token: usize) -> impl Iterator<Item = &Seen> + Clone {
        let end = self.seen.partition_point(|seen| seen.token < token);
        self.seen[..end].iter().rev().take(REACH)
    }

    /// The nearest subject before a token, from another on.
    pub fn subject_before(&self, token: usize, from: usize) -> Option<&Seen> {
        let mut near = self.before(token).take_while(|seen| seen.token >= from);
        near.find(|seen| seen.case == Case::Subject || seen.spoke)
    }

    /// Whether a mention begins at a token.
    pub fn is_seen(&self, token: usize) -> bool {
        self.seen.binary_search_by_key(&token, |seen| seen.token).is_ok()
    }

    /// The mentions from a token on.
    pub fn from(&self, token: usize) -> impl Iterator<Item = &Seen> {
        let start = self.seen.partition_point(|seen| seen.token < token);
        self.seen[start..].iter().take(REACH)
    }

    /// Whom a pronoun at a token stands for: sentence by sentence back, who surely is meant, else who speaks there, else by `subjects`, else
    /// who comes first.
    pub fn antecedent(
        &self,
        segments: &Segments<'_>,
        token: usize,
        subjects: Subjects,
        fits: impl Fn(&Seen) -> bool,
        surely: impl Fn(&Seen) -> bool,
    ) -> Option<Antecedent> {
        let sentence = |token: usize| segments.sentence_of(token).start as usize;
        let here = sentence(token);
        let fitting = || self.before(token).filter(|seen| fits(seen));
        let mut sentences = 0;
        let mut last = usize::MAX;
        let mut best: Option<Seen> = None;
        for seen in fitting() {
            if sentence(seen.token) != last {
                if best.is_some() || sentences == SENTENCES {
                    break;
                }
                (last, sentences) = (sentence(seen.token), sentences + 1);
            }
            let object = seen.case == Case::Oblique && last == here && !seen.spoke;
            let is_better = |best: Seen| match (surely(seen), surely(&best)) {
                (false, true) => false,
                (true, false) => true,
                _ if last == here && subjects == Subjects::Nearest && best.case == Case::Subject => false,
                _ if last == here && subjects == Subjects::Nearest && seen.case == Case::Subject => true,
                _ if seen.spoke || best.spoke => seen.spoke,
                _ if best.case == Case::Subject && subjects != Subjects::Equal => seen.case == Case::Subject,
                _ => !best.is_bare() || seen.is_bare(),
            };
            if !object && best.is_none_or(is_better) {
                best = Some(*seen);
            }
        }
        let Seen { entity, spoke, .. } = best?;
        let reason = if spoke { Reason::Spoke } else { Reason::Subject };
        Some(Antecedent { entity, reason, others: others(entity, fitting()) })
    }

    /// Whom those before a token speak of most who fit, the latest of equals.
    pub fn topic(&self, token: usize, fits: impl Fn(&Seen) -> bool) -> Option<Antecedent> {
        let fitting = || self.before(token).filter(|seen| fits(seen));
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for Seen { entity, .. } in fitting() {
            match counts.iter_mut().find(|(counted, _)| counted == entity) {
                Some((_, count)) => *count += 1,
                None => counts.push((*entity, 1)),
            }
        }
        let (entity, _) = counts.into_iter().rev().max_by_key(|&(_, count)| count)?;
        Some(Antecedent { entity, reason: Reason::Topic, others: others(entity, fitting()) })
    }
}

/// The next ones that would fit, the latest first.
fn others<'s>(entity: usize, fitting: impl Iterator<Item = &'s Seen>) -> Vec<usize> {
    let mut others: Vec<usize> = Vec::new();
    for other in fitting.map(|seen| seen.entity) {
        if other != entity && !others.contains(&other) && others.len() < 2 {
            others.push(other);
        }
    }
    others
}

/// Whether the word behind a name can be its verb.
fn is_verb(segments: &Segments<'_>, end: usize, next: &str) -> bool {
    segments.is_small(end) && quote::can_be_verb(next)
}

/// `by |Labour MP |Ada Quill`, `to |the former chairman |Ada Quill`: where what is said of a name before it begins.
fn before_titles(segments: &Segments<'_>, token: usize) -> usize {
    let sentence = segments.sentence_of(token).start as usize;
    let is_title = |&token: &usize| {
        segments.tokens[token].is_capitalised()
            || titles::is_role(segments.lower(token))
            || matches!(segments.lower(token), "the" | "former")
    };
    (sentence + 1..token).rev().take(6).take_while(is_title).last().unwrap_or(token)
}

/// Whether a preposition stands before a name: "|with| Ada Quill", "|in| downtown Aker".
fn is_governed(segments: &Segments<'_>, token: usize) -> bool {
    let place = matches!(
        segments.lower(token.wrapping_sub(1)),
        "downtown"
            | "central"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "nearby"
            | "neighbouring"
            | "neighboring"
            | "rural"
            | "mainland"
    );
    matches!(
        segments.lower(token.wrapping_sub(1 + usize::from(place))),
        "with" | "to" | "by" | "of" | "for" | "from" | "on" | "about" | "against" | "at" | "in" | "than" | "like"
    )
}
