//! A role before a name: `the Aker |mayor| Ada Quill`, `|Senators| Ada Quill and Ben Adler`.

use super::{FAR, Found, Reader, is_determiner, is_plural};
use crate::coref::description;
use crate::ner::lists::{self, Classes};
use crate::ner::{self, Label};
use crate::segment::{Kind, Shape};
use crate::span::Run;

impl Reader<'_, '_> {
    /// `Peruvian Deputy Finance Minister Quill`, `Harbour Board chairman Ben Adler`, `former mayor Ada Quill`
    pub(super) fn before(&self, index: usize) -> Option<Found> {
        let (floor, end) = self.honoured(index);
        self.ending(end, floor)
    }

    /// `study |co-author| Professor Ada Quill`: what stands before a title that is a role by itself.
    pub(super) fn before_title(&self, title: Run) -> Option<Found> {
        let start = title.start as usize;
        let floor = start.saturating_sub(FAR).max(self.segments.sentence_of(start).start as usize);
        (start > floor && self.is_title_apart(start)).then(|| self.ending(start, floor))?
    }

    /// `a Polish chef named Ada Quill`
    pub(super) fn named(&self, index: usize) -> Option<Found> {
        let (floor, end) = self.honoured(index);
        let verb = end.checked_sub(1).filter(|&verb| verb > floor && matches!(self.lower(verb), "named" | "called"))?;
        let found = self.ending(verb, floor)?;
        matches!(self.lower((found.0.start as usize).wrapping_sub(1)), "a" | "an").then_some(found)
    }

    /// A role that ends there.
    fn ending(&self, end: usize, floor: usize) -> Option<Found> {
        let (head, mut organisation) = self.head_before(end, floor)?;
        let mut start = head;
        while start > floor {
            let bracket = if self.is_abbreviated(head) { start } else { self.before_bracket(start, floor) };
            match self.name_ending(bracket) {
                Some(name) if self.names[name].label != Label::Person => {
                    // "UN Envoy for Yemen" is the UN's.
                    organisation = organisation.filter(|_| self.names[name].label == Label::Place).or(Some(name));
                    start = self.names[name].tokens.start as usize;
                    break;
                }
                // "the former Holm adviser"
                Some(name) if start == head && bracket == start && self.segments.is_small(head) => {
                    start = self.names[name].tokens.start as usize;
                }
                None if self.is_part(start, floor) => start -= 1,
                None => match self.conjunct(start, floor) {
                    Some(first) => start = first,
                    None => break,
                },
                _ => break,
            }
        }
        let before = start.checked_sub(1);
        let owner = organisation.or_else(|| self.owner(before?));
        let person = before.and_then(|before| self.person_before(before));
        let counts = |token: usize| COUNTS.contains(&self.lower(token)) && self.lower(token + 1) != "-";
        let is_word = |token: usize| match self.segments.tokens[token].kind {
            Kind::Word => true,
            Kind::Number => self.lower(token + 1) == "-",
            _ => false,
        };
        let opens = |&token: &usize| is_word(token) && !is_determiner(self.lower(token)) && !counts(token);
        let start = person.or_else(|| (start..end).find(opens))?;
        Some((Run::new(start, end), owner, "role.before"))
    }

    /// Whether the word before `start` belongs to the role that begins there.
    fn is_part(&self, start: usize, floor: usize) -> bool {
        start > floor
            && self.modifies(start - 1)
            && !self.is_verb(start - 1)
            && !self.is_apart(start)
            && !self.is_title_apart(start)
            && self.lower(start.wrapping_sub(2)) != "to"
    }

    /// `co-author |Professor| Quill`: a title in capitals behind a role in small letters is another role.
    fn is_title_apart(&self, start: usize) -> bool {
        let before = &self.segments.tokens[start - 1];
        self.segments.is_capital(start)
            && self.is_role(start)
            && before.shape == Shape::Lower
            && self.is_role(start - 1)
            && !BEFORE_TITLES.contains(&self.lower(start - 1))
            && self.lower(start) != "general"
    }

    /// `|singer and| actor Ada Quill`, `|painter, poet, and| critic Ada Quill`, `|Health and| Care Secretary Ada Quill`: where the first of
    /// several begins. "The singer and actor Ada Quill" are two.
    fn conjunct(&self, start: usize, floor: usize) -> Option<usize> {
        let and = start.checked_sub(1).filter(|&and| and > floor && self.lower(and) == "and")?;
        let is_field = |token: usize| self.segments.is_capital(token) && !self.is_role(token) && self.modifies(token);
        if is_field(start) && is_field(and - 1) && self.name_ending(and).is_none() && !description::is_body(self.lower(and - 1)) {
            return Some(and - 1);
        }
        let comma = self.lower(and - 1) == ",";
        let mut first = self.bare(and - usize::from(comma), floor).filter(|_| !self.lower(and - 1).ends_with('s'))?;
        let mut count = 1;
        while let Some(next) = first.checked_sub(1).filter(|&next| self.lower(next) == ",").and_then(|next| self.bare(next, floor)) {
            first = next;
            count += 1;
        }
        let before = self.lower(first.wrapping_sub(1));
        let another = before == "," && (count > 1 || self.name_ending(first - 1).is_some()) || before == "'s" || is_determiner(before);
        (!another && (count > 1 || !comma)).then_some(first)
    }

