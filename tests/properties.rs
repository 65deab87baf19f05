//! What holds for every text, whatever it says.

use pressmark::annotation::{Annotation, Evidence};
use pressmark::confidence::Confidence;
use pressmark::id::ids;
use pressmark::packed::pack;
use pressmark::span::Span;
use pressmark::{Options, annotate};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Words and marks that rules look for, so that a text made of them gets deep into the engine.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "'",
    "’",
    "‘",
    "«",
    "»",
    "„",
    "‚",
    "(",
    ")",
    ",",
    ".",
    "...",
    "!",
    "?",
    ":",
    ";",
    "-",
    "–",
    "—",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{0}",
    "\u{202e}",
    "\u{301}",
    "🚢",
    "İ",
    "ß",
    "ﬁ",
    "שלום",
    "said",
    "says",
    "according to",
    "told",
    "denied",
    "asked",
    "that",
    "whether",
    "he",
    "she",
    "they",
    "the minister",
    "the two leaders",
    "a spokeswoman",
    "Mr.",
    "Dr",
    "Mrs",
    "Ada Quill",
    "Quill",
    "Holm",
    "the Harbour Board",
    "HB",
    "(HB)",
    "University of Aker",
    "Ltd",
    "May",
    "March",
    "on Wednesday",
    "last April",
    "yesterday",
    "three weeks ago",
    "every Monday",
    "3",
    "31",
    "2024",
    "1999",
    "5/4/2024",
    "14:05",
    "Oct.",
    "PARIS",
    "(Reuters)",
    "By",
    "’s",
    "'s",
    "I",
    "we",
    "who",
    "of",
    "and",
    "not",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![9 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)],
        0..120,
    )
    .prop_map(|pieces| pieces.concat())
}

fn everything() -> Options {
    Options { min_confidence: Confidence::new(0), published: "2024-05-14".parse().ok(), ..Options::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_unicode(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn any_sentence(text in pieces()) {
        holds(&text);
    }
}

/// One line a shape that has led others into quadratic time, deep recursion or a panic: all of 100 kB.
#[test]
fn hostile() {
    for piece in [
        "“",
        "”",
        "\"",
        "'",
        "“‘",
        "« ",
        "(",
        "\n",
        "\n\n",
        " ",
        "a",
        "A ",
        "A. ",
        "1",
        "1/",
        "said ",
        "“a” said he. ",
        "he said ",
        "Mr. ",
        "said Ada Quill, ",
        "according to ",
        "Ada Quill ",
        "Ada Quill of the ",
        "the ",
        "May ",
        "on Wednesday ",
        "\u{301}",
        "🚢",
        "\u{0}",
        "-",
        "U.S.",
        "A-",
        "a’",
        "“a\n\n",
        "the Board (TB) ",
    ] {
        holds(&piece.repeat(100_000 / piece.len()));
    }
}

fn holds(text: &str) {
    for options in [Options::default(), everything()] {
        let annotation = annotate(text, &options);
        assert_eq!(annotation, annotate(text, &options), "same in, same out: {text:?}");
        for span in spans(&annotation) {
            assert!(span.start <= span.end && text.get(span.start as usize..span.end as usize).is_some(), "{span:?} of {text:?}");
        }
        assert!(confidences(&annotation).all(|confidence| confidence < Confidence::FULL), "only the user leaves no doubt: {text:?}");
        ordered(&annotation, text);
        refers(&annotation, text);
        let ids = ids(&annotation, text);
        let all = [&ids.entities, &ids.mentions, &ids.quotes, &ids.dates].into_iter().flatten();
        assert_eq!(all.clone().collect::<BTreeSet<_>>().len(), all.count(), "an id is there twice: {text:?}");
        assert_eq!(pack(&annotation, text), pack(&annotation, text));
    }
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

/// References go both ways.
fn refers(annotation: &Annotation, text: &str) {
    for (place, mention) in annotation.mentions.iter().enumerate() {
        assert!(annotation.entities[mention.entity].mentions.binary_search(&place).is_ok(), "{mention:?} of {text:?}");
    }
    for (place, quote) in annotation.quotes.iter().enumerate() {
        assert!(quote.parent.is_none_or(|parent| parent < annotation.quotes.len() && parent != place), "{quote:?} of {text:?}");
        assert!(quote.paragraphs.0 <= quote.paragraphs.1 && quote.paragraphs.1 < annotation.paragraphs.len(), "{quote:?} of {text:?}");
        if let Some(speaker) = quote.speaker {
            assert!(annotation.entities[speaker].quotes.binary_search(&place).is_ok(), "{quote:?} of {text:?}");
        }
    }
}
