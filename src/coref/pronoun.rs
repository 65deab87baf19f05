//! Personal pronouns: whom "he" and "her" stand for.
//!
//! A pronoun goes back sentence by sentence: in each it takes who is surely of its gender, else who speaks there, else who is named first. In
//! news a pronoun that speaks is mostly the speaker before it. Inside a quotation it is somebody else than the speaker: mostly the one whom the
//! article is about.

use super::Speaker;
use super::anaphora::{Event, NONE, Tracer, is_lead};
use super::gender::{self, Gender};
use super::recency::{Antecedent, Reason, Seen, Subjects};
use super::speaker::{self, nobody};
use crate::annotation::{EntityType, Form, Mention};
use crate::quote;
use crate::segment::Kind;
use crate::span::Run;

/// How many tokens or names back somebody is looked for within a quotation.
const REACH: usize = 200;

impl Tracer<'_, '_> {
    /// `her son |Terry|`, `his wife, |Ada Quill|,`: nouns right before a name show a man or a woman, and better than a first name.
    pub(super) fn learn_from_nouns(&mut self) {
        for name in &self.cast.mentions {
            // Women are called spokesmen too.
            let gender = self.noun_of(name).filter(|&noun| noun != "spokesman").and_then(gender::of_noun);
            let known = &mut self.genders[name.entity];
            *known = gender.or(*known);
        }
    }

    /// The noun to which a name stands in apposition.
    fn noun_of(&self, name: &Mention) -> Option<&str> {
        let before = self.segments.token_from(name.span.start).checked_sub(1)?;
        let set_off = self.segments.lower(before) == "," && self.segments.lower(self.segments.token_from(name.span.end)) == ",";
        let noun = before.checked_sub(usize::from(set_off))?;
        // "the woman Adler killed"
        let article = matches!(self.segments.lower(noun.wrapping_sub(1)), "the" | "a" | "an");
        (self.segments.is_small(noun) && (set_off || !article)).then(|| self.segments.lower(noun))
    }

    /// Whom nothing else shows as a man or a woman, the pronouns do that follow where nobody else is named: in the sentence, or at the head
    /// of the next.
    pub(super) fn learn_genders(&mut self, events: &[(usize, Event)]) {
        let mut votes = vec![[0_u32; 2]; self.cast.entities.len()];
        let (mut alone, mut last, mut before): (Option<usize>, usize, usize) = (None, usize::MAX, usize::MAX);
        for &(token, event) in events.iter().filter(|&&(token, _)| self.within[token] == NONE) {
            let sentence = self.segments.sentence_index(token);
            if let Event::Name(name) = event {
                let entity = self.cast.mentions[name].entity;
                if self.cast.entities[entity].kind == EntityType::Person {
                    // "Her tutor, Ada Quill, told her": somebody else is spoken of already.
                    alone = Some(entity).filter(|_| sentence != before && (sentence != last || alone == Some(entity)));
                    last = sentence;
                }
            } else if let Some(gender) = gender::of_pronoun(self.segments.lower(token)) {
                let is_subject = matches!(self.segments.lower(token), "he" | "she");
                let opens = sentence == last.wrapping_add(1) && self.segments.sentence_of(token).start as usize == token;
                if let Some(entity) = alone.filter(|_| is_subject && (sentence == last || opens)) {
                    votes[entity][usize::from(gender == Gender::Female)] += 1;
                }
                before = if sentence == last { before } else { sentence };
            }
        }
        for (gender, [male, female]) in self.genders.iter_mut().zip(votes).filter(|(gender, _)| gender.is_none()) {
            *gender = if male > 2 * female {
                Some(Gender::Male)
            } else if female > 2 * male {
                Some(Gender::Female)
            } else {
                None
            };
        }
    }

