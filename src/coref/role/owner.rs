//! Whose a role is: `the |union|’s leader`, `|its| chair`.

use super::{FAR, Reader};
use crate::coref::description;
use crate::ner::Label;
use crate::segment::Shape;
use crate::span::Run;

/// Whose "the union" is is looked for among this many names before.
const MOST_NAMES: usize = 64;

impl Reader<'_, '_> {
    /// `Labour|'s| spokeswoman`, `the union|'s| leader`, `|its| chair`: whose role it is.
    pub(super) fn owner(&self, token: usize) -> Option<usize> {
        match self.lower(token) {
            "'s" => self.name_ending(token).or_else(|| self.body_called(self.lower(token.wrapping_sub(1)), token)),
            "its" => self.body_of_subject(token).or_else(|| self.body_before(token)),
            _ => None,
        }
        .filter(|&owner| self.names[owner].label != Label::Person)
    }

    /// `|Holm|’s lawyer`: where the name begins of the person whose something is, before the "'s".
    pub(super) fn person_before(&self, possessive: usize) -> Option<usize> {
        let name = self.name_ending(possessive).filter(|_| self.lower(possessive) == "'s")?;
        let name = &self.names[name];
        (name.label == Label::Person).then_some(name.tokens.start as usize)
    }

    /// `Ada Quill of the Harbour Board`, `Ada Quill, of the Harbour Board,`, `|President| Ada Quill of Aker`
    pub(super) fn belongs_to(&self, index: usize, titled: bool) -> Option<usize> {
        let end = self.names[index].tokens.end as usize;
        let end = end + usize::from(self.lower(end) == "," && matches!(self.lower(end + 1), "of" | "from" | "at"));
        let of = matches!(self.lower(end), "of" | "from" | "at");
        let object = end + 1 + usize::from(self.lower(end + 1) == "the");
        let body = self.name_starting(object).filter(|_| of).and_then(|name| self.owned_body(name, object + FAR).1)?;
        let label = self.names[body].label;
        (label == Label::Organisation || label == Label::Place && self.lower(end) == "of" && titled).then_some(body)
    }

    /// A role without the "union's" that it begins with, and the union.
    pub(super) fn owned(&self, (role, organisation): (Run, Option<usize>)) -> (Run, Option<usize>) {
        let (start, end) = (role.start as usize, role.end as usize);
        // not "chairman of the company's board"
        let is_over = |token: &usize| matches!(self.lower(*token), "of" | "at" | "for" | "with" | "to" | "in");
        let opening = (start + 1..end).take_while(|token| !is_over(token)).find(|&token| self.lower(token) == "'s");
        let Some(possessive) = opening.filter(|&possessive| possessive + 1 < end) else { return (role, organisation) };
        let owner = self.lower(possessive - 1);
        if !description::is_body(owner) || self.segments.tokens[possessive - 1].shape != Shape::Lower {
            return (role, organisation);
        }
        (Run::new(possessive + 1, end), organisation.or_else(|| self.body_called(owner, start)))
    }

    /// `the union`: the organisation named last that has the word in its name; `the company` may be any.
    fn body_called(&self, noun: &str, token: usize) -> Option<usize> {
        let before = self.names.partition_point(|name| (name.tokens.end as usize) <= token);
        let bodies = || (0..before).rev().take(MOST_NAMES).filter(|&name| self.names[name].label == Label::Organisation);
        let named = || bodies().find(|&name| self.names[name].tokens.range().any(|token| self.lower(token) == noun));
        let is_company = matches!(noun, "company" | "firm");
        let fits = |&name: &usize| !(is_company && description::is_public(self.names[name].span.of(self.segments.text)));
        named().or_else(|| bodies().find(fits).filter(|_| description::is_any_body(noun)))
    }

    /// `|The board| disputed that. |Its| chair`, `|The food maker, |which supplies Holm Stores, left. |Its| chair`: the subject of the
    /// sentence before, where the word opens one.
    fn body_of_subject(&self, token: usize) -> Option<usize> {
        let sentence = self.segments.sentence_index(token);
        let opens = self.segments.sentences[sentence].start as usize == token;
        let subject = self.segments.sentences[sentence.checked_sub(1).filter(|_| opens)?].start as usize;
        let the = self.lower(subject) == "the";
        let body = |&noun: &usize| description::is_body(self.lower(noun)) || description::is_business(self.lower(noun));
        let phrase = (subject + 1..token.min(subject + 6)).take_while(|&noun| self.lower(noun) != "," && !self.is_verb(noun));
        let noun = phrase.filter(|noun| body(noun)).last();
        noun.filter(|_| the).and_then(|noun| self.body_called(self.lower(noun), subject))
    }

    /// The organisation named last, in this sentence or the one before: whose "its" is.
    fn body_before(&self, token: usize) -> Option<usize> {
        let floor = self.segments.sentences[self.segments.sentence_index(token).saturating_sub(1)].start;
        let before = self.names.partition_point(|name| (name.tokens.end as usize) <= token);
        let near = self.names[..before].iter().rev().take_while(|name| name.tokens.start >= floor);
        near.take(FAR).position(|name| name.label == Label::Organisation).map(|back| before - 1 - back)
    }
}
