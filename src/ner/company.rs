//! Names that the company they keep gives away: what stands beside one of a body, anywhere in the article, counts for all of them.
//!
//! ```text
//! |Akerby| boss Ada Quill  ·  the chief executive of |Akerby|  ·  the charity |Quill Haven|  ·  |Akerby|, which employs 40
//! ```

use super::facts::Facts;
use super::lists::{self, Classes};
use super::{Label, Mention, edges, elsewhere, firms, kinds, mend};
use crate::confidence::Confidence;
use crate::segment::{Kind, Segments};
use crate::span::Run;
use rustc_hash::FxHashSet;

/// Names of more tokens are not looked for again.
const LONGEST: usize = 8;

/// Makes organisations of names, read as people or places or not read, that bodies' words stand beside.
pub(super) fn tell(segments: &Segments<'_>, facts: &[Facts], mentions: &mut Vec<Mention>) {
    let people = surnames(segments, mentions);
    let not_of_people = |name: &Run| !people.contains(segments.lower_run(*name));
    let firms: Vec<Run> = mentions.iter().filter_map(|mention| without_trade(segments, mention)).filter(not_of_people).collect();
    let sure = mentions.iter().filter(|mention| is_sure_body(facts, mention)).map(|mention| mention.tokens);
    let sure: Vec<Run> = sure.filter(not_of_people).collect();
    let doubtful = |label: Label| {
        let read = mentions.iter().filter(move |mention| mention.label == label && may_be_body(segments, facts, mention));
        read.map(|mention| mention.tokens).filter(not_of_people)
    };
    let [people_read, places_read]: [Vec<Run>; 2] = [Label::Person, Label::Place].map(|label| doubtful(label).collect());
    let mut told = told_of(segments, facts, &occurrences(segments, &people_read), Label::Person);
    told.extend(told_of(segments, facts, &occurrences(segments, &places_read), Label::Place));
    told.extend(firms.iter().map(|&firm| segments.lower_run(firm)));
    if !told.is_empty() {
        for mention in mentions.iter_mut().filter(|mention| mention.label != Label::Organisation && mention.rule != "name.dateline") {
            if told.contains(segments.lower_run(mention.tokens)) && !edges::is_titled(segments, mention.tokens) {
                *mention = Mention { label: Label::Organisation, confidence: Confidence::new(75), rule: "name.company", ..*mention };
            }
        }
    }
    let told = people_read.into_iter().chain(places_read).filter(|&name| told.contains(segments.lower_run(name)));
    let names = occurrences(segments, &firms.into_iter().chain(sure).chain(told).collect::<Vec<Run>>());
    add_missed(segments, mentions, names);
}

/// Whether a name is surely that of a body, and nothing else: several words, or one that no list knows.
fn is_sure_body(facts: &[Facts], mention: &Mention) -> bool {
    let first = &facts[mention.tokens.start as usize];
    let is_new = first.classes.known() == 0 && first.cluster == 0;
    let is_one = mention.tokens.len() > 1 || is_new && mention.confidence >= Confidence::new(75);
    mention.label == Label::Organisation && mention.tokens.len() <= LONGEST && mention.confidence >= Confidence::new(70) && is_one
}

/// The names, in small letters, of which the words beside them tell that they are bodies: in one place and nowhere that it is somebody, in
/// two where it is a word that people have as a name.
fn told_of<'s>(segments: &'s Segments<'_>, facts: &[Facts], occurrences: &[Run], label: Label) -> FxHashSet<&'s str> {
    let (mut people, mut once, mut told) = (FxHashSet::default(), FxHashSet::default(), FxHashSet::default());
    for &place in occurrences {
        let name = segments.lower_run(place);
        if is_somebody(segments, facts, place) {
            people.insert(name);
        } else if has_company(segments, place, label) && (!once.insert(name) || !lists::word(name).classes.any(Classes::PERSON)) {
            told.insert(name);
        }
    }
    told.retain(|name| !people.contains(name));
    told
}

/// Where some names stand with capitals.
fn occurrences(segments: &Segments<'_>, names: &[Run]) -> Vec<Run> {
    if names.is_empty() {
        return Vec::new();
    }
    let wanted: FxHashSet<&str> = names.iter().map(|&name| segments.lower_run(name)).collect();
    let openers: FxHashSet<&str> = names.iter().map(|name| segments.lower(name.start as usize)).collect();
    let name_at = |token: usize| {
        let end = (segments.sentence_of(token).end as usize).min(token + LONGEST);
        let capitals = (token..end).find(|&word| !segments.is_capital(word)).unwrap_or(end);
        (token + 1..=capitals).rev().map(|end| Run::new(token, end)).find(|&name| wanted.contains(segments.lower_run(name)))
    };
    let opens = |&token: &usize| segments.is_capital(token) && openers.contains(segments.lower(token));
    (0..segments.tokens.len()).filter(opens).filter_map(name_at).collect()
}

