//! Anaphora: "he", "the diplomat", "the company", and who speaks in each quotation.
//!
//! Speakers have a recency of their own: in news, a pronoun that speaks is the speaker of the quotation before it in 84 of
//! 100 cases. So the quotations are gone through in text order, and each speaker found is remembered.

use super::source::{self, Head, Pronoun};
use super::{Cast, Speaker};
use crate::annotation::{Entity, EntityType, Evidence, Form, Mention};
use crate::confidence::Confidence;
use crate::quote::Attribution;
use crate::segment::Segments;
use crate::span::{Run, Span};
use std::cmp::Reverse;

/// Traces pronouns and descriptions, and gives each attribution its speaker.
#[must_use]
pub fn anaphora(segments: &Segments<'_>, cast: Cast, attributions: &[Attribution]) -> (Cast, Vec<Speaker>) {
    let named = cast.mentions.len();
    let mut tracer =
        Tracer { segments, cast, named, speakers: vec![Speaker::default(); attributions.len()], spoken: Vec::new(), described: Vec::new() };
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    order.sort_by_key(|&place| (place_of(&attributions[place]), place));
    for place in order {
        tracer.trace(place, &attributions[place], attributions);
    }
    tracer.finish()
}

/// Where an attribution counts as standing: at its source, else at its content.
fn place_of(attribution: &Attribution) -> u32 {
    attribution.source.or(attribution.content.first().copied()).map_or(0, |run| run.start)
}

struct Tracer<'s, 't> {
    segments: &'s Segments<'t>,
    cast: Cast,
    /// Mentions that are names; those found here are behind them.
    named: usize,
    speakers: Vec<Speaker>,
    /// Speakers so far, the latest last, with the token where they spoke.
    spoken: Vec<(usize, u32)>,
    /// Unnamed sources so far: entity and head noun.
    described: Vec<(usize, String)>,
}

impl Tracer<'_, '_> {
    fn trace(&mut self, place: usize, attribution: &Attribution, attributions: &[Attribution]) {
        let speaker = match attribution.source {
            Some(source) => self.of_source(source, attributions),
            None => self.without_source(attribution),
        };
        if let (Some(entity), Some(source)) = (speaker.entity, attribution.source) {
            self.spoken.push((entity, source.start));
        }
        self.speakers[place] = speaker;
    }

    fn without_source(&self, attribution: &Attribution) -> Speaker {
        if let Some(before) = attribution.continues {
            let before = &self.speakers[before as usize];
            return Speaker { rule: "speaker.continues", confidence: Confidence::new(85), note: None, ..before.clone() };
        }
        nobody("Nobody is named as the speaker.")
    }

    fn of_source(&mut self, source: Run, _attributions: &[Attribution]) -> Speaker {
        match source::head(self.segments, &self.cast, self.named, source) {
            Head::Name(mention) => certain(self.cast.mentions[mention].entity, "speaker.named", 96),
            Head::Names(mentions) => self.group(source, &mentions),
            Head::Pronoun(pronoun) => self.pronoun(pronoun, source),
            Head::Description { noun, definite } => self.description(source, &noun, definite),
        }
    }

    fn group(&mut self, source: Run, members: &[usize]) -> Speaker {
        let names: Vec<&str> =
            members.iter().map(|&mention| self.cast.entities[self.cast.mentions[mention].entity].name.as_str()).collect();
        let name = names.join(" and ");
        let entity = self.new_entity(EntityType::Group, name, self.segments.span(source));
        certain(entity, "speaker.group", 85)
    }

    /// `she said`
    fn pronoun(&mut self, pronoun: Pronoun, source: Run) -> Speaker {
        let found = self
            .last_speaker(pronoun, source)
            .map(|entity| (entity, "speaker.last-speaker", 84))
            .or_else(|| self.nearest(pronoun, source).map(|entity| (entity, "speaker.nearest", 60)));
        match found {
            Some((entity, rule, percent)) => {
                self.mention(entity, self.segments.span(source), Form::Pronoun, rule, percent);
                certain(entity, rule, percent)
            }
            None => nobody("No earlier name fits the pronoun."),
        }
    }

    fn last_speaker(&self, pronoun: Pronoun, source: Run) -> Option<usize> {
        self.spoken.iter().rev().take(8).find(|&&(entity, at)| at < source.start && self.fits(entity, pronoun)).map(|&(entity, _)| entity)
    }

    /// The latest name before the pronoun that fits.
    fn nearest(&self, pronoun: Pronoun, source: Run) -> Option<usize> {
        let start = self.segments.span(source).start;
        let end = self.cast.mentions[..self.named].partition_point(|mention| mention.span.start < start);
        (0..end).rev().take(40).map(|mention| self.cast.mentions[mention].entity).find(|&entity| self.fits(entity, pronoun))
    }