    /// `she said`: whose gender is known comes first. In `Ada Quill was late, she said` it is rather who spoke before than who is named in what
    /// is reported.
    pub(super) fn pronoun_source(&mut self, gender: Gender, source: Run, place: usize) -> Speaker {
        let token = source.start as usize;
        if self.is_stranger(token, gender, place) {
            return nobody("Somebody whom the quotation does not name stands before the pronoun.");
        }
        let asker = self.asker(place);
        let fits = |seen: &Seen| Some(seen.entity) != asker && self.agrees(seen.entity, gender);
        let surely = |seen: &Seen| self.genders[seen.entity] == Some(gender);
        let another = self
            .look_back(token, Subjects::First, |seen| !self.reports(place, seen.token) && fits(seen), surely)
            .filter(|found| found.reason == Reason::Spoke);
        let topic = self.topic(token, gender, fits);
        match topic.or(another).or_else(|| self.look_back(token, Subjects::First, fits, surely)) {
            Some(found) => self.resolve(&found, source),
            None => nobody("No earlier name fits the pronoun."),
        }
    }

    /// `“Who signed?” |Ada Quill| asked. ¶ “My deputy,” he said.`: nobody answers their own question, but for one of us all ("what can we do?").
    fn asker(&self, place: usize) -> Option<usize> {
        let before = place.checked_sub(1)?;
        let question = *self.attributions[before].content.last()?;
        let of_all = question.range().any(|token| matches!(self.segments.lower(token), "we" | "us" | "our" | "i" | "my"));
        let asked = self.segments.asks(question) && self.attributions[before].cue.as_ref().is_some_and(|cue| cue.lemma == "ask");
        let here = &self.attributions[place];
        let answers = here.rule == "quote.cue-after" && here.content.last().is_some_and(|&run| !self.segments.asks(run));
        let next = self.paragraph_of(before) + 1 == self.paragraph_of(place);
        self.speakers[before].entity.filter(|_| asked && answers && next && !of_all)
    }

    /// Whether a token is of what is reported.
    fn reports(&self, place: usize, token: usize) -> bool {
        self.attributions[place].content.iter().any(|run| run.has(token))
    }

    /// `“I asked the referee and |he| says it was late,” Tom Holm said`: of whom nothing but a noun tells within the quotation.
    fn is_stranger(&self, token: usize, gender: Gender, place: usize) -> bool {
        let Some(quotation) = self.attributions.get(self.within[token] as usize) else { return false };
        let start = (quotation.content[0].start as usize).max(self.segments.sentence_of(token).start as usize);
        let is_led = |noun: usize| matches!(self.segments.lower(noun - 1), "the" | "my" | "our");
        let fits = |noun: usize| gender::of_noun(self.segments.lower(noun)).is_none_or(|known| known == gender);
        let noun = (start + 1..token)
            .rev()
            .take(REACH)
            .find(|&noun| is_led(noun) && self.is_somebody(noun) && fits(noun) && !self.reports(place, noun));
        let is_named =
            |noun: usize| self.recency.before(token).take_while(|seen| seen.token >= noun).any(|seen| self.agrees(seen.entity, gender));
        noun.is_some_and(|noun| !is_named(noun))
    }

    /// The speaker that a pronoun stands for, with its mention.
    pub(super) fn resolve(&mut self, found: &Antecedent, source: Run) -> Speaker {
        let rule = found.reason.rule();
        let name = &self.cast.entities[found.entity].name;
        let pronoun = self.segments.words(source);
        let note = match found.reason {
            Reason::Spoke => format!("{name} spoke last before “{pronoun}”."),
            Reason::Subject => format!("The sentence before “{pronoun}” is about {name}."),
            Reason::Topic => format!("Of those whom “{pronoun}” fits, {name} is spoken of most."),
        };
        let speaker = speaker::of_pronoun(rule, found, note);
        self.refer(found.entity, self.segments.span(source), Form::Pronoun, rule);
        speaker
    }

