//! What no statistics are needed for: each rule mends a name that the model has found, or finds one that it cannot know.

use super::facts::Facts;
use super::lists::{self, Classes};
use super::nameless::{is_half_nationality, is_nameless, is_quarter};
use super::{Label, Mention, acronyms, company, edges, firms, holders, kinds, known, offices, tickers, titles};
use crate::confidence::Confidence;
use crate::order;
use crate::quote;
use crate::segment::{Kind, Segments, Shape};
use crate::span::Run;
use rustc_hash::FxHashSet;
use std::cell::LazyCell;

/// Mends the names of an article.
pub(super) fn mend(segments: &Segments<'_>, facts: &[Facts], mentions: &mut Vec<Mention>) {
    mentions.retain(|mention| !is_nameless(segments, facts, mention));
    for mention in mentions.iter_mut() {
        edges::strip_mandate(segments, mention);
    }
    mentions.retain(|mention| !edges::is_honorific(segments, mention.tokens.end as usize - 1) || mention.tokens.len() == 1);
    mentions.retain(|mention| mention.label != Label::Organisation || !acronyms::is_thing(segments, mention.tokens));
    mend_each(segments, facts, mentions);
    // What is left of some names once their ends are off.
    mentions.retain(|mention| !is_half_nationality(segments, facts, mention) && !is_quarter(segments.lower_run(mention.tokens)));
    join_particles(segments, mentions);
    join_surnames(segments, mentions);
    let holders = holders::part(segments, facts, mentions);
    add_all(segments, mentions, holders);
    mentions.retain(|mention| !holders::is_subject(segments, facts, mention));
    offices::widen(segments, facts, mentions);
    acronyms::reach(segments, mentions);
    firms::join(segments, mentions);
    add_all(segments, mentions, broadcasters(segments));
    add_all(segments, mentions, sites(segments));
    add_all(segments, mentions, kinds::apposed(segments, facts));
    add_all(segments, mentions, kinds::kin(segments, facts));
    add_all(segments, mentions, kinds::told(segments, facts));
    add_all(segments, mentions, kinds::titled(segments, facts));
    add_all(segments, mentions, kinds::based(segments, facts));
    add_all(segments, mentions, kinds::unions(segments, facts));
    add_all(segments, mentions, company::called(segments, facts));
    add_all(segments, mentions, acronyms::beside(segments, mentions));
    add_all(segments, mentions, acronyms::spelled_out(segments, mentions));
    add_all(segments, mentions, missed_countries(segments, facts, mentions));
    add_all(segments, mentions, months_with_surnames(segments, facts, mentions));
    add_all(segments, mentions, months_that_act(segments, facts, mentions));
    let firms = tickers::apply(segments, mentions);
    add_all(segments, mentions, firms);
    known::apply(segments, facts, mentions);
    surnames(segments, mentions);
    firms::shorten(segments, mentions);
    company::tell(segments, facts, mentions);
    file_from(segments, mentions);
    file_by(segments, mentions);
}

/// Mends where each name begins and ends, then what it names.
fn mend_each(segments: &Segments<'_>, facts: &[Facts], mentions: &mut [Mention]) {
    let mut taken = 0;
    for mention in mentions.iter_mut() {
        edges::strip_post(segments, mention);
        edges::strip_base(segments, mention);
        edges::end_at_bar(segments, mention);
        edges::strip_business(segments, mention);
        edges::part_business(segments, mention);
        edges::strip_cue(segments, mention);
        edges::strip_ends(segments, mention);
        edges::strip_honorifics(segments, mention);
        edges::strip_label(segments, mention);
        edges::strip_letters(segments, mention);
        edges::end_audience(segments, mention);
        edges::strip_role(segments, facts, mention);
        titles::strip(segments, facts, mention);
        edges::strip_nationality(segments, facts, mention);
        edges::finish_given_name(segments, mention);
        edges::add_numeral(segments, mention);
        edges::close_bracket(segments, mention);
        kinds::name_state(segments, mention);
        kinds::name_country(segments, facts, mention);
        edges::strip_office(segments, mention);
        kinds::name_home(segments, mention);
        kinds::name_town(segments, facts, mention);
        kinds::name_saint(segments, facts, mention);
        kinds::name_body(segments, facts, mention);
        kinds::name_capitals(facts, segments, mention);
        kinds::name_site(segments, mention);
        kinds::name_trade(segments, facts, mention);
        kinds::name_kin(segments, mention);
        kinds::name_apposed(segments, facts, mention);
        edges::take_first_name(segments, facts, taken, mention);
        taken = mention.tokens.end as usize;
    }
}

