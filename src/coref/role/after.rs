//! A role beside a name that a comma or a verb sets off: `Ada Quill, 61, |chief engineer| at the Harbour Board`, `the |mayor of Aker|, Ada Quill`.

use super::{FAR, Found, Reader, is_determiner, is_participle, is_plural};
use crate::ner::Label;
use crate::ner::lists::{self, Classes};
use crate::segment::{Kind, Token};
use crate::span::Run;

impl Reader<'_, '_> {
    /// `Ada Quill, 61, chief engineer at the Harbour Board, said`
    pub(super) fn after(&self, index: usize) -> Option<Found> {
        let mut start = self.names[index].tokens.end as usize;
        let sentence = self.segments.sentence_of(start - 1);
        if self.lower(start) != "," {
            return None;
        }
        start += 1;
        if self.segments.tokens.get(start).is_some_and(|token| token.kind == Kind::Number) && self.lower(start + 1) == "," {
            start += 2;
        }
        start += usize::from(ADVERBS.contains(&self.lower(start)));
        let kin = matches!(self.lower(start), "his" | "her" | "their");
        if is_determiner(self.lower(start)) {
            start += 1;
        } else if self.segments.tokens.get(start).is_some() && self.is_verb(start) {
            return None;
        }
        let person = self.possessor(start);
        let (tokens, organisation) = self.owned(self.phrase(person.unwrap_or(start), sentence.end as usize)?);
        let next = tokens.end as usize;
        let is_anothers = self.name_starting(next).is_some_and(|name| self.names[name].label == Label::Person)
            || kin && lists::word(self.lower(next)).classes.has(Classes::SPEECH);
        let many = is_plural(self.segments, tokens);
        let tokens = if person.is_some() { Run::new(start, next) } else { tokens };
        (!is_anothers && !many).then_some((tokens, organisation, "role.after"))
    }

    /// `|Holm’s| chief of staff`: where a role begins behind the person whose it is.
    fn possessor(&self, start: usize) -> Option<usize> {
        let name = self.name_starting(start).filter(|&name| self.names[name].label == Label::Person)?;
        let end = self.names[name].tokens.end as usize;
        (self.lower(end) == "'s").then_some(end + 1)
    }

    /// `Ada Quill, chief engineer of the ferries and |a professor at Aker University|, said`
    pub(super) fn second(&self, first: Run) -> Option<Found> {
        let and = first.end as usize;
        let sentence = self.segments.sentence_of(and - 1);
        // "his wife and a pilot" are two people
        let owned = matches!(self.lower(first.start as usize - 1), "his" | "her" | "their");
        if owned || self.lower(and) != "and" || !matches!(self.lower(and + 1), "a" | "an" | "the") {
            return None;
        }
        let (tokens, organisation) = self.owned(self.phrase(and + 2, sentence.end as usize)?);
        self.name_starting(tokens.end as usize).is_none().then_some((tokens, organisation, "role.after"))
    }

    /// `The mayor of Aker, Ada Quill, said`
    pub(super) fn apposition_before(&self, index: usize) -> Option<Found> {
        let (floor, name) = self.honoured(index);
        let name = if name > floor && self.is_abbreviated(name - 1) { name - 1 } else { name };
        let comma = name.checked_sub(1).filter(|&comma| comma >= floor && self.lower(comma) == ",")?;
        let end = self.before_bracket(comma, floor);
        let opens = |&token: &usize| is_determiner(self.lower(token)) || matches!(self.lower(token), "'s" | ",");
        // "Leader of the Aker Party, Ada Quill"
        let bare = || Some((floor, self.phrase(floor, end + 1).filter(|(tokens, _)| tokens.end as usize == end && self.is_role(floor))?));
        let (start, (tokens, organisation)) = (floor..end)
            .rev()
            .filter(opens)
            .find_map(|start| {
                let first = start + 1 + usize::from(self.lower(start + 1) == "own");
                // "the press secretary to the governor": the governor is another
                let is_anothers = self.lower(start.wrapping_sub(1)) == "to" && self.is_role(start.wrapping_sub(2));
                Some((start, self.phrase(first, end + 1).filter(|(tokens, _)| tokens.end as usize == end && !is_anothers)?))
            })
            .or_else(bare)?;
        let tokens = self.person_before(start).map_or(tokens, |first| Run::new(first, tokens.end as usize));
        Some((tokens, organisation.or_else(|| self.owner(start)), "role.before"))
    }

    /// `Ada Quill, who is the mayor of Aker`, `Ada Quill is chairman of the Harbour Board`
    pub(super) fn copula(&self, index: usize) -> Option<Found> {
        let end = self.names[index].tokens.end as usize;
        let sentence = self.segments.sentence_of(end - 1);
        let mut verb = end + usize::from(self.lower(end) == ",");
        verb += usize::from(self.lower(verb) == "who");
        // "served as", "has worked as"
        verb += usize::from(matches!(self.lower(verb), "has" | "had"));
        if matches!(self.lower(verb), "served" | "serves" | "worked" | "works") && self.lower(verb + 1) == "as" {
            verb += 1;
        } else if !matches!(self.lower(verb), "is" | "was" | "became") {
            return None;
        }
        let start = verb + 1 + usize::from(is_determiner(self.lower(verb + 1)));
        let (tokens, organisation) = self.owned(self.phrase(start, sentence.end as usize)?);
        (!is_plural(self.segments, tokens)).then_some((tokens, organisation, "role.is"))
    }

