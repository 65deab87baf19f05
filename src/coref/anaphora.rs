//! Anaphora: "he", "it", "who", "I", and who speaks in each quotation. `definite.rs` has "the diplomat".
//!
//! The text is gone through in order. What stands inside quotations comes last, when their speakers are known: "I" is whoever speaks, "he" is
//! somebody else (`pronoun.rs`).

use super::description::{self, Descriptions};
use super::gender::{self, Gender};
use super::recency::{Antecedent, REACH, Reason, Recency, Seen, Subjects};
use super::source::{Head, Pronoun, Sources};
use super::speaker::{self, by, nobody};
use super::{Cast, Speaker};
use crate::annotation::{Entity, EntityType, Evidence, Form, Mention, QuoteKind};
use crate::order;
use crate::quote::{Attribution, Quoted};
use crate::segment::{Kind, Role, Segments};
use crate::span::{Run, Span};

/// Labels stand for one of this many entities, the first in the text.
const LABELLED: usize = 100;

/// Traces pronouns and descriptions, and gives each attribution its speaker.
#[must_use]
pub fn anaphora(segments: &Segments<'_>, marks: &[Quoted], cast: Cast, attributions: &[Attribution]) -> (Cast, Vec<Speaker>) {
    let kinds: Vec<EntityType> = cast.entities.iter().map(|entity| entity.kind).collect();
    let sources = Sources { segments, names: &cast.mentions, kinds: &kinds };
    let heads: Vec<Option<Head>> = attributions.iter().map(|attribution| attribution.source.map(|source| sources.head(source))).collect();
    let mut tracer = Tracer::new(segments, innermost(segments, marks, attributions), cast, attributions, &heads);
    tracer.run();
    tracer.finish()
}

/// Something that happens at a token.
#[derive(Clone, Copy, Debug)]
pub(super) enum Event {
    /// A name: index of a mention.
    Name(usize),
    /// A pronoun of a person.
    Pronoun(Gender),
    /// The end of a source, or the start of a quotation without one: index of an attribution.
    Quotation(usize),
}

pub(super) struct Tracer<'a, 't> {
    pub segments: &'a Segments<'t>,
    pub cast: Cast,
    pub attributions: &'a [Attribution],
    pub heads: &'a [Option<Head>],
    pub descriptions: Descriptions<'a>,
    pub genders: Vec<Option<Gender>>,
    /// For each token the quotation in whose very words it stands.
    pub within: Vec<u32>,
    pub recency: Recency,
    /// Speakers so far, the latest last.
    pub spoken: Vec<(usize, usize)>,
    /// For each entity without a name the token of its head noun.
    pub nouns: Vec<Option<usize>>,
    pub found: Vec<Mention>,
    pub speakers: Vec<Speaker>,
    /// The first paragraph of the story.
    pub lead: Option<usize>,
}

pub(super) const NONE: u32 = u32::MAX;

impl<'a, 't> Tracer<'a, 't> {
    fn new(segments: &'a Segments<'t>, within: Vec<u32>, cast: Cast, attributions: &'a [Attribution], heads: &'a [Option<Head>]) -> Self {
        Self {
            segments,
            descriptions: Descriptions::new(segments, &cast.mentions, &cast.entities),
            genders: cast.entities.iter().map(gender::of_entity).collect(),
            nouns: vec![None; cast.entities.len()],
            cast,
            attributions,
            heads,
            within,
            recency: Recency::default(),
            spoken: Vec::new(),
            found: Vec::new(),
            speakers: vec![Speaker::default(); attributions.len()],
            lead: segments.paragraphs.iter().position(|paragraph| paragraph.role == Role::Body),
        }
    }

