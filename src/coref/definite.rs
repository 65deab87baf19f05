//! Definite descriptions that speak: whom "the diplomat", "the 61-year-old" or "her Honour" stands for.
//!
//! The best fit of those spoken of so far, by what the article says of them (`description.rs`); else whoever spoke or was spoken of just
//! before; else nobody with a name.
//!
//! ```text
//! Ada Quill, a pilot, … |the pilot| said  ·  “…,” Ada Quill said. “…,” |the pilot| added  ·  |a pilot| said
//! ```

use super::Speaker;
use super::anaphora::Tracer;
use super::description;
use super::gender;
use super::recency::Seen;
use super::source::is_document;
use super::speaker::{by, nobody};
use crate::annotation::{Entity, EntityType, Form, Mention, QuoteKind};
use crate::ner::lists::{self, Classes};
use crate::ner::titles;
use crate::segment::Role;
use crate::span::{Run, Span};

impl Tracer<'_, '_> {
    /// `the diplomat`, `a spokesman for the ministry`
    pub(super) fn description(&mut self, source: Run, noun: usize, place: usize) -> Speaker {
        let first = source.start as usize;
        let definite = matches!(self.segments.lower(first), "the" | "this" | "that" | "police")
            || STYLES.contains(&self.segments.lower(noun))
            || self.is_headline(first);
        let described = || if definite { self.described(source, noun, place) } else { self.owned(source, noun) };
        if let Some((entity, rule)) = described() {
            self.refer(entity, self.segments.span(source), Form::Description, rule);
            let description = self.segments.words(source);
            return self.noted(by(rule, entity), |name| format!("“{description}” fits {name}."));
        }
        if let Some(entity) = self.introduced_below(source, noun) {
            self.refer(entity, self.segments.span(source), Form::Description, "speaker.introduced");
            return self.introduced(entity);
        }
        let entity = self.new_entity(EntityType::Unnamed, self.segments.words(source).to_owned(), source, "speaker.unnamed");
        self.nouns[entity] = Some(noun);
        self.genders[entity] = gender::of_noun(self.segments.lower(noun));
        by("speaker.unnamed", entity)
    }

    /// `A retired pilot has told a court that … ¶ |Ada Quill|, 52, …`: news holds the name back. Of whom the first sentence of the story speaks is
    /// who the next paragraph begins with, if nobody was named before and no other role stands beside the name.
    fn introduced_below(&self, source: Run, noun: usize) -> Option<usize> {
        let word = self.segments.lower(noun);
        let lead = self.lead.filter(|_| self.is_somebody(noun) && !SPEAK_FOR_OTHERS.contains(&word))?;
        let paragraphs = &self.segments.paragraphs;
        let sentence = self.segments.sentence_of(source.start as usize).start;
        let is_first = sentence == paragraphs[lead].tokens.start || self.segments.dateline.is_some_and(|dateline| dateline.end == sentence);
        if !is_first || source.start > sentence + LEAD || self.segments.paragraph_of(source.start as usize) != lead {
            return None;
        }
        let is_in_story = |name: &&Mention| {
            let person = self.cast.entities[name.entity].kind == EntityType::Person;
            person && self.role_at(self.segments.token_from(name.span.start)) == Role::Body
        };
        let name = self.cast.mentions.iter().find(is_in_story).filter(|name| name.span.start >= paragraphs[lead].span.end)?;
        let opens = paragraphs.get(lead + 1)?.span.start == name.span.start;
        let full = name.span.of(self.segments.text).contains(' ');
        let beside = |span: Span| span.end + BESIDE > name.span.start && span.start < name.span.end + BESIDE;
        let mut roles = self.cast.entities[name.entity].roles.iter().filter(|role| role.span.is_some_and(beside)).peekable();
        let fits = roles.peek().is_none() || roles.any(|role| role.text.to_lowercase().ends_with(word));
        (opens && full && fits).then_some(name.entity)
    }

