//! Quotation attribution: who is quoted, and in which words.
//!
//! In: [`Segments`] and the [names](crate::ner::Mention). Out: [`Attribution`]s.
//!
//! Follows the attribution relation of the PARC corpus: a *source* (who), a *cue* (usually a reporting verb) and a
//! *content* (what).
//!
//! ```text
//! “We will appeal,”  said  Ada Quill.
//!  content           cue   source
//! ```
//!
//! Two steps, each usable alone: [`marks`] pairs the quotation marks, and [`attribute`] finds a cue and a source.

mod attribute;
mod clause;
mod complement;
mod content;
mod cue;
mod mark;
mod phrase;
mod reading;
mod report;
mod turn;
mod verbless;
mod word;

use crate::annotation::{Cue, QuoteKind};
use crate::confidence::Confidence;
use crate::ner::Mention;
use crate::segment::Segments;
use crate::span::{Run, Span};
pub(crate) use attribute::below;
use reading::Reading;
pub(crate) use word::{can_be_verb, is_auxiliary, is_number};

/// A pair of quotation marks. Its opener and closer are tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// From the opening mark to the closing one, both included.
    pub tokens: Run,
    /// What stands between them.
    pub content: Run,
    /// Index of the pair that this one stands in.
    pub parent: Option<u32>,
    /// Whether the quotation goes on in the next pair: no closing mark, and the next paragraph opens again.
    pub continues: bool,
}

/// One quotation, with the words that report it.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// How the words are given.
    pub kind: QuoteKind,
    /// Runs of tokens, in order, without the outer marks.
    pub content: Vec<Run>,
    /// Where the content stands; like `content`, trimmed.
    pub spans: Vec<Span>,
    /// The words that report.
    pub cue: Option<Cue>,
    /// The tokens that name the speaker: a full noun phrase.
    pub source: Option<Run>,
    /// Index of the attribution that this one stands in.
    pub parent: Option<u32>,
    /// How sure of content, cue and source.
    pub confidence: Confidence,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Pairs the quotation marks.
#[must_use]
pub fn marks(segments: &Segments<'_>) -> Vec<Quoted> {
    mark::pairs(segments)
}

/// Finds the quotations, what reports them and whom they are given to.
#[must_use]
pub fn attribute(segments: &Segments<'_>, quoted: &[Quoted], names: &[Mention]) -> Vec<Attribution> {
    attribute::attributions(&Reading::new(segments, quoted, names))
}
