//! An [`Annotation`] as numbers and one string: the shape in which it crosses the border to JavaScript.
//!
//! Handing over objects one by one costs twenty times as much as handing over one `Uint32Array` and one string and building
//! the objects there. `www/lib/decode.js` reads what this module writes, in the same order.
//!
//! ```text
//! words    number of strings, UTF-16 length of each
//!          ids of entities, of mentions, of quotes, of dates
//!          publication, paragraphs, entities, mentions, quotes, dates, unsure
//! strings  all strings, one after the other, each only once
//! ```
//!
//! A list is its length and its items. An index or a string that may be missing is 0, or one more than it is. Spans are
//! UTF-16 offsets. Enums count from 0 in the order of their declaration.

use crate::annotation::{Anchor, Annotation, Cue, DateMark, Entity, Evidence, Mention, Publication, Quote, Role, Stated};
use crate::confidence::Confidence;
use crate::id::{Ids, ids};
use crate::segment::Paragraph;
use crate::span::{Span, index};
use crate::unsure::{Finding, unsure};
use crate::utf16::{self, Utf16};
use rustc_hash::FxHashMap;

/// What goes over the border.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// All numbers.
    pub words: Vec<u32>,
    /// All strings.
    pub strings: String,
}

/// Packs the annotation of `text`.
#[must_use]
pub fn pack(annotation: &Annotation, text: &str) -> Packed {
    let mut writer = Writer { utf16: Utf16::new(text), words: Vec::new(), strings: Strings::default() };
    let ids = ids(annotation, text);
    for ids in [&ids.entities, &ids.mentions, &ids.quotes, &ids.dates] {
        writer.list(ids, |writer, id| writer.string(id));
    }
    writer.publication(&annotation.publication);
    writer.list(&annotation.paragraphs, Writer::paragraph);
    writer.list(&annotation.entities, Writer::entity);
    writer.list(&annotation.mentions, Writer::mention);
    writer.list(&annotation.quotes, Writer::quote);
    writer.list(&annotation.dates, Writer::date);
    writer.list(&unsure(annotation), |writer, &finding| writer.string(id_of(finding, &ids)));
    writer.finish()
}

fn id_of(finding: Finding, ids: &Ids) -> &str {
    match finding {
        Finding::Entity(entity) => &ids.entities[entity],
        Finding::Mention(mention) => &ids.mentions[mention],
        Finding::Quote(quote) => &ids.quotes[quote],
        Finding::Date(date) => &ids.dates[date],
    }
}

struct Writer<'t> {
    utf16: Utf16<'t>,
    words: Vec<u32>,
    strings: Strings,
}

