//! The last step: stage products become one [`Annotation`], with what the caller did not ask for left out.

use crate::annotation::{Anchor, Annotation, Entity, EntityType, Evidence, Quote};
use crate::coref::Speaker;
use crate::options::{Layers, Options};
use crate::quote::Attribution;
use crate::segment::Segments;
use crate::span::Run;

/// One [`Quote`] for each attribution, with its speaker. Same order, so that indices keep their meaning.
pub(crate) fn quotes(segments: &Segments<'_>, attributions: Vec<Attribution>, speakers: Vec<Speaker>) -> Vec<Quote> {
    attributions.into_iter().zip(speakers).map(|(attribution, speaker)| quote(segments, attribution, speaker)).collect()
}

fn quote(segments: &Segments<'_>, attribution: Attribution, speaker: Speaker) -> Quote {
    let source: Vec<_> = attribution.source.iter().map(|&source| segments.span(source)).collect();
    let mut evidence = vec![Evidence {
        rule: attribution.rule,
        spans: attribution.cue.iter().map(|cue| cue.span).chain(source.iter().copied()).collect(),
        note: None,
    }];
    if !speaker.rule.is_empty() {
        evidence.push(Evidence { rule: speaker.rule, spans: source.clone(), note: speaker.note });
    }
    Quote {
        kind: attribution.kind,
        paragraphs: paragraphs(segments, &attribution.content),
        content: attribution.spans,
        cue: attribution.cue,
        source,
        speaker: speaker.entity,
        candidates: speaker.candidates,
        parent: attribution.parent.map(|parent| parent as usize),
        confidence: attribution.confidence.and(speaker.confidence),
        evidence,
    }
}

fn paragraphs(segments: &Segments<'_>, content: &[Run]) -> (usize, usize) {
    let of = |token: Option<usize>| token.map_or(0, |token| segments.paragraph_of(token));
    (of(content.first().map(|run| run.start as usize)), of(content.last().map(|run| (run.end as usize).saturating_sub(1))))
}

/// Leaves out what the caller did not ask for, and renumbers what is left.
pub(crate) fn select(mut annotation: Annotation, options: &Options) -> Annotation {
    let least = options.min_confidence;
    let layers = options.layers;
    let keep_quote: Vec<bool> =
        annotation.quotes.iter().map(|quote| layers.quotes && options.kinds.has(quote.kind) && quote.confidence >= least).collect();
    let speaks: Vec<bool> = spoken_for(&annotation, &keep_quote);
    let keep_entity: Vec<bool> = annotation
        .entities
        .iter()
        .zip(&speaks)
        .map(|(entity, &speaks)| is_wanted(entity, layers, speaks) && entity.confidence >= least)
        .collect();
    let keep_mention: Vec<bool> =
        annotation.mentions.iter().map(|mention| keep_entity[mention.entity] && mention.confidence >= least).collect();
    let keep_date: Vec<bool> = annotation.dates.iter().map(|date| layers.dates && date.confidence >= least).collect();
    renumber(&mut annotation, &Kept { quotes: &keep_quote, entities: &keep_entity, mentions: &keep_mention, dates: &keep_date });
    if !options.explain {
        forget_evidence(&mut annotation);
    }
    annotation
}

/// Whether each entity speaks in a quotation that stays.
fn spoken_for(annotation: &Annotation, keep_quote: &[bool]) -> Vec<bool> {
    let mut speaks = vec![false; annotation.entities.len()];
    for (quote, _) in annotation.quotes.iter().zip(keep_quote).filter(|(_, keep)| **keep) {
        if let Some(speaker) = quote.speaker {
            speaks[speaker] = true;
        }
    }
    speaks
}

fn is_wanted(entity: &Entity, layers: Layers, speaks: bool) -> bool {
    speaks
        || match entity.kind {
            EntityType::Person | EntityType::Group | EntityType::Unnamed => layers.people,
            EntityType::Organisation => layers.organisations,
            EntityType::Place => layers.people || layers.organisations || layers.quotes,
        }
}

/// Which of the old findings stay.
struct Kept<'k> {
    quotes: &'k [bool],
    entities: &'k [bool],
    mentions: &'k [bool],
    dates: &'k [bool],
}

fn renumber(annotation: &mut Annotation, kept: &Kept<'_>) {
    let (quotes, entities, dates) = (new_places(kept.quotes), new_places(kept.entities), new_places(kept.dates));
    retain(&mut annotation.quotes, kept.quotes);
    retain(&mut annotation.entities, kept.entities);
    retain(&mut annotation.mentions, kept.mentions);
    retain(&mut annotation.dates, kept.dates);
    for entity in &mut annotation.entities {
        entity.mentions.clear();
        entity.quotes.clear();
        for role in &mut entity.roles {
            role.organisation = role.organisation.and_then(|organisation| entities[organisation]);
        }
    }
    for (place, mention) in annotation.mentions.iter_mut().enumerate() {
        mention.entity = entities[mention.entity].expect("a mention is kept only with its entity");
        annotation.entities[mention.entity].mentions.push(place);
    }
    for (place, quote) in annotation.quotes.iter_mut().enumerate() {
        quote.speaker = quote.speaker.and_then(|speaker| entities[speaker]);
        quote.candidates = quote.candidates.iter().filter_map(|&(entity, confidence)| Some((entities[entity]?, confidence))).collect();
        quote.parent = quote.parent.and_then(|parent| quotes[parent]);
        if let Some(speaker) = quote.speaker {
            annotation.entities[speaker].quotes.push(place);
        }
    }
    for date in &mut annotation.dates {
        if let Some(Anchor::Date(anchor)) = date.anchor {
            date.anchor = dates[anchor].map(Anchor::Date);
        }
    }
}

/// The new index of each item that stays.
fn new_places(keep: &[bool]) -> Vec<Option<usize>> {
    let mut next = 0;
    keep.iter()
        .map(|&keep| {
            next += usize::from(keep);
            keep.then(|| next - 1)
        })
        .collect()
}

fn retain<T>(items: &mut Vec<T>, keep: &[bool]) {
    let mut keep = keep.iter();
    items.retain(|_| *keep.next().expect("one flag an item"));
}

fn forget_evidence(annotation: &mut Annotation) {
    annotation.publication.evidence.clear();
    annotation.dates.iter_mut().for_each(|date| date.evidence.clear());
    annotation.mentions.iter_mut().for_each(|mention| mention.evidence.clear());
    annotation.quotes.iter_mut().for_each(|quote| quote.evidence.clear());
    for entity in &mut annotation.entities {
        entity.evidence.clear();
        entity.roles.iter_mut().for_each(|role| role.evidence.clear());
    }
}