    /// The story first, then its headlines, then what stands inside quotations.
    fn run(&mut self) {
        let events = self.events();
        self.learn_from_nouns();
        self.learn_genders(&events);
        let mut later = Vec::new();
        for &(token, event) in &events {
            let quoted = self.within[token] != NONE;
            match event {
                // Who wrote the story is not in it.
                Event::Name(_) if self.role_at(token) == Role::Byline => {}
                Event::Name(name) => {
                    let &Mention { entity, span, .. } = &self.cast.mentions[name];
                    let end = self.segments.token_from(span.end);
                    self.see(entity, token, end, false);
                }
                Event::Quotation(place) if !self.is_nested(place) && !self.points_ahead(place, token) => self.quotation(place, token),
                Event::Pronoun(gender) if !quoted => self.pronoun(gender, token),
                _ => later.push((token, event)),
            }
        }
        for (token, event) in later {
            match event {
                Event::Quotation(place) => self.quotation(place, token),
                Event::Pronoun(gender) => self.pronoun(gender, token),
                Event::Name(_) => {}
            }
        }
        self.headings();
        self.first_persons();
    }

    /// Names, pronouns and quotations, in text order.
    fn events(&self) -> Vec<(usize, Event)> {
        let mut events: Vec<(usize, Event)> = Vec::new();
        let mut next = 0;
        let of_source: Vec<bool> = self.pronoun_sources();
        for (token, written) in self.segments.tokens.iter().enumerate() {
            if self.cast.mentions.get(next).is_some_and(|name| name.span.start <= written.span.start) {
                events.push((token, Event::Name(next)));
                next += 1;
            }
            let gender =
                (written.kind == Kind::Word && !of_source[token]).then(|| gender::of_pronoun(self.segments.lower(token))).flatten();
            events.extend(gender.map(|gender| (token, Event::Pronoun(gender))));
        }
        for (place, attribution) in self.attributions.iter().enumerate() {
            let token = attribution.source.map_or(attribution.content[0].start, |source| source.end.max(1) - 1);
            events.push((token as usize, Event::Quotation(place)));
        }
        order::sort_by(&mut events, |&(token, _)| token as u64);
        events
    }

    /// The tokens that are a source of their own.
    fn pronoun_sources(&self) -> Vec<bool> {
        let mut of_source = vec![false; self.segments.tokens.len()];
        for source in self.attributions.iter().filter_map(|attribution| attribution.source).filter(|source| source.len() == 1) {
            of_source[source.start as usize] = true;
        }
        of_source
    }

    /// Whether the reporting clause stands inside another quotation.
    fn is_nested(&self, place: usize) -> bool {
        let attribution = &self.attributions[place];
        attribution.source.map_or(attribution.parent.is_some(), |source| self.within[source.start as usize] != NONE)
    }

    /// A description in a headline: the name comes below.
    fn points_ahead(&self, place: usize, token: usize) -> bool {
        self.is_headline(token) && matches!(self.heads[place], Some(Head::Description(_)))
    }

    pub(super) fn is_headline(&self, token: usize) -> bool {
        self.role_at(token) == Role::Headline
    }

    pub(super) fn role_at(&self, token: usize) -> Role {
        self.segments.paragraphs[self.segments.paragraph_of(token)].role
    }

    pub(super) fn see(&mut self, entity: usize, token: usize, end: usize, spoke: bool) {
        self.recency.see(self.segments, entity, token, end, spoke, self.within[token] != NONE);
    }

    fn quotation(&mut self, place: usize, token: usize) {
        let attribution = &self.attributions[place];
        let (heads, source) = (self.heads, attribution.source);
        let speaker = match (&heads[place], source) {
            (Some(head), Some(source)) => self.of_head(head, source, place),
            _ => self.without_source(place, token),
        };
        if let (Some(entity), true) = (speaker.entity, !self.is_nested(place)) {
            self.spoken.push((entity, token));
            if source.is_some() && self.within[token] == NONE {
                self.see(entity, token, token + 1, true);
            }
        }
        self.speakers[place] = speaker;
    }