    fn fits(&self, entity: usize, pronoun: Pronoun) -> bool {
        let entity = &self.cast.entities[entity];
        match pronoun {
            Pronoun::He | Pronoun::She => {
                let against = if pronoun == Pronoun::He {
                    ("she", ["Mrs", "Ms", "Miss", "Mrs.", "Ms."])
                } else {
                    ("he", ["Mr", "Mr.", "Sir", "Lord", "King"])
                };
                matches!(entity.kind, EntityType::Person | EntityType::Unnamed)
                    && !entity.pronouns.iter().any(|known| known == against.0)
                    && !entity.title.as_deref().is_some_and(|title| against.1.contains(&title))
            }
            Pronoun::It => matches!(entity.kind, EntityType::Organisation | EntityType::Place),
            Pronoun::They => matches!(entity.kind, EntityType::Group | EntityType::Organisation | EntityType::Unnamed),
            Pronoun::Who => true,
            Pronoun::Speaker => false,
        }
    }

    /// `the diplomat`, `a spokesman for the ministry`
    fn description(&mut self, source: Run, noun: &str, definite: bool) -> Speaker {
        let known = if definite { self.by_role(noun, source).or_else(|| self.described_before(noun)) } else { None };
        if let Some(entity) = known {
            self.mention(entity, self.segments.span(source), Form::Description, "speaker.described", 80);
            return certain(entity, "speaker.described", 80);
        }
        let entity = self.new_entity(EntityType::Unnamed, self.segments.words(source).to_owned(), self.segments.span(source));
        self.described.push((entity, noun.to_owned()));
        certain(entity, "speaker.unnamed", 90)
    }

    /// The person whose role ends in the noun: the one who spoke last, else the one named last.
    fn by_role(&self, noun: &str, source: Run) -> Option<usize> {
        let has_role = |entity: usize| {
            self.cast.entities[entity].roles.iter().any(|role| {
                self.segments.text[role.span.start as usize..role.span.end as usize].to_lowercase().split(' ').any(|word| word == noun)
            })
        };
        let spoken = self.spoken.iter().rev().take(8).map(|&(entity, _)| entity).find(|&entity| has_role(entity));
        let start = self.segments.span(source).start;
        let end = self.cast.mentions[..self.named].partition_point(|mention| mention.span.start < start);
        spoken.or_else(|| (0..end).rev().take(40).map(|mention| self.cast.mentions[mention].entity).find(|&entity| has_role(entity)))
    }

    fn described_before(&self, noun: &str) -> Option<usize> {
        self.described.iter().rev().take(20).find(|(_, known)| known == noun).map(|&(entity, _)| entity)
    }

    fn new_entity(&mut self, kind: EntityType, name: String, span: Span) -> usize {
        let entity = self.cast.entities.len();
        let evidence = vec![Evidence { rule: "speaker.unnamed", spans: vec![span], note: None }];
        self.cast.entities.push(Entity {
            kind,
            name,
            acronym: None,
            aliases: Vec::new(),
            title: None,
            roles: Vec::new(),
            pronouns: Vec::new(),
            mentions: Vec::new(),
            quotes: Vec::new(),
            confidence: Confidence::new(90),
            evidence,
        });
        self.mention(entity, span, Form::Description, "speaker.unnamed", 90);
        entity
    }

    fn mention(&mut self, entity: usize, span: Span, form: Form, rule: &'static str, percent: u8) {
        let evidence = vec![Evidence { rule, spans: vec![span], note: None }];
        if form == Form::Pronoun {
            let pronoun = span.of(self.segments.text).to_lowercase();
            let known = &mut self.cast.entities[entity].pronouns;
            if !known.contains(&pronoun) {
                known.push(pronoun);
            }
        }
        self.cast.mentions.push(Mention { span, entity, form, confidence: Confidence::new(percent), evidence });
    }

    /// Puts the mentions into text order.
    fn finish(mut self) -> (Cast, Vec<Speaker>) {
        self.cast.mentions.sort_by_key(|mention| (mention.span.start, Reverse(mention.span.end)));
        self.cast.mentions.dedup_by_key(|mention| mention.span);
        (self.cast, self.speakers)
    }
}

fn certain(entity: usize, rule: &'static str, percent: u8) -> Speaker {
    let confidence = Confidence::new(percent);
    Speaker { entity: Some(entity), candidates: vec![(entity, confidence)], confidence, rule, note: None }
}

fn nobody(why: &str) -> Speaker {
    Speaker { entity: None, candidates: Vec::new(), confidence: Confidence::new(75), rule: "speaker.nobody", note: Some(why.into()) }
}