    /// `the statement`: whoever spoke in such a document, in this paragraph or the two before ("said in a statement").
    fn issuer(&self, source: Run, noun: &str) -> Option<usize> {
        let start = source.start as usize;
        let paragraph = self.segments.paragraph_of(start);
        let floor = self.segments.paragraphs[paragraph.saturating_sub(2)].tokens.start as usize;
        let told = is_document(noun).then(|| (floor..start).rev().take(FAR).find(|&token| self.segments.lower(token) == noun))??;
        let is_in = (told.saturating_sub(4)..told).any(|token| self.segments.lower(token) == "in");
        let sentence = self.segments.sentence_of(told);
        let spoke = self.spoken.iter().rev().take(12).filter(|_| is_in).find(|&&(_, at)| sentence.has(at));
        spoke.map(|&(entity, _)| entity)
    }

    /// `her daughter`: the latest person who is told to be somebody's daughter.
    fn owned(&self, source: Run, noun: usize) -> Option<(usize, &'static str)> {
        let word = self.segments.lower(noun);
        let first = source.start as usize;
        let is_one = description::is_possessive(self.segments.lower(first)) && source.len() == 2 && gender::of_noun(word).is_some();
        let is_person = |&entity: &usize| self.cast.entities[entity].kind == EntityType::Person && self.descriptions.has(entity, word);
        self.candidates(first).filter(|_| is_one).find(is_person).map(|entity| (entity, "speaker.described"))
    }

    /// `the latter`, `the former`: of those named in the sentence before.
    pub(super) fn of_two(&self, noun: usize) -> Speaker {
        let named = || self.recency.before(noun).filter(|seen| !seen.quoted && self.cast.entities[seen.entity].kind != EntityType::Unnamed);
        let sentence = named().next().map_or(0, |last| self.segments.sentence_of(last.token).start as usize);
        let mut named = named().take_while(|seen| seen.token >= sentence).map(|seen| seen.entity);
        let found = if self.segments.lower(noun) == "latter" { named.next() } else { named.last() };
        found.map_or_else(|| nobody("Two names should stand before this."), |entity| by("speaker.of-two", entity))
    }

    /// Whom a definite description points back at: the best fit, the latest of equals.
    fn described(&self, source: Run, noun: usize, place: usize) -> Option<(usize, &'static str)> {
        let word = self.segments.lower(noun);
        let words: Vec<&str> = source.range().take(8).map(|token| self.segments.lower(token)).collect();
        let age = (word == "old").then(|| words.get(1).copied()).flatten();
        if let ("republican" | "democrat", [_, state, ..]) = (word, words.as_slice()) {
            return self.member_from(source.start as usize, state).map(|entity| (entity, "speaker.described"));
        }
        let mut best: Option<(usize, usize)> = None;
        for entity in self.candidates(source.start as usize) {
            let fit = match age {
                Some(age) => usize::from(self.descriptions.has(entity, age)),
                None if word == "teenager" => usize::from(self.descriptions.is_teenage(entity)),
                None => self.fit(entity, &words, word),
            };
            if fit > best.map_or(0, |(_, fit)| fit) {
                best = Some((entity, fit));
            }
        }
        let is_body = |entity: usize| self.cast.entities[entity].kind == EntityType::Organisation;
        let last_called = |entity: usize| self.last_called(source.start as usize, word).unwrap_or(entity);
        best.map(|(entity, fit)| if fit == NAMED && is_body(entity) { last_called(entity) } else { entity })
            .or_else(|| self.styled(source, word))
            .map(|entity| (entity, "speaker.described"))
            .or_else(|| age.and_then(|_| self.of_new_age(source)).map(|entity| (entity, "speaker.age")))
            .or_else(|| self.issuer(source, word).map(|entity| (entity, "speaker.document")))
            .or_else(|| self.carried_on(place, word).map(|entity| (entity, "speaker.carried-on")))
            .or_else(|| self.of_nation(source, word, place).map(|entity| (entity, "speaker.nationality")))
            .or_else(|| self.of_gender(source, noun).map(|entity| (entity, "speaker.gender")))
            .or_else(|| self.latest_body(source, word).map(|entity| (entity, "speaker.latest-body")))
    }

