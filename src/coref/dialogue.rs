//! Speakers whom only the order of the paragraphs tells: dialogues, interviews, headings.
//!
//! ```text
//! “Did you tell her?” she asked. ¶ |“I did.”|  ·  Q. Why? ¶ |A.| It was late.  ·  |‘It was late’| ¶ … “It was late,” Ada Quill said.
//! ```

use super::Speaker;
use super::anaphora::Tracer;
use super::recency::{REACH, Seen};
use super::speaker::by;
use crate::annotation::EntityType;
use crate::quote;
use crate::segment::Role;

impl Tracer<'_, '_> {
    /// The paragraph in which what somebody says begins.
    pub(super) fn paragraph_of(&self, place: usize) -> usize {
        self.segments.paragraph_of(self.attributions[place].content[0].start as usize)
    }

    /// `“Did you tell her?” she asked. ¶ |“I did.”| ¶ “When?”`: a paragraph of its own, behind a question or an answer, is the other's.
    pub(super) fn answering(&self, place: usize) -> Option<Speaker> {
        let before = place.checked_sub(1)?;
        let asked = self.attributions[before].content.last().is_some_and(|&run| self.segments.asks(run));
        let speaker = self.speakers[before].entity?;
        if self.paragraph_of(before) + 1 != self.paragraph_of(place) || !asked && self.speakers[before].rule != "speaker.answers" {
            return None;
        }
        let is_other = |&&(entity, at): &&(usize, usize)| {
            entity != speaker
                && self.cast.entities[entity].kind == EntityType::Person
                && self.segments.paragraph_of(at) + 8 > self.paragraph_of(place)
        };
        let spoke = self.spoken.iter().rev().take(12).find(is_other).map(|&(entity, _)| entity);
        let named = || {
            let token = self.attributions[place].content[0].start as usize;
            let other = |seen: &Seen| seen.entity != speaker && self.cast.entities[seen.entity].kind == EntityType::Person;
            self.antecedent(token, other).map(|found| found.entity)
        };
        let other = spoke.or_else(named)?;
        Some(self.noted(by("speaker.answers", other), |name| format!("{name} answers.")))
    }

    /// `Q. Why? ¶ |A.| It was late.`: who answers is the person named most before the first question, of several the first.
    pub(super) fn interviewed(&self) -> Option<usize> {
        let question = self.attributions.iter().take(REACH).find(|attribution| attribution.rule == "quote.turn")?.source?;
        let start = self.segments.tokens[question.start as usize].span.start;
        let mut times: Vec<(usize, usize)> = Vec::new();
        for name in self.cast.mentions.iter().take(REACH).take_while(|name| name.span.start < start) {
            let signs = self.role_at(self.segments.token_from(name.span.start)) == Role::Byline;
            if signs || self.cast.entities[name.entity].kind != EntityType::Person {
                continue;
            }
            match times.iter_mut().find(|(entity, _)| *entity == name.entity) {
                Some((_, count)) => *count += 1,
                None => times.push((name.entity, 1)),
            }
        }
        times.into_iter().rev().max_by_key(|&(_, count)| count).map(|(entity, _)| entity)
    }

    /// `‘It just came’ ¶ … “It just came over the hill,” Ada Quill said.`: what a heading quotes is said by whoever says it below.
    pub(super) fn headings(&mut self) {
        for place in 0..self.attributions.len() {
            let attribution = &self.attributions[place];
            let is_told = self.speakers[place].entity.is_none() && attribution.rule == "quote.passive";
            if !matches!(attribution.rule, "quote.bare" | "quote.heading") && !is_told {
                continue;
            }
            let paragraph = &self.segments.paragraphs[self.paragraph_of(place)];
            if paragraph.role != Role::Headline && paragraph.tokens.len() > attribution.content[0].len() + 2 {
                continue;
            }
            let below = quote::below(self.segments, self.attributions, place);
            if let Some(entity) = below.and_then(|below| self.speakers[below].entity) {
                self.speakers[place] = self.noted(by("speaker.heading", entity), |name| format!("{name} says so below."));
            }
        }
    }
}
