//! What is worth a person's look.

use crate::annotation::Annotation;
use crate::confidence::{Certainty, Confidence};
use crate::order;
use crate::span::Span;

/// A finding, by its index in the [`Annotation`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Index into [`Annotation::entities`].
    Entity(usize),
    /// Index into [`Annotation::mentions`].
    Mention(usize),
    /// Index into [`Annotation::quotes`].
    Quote(usize),
    /// Index into [`Annotation::dates`].
    Date(usize),
}

/// The findings that are [unsure](Certainty::Unsure), most doubtful first, equally doubtful ones in text order.
///
/// An entity in doubt stands for its mentions: one question, not one for each.
#[must_use]
pub fn unsure(annotation: &Annotation) -> Vec<Finding> {
    let mut doubts: Vec<(Confidence, Span, Finding)> = Vec::new();
    let mut doubt = |confidence: Confidence, span: Option<&Span>, finding| {
        if confidence.certainty() == Certainty::Unsure {
            doubts.push((confidence, span.copied().unwrap_or_default(), finding));
        }
    };
    for (place, quote) in annotation.quotes.iter().enumerate() {
        doubt(quote.confidence, quote.content.first(), Finding::Quote(place));
    }
    for (place, entity) in annotation.entities.iter().enumerate() {
        let first = entity.mentions.first().map(|&mention| &annotation.mentions[mention].span);
        doubt(entity.confidence, first, Finding::Entity(place));
    }
    for (place, mention) in annotation.mentions.iter().enumerate() {
        if annotation.entities[mention.entity].confidence.certainty() != Certainty::Unsure {
            doubt(mention.confidence, Some(&mention.span), Finding::Mention(place));
        }
    }
    for (place, date) in annotation.dates.iter().enumerate() {
        doubt(date.confidence, Some(&date.span), Finding::Date(place));
    }
    order::sort_by(&mut doubts, |&(confidence, span, _)| order::pair(confidence.percent().into(), span.start));
    doubts.into_iter().map(|(_, _, finding)| finding).collect()
}