    fn fit(&self, entity: usize, words: &[&str], noun: &str) -> usize {
        let known = &self.cast.entities[entity];
        if known.kind == EntityType::Unnamed {
            let same = self.nouns[entity].is_some_and(|token| self.segments.lower(token) == noun);
            return 3 * usize::from(same);
        }
        match role(known, words) {
            Some(true) => return NAMED + 1,
            Some(false) => return 0,
            None => {}
        }
        if self.is_called(entity, noun) {
            NAMED
        } else if description::describes(noun, known.kind) && !is_document(noun) {
            self.descriptions.fit(entity, words, noun)
        } else {
            0
        }
    }

    /// Whether a noun is a word of the name.
    fn is_called(&self, entity: usize, noun: &str) -> bool {
        let known = &self.cast.entities[entity];
        let named = match known.kind {
            // "the general" is not General Motors.
            EntityType::Organisation => !titles::is_role(noun),
            kind => kind == EntityType::Person,
        };
        named && known.name.to_lowercase().split(' ').any(|word| word == noun)
    }

    /// `the ministry`: of several bodies with the word in their names, the one named last.
    fn last_called(&self, token: usize, noun: &str) -> Option<usize> {
        let is_body = |seen: &&Seen| self.cast.entities[seen.entity].kind == EntityType::Organisation;
        self.recency.before(token).filter(is_body).map(|seen| seen.entity).find(|&entity| self.is_called(entity, noun))
    }

    /// `her Honour`, `his Holiness`: the person of that gender whom a pronoun would mean.
    fn styled(&self, source: Run, noun: &str) -> Option<usize> {
        let gender = gender::of_pronoun(self.segments.lower(source.start as usize)).filter(|_| STYLES.contains(&noun))?;
        self.antecedent(source.start as usize, |seen| self.agrees(seen.entity, gender)).map(|found| found.entity)
    }

    /// `the father`, `the woman`, `the mum-of-three`: alone, the latest person whose gender is known to be that.
    fn of_gender(&self, source: Run, noun: usize) -> Option<usize> {
        let alone = source.len() == 2 || self.segments.lower(noun + 1) == "-" && self.segments.lower(noun + 2) == "of";
        let gender = gender::of_noun(self.segments.lower(noun)).filter(|_| alone)?;
        self.antecedent(source.start as usize, |seen| self.genders[seen.entity] == Some(gender)).map(|found| found.entity)
    }

    /// `the Brazilian`: one person's nationality, alone: the latest person, as sports pages have it. The Australian that reports is a newspaper.
    fn of_nation(&self, source: Run, noun: &str, place: usize) -> Option<usize> {
        let reports = self.attributions[place].cue.as_ref().is_some_and(|cue| cue.lemma == "report");
        let words = self.segments.lower_run(Run { start: source.start + 1, end: source.end });
        let compound = source.len() == 3 && lists::phrase(words) == Some(Classes::NATIONALITY.number());
        let one = (compound || lists::word(noun).classes.has(Classes::NATIONALITY))
            && !["s", "sh", "ch", "ese"].iter().any(|end| noun.ends_with(end))
            || matches!(
                noun,
                "briton" | "croat" | "dane" | "finn" | "pole" | "scot" | "serb" | "spaniard" | "swede" | "turk" | "argentine"
            )
            || ["shman", "chman", "shwoman", "chwoman"].iter().any(|end| noun.ends_with(end));
        let gender = gender::of_noun(noun);
        let is_person = |seen: &Seen| {
            let known = self.genders[seen.entity];
            self.cast.entities[seen.entity].kind == EntityType::Person && (gender.is_none() || known.is_none() || known == gender)
        };
        (one && !reports && (source.len() == 2 || compound))
            .then(|| self.antecedent(source.start as usize, is_person))
            .flatten()
            .map(|found| found.entity)
    }

