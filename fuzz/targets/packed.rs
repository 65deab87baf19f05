//! What crosses the border to JavaScript, read as `www/lib/decode.js` reads it: to the last number, each place and reference within bounds.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pressmark::confidence::Confidence;
use pressmark::packed::{Packed, pack};
use pressmark::{Options, annotate};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let options = Options { min_confidence: Confidence::new(0), published: "2024-02-29".parse().ok(), ..Options::default() };
    let packed = pack(&annotate(&text, &options), &text);
    let mut reader = Reader::new(&packed, &text);
    reader.annotation();
    assert_eq!(reader.at, packed.words.len(), "numbers are left over");
});

struct Reader<'p> {
    words: &'p [u32],
    at: usize,
    /// How many strings there are.
    strings: u32,
    /// Which UTF-16 offsets of the text lie between characters.
    boundaries: Vec<bool>,
    entities: u32,
    mentions: u32,
    quotes: u32,
    dates: u32,
}

impl<'p> Reader<'p> {
    fn new(Packed { words, strings }: &'p Packed, text: &str) -> Self {
        let mut boundaries: Vec<bool> = text.chars().flat_map(|character| [true, false].into_iter().take(character.len_utf16())).collect();
        boundaries.push(true);
        let mut reader = Self { words, at: 0, strings: 0, boundaries, entities: 0, mentions: 0, quotes: 0, dates: 0 };
        reader.strings = reader.number();
        let units: usize = (0..reader.strings).map(|_| reader.number() as usize).sum();
        assert_eq!(units, strings.encode_utf16().count(), "the lengths of the strings");
        reader
    }

    fn annotation(&mut self) {
        self.entities = self.list(Self::string);
        self.mentions = self.list(Self::string);
        self.quotes = self.list(Self::string);
        self.dates = self.list(Self::string);
        self.publication();
        self.list(|reader| {
            reader.span();
            reader.below(5);
        });
        let entities = self.list(Self::entity);
        let mentions = self.list(Self::mention);
        let quotes = self.list(Self::quote);
        let dates = self.list(Self::date);
        assert_eq!([entities, mentions, quotes, dates], [self.entities, self.mentions, self.quotes, self.dates], "an id for each");
        self.list(Self::string);
    }

    fn number(&mut self) -> u32 {
        self.at += 1;
        self.words[self.at - 1]
    }

    fn below(&mut self, limit: u32) {
        let number = self.number();
        assert!(number < limit, "{number} where less than {limit} is expected");
    }

    fn string(&mut self) {
        self.below(self.strings);
    }

    fn maybe_string(&mut self) {
        self.below(self.strings + 1);
    }

    fn list(&mut self, item: impl Fn(&mut Self)) -> u32 {
        let length = self.number();
        (0..length).for_each(|_| item(self));
        length
    }

    fn span(&mut self) {
        let (start, end) = (self.number() as usize, self.number() as usize);
        assert!(start <= end && self.boundaries[start] && self.boundaries[end], "{start} to {end} is no place in the text");
    }

    fn confidence(&mut self) {
        self.below(101);
    }

    fn judged(&mut self) {
        self.confidence();
        self.below(3);
        self.list(|reader| {
            reader.string();
            reader.list(Self::span);
            reader.maybe_string();
        });
    }

    fn publication(&mut self) {
        self.maybe_string();
        self.below(4);
        self.list(Self::span);
        self.number();
        self.judged();
    }

    fn entity(&mut self) {
        self.below(5);
        self.string();
        self.maybe_string();
        self.list(Self::string);
        self.maybe_string();
        self.list(|reader| {
            reader.string();
            reader.list(Self::span);
            reader.below(reader.entities + 1);
            reader.judged();
        });
        self.list(Self::string);
        self.list(|reader| reader.below(reader.mentions));
        self.list(|reader| reader.below(reader.quotes));
        self.judged();
    }

    fn mention(&mut self) {
        self.span();
        self.below(self.entities);
        self.below(5);
        self.judged();
    }

    fn quote(&mut self) {
        self.below(3);
        self.list(Self::span);
        self.list(|reader| {
            reader.span();
            reader.string();
            reader.below(5);
        });
        self.list(Self::span);
        self.below(self.entities + 1);
        self.list(|reader| {
            reader.below(reader.entities);
            reader.confidence();
        });
        self.below(self.quotes + 1);
        self.number();
        self.number();
        self.judged();
    }

    fn date(&mut self) {
        self.span();
        self.below(4);
        self.string();
        self.below(13);
        self.list(|reader| {
            reader.string();
            reader.string();
        });
        self.below(self.dates + 2);
        self.number();
        self.list(|reader| {
            reader.string();
            reader.confidence();
        });
        self.judged();
    }
}