/// `Oxbow Ridge |Partners|`, `Oxbow Ridge|, Inc.|`: the name goes without its trade too.
fn without_trade(segments: &Segments<'_>, mention: &Mention) -> Option<Run> {
    let range = mention.tokens.range();
    let last = range.end - 1;
    let end = last - usize::from(last > range.start && segments.lower(last - 1) == ",");
    let trades = mention.label == Label::Organisation && firms::is_trade(segments.lower(last));
    (trades && end > range.start + 1).then(|| Run::new(range.start, end))
}

/// Whether what was read as a person or a place can be a body: no listed place, no first name with a surname.
fn may_be_body(segments: &Segments<'_>, facts: &[Facts], mention: &Mention) -> bool {
    if mention.tokens.len() > LONGEST {
        return false;
    }
    let first = facts[mention.tokens.start as usize].classes;
    if mention.tokens.len() == 1 {
        return segments.lower_run(mention.tokens).chars().count() >= 3 && !first.any(Classes::PLACE);
    }
    let is_full_name = mention.label == Label::Person && first.has(Classes::FIRST_NAME) && !is_called(segments, mention.tokens);
    let is_place = || lists::phrase_classes(segments.lower_run(mention.tokens)).any(Classes::PLACE);
    !is_full_name && !is_place()
}

/// The surnames of people told of with more than that, or with an honorific.
fn surnames<'s>(segments: &'s Segments<'_>, mentions: &[Mention]) -> FxHashSet<&'s str> {
    let people = mentions.iter().filter(|mention| mention.label == Label::Person);
    people
        .filter(|mention| mention.tokens.len() <= LONGEST)
        .filter(|mention| mention.tokens.len() > 1 || edges::is_titled(segments, mention.tokens))
        .flat_map(|mention| {
            let opens = usize::from(mention.tokens.len() > 1);
            mention.tokens.range().skip(opens).map(move |start| segments.lower_run(Run::new(start, mention.tokens.end as usize)))
        })
        .collect()
}

/// Whether the words beside a name are those of a body.
fn has_company(segments: &Segments<'_>, name: Run, label: Label) -> bool {
    is_led(segments, name) || has_behind(segments, name, label) || is_called(segments, name) || is_served(segments, name, label)
}

/// `Mr |Quill|`, `President |Quill|`, `|Quill|, 43,`, `|Quill|, who`
fn is_somebody(segments: &Segments<'_>, facts: &[Facts], name: Run) -> bool {
    let (before, end) = ((name.start as usize).wrapping_sub(1), name.end as usize);
    let led = segments.is_capital(before) && facts[before].classes.has(Classes::TITLE);
    let aged = segments.tokens.get(end + 1).is_some_and(|token| token.kind == Kind::Number) && matches!(segments.lower(end + 2), "," | ".");
    led || edges::is_titled(segments, name) || segments.lower(end) == "," && (aged || segments.lower(end + 1) == "who")
}

/// `|Akerby| boss`, `|Akerby|'s chief executive`, `|Akerby| general manager`
fn is_led(segments: &Segments<'_>, name: Run) -> bool {
    let noun = noun_behind(segments, name);
    let next = segments.lower(noun + 1);
    match segments.lower(noun) {
        "chief" => matches!(next, "executive" | "operating" | "financial" | "technology" | "product" | "scientist"),
        "general" | "managing" => matches!(next, "manager" | "director" | "partner"),
        "head" => noun == name.end as usize && next == "of",
        word => LEADERS.contains(&word),
    }
}

/// `|Akerby| |boss|`, `|Akerby|'s |boss|`: where the noun begins that a name stands before or has.
fn noun_behind(segments: &Segments<'_>, name: Run) -> usize {
    let end = name.end as usize;
    end + usize::from(matches!(segments.lower(end), "'s" | "'" | "’"))
}

const LEADERS: [&str; 15] = [
    "boss",
    "ceo",
    "cfo",
    "co-founder",
    "co-president",
    "executive",
    "executives",
    "founders",
    "goalkeeper",
    "midfielder",
    "quarterback",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "striker",
];