    /// `the Ohio Republican`: a politician who is told to be from there.
    fn member_from(&self, token: usize, state: &str) -> Option<usize> {
        self.candidates(token).find(|&entity| self.cast.entities[entity].roles.iter().any(|role| role.text.to_lowercase().contains(state)))
    }

    /// `the 54-year-old`, an age that the text has not given: the latest person without one, named or not ("one worker").
    fn of_new_age(&self, source: Run) -> Option<usize> {
        let is_one = |entity: usize| match self.cast.entities[entity].kind {
            EntityType::Person => true,
            EntityType::Unnamed => self.nouns[entity].is_some_and(|noun| self.is_somebody(noun)),
            _ => false,
        };
        let ageless = |seen: &Seen| is_one(seen.entity) && !self.descriptions.gives_age(seen.entity);
        self.antecedent(source.start as usize, ageless).map(|found| found.entity)
    }

    /// `the company`: the organisation named last, in the sentences before; `the watchdog`: the authority.
    fn latest_body(&self, source: Run, noun: &str) -> Option<usize> {
        let watches = matches!(noun, "watchdog" | "regulator") && source.len() == 2;
        let ends = noun == "maker" || self.segments.lower(source.end as usize - 1) == noun;
        let based = ends && source.range().any(|token| self.segments.lower(token) == "based" && self.segments.behind_hyphen(token));
        if !watches && (source.len() > 4 && !based || noun == "team" || !description::is_business(noun)) {
            return None;
        }
        let company = matches!(
            noun,
            "company" | "firm" | "maker" | "airline" | "bank" | "carrier" | "lender" | "manufacturer" | "operator" | "retailer"
        );
        let fits = |seen: &Seen| {
            let entity = &self.cast.entities[seen.entity];
            entity.kind == EntityType::Organisation
                && (!watches || description::is_authority(&entity.name))
                && !(company && description::is_public(&entity.name))
        };
        let found = self.antecedent(source.start as usize, fits)?.entity;
        (watches || !self.is_union(found, source.start as usize)).then_some(found)
    }

    /// Whether a body has a general secretary, of those named before: no operator, no lender.
    fn is_union(&self, body: usize, token: usize) -> bool {
        let people = self.recency.before(token).take(40).flat_map(|seen| &self.cast.entities[seen.entity].roles);
        people.filter(|role| role.organisation == Some(body)).any(|role| role.text.to_lowercase().contains("general secretary"))
    }

    /// Who may be described at a token: the latest speakers, then the latest named, then in a headline those who come.
    fn candidates(&self, token: usize) -> impl Iterator<Item = usize> {
        let headline = self.is_headline(token);
        let coming = self.recency.from(token).filter(move |_| headline).map(|seen| seen.entity);
        let spoken = self.spoken.iter().rev().filter(move |&&(_, at)| at < token).take(12).map(|&(entity, _)| entity);
        spoken.chain(self.recency.before(token).map(|seen| seen.entity)).chain(coming)
    }

    /// `The pilot added`: right after somebody spoke, a description with such a cue goes on with them.
    fn carried_on(&self, place: usize, noun: &str) -> Option<usize> {
        let goes_on = self.attributions[place].cue.as_ref().is_some_and(|cue| matches!(cue.lemma.as_str(), "add" | "continue" | "go on"));
        let &(entity, at) = self.spoken.last()?;
        let near = self.segments.paragraph_of(at) == self.segments.paragraph_of(self.attributions[place].content[0].start as usize);
        let same_kind = description::is_body(noun) == (self.cast.entities[entity].kind == EntityType::Organisation);
        let named = self.cast.entities[entity].kind != EntityType::Unnamed;
        // “…,” Ada Quill said. “…,” the pilot told the board.
        let called = is_post(noun) || ["arian", "ee", "eer", "ian", "ist", "ster"].iter().any(|end| noun.ends_with(end));
        let second = called && self.attributions[place].kind == QuoteKind::Direct && self.attributions[place].rule == "quote.cue-after";
        ((goes_on || second) && near && named && same_kind).then_some(entity)
    }

