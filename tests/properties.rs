//! What holds for every text, whatever it says.

mod holds;

use pressmark::Options;
use pressmark::confidence::Confidence;
use proptest::prelude::*;

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
    "(AP) ",
    "Q.",
    "A.",
    "in the words of",
    "view is that",
    "hours after",
    "named",
    "of the company’s",
    "pilot",
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
        holds::holds(text, &options);
    }
}
