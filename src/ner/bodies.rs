//! What stands beside the name of a body and tells that it is one.
//!
//! ```text
//! |Akerby| boss Ada Quill  ·  the chief executive of |Akerby|  ·  the charity |Akerby|  ·  |Akerby|, the transit agency,
//! ```

use super::Label;
use super::lists::{self, Classes};
use crate::segment::Segments;
use crate::span::Run;

/// Whether the words beside a name are those of a body.
///
/// What it was read as says which words tell: towns have stores and people have spokesmen too.
pub(super) fn stand_beside(segments: &Segments<'_>, name: Run, label: Label) -> bool {
    is_led(segments, name, label) || has_behind(segments, name, label) || is_called(segments, name) || is_served(segments, name, label)
}

/// `|Akerby| boss`, `|Akerby|'s chief executive`, `|Akerby| general manager`; people have a spokesman too.
fn is_led(segments: &Segments<'_>, name: Run, label: Label) -> bool {
    let noun = noun_behind(segments, name);
    let next = segments.lower(noun + 1);
    let is_owner = noun > name.end as usize;
    match segments.lower(noun) {
        "chief" => matches!(next, "executive" | "operating" | "financial" | "technology" | "product" | "scientist"),
        "general" | "managing" => matches!(next, "manager" | "director" | "partner"),
        "head" => !is_owner && next == "of",
        "executive" => !matches!(next, "order" | "orders"),
        "spokesman" | "spokesperson" | "spokeswoman" => label != Label::Person || !is_owner && !is_surname(segments, name),
        word => LEADERS.contains(&word),
    }
}

/// Whether people have the name: "a Quill spokesman" may speak for somebody.
pub(super) fn is_surname(segments: &Segments<'_>, name: Run) -> bool {
    lists::word(segments.lower_run(name)).classes.any(Classes::PERSON)
}

/// `|Akerby| |boss|`, `|Akerby|'s |boss|`: where the noun begins that a name stands before or has.
fn noun_behind(segments: &Segments<'_>, name: Run) -> usize {
    let end = name.end as usize;
    end + usize::from(matches!(segments.lower(end), "'s" | "'" | "’"))
}

const LEADERS: [&str; 14] = [
    "bassist",
    "boss",
    "ceo",
    "cfo",
    "co-founder",
    "co-president",
    "drummer",
    "executives",
    "founders",
    "goalkeeper",
    "guitarist",
    "midfielder",
    "quarterback",
    "striker",
];

/// `|Akerby| customers`, `|Akerby|, which`, `|Akerby|, in its report,` `|Akerby|, the transit agency,`
fn has_behind(segments: &Segments<'_>, name: Run, label: Label) -> bool {
    let end = name.end as usize;
    let noun = noun_behind(segments, name);
    let has = match segments.lower(noun) {
        "app" | "payroll" | "revenue" | "shareholders" | "subscribers" => true,
        "branches" | "customers" | "employees" | "headquarters" | "investors" | "profit" | "profits" | "sales" | "shares" | "shoppers"
        | "store" | "stores" => label != Label::Place,
        "staff" => noun == end && label != Label::Place,
        "customer" | "share" | "stock" => matches!(segments.lower(noun + 1), "data" | "price" | "prices" | "service" | "services"),
        _ => false,
    };
    // A ship sinks and a town lies somewhere too.
    let apposed = || segments.lower(end + 1) == "which" || segments.lower(end + 1) == "in" && segments.lower(end + 2) == "its";
    let is_thing = label == Label::Person && segments.lower(end) == "," && apposed();
    has || is_thing || is_called_body(segments, end)
}

/// `the charity |Quill Haven|`, `a hacking group known as |Quill|`, `of the broker |Quill Haven|`
pub(super) fn is_called(segments: &Segments<'_>, name: Run) -> bool {
    let start = name.start as usize;
    let word = |back: usize| segments.lower(start.wrapping_sub(back));
    let named_by = match word(1) {
        "called" | "named" => 1,
        "as" if word(2) == "known" => 2,
        _ => 0,
    };
    let noun = start.wrapping_sub(named_by + 1);
    // A developer may be somebody, but not one that others are of.
    let behind_of = || (2..4).any(|back| matches!(word(back), "the" | "a") && matches!(word(back + 1), "of" | "at" | "for" | "with"));
    let is_business = || BUSINESSES.contains(&segments.lower(noun)) && (named_by > 0 || behind_of());
    segments.sentence_of(start).has(noun) && segments.is_small(noun) && (NOBODIES.contains(&segments.lower(noun)) || is_business())
}

