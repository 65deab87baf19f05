//! Word lists, compiled in.
//!
//! A list is a `.txt` file in the folder of the stage that reads it: lower case, byte-sorted, one entry a line, with an
//! optional value behind a tab. An entry of several words has one space between them and its marks as they are written
//! ("al-qaeda", "st. petersburg"), which is how [`Segments::lower`](crate::segment::Segments::lower) spells a run of tokens.

use rustc_hash::{FxBuildHasher, FxHashMap};

/// Entries and their values (empty where a line has none).
#[derive(Debug)]
pub struct Lexicon {
    entries: FxHashMap<&'static str, &'static str>,
}

impl Lexicon {
    /// Reads the lines of a list.
    #[must_use]
    pub fn parse(lines: &'static str) -> Self {
        let mut entries = FxHashMap::with_capacity_and_hasher(lines.len() / 12, FxBuildHasher);
        entries.extend(lines.lines().map(|line| line.split_once('\t').unwrap_or((line, ""))));
        Self { entries }
    }

    /// The value of an entry; `Some("")` for an entry without one.
    #[must_use]
    pub fn get(&self, entry: &str) -> Option<&'static str> {
        self.entries.get(entry).copied()
    }

    /// Whether the entry is in the list.
    #[must_use]
    pub fn has(&self, entry: &str) -> bool {
        self.entries.contains_key(entry)
    }
}

/// Declares a [`Lexicon`] read from a file beside the module, at first use.
///
/// ```text
/// lexicon!(MONTHS, "months.txt");
/// MONTHS.get("april")
/// ```
macro_rules! lexicon {
    ($name:ident, $file:literal) => {
        static $name: std::sync::LazyLock<$crate::lexicon::Lexicon> =
            std::sync::LazyLock::new(|| $crate::lexicon::Lexicon::parse(include_str!($file)));
    };
}
pub(crate) use lexicon;