    /// Where a role of words that are no names begins, which ends there.
    fn bare(&self, end: usize, floor: usize) -> Option<usize> {
        let mut start = end.checked_sub(1).filter(|&head| head >= floor && self.is_role(head) && self.name_ending(end).is_none())?;
        while self.is_part(start, floor) && self.name_ending(start).is_none() {
            start -= 1;
        }
        Some(
            self.name_ending(start)
                .filter(|&name| self.names[name].label != Label::Person)
                .map_or(start, |name| self.names[name].tokens.start as usize),
        )
    }

    /// How far back a role before a name may reach, and where the name begins with its honorifics.
    pub(super) fn honoured(&self, index: usize) -> (usize, usize) {
        let start = self.names[index].tokens.start as usize;
        let floor = start.saturating_sub(FAR).max(self.segments.sentence_of(start).start as usize);
        let is_passed = |&token: &usize| self.is_honorific(token) || matches!(self.lower(token), "ii" | "iii");
        (floor, (floor..start).rev().take_while(is_passed).last().unwrap_or(start))
    }

    /// `Sen.`, `Prof.`
    pub(super) fn is_abbreviated(&self, token: usize) -> bool {
        self.lower(token).ends_with('.') && self.is_role(token)
    }

    /// `the Harbour Board| (HB)|`: where a name ends before the bracket behind it.
    pub(super) fn before_bracket(&self, end: usize, floor: usize) -> usize {
        let opened = end.checked_sub(3).filter(|&open| open > floor && self.lower(end - 1) == ")" && self.lower(open) == "(");
        opened.unwrap_or(end)
    }

    /// The head of a role that ends before a name, and the organisation or place behind its "of": "Mayor of Aker Ada Quill".
    fn head_before(&self, end: usize, floor: usize) -> Option<(usize, Option<usize>)> {
        let last = end.checked_sub(1).filter(|&last| last >= floor)?;
        // "Secretary of Justice"
        let is_subject = self.lower(last) == "justice" && matches!(self.lower(last.wrapping_sub(1)), "of" | "for");
        if self.is_role(last) && !is_subject {
            // "Holm leads Quill"
            return (!self.is_honorific(last) && !matches!(self.lower(last), "lead" | "leads")).then_some((last, None));
        }
        let end = self.before_bracket(end, floor);
        let last = end - 1;
        let is_inside = |&token: &usize| {
            self.segments.tokens[token].is_capitalised()
                || matches!(self.lower(token), "of" | "for" | "to" | "from" | "the" | "and" | "," | "'s")
        };
        let heads = |&of: &usize| matches!(self.lower(of), "of" | "for" | "to" | "from") && of > floor && self.is_role(of - 1);
        let capitals = || (floor..last).rev().take(FAR).take_while(is_inside).find(heads).filter(|_| self.segments.is_capital(end - 1));
        let of = capitals().or_else(|| self.bare_of(last, floor))?;
        let body = self.name_ending(end).filter(|&body| self.names[body].label != Label::Person);
        Some((of - 1, body))
    }

    /// `speaker |of| the parliament Ada Quill`: of something without a name, and no article before the role, or it is "the head of the firm
    /// Ada Quill founded".
    fn bare_of(&self, last: usize, floor: usize) -> Option<usize> {
        let is_noun = |token: usize| self.modifies(token) && !self.is_verb(token) && self.lower(token) != "'s";
        let goes_on = |&token: &usize| is_noun(token) || matches!(self.lower(token), "the" | "of" | "and");
        let heads = |&of: &usize| self.lower(of) == "of" && of > floor && lists::word(self.lower(of - 1)).classes.has(Classes::TITLE);
        let of = (floor..last).rev().take(5).take_while(goes_on).find(heads).filter(|_| is_noun(last))?;
        let start = self.bare(of, floor)?;
        (!is_determiner(self.lower(start.wrapping_sub(1)))).then_some(of)
    }