/// `LISBON, 3 May (Reuters) –`, `/NOVA/`: what stands in brackets or between slashes in the dateline is who sent the story.
fn file_by(segments: &Segments<'_>, mentions: &mut Vec<Mention>) {
    let Some(dateline) = segments.dateline else { return };
    let closing = |opening: usize| match segments.lower(opening) {
        "(" => Some(")"),
        "/" => Some("/"),
        _ => None,
    };
    let name = dateline.range().find_map(|opening| {
        let closing = closing(opening)?;
        let end = (opening + 1..dateline.end as usize).take(5).find(|&token| segments.lower(token) == closing)?;
        Some(Run::new(opening + 1, end))
    });
    let capital = |token: usize| segments.is_capital(token);
    let places = Classes(Classes::COUNTRY.0 | Classes::REGION.0 | Classes::CITY.0 | Classes::CALENDAR.0);
    let is_place = |name: Run| match name.len() {
        1 => lists::word(segments.lower_run(name)).classes.any(places),
        _ => lists::phrase_classes(segments.lower_run(name)).any(places),
    };
    let Some(tokens) = name.filter(|&name| !name.is_empty() && name.range().all(capital) && !is_place(name)) else { return };
    mentions.retain(|mention| !mention.tokens.overlaps(tokens));
    add_all(segments, mentions, vec![(tokens, Label::Organisation, 90, "name.agency")]);
}

/// Adds names where none stands yet.
fn add_all(segments: &Segments<'_>, mentions: &mut Vec<Mention>, found: Vec<(Run, Label, u8, &'static str)>) {
    let before = mentions.len();
    for (tokens, label, percent, rule) in found {
        let at = mentions[..before].partition_point(|mention| mention.tokens.end <= tokens.start);
        if mentions[..before].get(at).is_none_or(|next| !next.tokens.overlaps(tokens)) {
            mentions.push(Mention { tokens, span: segments.span(tokens), label, confidence: Confidence::new(percent), rule });
        }
    }
    if mentions.len() > before {
        order::sort_by(mentions, |mention| mention.tokens.start.into());
    }
}

/// Puts names, in text order, in the place of what they overlap.
pub(super) fn put(mentions: &mut Vec<Mention>, names: Vec<Mention>) {
    if names.is_empty() {
        return;
    }
    mentions.retain(|mention| {
        let next = names.partition_point(|name| name.tokens.end <= mention.tokens.start);
        names.get(next).is_none_or(|name| !name.tokens.overlaps(mention.tokens))
    });
    mentions.extend(names);
    order::sort_by(mentions, |mention| mention.tokens.start.into());
}

/// Makes one name of two that stand side by side, where `made_one` says what of.
fn join(segments: &Segments<'_>, mentions: &mut Vec<Mention>, made_one: impl Fn(&Mention, &Mention) -> Option<Mention>) {
    let mut joined: Vec<Mention> = Vec::with_capacity(mentions.len());
    for &mention in mentions.iter() {
        match joined.last_mut().and_then(|last| Some((made_one(last, &mention)?, last))) {
            Some((one, last)) => {
                let tokens = Run { start: last.tokens.start, end: mention.tokens.end };
                *last = one;
                edges::set_tokens(segments, last, tokens);
            }
            None => joined.push(mention),
        }
    }
    *mentions = joined;
}

/// `Yusuf ibn Rahim al-Tamimi`: a particle joins two names of people.
fn join_particles(segments: &Segments<'_>, mentions: &mut Vec<Mention>) {
    join(segments, mentions, |last, next| {
        let particle = last.tokens.end + 1 == next.tokens.start
            && matches!(
                segments.lower(last.tokens.end as usize),
                "ibn" | "bin" | "bint" | "binti" | "von" | "van" | "de" | "da" | "dos" | "y"
            );
        (particle && last.label == Label::Person && next.label == Label::Person)
            .then(|| Mention { confidence: last.confidence.min(next.confidence), ..*last })
    });
}

/// `Ferries.com`: whoever is named after a site.
fn sites(segments: &Segments<'_>) -> Vec<(Run, Label, u8, &'static str)> {
    let name = |token: usize| (Run::new(token, token + 1), Label::Organisation, 75, "name.site");
    (0..segments.tokens.len()).filter(|&token| kinds::is_site(segments, token)).map(name).collect()
}