    /// `his plan`, outside the sources
    pub(super) fn pronoun(&mut self, gender: Gender, token: usize) {
        let ahead = self.ahead(gender, token).map(|entity| (entity, "speaker.ahead"));
        let subject = self.subject_of_object(token);
        let fits = |seen: &Seen| Some(seen.entity) != subject && self.agrees(seen.entity, gender);
        let back = || {
            self.beside(gender, token)
                .or_else(|| self.topic(token, gender, fits))
                .or_else(|| self.look_back(token, Subjects::Nearest, fits, |_| false))
        };
        let found = ahead.or_else(|| back().map(|found| (found.entity, found.reason.rule())));
        let Some((entity, rule)) = found.filter(|&(entity, _)| self.cast.entities[entity].kind == EntityType::Person) else { return };
        self.refer(entity, self.segments.tokens[token].span, Form::Pronoun, rule);
        if self.within[token] == NONE {
            self.see(entity, token, token + 1, false);
        }
    }

    /// `Tom Holm told the court: “|She| is a liar”`: where the quotation has named nobody yet who fits, the one of whom the article speaks most,
    /// rather than whoever was named last.
    fn topic(&self, token: usize, gender: Gender, fits: impl Fn(&Seen) -> bool) -> Option<Antecedent> {
        let within = self.within[token] as usize;
        let start = self.attributions.get(within)?.content[0].start as usize;
        let speaker = self.speakers[within].entity;
        // "My father was a miner. He died young."
        let kin = (start + 1..token).rev().take(REACH).any(|noun| {
            matches!(self.segments.lower(noun - 1), "my" | "our") && gender::of_noun(self.segments.lower(noun)) == Some(gender)
        });
        if kin {
            return None;
        }
        let fits = |seen: &Seen| Some(seen.entity) != speaker && fits(seen);
        let is_named = self.recency.before(token).take_while(|seen| seen.token >= start).any(fits);
        self.recency.topic(start, |seen| !seen.quoted && !seen.spoke && fits(seen)).filter(|_| !is_named)
    }

    /// `Ada Quill and |her| son`: whose own people and things come after "and".
    fn beside(&self, gender: Gender, token: usize) -> Option<Antecedent> {
        let and = token.checked_sub(1).filter(|&and| self.segments.lower(and) == "and" && self.is_possessive(token))?;
        let end = self.segments.tokens[and.checked_sub(1)?].span.end;
        let after = self.cast.mentions.partition_point(|name| name.span.end <= end);
        let name = self.cast.mentions.get(after.checked_sub(1)?).filter(|name| name.span.end == end)?;
        let fits = self.cast.entities[name.entity].kind == EntityType::Person && self.agrees(name.entity, gender);
        fits.then_some(Antecedent { entity: name.entity, reason: Reason::Subject, others: Vec::new() })
    }

    /// `his plan`, `her plan`; not `told her that`.
    fn is_possessive(&self, token: usize) -> bool {
        let next = self.segments.lower(token + 1);
        let alone = self.segments.tokens.get(token + 1).is_none_or(|next| next.kind != Kind::Word) || BEHIND_OBJECTS.contains(&next);
        matches!(self.segments.lower(token), "his" | "her") && !alone
    }

    /// `|Tom Holm| told him`: whoever does something to somebody is somebody else. Not Holm in `Holm said police had beaten him`: where
    /// more than two words stand between, somebody without a name may do it.
    fn subject_of_object(&self, token: usize) -> Option<usize> {
        if !matches!(self.segments.lower(token), "him" | "her") || self.is_possessive(token) {
            return None;
        }
        let sentence = self.segments.sentence_of(token).start as usize;
        let subject = self.recency.subject_before(token, sentence)?;
        let is_full = |word: &str| quote::can_be_verb(word) && !quote::is_auxiliary(word) && !word.ends_with("ly");
        let words = (subject.token..token).filter(|&place| self.segments.is_small(place) && is_full(self.segments.lower(place))).count();
        (words <= 2).then_some(subject.entity)
    }

