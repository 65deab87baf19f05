//! What holds for the annotation of any text under any options. The property tests and the fuzzer ask the same.

use pressmark::annotation::{Anchor, Annotation, Evidence};
use pressmark::confidence::Confidence;
use pressmark::id::ids;
use pressmark::ner::Names;
use pressmark::packed::pack;
use pressmark::span::Span;
use pressmark::{Options, annotate};
use std::collections::BTreeSet;

/// Panics, with the text, when it does not.
pub fn holds(text: &str, options: &Options) {
    let annotation = annotate(text, options);
    assert_eq!(annotation, annotate(text, options), "same in, same out: {text:?}");
    for span in spans(&annotation) {
        assert!(span.start <= span.end && text.get(span.start as usize..span.end as usize).is_some(), "{span:?} of {text:?}");
    }
    if options.names == Names::default() {
        assert!(confidences(&annotation).all(|confidence| confidence < Confidence::FULL), "only the user leaves no doubt: {text:?}");
    }
    ordered(&annotation, text);
    refers(&annotation, text);
    let ids = ids(&annotation, text);
    let all = [&ids.entities, &ids.mentions, &ids.quotes, &ids.dates].into_iter().flatten();
    assert_eq!(all.clone().collect::<BTreeSet<_>>().len(), all.count(), "an id is there twice: {text:?}");
    assert_eq!(pack(&annotation, text), pack(&annotation, text));
}

fn confidences(annotation: &Annotation) -> impl Iterator<Item = Confidence> + '_ {
    let entities = annotation.entities.iter().map(|entity| entity.confidence);
    let mentions = annotation.mentions.iter().map(|mention| mention.confidence);
    let quotes = annotation.quotes.iter().map(|quote| quote.confidence);
    entities.chain(mentions).chain(quotes).chain(annotation.dates.iter().map(|date| date.confidence))
}

fn spans(annotation: &Annotation) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut evidence = |evidence: &[Evidence]| spans.extend(evidence.iter().flat_map(|evidence| evidence.spans.iter().copied()));
    evidence(&annotation.publication.evidence);
    annotation.mentions.iter().for_each(|mention| evidence(&mention.evidence));
    annotation.quotes.iter().for_each(|quote| evidence(&quote.evidence));
    annotation.dates.iter().for_each(|date| evidence(&date.evidence));
    for entity in &annotation.entities {
        evidence(&entity.evidence);
        entity.roles.iter().for_each(|role| evidence(&role.evidence));
    }
    spans.extend(annotation.publication.span);
    spans.extend(annotation.paragraphs.iter().map(|paragraph| paragraph.span));
    spans.extend(annotation.entities.iter().flat_map(|entity| entity.roles.iter().filter_map(|role| role.span)));
    spans.extend(annotation.mentions.iter().map(|mention| mention.span));
    spans.extend(annotation.dates.iter().map(|date| date.span));
    for quote in &annotation.quotes {
        spans.extend(quote.content.iter().chain(&quote.source).copied().chain(quote.cue.iter().map(|cue| cue.span)));
    }
    spans
}

/// Findings stand in text order; paragraphs, mentions, dates and the parts of one quotation share no byte.
fn ordered(annotation: &Annotation, text: &str) {
    let apart = |spans: Vec<Span>, what: &str| {
        assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{what} overlap or are out of order: {spans:?} of {text:?}");
    };
    apart(annotation.paragraphs.iter().map(|paragraph| paragraph.span).collect(), "paragraphs");
    apart(annotation.dates.iter().map(|date| date.span).collect(), "dates");
    for quote in &annotation.quotes {
        assert!(!quote.content.is_empty(), "a quotation without content: {text:?}");
        apart(quote.content.clone(), "parts of a quotation");
    }
    let starts: Vec<u32> = annotation.mentions.iter().map(|mention| mention.span.start).collect();
    assert!(starts.is_sorted(), "mentions are out of order: {starts:?} of {text:?}");
    let starts: Vec<u32> = annotation.quotes.iter().map(|quote| quote.content[0].start).collect();
    assert!(starts.is_sorted(), "quotations are out of order: {starts:?} of {text:?}");
}

/// References lead somewhere, and go both ways.
fn refers(annotation: &Annotation, text: &str) {
    for (place, mention) in annotation.mentions.iter().enumerate() {
        assert!(annotation.entities[mention.entity].mentions.binary_search(&place).is_ok(), "{mention:?} of {text:?}");
    }
    for (place, date) in annotation.dates.iter().enumerate() {
        if let Some(Anchor::Date(anchor)) = date.anchor {
            assert!(anchor < annotation.dates.len() && anchor != place, "{date:?} of {text:?}");
        }
    }
    for (place, quote) in annotation.quotes.iter().enumerate() {
        assert!(quote.parent.is_none_or(|parent| parent < annotation.quotes.len() && parent != place), "{quote:?} of {text:?}");
        assert!(quote.paragraphs.0 <= quote.paragraphs.1 && quote.paragraphs.1 < annotation.paragraphs.len(), "{quote:?} of {text:?}");
        if let Some(speaker) = quote.speaker {
            assert!(annotation.entities[speaker].quotes.binary_search(&place).is_ok(), "{quote:?} of {text:?}");
        }
    }
}
