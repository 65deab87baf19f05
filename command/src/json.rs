//! A packed annotation → JSON, as `JSON.stringify` writes what `www/lib/decode.js` makes of it: the same fields in the same order.

use crate::article::{Text, quoted};
use pressmark::packed::Packed;
use std::fmt::Write;

const CERTAINTIES: &[&str] = &["unsure", "likely", "certain"];
const ENTITY_TYPES: &[&str] = &["person", "organisation", "place", "group", "unnamed"];
const FORMS: &[&str] = &["name", "short-name", "acronym", "pronoun", "description"];
const QUOTE_KINDS: &[&str] = &["direct", "indirect", "mixed"];
const POLARITIES: &[&str] = &["asserts", "denies", "asks", "wishes", "unclear"];
const DATE_TYPES: &[&str] = &["DATE", "TIME", "DURATION", "SET"];
const MODIFIERS: &[&str] = &[
    "BEFORE",
    "AFTER",
    "START",
    "MID",
    "END",
    "APPROX",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
];
const DATE_PARTS: &[&str] = &["year", "month", "day", "weekday", "hour", "minute", "zone"];
const SOURCES: &[&str] = &["given", "dateline", "inferred", "none"];
const PARAGRAPH_ROLES: &[&str] = &["headline", "byline", "dateline", "body", "heading"];

/// A text and what was found in it.
pub struct Annotated {
    pub text: Text,
    pub packed: Packed,
}

impl Annotated {
    /// `{…annotation}`
    pub fn object(&self) -> String {
        self.write("{")
    }

    /// `{"id", …annotation}`
    pub fn answer(&self, id: &str) -> String {
        self.write(&format!(r#"{{"id":{id},"#))
    }

    fn write(&self, begin: &str) -> String {
        let mut writer = Writer::new(&self.packed, begin);
        writer.annotation(&self.text);
        writer.out
    }
}

/// `{"id","error"}`
pub fn error(id: &str, message: &str) -> String {
    format!(r#"{{"id":{id},"error":{}}}"#, quoted(message))
}

/// Reads the numbers in the order of `packed.rs` and writes as it goes.
struct Writer<'p> {
    words: &'p [u32],
    at: usize,
    strings: Vec<&'p str>,
    entities: Vec<&'p str>,
    mentions: Vec<&'p str>,
    quotes: Vec<&'p str>,
    dates: Vec<&'p str>,
    out: String,
}

impl<'p> Writer<'p> {
    fn new(packed: &'p Packed, begin: &str) -> Self {
        let (lengths, rest) = packed.words[1..].split_at(packed.words[0] as usize);
        let mut writer = Self {
            words: rest,
            at: 0,
            strings: strings(&packed.strings, lengths),
            entities: Vec::new(),
            mentions: Vec::new(),
            quotes: Vec::new(),
            dates: Vec::new(),
            out: begin.into(),
        };
        writer.entities = writer.ids();
        writer.mentions = writer.ids();
        writer.quotes = writer.ids();
        writer.dates = writer.ids();
        writer
    }

    fn ids(&mut self) -> Vec<&'p str> {
        (0..self.number()).map(|_| self.string()).collect()
    }

    fn number(&mut self) -> usize {
        self.at += 1;
        self.words[self.at - 1] as usize
    }

    fn string(&mut self) -> &'p str {
        let place = self.number();
        self.strings[place]
    }

