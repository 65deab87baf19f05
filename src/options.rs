//! What a caller may ask for.

use crate::annotation::QuoteKind;
use crate::confidence::Confidence;
use crate::ner::Names;
use crate::segment::ParagraphBreak;
use chrono::NaiveDate;

/// How to read an article.
///
/// ```
/// use pressmark::{Layers, Options, annotate};
///
/// let text = "“No,” said Ada Quill on 3 May 2024.";
/// let only_dates = Layers { quotes: false, people: false, organisations: false, dates: true };
/// let annotation = annotate(text, &Options { layers: only_dates, explain: false, ..Options::default() });
/// assert_eq!((annotation.quotes.len(), annotation.dates.len()), (0, 1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// When the article was published; `None`: look for it in the text.
    pub published: Option<NaiveDate>,
    /// Order of `5/4/2024`.
    pub locale: Locale,
    /// What to mark.
    pub layers: Layers,
    /// Which quotations to give back.
    pub kinds: Kinds,
    /// Marks below this are left out.
    pub min_confidence: Confidence,
    /// Whether to say why; without, the result is smaller.
    pub explain: bool,
    /// What ends a paragraph.
    pub paragraphs: ParagraphBreak,
    /// Names to recognise, or to leave alone.
    pub names: Names,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            published: None,
            locale: Locale::Unknown,
            layers: Layers::default(),
            kinds: Kinds::default(),
            min_confidence: Confidence::new(50),
            explain: true,
            paragraphs: ParagraphBreak::Auto,
            names: Names::default(),
        }
    }
}

/// Whose habits of writing dates to expect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Not said: the text decides, else month first only if it cannot be day first.
    #[default]
    Unknown,
    /// `5/4/2024` is 5 April.
    DayFirst,
    /// `5/4/2024` is May 4.
    MonthFirst,
}

/// What to mark. All of it, by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a set of four, each named")]
pub struct Layers {
    /// Quotations.
    pub quotes: bool,
    /// People, groups and unnamed sources.
    pub people: bool,
    /// Organisations.
    pub organisations: bool,
    /// Dates.
    pub dates: bool,
}

impl Default for Layers {
    fn default() -> Self {
        Self { quotes: true, people: true, organisations: true, dates: true }
    }
}

/// Which quotations to give back. All of them, by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds {
    /// Direct.
    pub direct: bool,
    /// Indirect.
    pub indirect: bool,
    /// Mixed.
    pub mixed: bool,
}

impl Kinds {
    /// Whether this kind is wanted.
    #[must_use]
    pub fn has(self, kind: QuoteKind) -> bool {
        match kind {
            QuoteKind::Direct => self.direct,
            QuoteKind::Indirect => self.indirect,
            QuoteKind::Mixed => self.mixed,
        }
    }
}

impl Default for Kinds {
    fn default() -> Self {
        Self { direct: true, indirect: true, mixed: true }
    }
}