    fn of_head(&mut self, head: &Head, source: Run, place: usize) -> Speaker {
        match *head {
            Head::Name(name) if self.attributions[place].rule == "quote.turn" && self.names_initials(name) => self.label(source),
            Head::Name(name) => by("speaker.named", self.cast.mentions[name].entity),
            Head::Document(name) => by("speaker.document", self.cast.mentions[name].entity),
            Head::Names(ref names) => self.group(source, names),
            Head::Pronoun(Pronoun::Person(gender)) => self.pronoun_source(gender, source, place),
            Head::Pronoun(Pronoun::Who) => self.relative(source, place),
            Head::Pronoun(Pronoun::Speaker) => self.of_parent(place),
            Head::Pronoun(Pronoun::You) => nobody("The text does not say who “you” is."),
            Head::Pronoun(pronoun) => self.thing_source(pronoun, source, place),
            Head::Description(_) if self.attributions[place].rule == "quote.turn" => self.label(source),
            Head::Description(noun) if matches!(self.segments.lower(noun), "latter" | "former") => self.of_two(noun),
            Head::Description(noun) => self.description(source, noun, place),
        }
    }

    /// Words without a source are the subject's of their sentence; a sentence of its own goes on with who spoke before.
    fn without_source(&self, place: usize, token: usize) -> Speaker {
        if self.is_nested(place) {
            return nobody("Nobody is named as the speaker.");
        }
        if self.attributions[place].rule == "quote.passive" {
            return match self.claimant(place) {
                Some(entity) => self.introduced(entity),
                None => nobody("The text does not say who told them."),
            };
        }
        let sentence = self.segments.sentence_of(token).start as usize;
        if token <= sentence + 1 {
            return self.answering(place).unwrap_or_else(|| self.carried(token));
        }
        match self.subject(sentence, token) {
            Some(seen) => self.noted(by("speaker.subject", seen.entity), |name| format!("The sentence is about {name}.")),
            None => self.went_on(token).unwrap_or_else(|| nobody("Nobody is named as the speaker.")),
        }
    }

    /// Somebody whom the next paragraph begins with.
    pub(super) fn introduced(&self, entity: usize) -> Speaker {
        self.noted(by("speaker.introduced", entity), |name| format!("The next paragraph begins with {name}."))
    }

    /// `…, a tribunal heard. ¶ |Ada Quill| claims …`: who says so, where the story begins with what was heard.
    fn claimant(&self, place: usize) -> Option<usize> {
        let lead = self.lead.filter(|&lead| self.segments.paragraphs[lead].tokens.contains(self.attributions[place].content[0]))?;
        let next = self.segments.paragraphs.get(lead + 1)?;
        let claims = |&other: &usize| {
            let (source, cue) = (self.attributions[other].source, &self.attributions[other].cue);
            let opens = source.is_some_and(|source| source.start == next.tokens.start);
            opens && cue.as_ref().is_some_and(|cue| matches!(cue.lemma.as_str(), "accuse" | "allege" | "claim"))
        };
        let name = (place + 1..self.attributions.len()).take(2).find(claims).and_then(|other| self.heads[other].as_ref());
        name.and_then(|head| if let Head::Name(name) = *head { Some(self.cast.mentions[name].entity) } else { None })
    }

    /// `The delay “was |a mess|”`: in a sentence that names nobody, whoever spoke in the one before goes on.
    fn went_on(&self, token: usize) -> Option<Speaker> {
        let sentence = self.segments.sentence_index(token);
        let before = self.segments.sentences[sentence.checked_sub(1)?];
        let &(entity, at) = self.spoken.last()?;
        let near = before.has(at) && self.segments.paragraph_of(at) == self.segments.paragraph_of(token);
        let named = self.cast.entities[entity].kind != EntityType::Unnamed;
        (near && named).then(|| self.noted(by("speaker.continues", entity), |name| format!("{name} spoke just before.")))
    }

    /// Who is named first in a sentence, before a token; not in the words that lead in: `In |Holm v. Lind|, Ada Quill`.
    fn subject(&self, sentence: usize, token: usize) -> Option<&Seen> {
        let first = self.segments.lower(sentence);
        let comma = (is_lead(first) || first.ends_with("ing") && !self.recency.is_seen(sentence))
            .then(|| (sentence..token).find(|&place| self.segments.lower(place) == ","));
        let named = |from: usize| self.recency.before(token).take_while(move |seen| seen.token >= from).filter(|seen| !seen.quoted).last();
        comma.flatten().and_then(named).or_else(|| named(sentence))
    }