    fn maybe_string(&mut self) -> Option<&'p str> {
        self.number().checked_sub(1).map(|place| self.strings[place])
    }

    /// `"name":`, after a comma where something stands before.
    fn key(&mut self, name: &str) {
        if !self.out.ends_with(['{', ',']) {
            self.out.push(',');
        }
        self.raw(format_args!(r#""{name}":"#));
    }

    fn raw(&mut self, what: std::fmt::Arguments) {
        self.out.write_fmt(what).expect("a string takes everything");
    }

    fn text(&mut self, string: &str) {
        self.out.push_str(&quoted(string));
    }

    fn field(&mut self, name: &str, string: &str) {
        self.key(name);
        self.text(string);
    }

    fn maybe_field(&mut self, name: &str) {
        if let Some(string) = self.maybe_string() {
            self.field(name, string);
        }
    }

    fn number_field(&mut self, name: &str) {
        let number = self.number();
        self.key(name);
        self.raw(format_args!("{number}"));
    }

    fn choice(&mut self, name: &str, among: &[&str]) {
        let choice = self.number();
        self.field(name, among[choice]);
    }

    fn list(&mut self, name: &str, item: impl FnMut(&mut Self, usize)) {
        self.key(name);
        let length = self.number();
        self.items(length, item);
    }

    fn items(&mut self, length: usize, mut item: impl FnMut(&mut Self, usize)) {
        self.out.push('[');
        for place in 0..length {
            if place > 0 {
                self.out.push(',');
            }
            item(self, place);
        }
        self.out.push(']');
    }

    fn object(&mut self, fields: impl FnOnce(&mut Self)) {
        self.out.push('{');
        fields(self);
        self.out.push('}');
    }

    fn annotation(&mut self, text: &Text) {
        self.field("schema", "pressmark/1");
        self.key("generator");
        self.object(|writer| {
            writer.field("name", "pressmark");
            writer.field("version", env!("CARGO_PKG_VERSION"));
        });
        self.key("text");
        self.out.push_str(&text.json());
        self.field("offsets", "utf16");
        self.field("language", "en");
        self.key("publication");
        self.object(Self::publication);
        self.list("paragraphs", |writer, _| writer.object(Self::paragraph));
        self.list("entities", |writer, place| writer.object(|writer| writer.entity(place)));
        self.list("mentions", |writer, place| writer.object(|writer| writer.mention(place)));
        self.list("quotes", |writer, place| writer.object(|writer| writer.quote(place)));
        self.list("dates", |writer, place| writer.object(|writer| writer.date(place)));
        self.list("unsure", |writer, _| writer.item());
        self.out.push('}');
    }

    fn item(&mut self) {
        let string = self.string();
        self.text(string);
    }

    fn start_end(&mut self) {
        self.number_field("start");
        self.number_field("end");
    }

    fn spans(&mut self, name: &str) {
        self.list(name, |writer, _| writer.object(Self::start_end));
    }

    /// A list of at most one span, as a field of its own or none.
    fn maybe_span(&mut self) {
        if self.number() == 1 {
            self.key("span");
            self.object(Self::start_end);
        }
    }

    /// Hundredths, as JavaScript writes the quotient: `1`, `0.9`, `0.57`.
    fn confidence(&mut self) -> usize {
        let percent = self.number();
        self.key("confidence");
        match percent {
            100 => self.out.push('1'),
            0 => self.out.push('0'),
            _ if percent.is_multiple_of(10) => self.raw(format_args!("0.{}", percent / 10)),
            _ => self.raw(format_args!("0.{percent:02}")),
        }
        percent
    }

    fn evidence(&mut self) {
        let rule = self.string();
        self.field("rule", rule);
        self.spans("spans");
        self.maybe_field("note");
    }

    fn judged_by(&mut self, origin: Option<&str>) {
        let percent = self.confidence();
        self.choice("certainty", CERTAINTIES);
        self.list("evidence", |writer, _| writer.object(Self::evidence));
        self.field("origin", origin.unwrap_or(if percent == 100 { "names" } else { "engine" }));
    }

    fn judged(&mut self) {
        self.judged_by(None);
    }

    /// Two bits a part: 0 not there, 1 filled in, 2 said.
    fn stated(&mut self) {
        let bits = self.number();
        self.key("stated");
        self.object(|writer| {
            for (place, part) in DATE_PARTS.iter().enumerate() {
                let said = bits >> (2 * place) & 3;
                if said > 0 {
                    writer.key(part);
                    writer.raw(format_args!("{}", said == 2));
                }
            }
        });
    }

    fn publication(&mut self) {
        let value = self.maybe_string();
        self.null_or("value", value);
        let source = self.number();
        self.field("source", SOURCES[source]);
        self.maybe_span();
        self.stated();
        self.judged_by(Some(if SOURCES[source] == "given" { "user" } else { "engine" }));
    }

    fn null_or(&mut self, name: &str, value: Option<&str>) {
        self.key(name);
        match value {
            Some(value) => self.text(value),
            None => self.out.push_str("null"),
        }
    }

    fn paragraph(&mut self) {
        self.start_end();
        self.choice("role", PARAGRAPH_ROLES);
    }

    fn entity(&mut self, place: usize) {
        self.field("id", self.entities[place]);
        self.choice("type", ENTITY_TYPES);
        let name = self.string();
        self.field("name", name);
        self.maybe_field("acronym");
        self.list("aliases", |writer, _| writer.item());
        self.maybe_field("title");
        self.list("roles", |writer, _| writer.object(Self::role));
        let pronouns = self.number();
        if pronouns > 0 {
            self.key("pronouns");
            self.items(pronouns, |writer, _| writer.item());
        }
        self.list("mentions", |writer, _| {
            let mention = writer.number();
            writer.text(writer.mentions[mention]);
        });
        self.list("quotes", |writer, _| {
            let quote = writer.number();
            writer.text(writer.quotes[quote]);
        });
        self.judged();
    }

    fn role(&mut self) {
        let text = self.string();
        self.field("text", text);
        self.maybe_span();
        if let Some(organisation) = self.number().checked_sub(1) {
            self.field("organisation", self.entities[organisation]);
        }
        self.judged();
    }

    fn mention(&mut self, place: usize) {
        self.field("id", self.mentions[place]);
        self.start_end();
        let entity = self.number();
        self.field("entity", self.entities[entity]);
        self.choice("form", FORMS);
        self.judged();
    }

    fn quote(&mut self, place: usize) {
        self.field("id", self.quotes[place]);
        self.choice("kind", QUOTE_KINDS);
        self.spans("content");
        self.key("cue");
        if self.number() == 1 {
            self.object(Self::cue);
        } else {
            self.out.push_str("null");
        }
        self.spans("source");
        let speaker = self.number().checked_sub(1).map(|entity| self.entities[entity]);
        self.null_or("speaker", speaker);
        self.list("candidates", |writer, _| writer.object(Self::candidate));
        if let Some(parent) = self.number().checked_sub(1) {
            self.field("parent", self.quotes[parent]);
        }
        self.key("paragraphs");
        self.items(2, |writer, _| {
            let paragraph = writer.number();
            writer.raw(format_args!("{paragraph}"));
        });
        self.judged();
    }

    fn cue(&mut self) {
        self.start_end();
        let lemma = self.string();
        self.field("lemma", lemma);
        self.choice("polarity", POLARITIES);
    }

    fn candidate(&mut self) {
        let entity = self.number();
        self.field("entity", self.entities[entity]);
        self.confidence();
    }

    fn date(&mut self, place: usize) {
        self.field("id", self.dates[place]);
        self.start_end();
        self.choice("type", DATE_TYPES);
        let value = self.string();
        self.field("value", value);
        if let Some(modifier) = self.number().checked_sub(1) {
            self.field("mod", MODIFIERS[modifier]);
        }
        self.key("range");
        if self.number() == 1 {
            self.object(Self::range);
        } else {
            self.out.push_str("null");
        }
        let anchor = match self.number() {
            0 => None,
            1 => Some("publication"),
            date => Some(self.dates[date - 2]),
        };
        self.null_or("anchor", anchor);
        self.stated();
        self.list("alternatives", |writer, _| writer.object(Self::alternative));
        self.judged();
    }

    fn range(&mut self) {
        for name in ["from", "to"] {
            let day = self.string();
            self.field(name, day);
        }
    }

    fn alternative(&mut self) {
        let value = self.string();
        self.field("value", value);
        self.confidence();
    }
}

/// Cuts the table; lengths are in UTF-16 code units.
fn strings<'p>(mut table: &'p str, lengths: &[u32]) -> Vec<&'p str> {
    let cut = |&length: &u32| {
        let mut left = length as usize;
        let end = table.char_indices().find(|(_, letter)| {
            let ends = left == 0;
            left = left.saturating_sub(letter.len_utf16());
            ends
        });
        let (string, rest) = table.split_at(end.map_or(table.len(), |(at, _)| at));
        table = rest;
        string
    };
    lengths.iter().map(cut).collect()
}
