//! Names of one person, one organisation, one place, put together.
//!
//! Names of several words are placed first, in text order; each single word then goes to a name that has it. So a headline's
//! "Holm" finds the Margaret Holm of the third paragraph.

use super::Cast;
use super::alias::Aliases;
use super::person::People;
use crate::annotation::{Entity, EntityType, Evidence, Form, Mention, Role};
use crate::confidence::Confidence;
use crate::ner::{self, Label};
use crate::order;
use crate::segment::{Segments, Shape};
use rustc_hash::FxHashMap;

/// Puts the names together.
#[must_use]
pub fn names(segments: &Segments<'_>, names: &[ner::Mention], given: &ner::Names) -> Cast {
    let mut clusters = Clusters {
        segments,
        names,
        given,
        by_entry: FxHashMap::default(),
        entities: Vec::new(),
        people: People::default(),
        aliases: Aliases::default(),
    };
    let mut places = vec![None; names.len()];
    for is_long in [true, false] {
        for (index, name) in names.iter().enumerate() {
            if segments.lower_run(name.tokens).contains(' ') == is_long {
                places[index] = Some(clusters.place(index, name, &places));
            }
        }
    }
    let mut cast = clusters.finish(&places.into_iter().flatten().collect::<Vec<_>>());
    super::role::find(segments, names, &mut cast);
    cast
}

struct Clusters<'s, 't> {
    segments: &'s Segments<'t>,
    names: &'s [ner::Mention],
    given: &'s ner::Names,
    /// The entities of the user's list.
    by_entry: FxHashMap<usize, usize>,
    /// The label, and the names in the order in which they were placed.
    entities: Vec<(Label, Vec<usize>)>,
    people: People<'s>,
    aliases: Aliases,
}