    /// Who spoke, or was spoken of, in the sentences before: in this paragraph or the one before.
    fn carried(&self, token: usize) -> Speaker {
        let paragraph = self.segments.paragraph_of(token);
        let found = self.antecedent(token, |seen| {
            let near = self.segments.paragraph_of(seen.token) + 1 >= paragraph;
            near && (seen.spoke || self.cast.entities[seen.entity].kind == EntityType::Person)
        });
        match found {
            Some(found) if found.reason == Reason::Spoke => {
                self.noted(by("speaker.continues", found.entity), |name| format!("{name} spoke just before."))
            }
            Some(found) => self.noted(by("speaker.subject", found.entity), |name| format!("The sentence before is about {name}.")),
            None => nobody("Nobody is named as the speaker."),
        }
    }

    pub(super) fn noted(&self, speaker: Speaker, note: impl Fn(&str) -> String) -> Speaker {
        let note = speaker.entity.map(|entity| note(&self.cast.entities[entity].name));
        Speaker { note, ..speaker }
    }

    fn of_parent(&self, place: usize) -> Speaker {
        match self.attributions[place].parent.map(|parent| &self.speakers[parent as usize]) {
            Some(parent) if parent.entity.is_some() => Speaker { rule: "speaker.first-person", note: None, ..parent.clone() },
            _ => nobody("The text does not say who “I” is."),
        }
    }

    fn group(&mut self, source: Run, members: &[usize]) -> Speaker {
        let names: Vec<&str> = members.iter().map(|&name| self.cast.entities[self.cast.mentions[name].entity].name.as_str()).collect();
        let name = names.join(" and ");
        let known = (0..self.cast.entities.len())
            .rev()
            .take(REACH)
            .find(|&entity| self.cast.entities[entity].kind == EntityType::Group && self.cast.entities[entity].name == name);
        let entity = known.unwrap_or_else(|| self.new_entity(EntityType::Group, name, source, "speaker.group"));
        by("speaker.group", entity)
    }

    /// `it said`, `they said`
    fn thing_source(&mut self, pronoun: Pronoun, source: Run, place: usize) -> Speaker {
        if pronoun == Pronoun::It && self.attributions[place].cue.as_ref().is_some_and(|cue| cue.lemma == "read") {
            return nobody("The text does not say who wrote it.");
        }
        let fits = |seen: &Seen| {
            let kind = self.cast.entities[seen.entity].kind;
            match pronoun {
                // Where somebody is, says nothing: "who is travelling in Japan".
                Pronoun::It if kind == EntityType::Place => seen.spoke || seen.is_bare(),
                Pronoun::It if kind == EntityType::Unnamed => {
                    seen.spoke && self.nouns[seen.entity].is_some_and(|noun| description::is_body(self.segments.lower(noun)))
                }
                Pronoun::It => kind == EntityType::Organisation,
                _ => matches!(kind, EntityType::Group | EntityType::Organisation) || kind == EntityType::Unnamed && seen.spoke,
            }
        };
        match self.antecedent(source.start as usize, fits) {
            Some(found) => self.resolve(&found, source),
            None => nobody("No earlier name fits the pronoun."),
        }
    }

    /// `Ada Quill, who said`, `scientists who said`
    fn relative(&mut self, source: Run, place: usize) -> Speaker {
        let token = source.start as usize;
        if let Some(described) = self.noun_before(token) {
            return self.description(described, token - 1, place);
        }
        let near = self.recency.before(token).take(6).filter(|seen| seen.token + 25 > token && !seen.quoted);
        let person = near.clone().find(|seen| self.cast.entities[seen.entity].kind == EntityType::Person);
        let found = person.or_else(|| near.clone().next());
        found.map_or_else(|| nobody("The text does not name who is meant."), |seen| by("speaker.relative", seen.entity))
    }