    /// `a claim |Housing Minister Ada Quill| rejected`: a noun in small letters is no part of a title in capitals.
    fn is_apart(&self, start: usize) -> bool {
        let capital = self.segments.is_capital(start);
        let noun = &self.segments.tokens[start - 1];
        let word = self.lower(start - 1);
        capital
            && noun.kind == Kind::Word
            && noun.shape == Shape::Lower
            && !self.is_role(start - 1)
            && !self.segments.behind_hyphen(start - 1)
            && !lists::word(word).classes.has(Classes::NATIONALITY)
            && !BEFORE_TITLES.contains(&word)
    }

    /// `Senators Ada Quill of Aker and |Ben Adler|`: the role in the plural before the first.
    pub(super) fn in_row(&self, index: usize) -> Option<Found> {
        let is_person = |&name: &usize| self.names[name].label == Label::Person;
        let joined = |one: usize, other: usize| {
            let gap = self.names[one].tokens.end as usize..self.names[other].tokens.start as usize;
            let is_inside = |token: usize| self.names[one + 1..other].iter().any(|name| name.tokens.has(token));
            gap.len() <= FAR
                && gap.clone().any(|token| matches!(self.lower(token), "and" | ","))
                && gap.into_iter().all(|token| matches!(self.lower(token), "and" | "," | "of" | "the") || is_inside(token))
        };
        let before = |&name: &usize| (0..name).rev().take(3).find(is_person).filter(|&one| joined(one, name));
        let first = std::iter::successors(Some(index), before).take(6).last().filter(|&first| first != index)?;
        self.before(first).filter(|&(role, ..)| is_plural(self.segments, role))
    }

    /// `the heads of the Harbour Board and Aker Ferries (AF), Ada Quill and Ben Adler`: to each their own.
    pub(super) fn shared(&self, index: usize) -> Option<Found> {
        let people = self.row(index, |name| name.label == Label::Person, &["and", ","]);
        let place = people.iter().position(|&person| person == index)?;
        let comma =
            (self.names[people[0]].tokens.start as usize).checked_sub(1).filter(|&comma| people.len() > 1 && self.lower(comma) == ",")?;
        let last = people[0].checked_sub(1).filter(|&last| comma.saturating_sub(self.names[last].tokens.end as usize) <= 2)?;
        let bodies: Vec<usize> = self.row(last, |name| name.label != Label::Person, &["and", ",", "(", ")", "news", "agency", "the"]);
        let full: Vec<usize> =
            bodies.iter().copied().filter(|&body| self.lower((self.names[body].tokens.start as usize).wrapping_sub(1)) != "(").collect();
        let of = (self.names[*full.first()?].tokens.start as usize).checked_sub(1)?;
        let of = if self.lower(of) == "the" { of.checked_sub(1)? } else { of };
        let head = of.checked_sub(1).filter(|&head| self.lower(of) == "of" && self.is_role(head) && self.lower(head).ends_with('s'))?;
        (full.len() == people.len()).then(|| (Run::new(head, head + 1), Some(full[place]), "role.shared"))
    }

    /// The names around one that stand in a row with it, with only some small words between them.
    fn row(&self, index: usize, fits: impl Fn(&ner::Mention) -> bool, between: &[&str]) -> Vec<usize> {
        let joined = |one: usize, other: usize| {
            let gap = self.names[one].tokens.end as usize..self.names[other].tokens.start as usize;
            fits(&self.names[one])
                && fits(&self.names[other])
                && gap.len() <= 4
                && gap.into_iter().all(|token| between.contains(&self.lower(token)))
        };
        let mut row = vec![index];
        while row.len() < 6 && row[0] > 0 && joined(row[0] - 1, row[0]) {
            row.insert(0, row[0] - 1);
        }
        while row.len() < 6 && row[row.len() - 1] + 1 < self.names.len() && joined(row[row.len() - 1], row[row.len() - 1] + 1) {
            row.push(row[row.len() - 1] + 1);
        }
        row
    }
}

/// What stands before a role in the plural.
const COUNTS: [&str; 8] = ["two", "three", "four", "five", "both", "several", "other", "fellow"];

/// Words in small letters that stand before a title in capitals.
const BEFORE_TITLES: [&str; 39] = [
    "acting",
    "assistant",
    "associate",
    "celebrated",
    "county",
    "current",
    "deputy",
    "embattled",
    "ex",
    "federal",
    "first",
    "former",
    "future",
    "honorary",
    "incoming",
    "incumbent",
    "interim",
    "late",
    "local",
    "longtime",
    "national",
    "new",
    "newly",
    "now",
    "of",
    "outgoing",
    "party",
    "police",
    "presumptive",
    "regional",
    "retired",
    "second",
    "senior",
    "shadow",
    "state",
    "then",
    "top",
    "veteran",
    "vice",
];