/// `Channel 9`, `Radio Two`: broadcasters are numbered.
fn broadcasters(segments: &Segments<'_>) -> Vec<(Run, Label, u8, &'static str)> {
    let opens = |token: usize| segments.tokens[token].is_capitalised() && matches!(segments.lower(token), "channel" | "radio" | "tv");
    let counts = |token: usize| {
        let small = segments.tokens.get(token).is_some_and(|next| next.kind == Kind::Number && next.span.end - next.span.start <= 2);
        small || quote::is_number(segments.lower(token)) && segments.tokens[token].is_capitalised()
    };
    let name = |token: usize| (Run::new(token, token + 2), Label::Organisation, 75, "name.broadcaster");
    (0..segments.tokens.len()).filter(|&token| opens(token) && counts(token + 1)).map(name).collect()
}

/// `the DPRK-Russia summit`, `in Peru`: countries that are nobody's name, not within a longer name.
fn missed_countries(segments: &Segments<'_>, facts: &[Facts], mentions: &[Mention]) -> Vec<(Run, Label, u8, &'static str)> {
    let capital = |token: usize| segments.is_capital(token);
    let mut next = 0;
    let is_missed = |&token: &usize| {
        while mentions.get(next).is_some_and(|mention| mention.tokens.end as usize <= token) {
            next += 1;
        }
        let inside = mentions.get(next).is_some_and(|mention| mention.tokens.has(token));
        let classes = facts[token].classes;
        !inside
            && classes.has(Classes::COUNTRY)
            && !classes.any(Classes::PERSON)
            && capital(token)
            && !capital(token + 1)
            && !capital(token.wrapping_sub(1))
    };
    let mut is_missed = is_missed;
    let all: Vec<usize> = (0..facts.len()).filter(|token| is_missed(token)).collect();
    all.into_iter().map(|token| (Run::new(token, token + 1), Label::Place, 80, "name.country")).collect()
}

/// `May said`, `Mr. March`, `April left` where April Quill is known: a month that speaks is a person, where it is also a name.
fn months_that_act(segments: &Segments<'_>, facts: &[Facts], mentions: &[Mention]) -> Vec<(Run, Label, u8, &'static str)> {
    let is_name = |token: usize| facts[token].classes.has(Classes::CALENDAR) && facts[token].classes.any(Classes::PERSON);
    let opens_name =
        |mention: &&Mention| mention.label == Label::Person && mention.tokens.len() > 1 && is_name(mention.tokens.start as usize);
    let known: FxHashSet<&str> = mentions.iter().filter(opens_name).map(|mention| segments.lower(mention.tokens.start as usize)).collect();
    let acts = |token: usize| {
        let titled = || token > 0 && edges::is_honorific(segments, token - 1) && !segments.is_capital(token + 1);
        let speaks = |next: &Facts| {
            next.classes.has(Classes::SPEECH) || known.contains(segments.lower(token)) && segments.tokens[token + 1].shape == Shape::Lower
        };
        segments.tokens[token].is_capitalised() && (facts.get(token + 1).is_some_and(speaks) || titled())
    };
    (0..facts.len())
        .filter(|&token| is_name(token) && acts(token) && !super::elsewhere::is_date(segments, token))
        .map(|token| (Run::new(token, token + 1), Label::Person, 75, "name.month"))
        .collect()
}

/// `said April Quill`: a month that is a first name, no date, before a surname or a word that no list knows, within a sentence.
fn months_with_surnames(segments: &Segments<'_>, facts: &[Facts], mentions: &[Mention]) -> Vec<(Run, Label, u8, &'static str)> {
    let is_first = |token: usize| facts[token].classes.has(Classes(Classes::CALENDAR.0 | Classes::FIRST_NAME.0));
    let people = mentions.iter().filter(|mention| mention.label == Label::Person);
    let known = LazyCell::new(|| people.map(|mention| segments.lower(mention.tokens.end as usize - 1)).collect::<FxHashSet<&str>>());
    let apposed = |token: usize| segments.lower(token + 2) == "," && matches!(segments.lower(token + 3), "who" | "whose");
    let inner = |token: usize| {
        let opens = token == segments.sentence_of(token).start as usize || segments.lower(token.wrapping_sub(1)) == "“";
        !opens || known.contains(segments.lower(token + 1)) || apposed(token)
    };
    let is_surname = |token: usize| {
        segments.sentence_of(token - 1).has(token)
            && segments.tokens[token].is_capitalised()
            && (facts[token].classes.has(Classes::SURNAME) || facts[token].is_unknown())
            && !facts[token].classes.any(Classes(Classes::CALENDAR.0 | Classes::BODY.0 | Classes::SITE.0 | Classes::ORGANISATION.0))
            && !matches!(segments.lower(token), "day" | "fools")
            // "the Sunday Record"
            && segments.lower(token.wrapping_sub(2)) != "the"
    };
    (0..facts.len())
        .filter(|&token| is_first(token) && segments.tokens[token].is_capitalised() && inner(token) && is_surname(token + 1))
        .filter(|&token| !super::elsewhere::is_date(segments, token))
        .map(|token| (Run::new(token, token + 2), Label::Person, 75, "name.month"))
        .collect()
}