    /// `|scientists| who`, `|a harbour pilot| who`: the words right before a relative pronoun, if no name is among them; not in
    /// `Ada Quill, a harbour pilot who`, `Ada Quill is a pilot who`.
    fn noun_before(&self, who: usize) -> Option<Run> {
        let noun = who.checked_sub(1).filter(|&noun| self.segments.lower(who) == "who" && self.segments.sentence_of(who).has(noun))?;
        let first = self.segments.sentence_of(who).start as usize;
        let is_common = |&token: &usize| {
            self.segments.tokens[token].kind == Kind::Word
                && !self.segments.tokens[token].is_capitalised()
                && !matches!(self.segments.lower(token), "of" | "in" | "for" | "from" | "with")
        };
        let article =
            (first..=noun).rev().take(5).take_while(is_common).find(|&token| matches!(self.segments.lower(token), "a" | "an" | "the"));
        let is_anothers = |article: usize| {
            article > first
                && matches!(self.segments.lower(article - 1), "," | "is" | "was" | "as" | "be" | "been" | "being" | "became" | "'s")
        };
        let is_one = article.is_some_and(|article| matches!(self.segments.lower(article), "a" | "an"));
        let stands_alone = self.segments.lower(noun).ends_with('s')
            || (is_one || self.is_somebody(noun)) && article.is_some_and(|article| !is_anothers(article));
        (is_common(&noun) && stands_alone).then(|| Run::new(article.unwrap_or(noun), who))
    }

    /// Whom a thing or a description stands for.
    pub(super) fn antecedent(&self, token: usize, fits: impl Fn(&Seen) -> bool) -> Option<Antecedent> {
        self.look_back(token, Subjects::Equal, fits, |_| false)
    }

    /// Whom a pronoun stands for; outside quotations nobody who is only named inside them, inside nobody who speaks there.
    pub(super) fn look_back(
        &self,
        token: usize,
        subjects: Subjects,
        fits: impl Fn(&Seen) -> bool,
        surely: impl Fn(&Seen) -> bool,
    ) -> Option<Antecedent> {
        let within = self.within[token];
        let speaker = (within != NONE).then(|| self.speakers[within as usize].entity).flatten();
        let fits = |seen: &Seen| !(seen.quoted && within == NONE) && Some(seen.entity) != speaker && fits(seen);
        self.recency.antecedent(self.segments, token, subjects, fits, surely)
    }

    /// Known by the label of a turn alone: whoever asks the questions is seldom spoken of.
    pub(super) fn is_label(&self, entity: usize) -> bool {
        self.cast.entities[entity].evidence.first().is_some_and(|evidence| evidence.rule == "speaker.label")
    }

    /// `WN:`, `AQ:`, `QUILL:`: initials or a surname in front of a turn.
    fn label(&mut self, source: Run) -> Speaker {
        let label = self.segments.lower_run(source).trim_end_matches('.');
        let known = (0..self.cast.entities.len()).take(LABELLED).find(|&entity| speaker::is_label_of(label, &self.cast.entities[entity]));
        let Some(entity) = known.or_else(|| (label == "a").then(|| self.interviewed()).flatten()) else {
            let (kind, rule) =
                if label.len() < 2 { (EntityType::Unnamed, "speaker.unnamed") } else { (EntityType::Person, "speaker.label") };
            let entity = self.new_entity(kind, self.segments.words(source).to_owned(), source, rule);
            return by(rule, entity);
        };
        self.refer(entity, self.segments.span(source), Form::ShortName, "speaker.label");
        by("speaker.label", entity)
    }

    /// Whether a name is only the initials of another: `WN`.
    fn names_initials(&self, name: usize) -> bool {
        let written = self.cast.mentions[name].span.of(self.segments.text);
        written.len() <= 4 && written.chars().all(char::is_uppercase) && self.cast.entities[self.cast.mentions[name].entity].name == written
    }

