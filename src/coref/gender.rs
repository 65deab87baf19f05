//! Gender, as the text and the name show it.
//!
//! `given.txt`: first names that are nearly always a man's (`m`) or a woman's (`f`): US Census, as packed by `PyPI` `names`
//! (public domain), and names of other countries by hand.

use crate::annotation::Entity;
use crate::lexicon::lexicon;

lexicon!(GIVEN, "given.txt");

/// Which pronoun stands for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// `he`
    Male,
    /// `she`
    Female,
}

/// The gender of a pronoun: `he`, `her`.
pub(super) fn of_pronoun(word: &str) -> Option<Gender> {
    match word {
        "he" | "him" | "his" | "himself" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    }
}

/// The gender that a noun shows: `spokeswoman`.
pub(super) fn of_noun(noun: &str) -> Option<Gender> {
    match noun {
        "mr" | "mr." | "sir" | "lord" | "king" | "prince" | "duke" | "pope" | "father" | "son" | "husband" | "brother" | "uncle"
        | "nephew" | "grandfather" | "man" | "boy" | "businessman" | "widower" | "monk" | "dad" | "grandad" => Some(Gender::Male),
        "mrs" | "mrs." | "ms" | "ms." | "miss" | "dame" | "lady" | "queen" | "princess" | "duchess" | "mother" | "daughter" | "wife"
        | "sister" | "aunt" | "niece" | "grandmother" | "woman" | "girl" | "actress" | "businesswoman" | "widow" | "nun" | "madam"
        | "mum" | "mom" | "gran" | "grandma" => Some(Gender::Female),
        _ if noun.ends_with("woman") || noun.ends_with("mother") || noun.ends_with("girl") => Some(Gender::Female),
        _ if ["sman", "shman", "chman", "father"].iter().any(|end| noun.ends_with(end)) => Some(Gender::Male),
        _ => None,
    }
}

/// The gender that title or first name show.
pub(super) fn of_entity(entity: &Entity) -> Option<Gender> {
    let title = entity.title.as_deref().and_then(|title| of_noun(&title.to_lowercase()));
    title.or_else(|| {
        // Whom the text calls by one name is called by the first, where it is a first name.
        of_given_name(entity.name.split(' ').next()?)
    })
}

/// The gender of a first name; of "Lars-Erik" that of "Lars".
pub(super) fn of_given_name(name: &str) -> Option<Gender> {
    let name = name.to_lowercase();
    let known = GIVEN.get(&name).or_else(|| GIVEN.get(name.split('-').next()?))?;
    Some(if known == "m" { Gender::Male } else { Gender::Female })
}