/// What a body is called, and nobody at work.
pub(super) const NOBODIES: [&str; 16] = [
    "airline",
    "band",
    "chain",
    "charity",
    "company",
    "consultancy",
    "firm",
    "group",
    "nonprofit",
    "provider",
    "quartet",
    "retailer",
    "startup",
    "start-up",
    "subsidiary",
    "supermarket",
];

/// `chief executive of |Akerby|`, `an analyst at |Akerby|`, `who works for |Akerby|`
fn is_served(segments: &Segments<'_>, name: Run, label: Label) -> bool {
    let start = name.start as usize;
    let (word, before) = (segments.lower(start.wrapping_sub(2)), segments.lower(start.wrapping_sub(1)));
    let is_place = label == Label::Place;
    // "the chairman of Ada Quill's party"
    let owns = noun_behind(segments, name) > name.end as usize;
    if owns || !segments.sentence_of(start).has(start.wrapping_sub(2)) {
        return false;
    }
    match before {
        "of" => {
            matches!(word, "executive" | "co-founder" | "co-founders" | "ceo" | "cfo" | "shareholders" | "shares")
                || !is_place && matches!(word, "president" | "officer" | "chairman" | "founder" | "founders")
                || word == "director" && segments.lower(start.wrapping_sub(3)) == "managing"
        }
        "at" | "with" => {
            matches!(word, "analyst" | "counsel" | "economist" | "executive" | "job" | "partner" | "strategist")
                || !is_place && matches!(word, "engineer" | "lawyer" | "researcher" | "worker" | "workers")
                || !is_place && before == "at" && word == "manager"
        }
        "for" => !is_place && matches!(word, "driving" | "works"),
        "in" => is_holding(word) || word == "stake",
        "," => matches!(word, "employer" | "employers"),
        _ => false,
    }
}

/// `Shares in |Coles|`: a single word that the lists know as no place.
pub(super) fn are_held(segments: &Segments<'_>, name: Run) -> bool {
    let before = (name.start as usize).wrapping_sub(1);
    let shares = matches!(segments.lower(before), "in" | "of") && is_holding(segments.lower(before.wrapping_sub(1)));
    shares && name.len() == 1 && !lists::word(segments.lower(name.start as usize)).classes.any(Classes::PLACE)
}

/// What one has in a firm, and who has it.
pub(super) fn is_holding(word: &str) -> bool {
    matches!(word, "shares" | "shareholders" | "investors")
}

/// Nouns that stand right before the name of a business.
pub(super) const BUSINESSES: [&str; 44] = [
    "airline",
    "airlines",
    "automaker",
    "automakers",
    "bank",
    "banks",
    "biotech",
    "brand",
    "brands",
    "brewer",
    "broadcaster",
    "broker",
    "carmaker",
    "carmakers",
    "chain",
    "chains",
    "chipmaker",
    "companies",
    "company",
    "developer",
    "drugmaker",
    "firm",
    "firms",
    "group",
    "insurer",
    "lender",
    "magazine",
    "maker",
    "manufacturer",
    "newspaper",
    "newspapers",
    "operator",
    "producer",
    "publisher",
    "retailer",
    "retailers",
    "startup",
    "steelmaker",
    "supermarket",
    "supermarkets",
    "supplier",
    "tabloid",
    "website",
    "websites",
];

/// `|, the provincial transit agency,|`
pub(super) fn is_called_body(segments: &Segments<'_>, comma: usize) -> bool {
    let article = matches!(segments.lower(comma + 1), "the" | "a" | "an");
    // Not "Ada Quill, an official of the agency".
    let is_small =
        |word: &str| matches!(word, "of" | "for" | "from" | "at" | "in" | "with" | "by" | "to" | "the" | "a" | "who" | "and" | "on");
    let is_part = |&token: &usize| {
        segments.is_small(token) && !is_small(segments.lower(token)) || segments.lower(token) == "-" || segments.behind_hyphen(token)
    };
    let noun = (comma + 2..comma + 9).take_while(is_part).find(|&token| BODIES.contains(&segments.lower(token)));
    let closes = |noun: usize| matches!(segments.lower(noun + 1), "," | "." | "that" | "which" | "based" | "in" | "for" | "of");
    segments.lower(comma) == "," && article && noun.is_some_and(closes)
}

/// What a body is, behind its name, and nobody at work: not an operator.
const BODIES: [&str; 25] = [
    "agency",
    "airline",
    "alliance",
    "association",
    "bank",
    "broadcaster",
    "brokerage",
    "carmaker",
    "charity",
    "chipmaker",
    "coalition",
    "company",
    "conglomerate",
    "consultancy",
    "federation",
    "firm",
    "group",
    "network",
    "newspaper",
    "nonprofit",
    "organisation",
    "organization",
    "startup",
    "union",
    "watchdog",
];