    /// A noun for one person, not for several, a body, a document or a thing.
    pub(super) fn is_somebody(&self, noun: usize) -> bool {
        let noun = self.segments.lower(noun);
        (!noun.ends_with('s') || noun.ends_with("ss"))
            && !description::is_body(noun)
            && (titles::is_role(noun) || description::is_person(noun))
    }
}

/// How well somebody fits of whose name the noun is a part.
const NAMED: usize = 2;

/// How judges, clergy and kings are called: "her Honour".
const STYLES: [&str; 8] = ["excellency", "grace", "highness", "holiness", "honor", "honour", "lordship", "majesty"];

/// Whether somebody's role is what a description says, all its words, with no word that makes it another post: "the minister" for the
/// Minister of Trade, not "the president" for a vice president. `None` where no role ends in the noun.
fn role(known: &Entity, description: &[&str]) -> Option<bool> {
    let (noun, words) = description.split_last().filter(|_| known.kind == EntityType::Person)?;
    let mut told = None;
    for role in &known.roles {
        let role = role.text.to_lowercase();
        let post: Vec<&str> = role.split([' ', '-']).take_while(|word| !matches!(*word, "of" | "for" | "to" | "at" | "in")).collect();
        let Some((_, post)) = post.split_last().filter(|(last, _)| *last == noun || in_full(last) == *noun) else { continue };
        let says = |word: &&str| matches!(*word, "the" | "this" | "that") || post.contains(word);
        let ousted = |word: &str| word == "former" && words.iter().any(|word| matches!(*word, "deposed" | "ousted"));
        let same = post.iter().filter(|word| OTHERWISE.contains(word)).all(|word| words.contains(word) || ousted(word));
        if same && words.iter().all(says) {
            return Some(true);
        }
        told = if same { told } else { told.or(Some(false)) };
    }
    told
}

/// `gen.` as a description has it: "the general".
fn in_full(title: &str) -> &str {
    match title {
        "capt." => "captain",
        "cllr" | "cllr." => "councillor",
        "col." => "colonel",
        "gen." => "general",
        "gov." => "governor",
        "lt." => "lieutenant",
        "prof." | "prof" => "professor",
        "rep." => "representative",
        "rev." | "rev" => "reverend",
        "sen." => "senator",
        "sgt." | "sgt" => "sergeant",
        _ => title,
    }
}

/// Words that make of a post another one.
const OTHERWISE: [&str; 11] =
    ["acting", "assistant", "attorney", "deputy", "executive", "former", "prime", "secretary", "solicitor", "surgeon", "vice"];

/// So many tokens into the story somebody may be described who is named below.
const LEAD: u32 = 40;
/// A role stands beside a name within this many bytes.
const BESIDE: u32 = 80;
/// `the statement` was told of no further back than this many tokens.
const FAR: usize = 300;

/// Of these a story tells that speak of, or for, somebody else: who is named next may be that one.
const SPEAK_FOR_OTHERS: [&str; 16] = [
    "attorney",
    "barrister",
    "coroner",
    "counsel",
    "detective",
    "judge",
    "jury",
    "lawyer",
    "magistrate",
    "officer",
    "prosecutor",
    "source",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "solicitor",
];

/// Whether a noun says what somebody does: no kin of anybody.
fn is_post(noun: &str) -> bool {
    titles::is_role(noun) && !matches!(noun, "mother" | "father" | "wife" | "husband" | "son" | "daughter" | "brother" | "sister")
}
