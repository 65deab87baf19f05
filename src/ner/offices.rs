//! Offices whose subjects are joined by "and".
//!
//! ```text
//! |Ministry of Harbours and Ferries|  ·  |Housing and Local Government Ministry|
//! ```

use super::edges::set_tokens;
use super::facts::Facts;
use super::lists::Classes;
use super::{Label, Mention};
use crate::confidence::Confidence;
use crate::segment::{Kind, Segments, Shape, Token};
use crate::span::Run;

/// Takes into the name of an office the subjects that were left out, or read as a doubtful name of their own.
pub(super) fn widen(segments: &Segments<'_>, facts: &[Facts], mentions: &mut Vec<Mention>) {
    let mut widened: Vec<Mention> = Vec::with_capacity(mentions.len());
    for index in 0..mentions.len() {
        let mut mention = mentions[index];
        if widened.last().is_some_and(|last| last.tokens.overlaps(mention.tokens)) {
            continue;
        }
        if mention.label == Label::Organisation {
            let floor = widened.iter().rev().take(3).find(|other| !is_doubtful(other)).map_or(0, |other| other.tokens.end as usize);
            let ahead = mentions[index + 1..].iter().take(2).find(|other| !is_doubtful(other));
            let limit = ahead.map_or(segments.tokens.len(), |other| other.tokens.start as usize);
            let sentence = segments.sentence_of(mention.tokens.start as usize);
            let bounds = Run::new(floor.max(sentence.start as usize + 1), limit.min(sentence.end as usize));
            let tokens = with_subjects(segments, facts, mention.tokens, bounds);
            if tokens != mention.tokens {
                set_tokens(segments, &mut mention, tokens);
                mention.rule = "name.office";
            }
            while widened.pop_if(|other| other.tokens.overlaps(tokens)).is_some() {}
        }
        widened.push(mention);
    }
    *mentions = widened;
}

/// Whether a name may as well be a part of another.
fn is_doubtful(mention: &Mention) -> bool {
    mention.tokens.len() == 1 && mention.label != Label::Person && mention.confidence < Confidence::new(60)
}

/// The name of an office with the subjects on both sides of it, within `bounds`.
fn with_subjects(segments: &Segments<'_>, facts: &[Facts], name: Run, bounds: Run) -> Run {
    let (start, end) = (name.start as usize, name.end as usize);
    let is_subject = |token: usize| {
        let known = Classes::COUNTRY.0 | Classes::REGION.0 | Classes::ORGANISATION.0 | Classes::BODY.0 | Classes::TITLE.0;
        let is_title = |word: &Token| word.kind == Kind::Word && word.shape == Shape::Title;
        bounds.has(token) && is_title(&segments.tokens[token]) && !facts[token].classes.any(Classes(known))
    };
    let and = |token: usize| bounds.has(token) && segments.lower(token) == "and";
    if is_office(segments.lower(start)) && name.range().any(|token| matches!(segments.lower(token), "of" | "for")) {
        let joint = listed_to(segments, &is_subject, end, bounds);
        let last = (joint + 1..joint + 4).take_while(|&token| and(joint) && is_subject(token)).last();
        return Run::new(start, last.map_or(end, |last| last + 1));
    }
    if is_office(segments.lower(end - 1)) && name.len() > 1 {
        let inner = (start.saturating_sub(2)..start).rev().take_while(|&token| is_subject(token)).last().unwrap_or(start);
        let outer = inner.saturating_sub(1);
        let first = (outer.saturating_sub(3)..outer).rev().take_while(|&token| and(outer) && is_subject(token)).last();
        return Run::new(first.unwrap_or(start), end);
    }
    name
}

/// `Ministry of Housing|, Harbours| and Trade`: the token after the subjects that commas join.
fn listed_to(segments: &Segments<'_>, is_subject: &impl Fn(usize) -> bool, end: usize, bounds: Run) -> usize {
    let mut joint = end;
    for _ in 0..2 {
        if !bounds.has(joint) || segments.lower(joint) != "," {
            break;
        }
        joint = (joint + 1..joint + 4).take_while(|&token| is_subject(token)).last().map_or(joint, |last| last + 1);
    }
    joint
}

/// Whether a word heads the name of an office.
fn is_office(word: &str) -> bool {
    matches!(word, "ministry" | "department" | "committee" | "commission" | "bureau" | "directorate" | "secretariat" | "board" | "agency")
}