/// `Ford` where Doug Ford was told of, read as an organisation: the person, unless an organisation of several words has the name too, or
/// what stands beside it belongs to one.
fn surnames(segments: &Segments<'_>, mentions: &mut [Mention]) {
    let words = |label: Label| {
        let long = mentions.iter().filter(move |mention| mention.label == label && mention.tokens.len() > 1);
        long.flat_map(|mention| mention.tokens.range().map(|token| segments.lower(token))).collect::<FxHashSet<&str>>()
    };
    let bodies = words(Label::Organisation);
    let mut people: FxHashSet<&str> = FxHashSet::default();
    for mention in mentions.iter_mut() {
        let last = segments.lower(mention.tokens.end as usize - 1);
        let is_surname = mention.tokens.len() == 1
            && segments.tokens[mention.tokens.start as usize].shape == Shape::Title
            && people.contains(last)
            && !bodies.contains(last);
        if mention.label == Label::Person && mention.tokens.len() > 1 {
            people.insert(last);
        } else if is_surname
            && mention.label == Label::Organisation
            && !super::bodies::stand_beside(segments, mention.tokens, Label::Person)
        {
            *mention = Mention { label: Label::Person, rule: "name.surname", ..*mention };
        }
    }
}

/// `Quill-Holm` where Ada Quill-Holm is known: one double surname, not two people.
fn join_surnames(segments: &Segments<'_>, mentions: &mut Vec<Mention>) {
    let double = |mention: &&Mention| mention.label == Label::Person && mention.tokens.len() > 3;
    let known: FxHashSet<&str> =
        mentions.iter().filter(double).map(|mention| segments.lower_run(super::elsewhere::surname(segments, mention.tokens))).collect();
    join(segments, mentions, |last, next| {
        let hyphen = last.tokens.end + 1 == next.tokens.start && segments.lower(last.tokens.end as usize) == "-";
        let surname = || known.contains(segments.lower_run(Run { start: last.tokens.start, end: next.tokens.end }));
        (hyphen && surname()).then_some(Mention { label: Label::Person, ..*last })
    });
}

/// `LISBON, 3 May –`, `LISBON: The …`: the capitals that open the dateline are the place where the story was filed.
fn file_from(segments: &Segments<'_>, mentions: &mut Vec<Mention>) {
    let capitals = |start: usize| {
        let end =
            (start..start + 4).find(|&token| segments.tokens.get(token).is_none_or(|token| token.shape != Shape::Upper)).unwrap_or(start);
        (end > start).then(|| Run::new(start, end))
    };
    let before_colon = || {
        let mut openings = segments
            .paragraphs
            .iter()
            .filter_map(|paragraph| capitals(paragraph.tokens.start as usize))
            .filter(|place| segments.lower(place.end as usize) == ":");
        openings.next().filter(|place| openings.next().is_none() && segments.paragraph_of(place.start as usize) < 3)
    };
    let dateline = segments.dateline.and_then(|dateline| capitals(dateline.start as usize));
    let is_known =
        |place: &Run| lists::word(segments.lower(place.start as usize)).classes.any(Classes(Classes::CITY.0 | Classes::REGION.0));
    let closes = |place: &Run| match segments.lower(place.end as usize) {
        "," | "(" | "–" | "—" | "-" | "." | "/" | ":" => true,
        "--" => is_known(place), // also behind a heading: "PART ONE --"
        _ => false,
    };
    let long = |place: &Run| segments.span(*place).of(segments.text).len() >= 4;
    // "PRESS RELEASE - embargoed"
    let heads = |place: &Run| {
        place.range().any(|token| matches!(segments.lower(token), "release" | "press" | "exclusive" | "embargoed" | "update"))
    };
    let Some(tokens) = dateline.or_else(before_colon).filter(closes).filter(|place| long(place) && !heads(place)) else { return };
    mentions.retain(|mention| !mention.tokens.overlaps(tokens));
    let at = mentions.partition_point(|mention| mention.tokens.start < tokens.start);
    mentions.insert(
        at,
        Mention { tokens, span: segments.span(tokens), label: Label::Place, confidence: Confidence::new(95), rule: "name.dateline" },
    );
}
