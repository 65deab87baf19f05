//! Coreference: which mentions are one person, one organisation, one place.
//!
//! In: the [names](crate::ner::Mention) and the [attributions](crate::quote::Attribution). Out: [`Entity`]s with their
//! [`Mention`]s, and a speaker for each quotation.
//!
//! [`names`] puts full names, surnames, titles, aliases and acronyms together. [`anaphora`] comes last, because it needs the
//! attributions: it traces "he", "the diplomat" and "I", and gives every quotation its speaker.

mod alias;
mod anaphora;
mod definite;
mod description;
mod dialogue;
mod gender;
mod names;
mod person;
mod pronoun;
mod recency;
mod role;
mod source;
mod speaker;

use crate::annotation::{Entity, Mention};
use crate::confidence::Confidence;

pub use anaphora::anaphora;
pub use names::names;

/// Who is there, and where.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cast {
    /// In the order of their first mention.
    pub entities: Vec<Entity>,
    /// In text order; each knows its entity.
    pub mentions: Vec<Mention>,
}

/// A speaker for one attribution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speaker {
    /// Index into [`Cast::entities`]; `None` when nobody can be named.
    pub entity: Option<usize>,
    /// Entities and how likely each is the speaker, most likely first.
    pub candidates: Vec<(usize, Confidence)>,
    /// How sure.
    pub confidence: Confidence,
    /// The rule that decided.
    pub rule: &'static str,
    /// Why nobody can be named, or what spoke for this one; ready to show.
    pub note: Option<String>,
}
