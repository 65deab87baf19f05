//! What the quotation rules look at: words with their classes, names, and pairs of marks.

use super::Quoted;
use super::word::{self, Class};
use crate::ner;
use crate::segment::{Role, Segments};
use crate::span::Run;

/// A text made ready for the rules.
pub(super) struct Reading<'a, 't> {
    pub segments: &'a Segments<'t>,
    pub quoted: &'a [Quoted],
    pub names: &'a [ner::Mention],
    /// One class a token.
    pub classes: Vec<Class>,
    /// For each token the name it is part of.
    name_at: Vec<u32>,
    /// For each token the pair of marks that opens there.
    opens: Vec<u32>,
    /// For each token the pair of marks that closes there.
    closes: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl<'a, 't> Reading<'a, 't> {
    pub fn new(segments: &'a Segments<'t>, quoted: &'a [Quoted], names: &'a [ner::Mention]) -> Self {
        let count = segments.tokens.len();
        let (mut name_at, mut opens, mut closes) = (vec![NONE; count], vec![NONE; count], vec![NONE; count]);
        for (place, name) in (0..).zip(names) {
            name_at[name.tokens.range()].fill(place);
        }
        for (place, pair) in (0..).zip(quoted) {
            opens[pair.tokens.start as usize] = place;
            if pair.content.end < pair.tokens.end {
                closes[pair.tokens.end as usize - 1] = place;
            }
        }
        let classes = word::classes(segments, |token| name_at[token] != NONE);
        Self { segments, quoted, names, classes, name_at, opens, closes }
    }

    pub fn lower(&self, token: usize) -> &str {
        self.segments.lower(token)
    }

    pub fn class(&self, token: usize) -> Option<Class> {
        self.classes.get(token).copied()
    }

    pub fn class_before(&self, token: usize) -> Option<Class> {
        token.checked_sub(1).and_then(|before| self.class(before))
    }

    /// The name that a token is part of.
    pub fn name(&self, token: usize) -> Option<&ner::Mention> {
        self.name_at.get(token).and_then(|&place| self.names.get(place as usize))
    }

    /// The pair of marks whose opening mark is this token.
    pub fn opening(&self, token: usize) -> Option<usize> {
        self.opens.get(token).filter(|&&pair| pair != NONE).map(|&pair| pair as usize)
    }

    /// The pair of marks whose closing mark is this token.
    pub fn closing(&self, token: usize) -> Option<usize> {
        self.closes.get(token).filter(|&&pair| pair != NONE).map(|&pair| pair as usize)
    }

    /// Whether a word stands in a headline, where capitals say nothing.
    pub fn is_shouting(&self, token: usize) -> bool {
        self.name(token).is_none() && self.is_headline(token)
    }

    /// Whether a token is part of a headline or a heading.
    pub fn is_headline(&self, token: usize) -> bool {
        let role = self.segments.paragraphs[self.segments.paragraph_of(token)].role;
        matches!(role, Role::Headline | Role::Heading)
    }

    /// The token after this one, a pair of marks counting as one.
    pub fn after(&self, token: usize) -> usize {
        self.opening(token).map_or(token + 1, |pair| self.quoted[pair].tokens.end as usize)
    }

    /// The sentences between `region`'s ends, none of them ending within a pair of marks.
    ///
    /// `“One. Two,” he said. “Three.”` has two.
    ///
    /// `runs_on` says of a token that begins a sentence that it belongs to the one before all the same.
    pub fn frames(&self, region: Run, runs_on: impl Fn(usize) -> bool) -> Vec<Run> {
        let mut frames = Vec::new();
        let (mut start, mut token) = (region.start as usize, region.start as usize);
        while token < region.end as usize {
            token = self.after(token).min(region.end as usize);
            let cut = token < region.end as usize && self.segments.sentence_of(token) != self.segments.sentence_of(token - 1);
            if token == region.end as usize || cut && !runs_on(token) {
                frames.push(Run::new(start, token));
                start = token;
            }
        }
        frames
    }
}
