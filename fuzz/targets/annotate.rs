//! Any text, under the options that take it to different places.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

use libfuzzer_sys::fuzz_target;
use pressmark::confidence::Confidence;
use pressmark::segment::ParagraphBreak;
use pressmark::{Locale, Options};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let everything = Options { min_confidence: Confidence::new(0), ..Options::default() };
    for options in [
        Options { published: "2024-02-29".parse().ok(), locale: Locale::MonthFirst, ..everything.clone() },
        Options { paragraphs: ParagraphBreak::Line, locale: Locale::DayFirst, ..everything.clone() },
        Options { paragraphs: ParagraphBreak::BlankLine, ..everything },
    ] {
        holds::holds(&text, &options);
    }
});
