//! Roles and affiliations: what a person does, and where.
//!
//! ```text
//! the Aker |mayor| Ada Quill  ·  Ada Quill, 61, |chief engineer| at the Harbour Board  ·  the |mayor of Aker|, Ada Quill
//! ```

use super::names::is_honorific;
use super::{Cast, alias, description};
use crate::annotation::{Entity, EntityType, Evidence, Role};
use crate::confidence::Confidence;
use crate::lexicon::lexicon;
use crate::ner::lists::{self, Classes};
use crate::ner::titles::is_role;
use crate::ner::{self, Label};
use crate::segment::{Kind, Segments, Shape, Token};
use crate::span::{Run, Span};

// Words that no role runs across.
lexicon!(STOPS, "stops.txt");

/// Whose "the union" is is looked for among this many names before.
const MOST_NAMES: usize = 64;
/// A role is looked for this many tokens away from the name, and no further.
const FAR: usize = 16;
/// So many of the entities named first are asked for a country.
const MOST_PLACES: usize = 64;

/// Gives each person the roles that stand beside the name.
pub(super) fn find(segments: &Segments<'_>, names: &[ner::Mention], cast: &mut Cast) {
    let reader = Reader { segments, names };
    for (index, name) in names.iter().enumerate().filter(|(_, name)| name.label == Label::Person) {
        let before = reader.before(index);
        let first = before.and_then(|(last, ..)| reader.before_title(last));
        let after = reader.after(index);
        let second = after.and_then(|(first, ..)| reader.second(first));
        let found =
            [first, before, after, second, reader.apposition_before(index), reader.named(index), reader.copula(index), reader.in_row(index)];
        for (tokens, organisation, rule) in found.into_iter().flatten().chain(reader.shared(index)) {
            let organisation = organisation.or_else(|| reader.belongs_to(index)).map(|name| cast.mentions[name].entity);
            let organisation = organisation.or_else(|| nation(segments, tokens, cast));
            let evidence = vec![Evidence { rule, spans: vec![name.span], note: None }];
            let span = singular(segments, tokens);
            let text = span.of(segments.text).to_owned();
            let role = Role { text, span: Some(span), organisation, confidence: Confidence::new(85), evidence };
            add(&mut cast.entities[cast.mentions[index].entity], role);
        }
    }
}

/// The country, among those the article names, whose nationality opens a role: "Peruvian" for Peru.
fn nation(segments: &Segments<'_>, role: Run, cast: &Cast) -> Option<usize> {
    let nationality = role.range().take(3).find(|&token| lists::word(segments.lower(token)).classes.has(Classes::NATIONALITY))?;
    let words = segments.lower_run(Run::new(role.start as usize, nationality + 1));
    let alike = |name: &str| name.bytes().zip(words.bytes()).take_while(|(one, other)| one == other).count();
    let places = cast.entities.iter().enumerate().take(MOST_PLACES).filter(|(_, entity)| entity.kind == EntityType::Place);
    places
        .map(|(index, entity)| (alias::normal(&entity.name.to_lowercase().replace('’', "'")), index))
        .map(|(name, index)| (alike(&name), name.len(), index))
        .filter(|&(alike, length, _)| alike >= 4 && alike + 3 >= length)
        .max()
        .map(|(.., index)| index)
}

/// A role in the plural is each person's in the singular: "former |President|s", "the |head|s of …".
fn singular(segments: &Segments<'_>, role: Run) -> Span {
    let mut span = segments.span(role);
    if is_plural(segments, role) {
        span.end -= 1;
    }
    span
}

/// `former presidents`; but `hostess`, `member of the Board of Directors`.
fn is_plural(segments: &Segments<'_>, role: Run) -> bool {
    let last = segments.lower(role.end as usize - 1);
    let plain = || !role.range().any(|token| matches!(segments.lower(token), "of" | "at" | "for" | "with" | "from" | "in" | "to"));
    !last.ends_with("ss") && last.strip_suffix('s').is_some_and(is_role) && plain()
}