impl Writer<'_> {
    fn finish(self) -> Packed {
        let mut words = Vec::with_capacity(1 + self.strings.lengths.len() + self.words.len());
        words.push(index(self.strings.lengths.len()));
        words.extend(self.strings.lengths);
        words.extend(self.words);
        Packed { words, strings: self.strings.all }
    }

    fn number(&mut self, number: usize) {
        self.words.push(index(number));
    }

    fn maybe_number(&mut self, number: Option<usize>) {
        self.number(number.map_or(0, |number| number + 1));
    }

    fn string(&mut self, string: &str) {
        let place = self.strings.place(string);
        self.words.push(place);
    }

    fn maybe_string(&mut self, string: Option<&str>) {
        let place = string.map_or(0, |string| self.strings.place(string) + 1);
        self.words.push(place);
    }

    fn span(&mut self, span: Span) {
        self.words.extend([self.utf16.offset(span.start), self.utf16.offset(span.end)]);
    }

    fn spans(&mut self, spans: &[Span]) {
        self.list(spans, |writer, &span| writer.span(span));
    }

    fn list<T>(&mut self, items: &[T], item: impl Fn(&mut Self, &T)) {
        self.number(items.len());
        for one in items {
            item(self, one);
        }
    }

    fn confidence(&mut self, confidence: Confidence) {
        self.words.push(confidence.percent().into());
    }

    fn judged(&mut self, confidence: Confidence, evidence: &[Evidence]) {
        self.confidence(confidence);
        self.words.push(confidence.certainty() as u32);
        self.list(evidence, |writer, evidence| {
            writer.string(evidence.rule);
            writer.spans(&evidence.spans);
            writer.maybe_string(evidence.note.as_deref());
        });
    }

    /// Two bits a part: 0 not there, 1 filled in, 2 said.
    fn stated(&mut self, stated: Stated) {
        let parts = [stated.year, stated.month, stated.day, stated.weekday, stated.hour, stated.minute, stated.zone];
        let bits = parts.iter().rev().fold(0, |bits, part| bits << 2 | part.map_or(0, |said| 1 + u32::from(said)));
        self.words.push(bits);
    }

    fn publication(&mut self, publication: &Publication) {
        self.maybe_string(publication.date.map(|date| date.to_string()).as_deref());
        self.words.push(publication.source as u32);
        self.spans(publication.span.as_slice());
        self.stated(publication.stated);
        self.judged(publication.confidence, &publication.evidence);
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.span(paragraph.span);
        self.words.push(paragraph.role as u32);
    }

    fn entity(&mut self, entity: &Entity) {
        self.words.push(entity.kind as u32);
        self.string(&entity.name);
        self.maybe_string(entity.acronym.as_deref());
        self.list(&entity.aliases, |writer, alias| writer.string(alias));
        self.maybe_string(entity.title.as_deref());
        self.list(&entity.roles, Self::role);
        self.list(&entity.pronouns, |writer, pronoun| writer.string(pronoun));
        self.list(&entity.mentions, |writer, &mention| writer.number(mention));
        self.list(&entity.quotes, |writer, &quote| writer.number(quote));
        self.judged(entity.confidence, &entity.evidence);
    }

    fn role(&mut self, role: &Role) {
        self.string(&role.text);
        self.spans(role.span.as_slice());
        self.maybe_number(role.organisation);
        self.judged(role.confidence, &role.evidence);
    }

    fn mention(&mut self, mention: &Mention) {
        self.span(mention.span);
        self.number(mention.entity);
        self.words.push(mention.form as u32);
        self.judged(mention.confidence, &mention.evidence);
    }

    fn quote(&mut self, quote: &Quote) {
        self.words.push(quote.kind as u32);
        self.spans(&quote.content);
        self.list(quote.cue.as_slice(), Self::cue);
        self.spans(&quote.source);
        self.maybe_number(quote.speaker);
        self.list(&quote.candidates, |writer, &(entity, confidence)| {
            writer.number(entity);
            writer.confidence(confidence);
        });
        self.maybe_number(quote.parent);
        self.number(quote.paragraphs.0);
        self.number(quote.paragraphs.1);
        self.judged(quote.confidence, &quote.evidence);
    }

    fn cue(&mut self, cue: &Cue) {
        self.span(cue.span);
        self.string(&cue.lemma);
        self.words.push(cue.polarity as u32);
    }

    fn date(&mut self, date: &DateMark) {
        self.span(date.span);
        self.words.push(date.kind as u32);
        self.string(&date.value);
        self.maybe_number(date.modifier.map(|modifier| modifier as usize));
        self.list(date.range.as_slice(), |writer, (from, to)| {
            writer.string(&from.to_string());
            writer.string(&to.to_string());
        });
        self.maybe_number(date.anchor.map(|anchor| match anchor {
            Anchor::Publication => 0,
            Anchor::Date(date) => date + 1,
        }));
        self.stated(date.stated);
        self.list(&date.alternatives, |writer, (value, confidence)| {
            writer.string(value);
            writer.confidence(*confidence);
        });
        self.judged(date.confidence, &date.evidence);
    }
}

/// The string table.
#[derive(Default)]
struct Strings {
    all: String,
    lengths: Vec<u32>,
    places: FxHashMap<String, u32>,
}

impl Strings {
    fn place(&mut self, string: &str) -> u32 {
        if let Some(&place) = self.places.get(string) {
            return place;
        }
        let place = index(self.lengths.len());
        self.all.push_str(string);
        self.lengths.push(utf16::count(string.as_bytes()));
        self.places.insert(string.to_owned(), place);
        place
    }
}
