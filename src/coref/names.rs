//! Names of one person, one organisation, one place, put together.

use super::Cast;
use crate::annotation::{Entity, EntityType, Evidence, Form, Mention};
use crate::ner::{self, Label};
use crate::segment::Segments;
use crate::span::Run;
use rustc_hash::FxHashMap;

/// Puts the names together.
#[must_use]
pub fn names(segments: &Segments<'_>, names: &[ner::Mention]) -> Cast {
    let mut clusters = Clusters { segments, cast: Cast::default(), known: FxHashMap::default() };
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(names[index].tokens.len().min(2)), index));
    let mut entities = vec![(0, Form::Name); names.len()];
    for index in order {
        entities[index] = clusters.place(&names[index], index, names);
    }
    clusters.finish(names, &entities)
}

struct Clusters<'s, 't> {
    segments: &'s Segments<'t>,
    cast: Cast,
    /// Entities by a name in lower case.
    known: FxHashMap<(Label, String), usize>,
}

impl Clusters<'_, '_> {
    fn place(&mut self, name: &ner::Mention, index: usize, names: &[ner::Mention]) -> (usize, Form) {
        let written = self.segments.lower_run(name.tokens).to_owned();
        if let Some(&entity) = self.known.get(&(name.label, written.clone())) {
            return (entity, self.form(entity, name));
        }
        if let Some(entity) = self.spelled_out_before(name, index, names) {
            self.known.insert((name.label, written), entity);
            self.cast.entities[entity].acronym = Some(self.segments.words(name.tokens).into());
            return (entity, Form::Acronym);
        }
        let entity = self.cast.entities.len();
        self.cast.entities.push(new_entity(self.segments, name));
        self.known.insert((name.label, written), entity);
        if name.label == Label::Person && name.tokens.len() > 1 {
            self.know_part(name, name.tokens.end as usize - 1, entity);
            self.know_part(name, name.tokens.start as usize, entity);
        }
        (entity, Form::Name)
    }

    fn know_part(&mut self, name: &ner::Mention, token: usize, entity: usize) {
        let part = self.segments.lower(token).to_owned();
        self.known.entry((name.label, part)).or_insert(entity);
    }

    fn form(&self, entity: usize, name: &ner::Mention) -> Form {
        let entity = &self.cast.entities[entity];
        let written = self.segments.words(name.tokens);
        if entity.acronym.as_deref() == Some(written) {
            Form::Acronym
        } else if written.len() < entity.name.len() {
            Form::ShortName
        } else {
            Form::Name
        }
    }

    /// `Harbour Board (HB)`
    fn spelled_out_before(&self, name: &ner::Mention, index: usize, names: &[ner::Mention]) -> Option<usize> {
        let start = name.tokens.start as usize;
        let opens = self.segments.lower(start.wrapping_sub(1)) == "(" && self.segments.lower(name.tokens.end as usize) == ")";
        let full =
            names.get(index.wrapping_sub(1)).filter(|full| opens && full.tokens.end as usize + 1 == start && full.label == name.label)?;
        is_acronym(self.segments, name, full.tokens)
            .then(|| self.known.get(&(full.label, self.segments.lower_run(full.tokens).to_owned())).copied())
            .flatten()
    }

    fn finish(mut self, names: &[ner::Mention], entities: &[(usize, Form)]) -> Cast {
        for (name, &(entity, form)) in names.iter().zip(entities) {
            let evidence = vec![Evidence { rule: name.rule, spans: vec![name.span], note: None }];
            self.cast.entities[entity].mentions.push(self.cast.mentions.len());
            self.cast.mentions.push(Mention { span: name.span, entity, form, confidence: name.confidence, evidence });
        }
        self.in_text_order()
    }

    /// Numbers the entities in the order of their first mention.
    fn in_text_order(self) -> Cast {
        let Cast { entities, mut mentions } = self.cast;
        let mut order: Vec<usize> = (0..entities.len()).collect();
        order.sort_by_key(|&entity| entities[entity].mentions.first().copied());
        let mut place = vec![0; entities.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new;
        }
        for mention in &mut mentions {
            mention.entity = place[mention.entity];
        }
        let mut entities: Vec<(usize, Entity)> = entities.into_iter().enumerate().map(|(old, entity)| (place[old], entity)).collect();
        entities.sort_by_key(|&(place, _)| place);
        Cast { entities: entities.into_iter().map(|(_, entity)| entity).collect(), mentions }
    }
}

fn new_entity(segments: &Segments<'_>, name: &ner::Mention) -> Entity {
    Entity {
        kind: match name.label {
            Label::Person => EntityType::Person,
            Label::Organisation => EntityType::Organisation,
            Label::Place => EntityType::Place,
        },
        name: segments.words(name.tokens).into(),
        acronym: None,
        aliases: Vec::new(),
        title: None,
        roles: Vec::new(),
        pronouns: Vec::new(),
        mentions: Vec::new(),
        quotes: Vec::new(),
        confidence: name.confidence,
        evidence: vec![Evidence { rule: name.rule, spans: vec![name.span], note: None }],
    }
}

/// Whether a single word in capitals takes its letters, in order, from the initials of a name.
fn is_acronym(segments: &Segments<'_>, name: &ner::Mention, full: Run) -> bool {
    let written = segments.words(name.tokens);
    let mut initials = full.range().filter_map(|token| segments.word(token).chars().next());
    name.tokens.len() == 1
        && written
            .chars()
            .filter(|letter| letter.is_alphabetic())
            .all(|letter| initials.any(|initial| initial.to_lowercase().eq(letter.to_lowercase())))
}