    /// A noun phrase that begins at `start` and whose head says what somebody is, with its "of" or "at" and the name there.
    fn phrase(&self, start: usize, limit: usize) -> Option<(Run, Option<usize>)> {
        let limit = limit.min(start + FAR);
        let mut token = start;
        let mut head = None;
        let mut organisation = None;
        while token < limit {
            if let Some(name) = self.name_starting(token) {
                if self.names[name].label != Label::Person {
                    organisation = organisation.or(Some(name));
                } else if token == start || !self.is_role(self.names[name].tokens.end as usize) {
                    // but "a former Holm adviser"
                    break;
                }
                token = self.names[name].tokens.end as usize;
                continue;
            }
            if self.is_role(token) {
                head = Some(token);
            } else if !(self.modifies(token)
                || self.lower(token) == "and" && head.is_some() && self.modifies(token + 1)
                || self.lower(token) == "'s")
            {
                break;
            }
            token += 1;
        }
        let head = head?;
        let goes_on = matches!(self.lower(head + 1), "-" | "," | "of" | "at" | "for" | "with" | "from");
        if head + 1 != token && self.name_ending(token).is_none() && !goes_on {
            return None;
        }
        let (end, organisation) = self.object(head + 1, organisation, limit);
        (end <= limit).then(|| (Run::new(start, end), organisation))
    }

    /// `chief engineer |of the ferries|`, `envoy |for Yemen|`: where what a role is of ends, and the organisation, of the one that stands before
    /// the role and the one here.
    fn object(&self, preposition: usize, before: Option<usize>, limit: usize) -> (usize, Option<usize>) {
        let (mut end, mut organisation) = (preposition, before);
        if !matches!(self.lower(end), "of" | "at" | "for" | "with" | "from" | "in" | "to") {
            return (end, organisation);
        }
        let object = end + 1 + usize::from(self.lower(end + 1) == "the");
        // "of Aker-based Holm Homes"
        let based = self.lower(object + 1) == "-" && self.lower(object + 2) == "based" && self.name_starting(object).is_none();
        let object = object + 3 * usize::from(based);
        if let Some(name) = self.name_starting(object).filter(|&name| self.names[name].label != Label::Person) {
            let (past, body) = self.owned_body(name, limit);
            // "the UN coordinator in Aker" is the UN's
            let is_where = self.lower(end) == "in" && self.names[name].label == Label::Place;
            organisation = organisation.filter(|_| is_where).or(body);
            end = past;
        } else if self.lower(end) == "to" && object == end + 2 && self.is_role(object) && self.lower(object + 1) == "," {
            end = object + 1;
        } else if let Some(past) = self.client(end, limit) {
            end = past;
        } else if self.lower(end) == "of" || self.is_subject(object) {
            // "secretary of state nominated in May"
            let closes = |token: usize| {
                is_participle(self.lower(token))
                    && self.segments.is_small(token)
                    && !self.segments.behind_hyphen(token)
                    && !self.modifies(token + 1)
            };
            let goes_on = |token: usize| {
                self.modifies(token) && !closes(token)
                    || is_determiner(self.lower(token))
                    || self.lower(token) == "and" && token > object && self.modifies(token + 1)
                    || self.lower(token) == "for" && self.is_subject(token + 1)
            };
            end = (object..limit).find(|&token| !goes_on(token)).unwrap_or(limit);
            if end <= object {
                return (preposition, organisation);
            }
            let body = end + 1 + usize::from(self.lower(end + 1) == "the");
            if let Some(name) = self
                .name_starting(body)
                .filter(|&name| matches!(self.lower(end), "at" | "for") && self.names[name].label == Label::Organisation)
            {
                (end, organisation) = self.owned_body(name, limit);
            }
        }
        (end, organisation)
    }

    /// `counsel |for the company|,`: whom somebody acts for, where nothing else follows.
    fn client(&self, preposition: usize, limit: usize) -> Option<usize> {
        let first = preposition + 2;
        let acts = matches!(self.lower(preposition), "for" | "at" | "with") && is_determiner(self.lower(first - 1));
        let end = (first..limit).take(4).find(|&token| !self.modifies(token) || self.name_starting(token).is_some())?;
        let closes = matches!(self.lower(end), "," | "." | ")" | ";") || lists::word(self.lower(end)).classes.has(Classes::SPEECH);
        let is_time =
            matches!(self.lower(end - 1), "time" | "moment" | "year" | "years" | "months" | "weeks" | "days" | "season" | "decade");
        (acts && end > first && closes && !is_time).then_some(end)
    }

    /// `Minister for |Harbours|`: what an office is for.
    fn is_subject(&self, token: usize) -> bool {
        self.segments.tokens.get(token).is_some_and(Token::is_capitalised) && self.name_starting(token).is_none() && self.modifies(token)
    }

    /// `at |Norway’s Harbour Board|`, `of Aker-based |Quill Ferries|`: the end of the name, or of what is a part of it, and the organisation.
    pub(super) fn owned_body(&self, name: usize, limit: usize) -> (usize, Option<usize>) {
        let end = self.names[name].tokens.end as usize;
        let goes_on = self.lower(end) == "'s" || self.lower(end) == "-" && self.segments.glued(end) && self.lower(end + 1) == "based";
        if !goes_on {
            return (end, Some(name));
        }
        let mut token = end + 1;
        while token < limit && self.name_starting(token).is_none() && self.modifies(token) {
            token += 1;
        }
        match self.name_starting(token).filter(|&body| token < limit && self.names[body].label == Label::Organisation) {
            Some(body) => (self.names[body].tokens.end as usize, Some(body)),
            None => (token, Some(name)),
        }
    }
}

/// What stands before a role behind a name: "Ada Quill, |then| the mayor,".
const ADVERBS: [&str; 10] = ["also", "currently", "formerly", "herself", "himself", "later", "now", "once", "previously", "then"];