impl<'s> Clusters<'s, '_> {
    fn words(&self, name: &ner::Mention) -> &'s str {
        self.segments.lower_run(name.tokens)
    }

    /// The entity of a name; a new one if none fits.
    fn place(&mut self, index: usize, name: &ner::Mention, placed: &[Option<usize>]) -> usize {
        let words = self.words(name);
        let entry = self.given.entry(words).filter(|_| name.rule == ner::GIVEN).map(|(entry, _)| entry);
        let known = entry.and_then(|entry| self.by_entry.get(&entry).copied()).or_else(|| match name.label {
            Label::Person => self.people.find(words, name.tokens.start, self.honorific(name)),
            label => self.bracketed(index, placed).or_else(|| self.aliases.find(label, words)),
        });
        let entity = known.unwrap_or_else(|| {
            self.entities.push((name.label, Vec::new()));
            self.entities.len() - 1
        });
        if let Some(entry) = entry {
            self.by_entry.insert(entry, entity);
        }
        match name.label {
            Label::Person => self.people.add(entity, words, name.tokens.start, self.honorific(name)),
            label => self.aliases.add(label, words, entity),
        }
        self.entities[entity].1.push(index);
        entity
    }

    /// `Mrs`, where one stands before the name.
    fn honorific(&self, name: &ner::Mention) -> Option<&'s str> {
        let before = self.segments.lower((name.tokens.start as usize).wrapping_sub(1)).trim_end_matches('.');
        let is_another = matches!(before, "prof" | "cllr" | "cr" | "rev" | "madame");
        (is_another || is_honorific(before)).then_some(before)
    }

    /// `Harbour Board (HB)`, `HB (Harbour Board)`: what stands in brackets right after a name of its kind is the same.
    fn bracketed(&self, index: usize, placed: &[Option<usize>]) -> Option<usize> {
        let before = index.checked_sub(1).filter(|&before| self.is_bracketed(before, index));
        let other = before.or_else(|| Some(index + 1).filter(|&after| after < self.names.len() && self.is_bracketed(index, after)))?;
        placed[other]
    }

    fn is_bracketed(&self, outer: usize, inner: usize) -> bool {
        let (outer, inner) = (&self.names[outer], &self.names[inner]);
        let opening = outer.tokens.end as usize;
        let encloses = self.segments.lower(opening) == "("
            && inner.tokens.start as usize == opening + 1
            && matches!(self.segments.lower(inner.tokens.end as usize), ")" | ",");
        let shouts = |name: &ner::Mention| name.tokens.len() == 1 && self.segments.tokens[name.tokens.start as usize].shape != Shape::Title;
        let acronym = shouts(inner) != shouts(outer) || super::alias::is_acronym(self.words(inner), self.words(outer));
        // "National Logistics Agency (Bulog)"
        let called = outer.label == Label::Organisation && inner.tokens.len() == 1 && outer.tokens.len() > 1;
        encloses && (acronym || called) && outer.label == inner.label
    }

    fn finish(mut self, places: &[usize]) -> Cast {
        let order = self.in_text_order();
        let mut rank = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            rank[old] = new;
        }
        let entities: Vec<Entity> = order.iter().map(|&entity| self.entity(entity)).collect();
        let mut cast = Cast { entities, mentions: Vec::with_capacity(places.len()) };
        for (index, (name, &entity)) in self.names.iter().zip(places).enumerate() {
            let entity = rank[entity];
            let evidence = vec![Evidence { rule: name.rule, spans: vec![name.span], note: None }];
            cast.entities[entity].mentions.push(index);
            cast.mentions.push(Mention {
                span: name.span,
                entity,
                form: self.form(name, &cast.entities[entity]),
                confidence: name.confidence,
                evidence,
            });
        }
        cast
    }

    /// The entities in the order of their first mention, the names of each in text order.
    fn in_text_order(&mut self) -> Vec<usize> {
        for (_, names) in &mut self.entities {
            order::sort_by(names, |&name| name as u64);
        }
        let mut order: Vec<usize> = (0..self.entities.len()).collect();
        order::sort_by(&mut order, |&entity| self.entities[entity].1[0] as u64);
        order
    }

    fn form(&self, name: &ner::Mention, entity: &Entity) -> Form {
        let written = self.segments.words(name.tokens);
        if entity.acronym.as_deref() == Some(written) {
            Form::Acronym
        } else if written.len() < entity.name.len() {
            Form::ShortName
        } else {
            Form::Name
        }
    }

    fn entity(&self, entity: usize) -> Entity {
        let (label, names) = &self.entities[entity];
        let written = |&index: &usize| self.segments.words(self.names[index].tokens);
        let fullest = names.iter().copied().max_by_key(|index| (self.fullness(*index), std::cmp::Reverse(*index))).unwrap_or(names[0]);
        let entry = names
            .iter()
            .filter(|&&index| self.names[index].rule == ner::GIVEN)
            .find_map(|&index| self.given.entry(self.words(&self.names[index])));
        let name = entry.map_or(written(&fullest), |(_, entry)| entry.name.as_str());
        let acronym = names.iter().map(written).find(|written| *label != Label::Person && is_capitals(written) && differs(written, name));
        let mut aliases: Vec<String> = Vec::new();
        for alias in names.iter().map(written).filter(|written| differs(written, name) && Some(*written) != acronym) {
            if aliases.iter().all(|known| known != alias) {
                aliases.push(alias.to_owned());
            }
        }
        let best = names.iter().map(|&index| self.names[index].confidence).max().unwrap_or_default();
        let title = names.iter().filter(|_| *label == Label::Person).find_map(|&index| self.title(index));
        Entity {
            kind: match label {
                Label::Person => EntityType::Person,
                Label::Organisation => EntityType::Organisation,
                Label::Place => EntityType::Place,
            },
            name: name.to_owned(),
            acronym: acronym.map(str::to_owned),
            aliases,
            title,
            roles: entry.and_then(|(_, entry)| given_role(entry)).into_iter().collect(),
            pronouns: Vec::new(),
            mentions: Vec::new(),
            quotes: Vec::new(),
            confidence: best,
            evidence: vec![Evidence { rule: self.names[fullest].rule, spans: vec![self.names[fullest].span], note: None }],
        }
    }

    /// How full a name is: its words, then its letters; capitals throughout (as in a headline) count less.
    fn fullness(&self, index: usize) -> (usize, bool, usize) {
        let written = self.segments.words(self.names[index].tokens);
        (written.split(' ').count(), !is_capitals(written), written.len())
    }

    fn title(&self, index: usize) -> Option<String> {
        self.honorific(&self.names[index])?;
        Some(self.segments.word(self.names[index].tokens.start as usize - 1).to_owned())
    }
}

/// The role that the user's list gives.
fn given_role(entry: &ner::NameEntry) -> Option<Role> {
    let evidence = vec![Evidence { rule: ner::GIVEN, spans: Vec::new(), note: None }];
    Some(Role { text: entry.role.clone()?, span: None, organisation: None, confidence: Confidence::FULL, evidence })
}

/// Not only in its capitals.
fn differs(written: &str, name: &str) -> bool {
    !written.eq_ignore_ascii_case(name)
}

fn is_capitals(written: &str) -> bool {
    !written.chars().any(char::is_lowercase)
}

/// What may stand before anybody's name, in small letters and without a stop.
pub(super) fn is_honorific(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "miss" | "dr" | "sir" | "dame" | "lord" | "lady" | "datuk" | "datin")
}