/// Adds a role, unless the person has it already in the same words.
fn add(person: &mut Entity, role: Role) {
    match person.roles.iter_mut().find(|known| known.text.eq_ignore_ascii_case(&role.text)) {
        Some(known) => known.organisation = known.organisation.or(role.organisation),
        None => person.roles.push(role),
    }
}

/// The tokens of a role; the name of its organisation, as an index; the rule.
type Found = (Run, Option<usize>, &'static str);

struct Reader<'r, 's> {
    segments: &'r Segments<'s>,
    names: &'r [ner::Mention],
}

impl Reader<'_, '_> {
    fn lower(&self, token: usize) -> &str {
        self.segments.lower(token)
    }

    /// `Peruvian Deputy Finance Minister Quill`, `Harbour Board chairman Ben Adler`, `former mayor Ada Quill`
    fn before(&self, index: usize) -> Option<Found> {
        let (floor, end) = self.honoured(index);
        self.ending(end, floor)
    }

    /// `study |co-author| Professor Ada Quill`: what stands before a title that is a role by itself.
    fn before_title(&self, title: Run) -> Option<Found> {
        let start = title.start as usize;
        let floor = start.saturating_sub(FAR).max(self.segments.sentence_of(start).start as usize);
        (start > floor && self.is_title_apart(start)).then(|| self.ending(start, floor))?
    }

    /// `a Polish chef named Ada Quill`
    fn named(&self, index: usize) -> Option<Found> {
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
            let bracket = if self.is_abbreviated(head) { start } else { self.before_bracket(start) };
            match self.name_ending(bracket) {
                Some(name) if self.names[name].label != Label::Person => {
                    // "UN Envoy for Yemen" is the UN's.
                    organisation = organisation.filter(|_| self.names[name].label == Label::Place).or(Some(name));
                    start = self.names[name].tokens.start as usize;
                    break;
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
        let person = before.filter(|&before| self.lower(before) == "'s").and_then(|before| self.name_ending(before));
        let person = person.filter(|&name| self.names[name].label == Label::Person).map(|name| self.names[name].tokens.start as usize);
        let counts = |token: usize| COUNTS.contains(&self.lower(token)) && self.lower(token + 1) != "-";
        let opens = |&token: &usize| self.segments.tokens[token].kind == Kind::Word && !is_determiner(self.lower(token)) && !counts(token);
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
        Some(self.name_ending(start).filter(|&name| self.names[name].label != Label::Person).map_or(start, |name| self.names[name].tokens.start as usize))
    }

    /// How far back a role before a name may reach, and where the name begins with its honorifics.
    fn honoured(&self, index: usize) -> (usize, usize) {
        let start = self.names[index].tokens.start as usize;
        let floor = start.saturating_sub(FAR).max(self.segments.sentence_of(start).start as usize);
        let is_passed = |&token: &usize| self.is_honorific(token) || matches!(self.lower(token), "ii" | "iii");
        (floor, (floor..start).rev().take_while(is_passed).last().unwrap_or(start))
    }

    /// `Sen.`, `Prof.`
    fn is_abbreviated(&self, token: usize) -> bool {
        self.lower(token).ends_with('.') && self.is_role(token)
    }

    /// `the Harbour Board| (HB)|`: where a name ends before the bracket behind it.
    fn before_bracket(&self, end: usize) -> usize {
        let closed = self.lower(end.wrapping_sub(1)) == ")" && self.lower(end.wrapping_sub(3)) == "(";
        if closed { end - 3 } else { end }
    }

    /// `Labour|'s| spokeswoman`, `the union|'s| leader`, `|its| chair`: whose role it is.
    fn owner(&self, token: usize) -> Option<usize> {
        match self.lower(token) {
            "'s" => self.name_ending(token).or_else(|| self.body_called(self.lower(token.wrapping_sub(1)), token)),
            "its" => self.body_of_subject(token).or_else(|| self.body_before(token)),
            _ => None,
        }
        .filter(|&owner| self.names[owner].label != Label::Person)
    }

    /// The head of a role that ends before a name, and the organisation or place behind its "of": "Mayor of Aker Ada Quill".
    fn head_before(&self, end: usize, floor: usize) -> Option<(usize, Option<usize>)> {
        let last = end.checked_sub(1).filter(|&last| last >= floor)?;
        // "Secretary of Justice"
        let is_subject = self.lower(last) == "justice" && matches!(self.lower(last.wrapping_sub(1)), "of" | "for");
        if self.is_role(last) && !is_subject {
            return (!self.is_honorific(last)).then_some((last, None));
        }
        let end = self.before_bracket(end);
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

    /// `Ada Quill of the Harbour Board`, `Ada Quill, of the Harbour Board,`
    fn belongs_to(&self, index: usize) -> Option<usize> {
        let end = self.names[index].tokens.end as usize;
        let end = end + usize::from(self.lower(end) == "," && matches!(self.lower(end + 1), "of" | "from" | "at"));
        let of = matches!(self.lower(end), "of" | "from" | "at");
        let object = end + 1 + usize::from(self.lower(end + 1) == "the");
        self.name_starting(object).filter(|&name| of && self.names[name].label == Label::Organisation)
    }

    /// `Ada Quill, 61, chief engineer at the Harbour Board, said`
    fn after(&self, index: usize) -> Option<Found> {
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
        start += usize::from(is_determiner(self.lower(start)));
        if self.segments.tokens.get(start).is_some() && self.is_verb(start) {
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
    fn second(&self, first: Run) -> Option<Found> {
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
    fn apposition_before(&self, index: usize) -> Option<Found> {
        let (floor, name) = self.honoured(index);
        let name = if name > floor && self.is_abbreviated(name - 1) { name - 1 } else { name };
        let comma = name.checked_sub(1).filter(|&comma| comma >= floor && self.lower(comma) == ",")?;
        let end = self.before_bracket(comma);
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
        let person = self.name_ending(start).filter(|&name| self.lower(start) == "'s" && self.names[name].label == Label::Person);
        let tokens = person.map_or(tokens, |name| Run::new(self.names[name].tokens.start as usize, tokens.end as usize));
        Some((tokens, organisation.or_else(|| self.owner(start)), "role.before"))
    }

    /// `Ada Quill, who is the mayor of Aker`, `Ada Quill is chairman of the Harbour Board`
    fn copula(&self, index: usize) -> Option<Found> {
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
        Some((tokens, organisation, "role.is"))
    }

    /// `the heads of the Harbour Board and Aker Ferries (AF), Ada Quill and Ben Adler`: to each their own.
    fn shared(&self, index: usize) -> Option<Found> {
        let people = self.row(index, |name| name.label == Label::Person, &["and", ","]);
        let place = people.iter().position(|&person| person == index)?;
        let comma =
            (self.names[people[0]].tokens.start as usize).checked_sub(1).filter(|&comma| people.len() > 1 && self.lower(comma) == ",")?;
        let last = people[0].checked_sub(1).filter(|&last| comma - (self.names[last].tokens.end as usize) <= 2)?;
        let bodies: Vec<usize> = self.row(last, |name| name.label != Label::Person, &["and", ",", "(", ")", "news", "agency", "the"]);
        let full: Vec<usize> =
            bodies.iter().copied().filter(|&body| self.lower((self.names[body].tokens.start as usize).wrapping_sub(1)) != "(").collect();
        let of = (self.names[*full.first()?].tokens.start as usize).checked_sub(1)?;
        let of = if self.lower(of) == "the" { of.checked_sub(1)? } else { of };
        let head = of.checked_sub(1).filter(|&head| self.lower(of) == "of" && self.is_role(head) && self.lower(head).ends_with('s'))?;
        (full.len() == people.len()).then(|| (Run::new(head, head + 1), Some(full[place]), "role.shared"))
    }

    /// `Senators Ada Quill and |Ben Adler|`: the role in the plural before the first.
    fn in_row(&self, index: usize) -> Option<Found> {
        let people = self.row(index, |name| name.label == Label::Person, &["and", ","]);
        let first = *people.first().filter(|&&first| first != index)?;
        self.before(first).filter(|&(role, ..)| is_plural(self.segments, role))
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

    /// A noun phrase that begins at `start` and whose head says what somebody is, with its "of" or "at" and the name there.
    fn phrase(&self, start: usize, limit: usize) -> Option<(Run, Option<usize>)> {
        let limit = limit.min(start + FAR);
        let mut token = start;
        let mut head = None;
        let mut organisation = None;
        while token < limit {
            if let Some(name) = self.name_starting(token) {
                if self.names[name].label == Label::Person {
                    break;
                }
                organisation = organisation.or(Some(name));
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
        } else if self.lower(end) == "of" || self.is_subject(object) {
            let goes_on = |token: usize| {
                self.modifies(token)
                    || is_determiner(self.lower(token))
                    || self.lower(token) == "and" && self.modifies(token + 1)
                    || self.lower(token) == "for" && self.is_subject(token + 1)
            };
            end = (object..limit).find(|&token| !goes_on(token)).unwrap_or(limit);
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

    /// `Minister for |Harbours|`: what an office is for.
    fn is_subject(&self, token: usize) -> bool {
        self.segments.tokens.get(token).is_some_and(Token::is_capitalised) && self.name_starting(token).is_none() && self.modifies(token)
    }

    /// `at |Norway’s Harbour Board|`, `of Aker-based |Quill Ferries|`: the end of the name, or of what is a part of it, and the organisation.
    fn owned_body(&self, name: usize, limit: usize) -> (usize, Option<usize>) {
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

    /// Whether a word in small letters may be a verb, where a modifier is looked for: "praised President Holm".
    fn is_verb(&self, token: usize) -> bool {
        let word = self.lower(token);
        self.segments.tokens[token].shape == Shape::Lower
            && !self.is_role(token)
            && !FIELDS.contains(&word)
            && (word.ends_with("ed")
                || word.ends_with("ing")
                || word.ends_with('s') && !word.ends_with("ss")
                || PASTS.contains(&word) && self.lower(token + 1) != "-" && !self.segments.behind_hyphen(token))
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

    /// A role without the "union's" that it begins with, and the union.
    fn owned(&self, (role, organisation): (Run, Option<usize>)) -> (Run, Option<usize>) {
        let (start, end) = (role.start as usize, role.end as usize);
        let Some(possessive) = (start + 1..end).find(|&token| self.lower(token) == "'s") else { return (role, organisation) };
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

    fn name_ending(&self, end: usize) -> Option<usize> {
        let next = self.names.partition_point(|name| (name.tokens.end as usize) < end);
        (self.names.get(next)?.tokens.end as usize == end).then_some(next)
    }

    fn name_starting(&self, start: usize) -> Option<usize> {
        self.names.binary_search_by_key(&start, |name| name.tokens.start as usize).ok()
    }

    fn is_role(&self, token: usize) -> bool {
        is_role(self.lower(token))
    }

    fn is_honorific(&self, token: usize) -> bool {
        let word = self.lower(token).trim_end_matches('.');
        is_honorific(word) || matches!(word, "saint" | "st" | "seri" | "sri" | "tan" | "dato" | "alhaji" | "alhaja" | "hajiya" | "comrade")
    }

    /// Whether a word can stand before the head of a role: an adjective, a noun, "of" and "in" within a title, a hyphen.
    fn modifies(&self, token: usize) -> bool {
        let Some(kind) = self.segments.tokens.get(token).map(|token| token.kind) else { return false };
        let word = self.lower(token);
        match kind {
            Kind::Word if self.segments.behind_hyphen(token) => true,
            Kind::Word => !STOPS.has(word) && !lists::word(word).classes.any(Classes(Classes::SPEECH.0 | Classes::CALENDAR.0)),
            Kind::Mark => word == "-",
            _ => false,
        }
    }
}

/// What stands before a role in the plural.
const COUNTS: [&str; 8] = ["two", "three", "four", "five", "both", "several", "other", "fellow"];

/// What stands before a role behind a name: "Ada Quill, |then| the mayor,".
const ADVERBS: [&str; 10] = ["also", "currently", "formerly", "herself", "himself", "later", "now", "once", "previously", "then"];

/// What somebody heads, in the plural: "UN |rights| chief".
const FIELDS: [&str; 14] = [
    "affairs",
    "arms",
    "arts",
    "communications",
    "drugs",
    "forces",
    "news",
    "operations",
    "rights",
    "sales",
    "schools",
    "services",
    "sports",
    "works",
];

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

/// Verbs that stand before what somebody is: "the mayor |met| president Ada Quill".
const PASTS: [&str; 15] =
    ["beat", "felt", "found", "gave", "kept", "knew", "led", "left", "made", "met", "saw", "sent", "thought", "told", "took"];

fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "its" | "his" | "her" | "their" | "another" | "our" | "whose")
}

#[cfg(test)]
mod tests {
    use crate::{Options, annotate};

    /// Whose role it is, its words, and the organisation or country.
    #[test]
    fn affiliations() {
        for (text, person, role, body) in [
            (
                "The Dockers Union met. “No,” said Ada Quill, the union’s general secretary.",
                "Ada Quill",
                "general secretary",
                "Dockers Union",
            ),
            ("Toyota said so. The company’s chief executive, Mara Okafor, left.", "Mara Okafor", "chief executive", "Toyota"),
            ("The Dockers Union met. The union agreed. Its leader, Tomas Brand, left.", "Tomas Brand", "leader", "Dockers Union"),
            ("The Dockers Union met. Ada Quill, the mill’s owner, left.", "Ada Quill", "mill’s owner", ""),
            ("Labour’s health spokeswoman Ada Quill left.", "Ada Quill", "health spokeswoman", "Labour"),
            ("UN Special Envoy for Yemen Ada Quill left.", "Ada Quill", "UN Special Envoy for Yemen", "UN"),
            ("Minister for Transport Ada Quill left.", "Ada Quill", "Minister for Transport", ""),
            ("The head of the Dockers Union (DU), Ada Quill, left.", "Ada Quill", "head of the Dockers Union", "Dockers Union"),
            ("The Russian Federation said no. Russian President Ada Quill left.", "Ada Quill", "Russian President", "Russian Federation"),
        ] {
            let annotation = annotate(text, &Options::default());
            let entity = annotation.entities.iter().find(|entity| entity.name == person);
            let found = entity.and_then(|entity| entity.roles.first()).expect(text);
            let of = found.organisation.map_or("", |entity| annotation.entities[entity].name.as_str());
            assert_eq!((found.text.as_str(), of), (role, body), "{text}");
        }
    }

    /// All of them.
    #[test]
    fn two_roles() {
        for (text, roles) in [
            ("Ada Quill, a poet and an adviser to the Aker Institute, left.", vec!["poet", "adviser to the Aker Institute"]),
            ("Ada Quill, his wife and a pilot were hurt.", vec!["wife"]),
            ("Det. Sgt. Ada Quill left.", vec!["Det. Sgt."]),
        ] {
            let annotation = annotate(text, &Options::default());
            let found: Vec<&str> = annotation.entities[0].roles.iter().map(|role| role.text.as_str()).collect();
            assert_eq!(found, roles, "{text}");
        }
    }
}