    /// `In his speech, Ada Quill`: the name follows the comma.
    fn ahead(&self, gender: Gender, token: usize) -> Option<usize> {
        let first = self.segments.sentence_of(token).start as usize;
        if !is_lead(self.segments.lower(first)) || token > first + 12 {
            return None;
        }
        let comma = (token..self.segments.tokens.len().min(token + 14)).find(|&place| self.segments.lower(place) == ",")?;
        let start = self.segments.tokens.get(comma + 1)?.span.start;
        let place = self.cast.mentions.partition_point(|name| name.span.start < start);
        let is_kin = |name: &&Mention| self.noun_of(name).and_then(gender::of_noun).is_some();
        // "According to his wife, Amanda, Tom Holm".
        let name = self.cast.mentions[place..].iter().take(2).find(|name| !is_kin(name))?;
        let near = self.segments.tokens[comma + 1..].iter().take(4).any(|token| token.span.start == name.span.start);
        (near && self.cast.entities[name.entity].kind == EntityType::Person && self.agrees(name.entity, gender)).then_some(name.entity)
    }

    pub(super) fn agrees(&self, entity: usize, gender: Gender) -> bool {
        let is_person = match self.cast.entities[entity].kind {
            EntityType::Person => !self.is_label(entity),
            EntityType::Unnamed => self.nouns[entity].is_some_and(|noun| self.is_somebody(noun)),
            _ => false,
        };
        is_person && self.genders[entity].is_none_or(|known| known == gender)
    }
}

impl Reason {
    fn rule(self) -> &'static str {
        match self {
            Self::Spoke => "speaker.last-speaker",
            Self::Subject => "speaker.last-subject",
            Self::Topic => "speaker.topic",
        }
    }
}

/// What stands behind "her" where it owns nothing: "told her |that|".
const BEHIND_OBJECTS: [&str; 24] = [
    "a", "about", "after", "and", "as", "at", "because", "before", "but", "by", "for", "from", "in", "into", "on", "out", "that", "the",
    "to", "up", "when", "while", "who", "with",
];

#[cfg(test)]
mod tests {
    use crate::{Options, annotate};

    fn whose(text: &str, pronouns: &[&str]) -> String {
        let annotation = annotate(text, &Options::default());
        let pronoun = annotation.mentions.iter().find(|mention| pronouns.contains(&mention.span.of(text)));
        pronoun.map_or_else(String::new, |pronoun| annotation.entities[pronoun.entity].name.clone())
    }

    /// One line a case: a text with one "him" or "her", and who that is.
    #[test]
    fn objects_are_not_their_subjects() {
        for (text, person) in [
            ("Kyle Denton was jailed on Friday. Judge Ben Adler told him: “I do not accept that.”", "Kyle Denton"),
            ("Ada Quill wept. “No,” Mary Holm told her.", "Ada Quill"),
            ("Ada Quill wept. “No,” said Mary Holm about her plan.", "Mary Holm"),
        ] {
            assert_eq!(whose(text, &["him", "her"]), person, "{text}");
        }
    }

    /// One line a case: words that somebody says of somebody else.
    #[test]
    fn quotations_speak_of_whom_the_article_is_about() {
        for (text, person) in [
            ("Kyle Denton died on Friday. Denton was 80. “We mourn,” said Ben Adler. Tom Holm said: “He was a friend.”", "Kyle Denton"),
            ("Ben Adler spoke of Kyle Denton, and called it “the saddest day of his life”.", "Kyle Denton"),
            ("Kyle Denton died on Friday. Denton was 80. “Ben Adler left when he was ill,” said Tom Holm.", "Ben Adler"),
        ] {
            assert_eq!(whose(text, &["He", "he", "his"]), person, "{text}");
        }
    }

    /// One line a case: nouns and "and" beside a name.
    #[test]
    fn kin_is_told_from_name() {
        for (text, pronoun, person) in [
            ("Rory Quill lived in Leeds with his sister, Rory Holm, until she left.", "she", "Rory Holm"),
            ("According to his wife, Amanda, Tom Holm was ill.", "his", "Tom Holm"),
            ("Mary Holm met Ada Quill and her son.", "her", "Ada Quill"),
        ] {
            assert_eq!(whose(text, &[pronoun]), person, "{text}");
        }
    }
}