    /// "I", "me", "my" inside direct speech are whoever speaks.
    fn first_persons(&mut self) {
        for token in 0..self.segments.tokens.len() {
            let quotation = self.within[token];
            if quotation == NONE || !matches!(self.segments.lower(token), "i" | "me" | "my" | "myself" | "mine") {
                continue;
            }
            if let Some(entity) =
                self.speakers[quotation as usize].entity.filter(|&entity| self.cast.entities[entity].kind == EntityType::Person)
            {
                self.refer(entity, self.segments.tokens[token].span, Form::Pronoun, "speaker.first-person");
            }
        }
    }

    pub(super) fn new_entity(&mut self, kind: EntityType, name: String, source: Run, rule: &'static str) -> usize {
        let entity = self.cast.entities.len();
        let span = self.segments.span(source);
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
            confidence: speaker::confidence(rule),
            evidence: vec![Evidence { rule, spans: vec![span], note: None }],
        });
        self.genders.push(None);
        self.nouns.push(None);
        self.refer(entity, span, Form::Description, rule);
        entity
    }

    pub(super) fn refer(&mut self, entity: usize, span: Span, form: Form, rule: &'static str) {
        if form == Form::Pronoun {
            let pronoun = span.of(self.segments.text).to_lowercase();
            let known = &mut self.cast.entities[entity].pronouns;
            if !known.contains(&pronoun) {
                known.push(pronoun);
            }
        }
        let evidence = vec![Evidence { rule, spans: vec![span], note: None }];
        self.found.push(Mention { span, entity, form, confidence: speaker::confidence(rule), evidence });
    }

    /// Puts the mentions into text order.
    fn finish(mut self) -> (Cast, Vec<Speaker>) {
        self.cast.mentions.append(&mut self.found);
        order::sort_by(&mut self.cast.mentions, |mention| order::outer_first(mention.span));
        self.cast.mentions.dedup_by_key(|mention| mention.span);
        (self.cast, self.speakers)
    }
}

/// For each token the innermost quotation in whose very words it stands: a direct one, or what stands within marks in a mixed one.
fn innermost(segments: &Segments<'_>, marks: &[Quoted], attributions: &[Attribution]) -> Vec<u32> {
    let tokens = segments.tokens.len();
    let within = |run: Run| {
        let first = marks.partition_point(|pair| pair.tokens.start < run.start);
        marks[first..].iter().take_while(move |pair| pair.tokens.start < run.end).map(|pair| pair.content)
    };
    let verbatim = |attribution: &Attribution| match attribution.kind {
        QuoteKind::Direct => attribution.content.clone(),
        QuoteKind::Mixed => attribution.content.iter().flat_map(|&run| within(run)).collect(),
        QuoteKind::Indirect => Vec::new(),
    };
    let mut runs: Vec<(Run, u32)> =
        (0..).zip(attributions).flat_map(|(place, attribution)| verbatim(attribution).into_iter().map(move |run| (run, place))).collect();
    order::sort_by(&mut runs, |&(run, _)| order::outer_first(run));
    let mut within = vec![NONE; tokens];
    let mut open: Vec<(Run, u32)> = Vec::new();
    let mut next = 0;
    for (token, place) in within.iter_mut().enumerate() {
        while runs.get(next).is_some_and(|(run, _)| run.start as usize <= token) {
            open.push(runs[next]);
            next += 1;
        }
        while open.last().is_some_and(|(run, _)| run.end as usize <= token) {
            open.pop();
        }
        *place = open.last().map_or(NONE, |&(_, place)| place);
    }
    within
}

/// Whether a word leads into a sentence: the subject stands behind a comma.
pub(super) fn is_lead(word: &str) -> bool {
    matches!(
        word,
        "in" | "with"
            | "during"
            | "after"
            | "before"
            | "despite"
            | "when"
            | "while"
            | "as"
            | "at"
            | "on"
            | "for"
            | "since"
            | "following"
            | "by"
            | "because"
            | "through"
            | "throughout"
            | "under"
            | "upon"
            | "like"
            | "to"
            | "from"
            | "until"
            | "although"
            | "though"
            | "if"
            | "once"
            | "according"
    )
}
