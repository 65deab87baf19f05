//! Roles and affiliations: what a person does, and where.
//!
//! ```text
//! the Aker |mayor| Ada Quill  ·  Ada Quill, 61, |chief engineer| at the Harbour Board  ·  the |mayor of Aker|, Ada Quill
//! ```

mod after;
mod before;
mod owner;

use super::names::is_honorific;
use super::{Cast, alias};
use crate::annotation::{Entity, EntityType, Evidence, Role};
use crate::confidence::Confidence;
use crate::lexicon::lexicon;
use crate::ner::lists::{self, Classes};
use crate::ner::titles::is_role;
use crate::ner::{self, Label};
use crate::segment::{Kind, Segments, Shape};
use crate::span::{Run, Span};

// Words that no role runs across.
lexicon!(STOPS, "stops.txt");

/// A role is looked for this many tokens away from the name, and no further.
const FAR: usize = 16;
/// So many of the entities named first are asked for a country.
const MOST_ENTITIES: usize = 64;
/// Nobody has more roles.
const MOST_ROLES: usize = 32;

/// Gives each person the roles that stand beside the name.
pub(super) fn find(segments: &Segments<'_>, names: &[ner::Mention], cast: &mut Cast) {
    let reader = Reader { segments, names };
    for (index, name) in names.iter().enumerate().filter(|(_, name)| name.label == Label::Person) {
        let before = reader.before(index);
        let first = before.and_then(|(last, ..)| reader.before_title(last));
        let after = reader.after(index);
        let second = after.and_then(|(first, ..)| reader.second(first));
        let found = [
            first,
            before,
            after,
            second,
            reader.apposition_before(index),
            reader.named(index),
            reader.copula(index),
            reader.in_row(index),
        ];
        for (tokens, organisation, rule) in found.into_iter().flatten().chain(reader.shared(index)) {
            let organisation =
                organisation.or_else(|| reader.belongs_to(index, rule == "role.before")).map(|name| cast.mentions[name].entity);
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
    let compound =
        nationality > role.start as usize && matches!(segments.lower(nationality - 1), "new" | "north" | "saudi" | "south" | "sri");
    let words = segments.lower_run(Run::new(nationality - usize::from(compound), nationality + 1));
    let alike = |name: &str| name.bytes().zip(words.bytes()).take_while(|(one, other)| one == other).count();
    let places = cast.entities.iter().enumerate().take(MOST_ENTITIES).filter(|(_, entity)| entity.kind == EntityType::Place);
    places
        .map(|(index, entity)| (alias::normal(&entity.name.to_lowercase().replace('’', "'")), index))
        .map(|(name, index)| (name.len(), alike(&name), index))
        .filter(|&(length, alike, _)| alike >= 4 && alike + 3 >= length)
        // "Indian" is India's rather than Indiana's.
        .min_by_key(|&(length, alike, index)| (length - alike, length, index))
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
    let count = person.roles.len();
    match person.roles.iter_mut().find(|known| known.text.eq_ignore_ascii_case(&role.text)) {
        Some(known) => known.organisation = known.organisation.or(role.organisation),
        None if count < MOST_ROLES => person.roles.push(role),
        None => {}
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

    fn name_ending(&self, end: usize) -> Option<usize> {
        let next = self.names.partition_point(|name| (name.tokens.end as usize) < end);
        (self.names.get(next)?.tokens.end as usize == end).then_some(next)
    }

    fn name_starting(&self, start: usize) -> Option<usize> {
        self.names.binary_search_by_key(&start, |name| name.tokens.start as usize).ok()
    }

    fn is_role(&self, token: usize) -> bool {
        let before = |back: usize| self.lower(token.wrapping_sub(back));
        match self.lower(token) {
            "lady" => before(1) == "first",
            "law" => before(1) == "-" && before(2) == "in" && is_role(before(4)),
            word => is_role(word),
        }
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

/// What somebody heads, in the plural: "UN |rights| chief".
const FIELDS: [&str; 15] = [
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
    "systems",
    "works",
];

/// Verbs that stand before what somebody is: "the mayor |met| president Ada Quill".
const PASTS: [&str; 15] =
    ["beat", "felt", "found", "gave", "kept", "knew", "led", "left", "made", "met", "saw", "sent", "thought", "told", "took"];

/// `nominated`; but `bed`, `seed`.
fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")
}

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
            ("Presidents Tomas Brand of Norway and Ada Quill of Peru met.", "Ada Quill", "President", "Peru"),
            ("Senator from Vermont Ada Quill left.", "Ada Quill", "Senator from Vermont", "Vermont"),
            ("Tomas Brand left. Brand’s lawyer, Ada Quill, said no.", "Ada Quill", "Brand’s lawyer", ""),
            ("Ada Quill, Tomas Brand’s chief of staff, left.", "Ada Quill", "Tomas Brand’s chief of staff", ""),
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
            ("On Friday poet and critic Ada Quill left.", vec!["poet and critic"]),
            ("Poet, painter, and critic Ada Quill left.", vec!["Poet, painter, and critic"]),
            ("Health and Social Care Secretary Ada Quill left.", vec!["Health and Social Care Secretary"]),
            ("Study co-author Professor Ada Quill left.", vec!["Study co-author", "Professor"]),
            ("Two former ministers Ada Quill and Tomas Brand left.", vec!["former minister"]),
            ("A Polish chef named Ada Quill left.", vec!["Polish chef"]),
            ("Ada Quill, who served as minister of finance, left.", vec!["minister of finance"]),
            ("Ada Quill, formerly the mayor, left.", vec!["mayor"]),
            ("Ada Quill, a retired nurse, left.", vec!["retired nurse"]),
            ("Ada Quill, counsel for the company, left.", vec!["counsel for the company"]),
            ("Ada Quill, the chairman at the time, left.", vec!["chairman"]),
            ("Tomas Brand left. Brand adviser Ada Quill said no.", vec!["Brand adviser"]),
            ("Speaker of the parliament Ada Quill left.", vec!["Speaker of the parliament"]),
            ("Minister of Justice Ada Quill left.", vec!["Minister of Justice"]),
            ("The head of the firm Ada Quill founded left.", vec![]),
        ] {
            let annotation = annotate(text, &Options::default());
            let found: Vec<&str> = annotation
                .entities
                .iter()
                .find(|entity| entity.name == "Ada Quill")
                .expect(text)
                .roles
                .iter()
                .map(|role| role.text.as_str())
                .collect();
            assert_eq!(found, roles, "{text}");
        }
    }
}