/// `|Akerby| customers`, `|Akerby|'s drummer`, `|Akerby|, which`, `|Akerby|, the transit agency,`
fn has_behind(segments: &Segments<'_>, name: Run, label: Label) -> bool {
    let end = name.end as usize;
    let noun = noun_behind(segments, name);
    let has = match segments.lower(noun) {
        "app" | "bassist" | "drummer" | "guitarist" | "payroll" | "revenue" | "shareholders" | "subscribers" => true,
        // A town has shoppers and stores too.
        "branches" | "customers" | "employees" | "investors" | "shares" | "shoppers" | "stores" => label != Label::Place,
        "customer" | "share" | "stock" => matches!(segments.lower(noun + 1), "data" | "price" | "prices" | "service" | "services"),
        _ => false,
    };
    // A ship sinks and a town lies somewhere too.
    let is_thing = label == Label::Person && segments.lower(end) == "," && segments.lower(end + 1) == "which";
    has || is_thing || kinds::is_called_body(segments, end)
}

/// `the charity |Quill Haven|`, `a hacking group known as |Quill|`, `of the broker |Quill Haven|`
fn is_called(segments: &Segments<'_>, name: Run) -> bool {
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
    let is_business = || elsewhere::BUSINESSES.contains(&segments.lower(noun)) && (named_by > 0 || behind_of());
    segments.sentence_of(start).has(noun) && segments.is_small(noun) && (NOBODIES.contains(&segments.lower(noun)) || is_business())
}

/// What a body is called, and nobody at work.
const NOBODIES: [&str; 17] = [
    "airline",
    "band",
    "chain",
    "charity",
    "company",
    "consultancy",
    "firm",
    "group",
    "label",
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
    if !segments.sentence_of(start).has(start.wrapping_sub(2)) {
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
                || !is_place && matches!(word, "engineer" | "lawyer" | "manager" | "researcher" | "worker" | "workers")
        }
        "for" => !is_place && matches!(word, "driving" | "worked" | "working" | "works"),
        "in" => elsewhere::is_holding(word) || word == "stake",
        "," => matches!(word, "employer" | "employers"),
        _ => false,
    }
}

/// `the charity |QuillSafe|`: a name that no list knows, behind what a body is called.
pub(super) fn called(segments: &Segments<'_>, facts: &[Facts]) -> Vec<(Run, Label, u8, &'static str)> {
    let others = Classes(Classes::NATIONALITY.0 | Classes::CALENDAR.0 | Classes::TITLE.0 | Classes::PLACE.0);
    let name = |noun: usize| {
        let start = noun + 1 + usize::from(segments.lower(noun + 1) == "the");
        let end = (start..start + 4).find(|&word| !segments.is_capital(word)).unwrap_or(start);
        let goes_on = matches!(segments.lower(end), "-" | "of" | "for" | "to" | "in" | "and") && segments.is_capital(end + 1)
            || segments.lower(end) == "-";
        let word = segments.lower(start);
        let fits = end > start
            && segments.sentence_of(noun).has(end - 1)
            && !facts.get(start).is_none_or(|facts| facts.classes.any(others))
            && !goes_on
            && word.len() > 2
            && word != "web";
        fits.then(|| (Run::new(start, end), Label::Organisation, 70, "name.company"))
    };
    let leads = |&noun: &usize| segments.is_capital(noun + 1) && segments.is_small(noun) && NOBODIES.contains(&segments.lower(noun));
    (0..facts.len()).filter(leads).filter_map(name).collect()
}

/// Adds the names of bodies where nothing or a part of them was read.
fn add_missed(segments: &Segments<'_>, mentions: &mut Vec<Mention>, mut names: Vec<Run>) {
    let is_free = |name: Run| {
        let first = mentions.partition_point(|mention| mention.tokens.end <= name.start);
        let mut read = mentions[first..].iter().take_while(|mention| mention.tokens.start < name.end);
        read.all(|mention| name.contains(mention.tokens) && mention.tokens.len() < name.len())
    };
    // "the |Boeing| 737"
    let ends = |name: Run| segments.tokens.get(name.end as usize).is_none_or(|next| !next.is_capitalised() && next.kind != Kind::Number);
    names.retain(|&name| is_free(name) && (name.len() > 1 || ends(name)));
    names.dedup_by(|next, last| next.overlaps(*last));
    let body = |tokens: Run| Mention {
        tokens,
        span: segments.span(tokens),
        label: Label::Organisation,
        confidence: Confidence::new(70),
        rule: "name.company",
    };
    mend::put(mentions, names.into_iter().map(body).collect());
}
