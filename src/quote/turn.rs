//! Turns: paragraphs that open with the name of who speaks.
//!
//! ```text
//! HOLM: Were you there?  ·  Ada Quill – I was.  ·  Q. What next?  ·  ((EP)) : Why?
//! ```

use super::reading::Reading;
use crate::ner::Label;
use crate::segment::{Kind, Paragraph, Role, Shape};
use crate::span::Run;

/// A label is no longer than this many tokens.
const LONGEST: usize = 7;

/// Labels that say what follows, not who speaks.
const PARTS: [&str; 48] = [
    "analysis",
    "breaking",
    "caption",
    "comment",
    "correction",
    "credit",
    "editing",
    "editor",
    "editorial",
    "exclusive",
    "explainer",
    "factbox",
    "file",
    "gallery",
    "image",
    "interview",
    "listen",
    "live",
    "note",
    "obituary",
    "opinion",
    "photo",
    "photographer",
    "photos",
    "picture",
    "podcast",
    "posted",
    "preview",
    "profile",
    "published",
    "q&a",
    "quiz",
    "recap",
    "related",
    "reporter",
    "reporters",
    "reporting",
    "revealed",
    "review",
    "source",
    "tags",
    "timeline",
    "topics",
    "transcript",
    "translator",
    "update",
    "updated",
    "video",
];

/// A paragraph with a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    /// Who speaks.
    pub label: Run,
    /// The colon or dash.
    pub cue: usize,
    /// What is said.
    pub content: Run,
}

/// The label of a paragraph, if it opens with one.
pub(super) fn turn(reading: &Reading<'_, '_>, paragraph: &Paragraph) -> Option<Turn> {
    let tokens = &reading.segments.tokens;
    let (mut start, end) = (paragraph.tokens.start as usize, paragraph.tokens.end as usize);
    while start < end && (tokens[start].kind == Kind::Quote || matches!(reading.lower(start), "(" | "[")) {
        start += 1;
    }
    if matches!(reading.lower(start), "q." | "a.") && start + 1 < end {
        return Some(Turn { label: Run::new(start, start + 1), cue: start, content: Run::new(start + 1, end) });
    }
    let limit = end.min(start + LONGEST);
    let mut last = start;
    while last < limit && is_label(reading, last) {
        last += 1;
    }
    let mut cue = last;
    while cue < end && matches!(reading.lower(cue), ")" | "]") {
        cue += 1;
    }
    let marks = match reading.lower(cue) {
        ":" => tokens.get(cue + 1).is_none_or(|next| next.spaced),
        "–" | "—" | "-" => {
            tokens[cue].spaced
                && reading.name(start).is_some_and(|name| name.tokens == Run::new(start, last) && name.label == Label::Person)
        }
        _ => false,
    };
    (last > start && !names_part(reading, Run::new(start, last)) && cue < end && marks && cue + 1 < end).then(|| Turn {
        label: Run::new(start, last),
        cue,
        content: Run::new(cue + 1, end),
    })
}

/// Whether a label says what follows: "Q&A", "Fact check".
pub(super) fn names_part(reading: &Reading<'_, '_>, label: Run) -> bool {
    PARTS.contains(&reading.lower((label.end as usize).wrapping_sub(1)))
}

fn is_label(reading: &Reading<'_, '_>, token: usize) -> bool {
    let written = reading.segments.tokens[token];
    match written.kind {
        Kind::Word => written.is_capitalised() || matches!(reading.lower(token), "of" | "de" | "von" | "van" | "al" | "'s"),
        Kind::Address => true,
        Kind::Mark => matches!(reading.lower(token), "-"),
        _ => false,
    }
}

/// Whether the labelled paragraphs of a text are turns of a conversation: two of them at least.
pub(super) fn is_conversation(reading: &Reading<'_, '_>) -> bool {
    let labelled =
        |paragraph: &Paragraph| turn(reading, paragraph).is_some_and(|turn| reading.opening(turn.content.start as usize).is_none());
    reading.segments.paragraphs.iter().filter(|paragraph| paragraph.role != Role::Headline && labelled(paragraph)).take(2).count() == 2
}

/// Whether the label can be somebody's: a person's name, or few words.
pub(super) fn is_person(reading: &Reading<'_, '_>, turn: &Turn) -> bool {
    let shouts = |token: usize| reading.segments.tokens[token].shape == Shape::Upper && reading.segments.word(token).len() > 2;
    turn.label.len() <= 3
        || turn.label.range().any(shouts)
        || reading.name(turn.label.end as usize - 1).is_some_and(|name| name.label == Label::Person)
}

/// Whether the label is one of a transcript even alone: capitals throughout.
pub(super) fn is_shouted(reading: &Reading<'_, '_>, turn: &Turn) -> bool {
    turn.label.range().all(|token| matches!(reading.segments.tokens[token].shape, Shape::Upper | Shape::Uncased)) && turn.label.len() < 4
}
