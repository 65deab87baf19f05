//! What no statistics are needed for: each rule mends a name that the model has found, or finds one that it cannot know.

use super::facts::Facts;
use super::lists::{self, Classes};
use super::{Label, Mention, acronyms, firms, offices, titles};
use crate::confidence::Confidence;
use crate::order;
use crate::segment::{Kind, Segments, Shape};
use crate::span::Run;
use rustc_hash::FxHashSet;

/// Mends the names of an article.
pub(super) fn mend(segments: &Segments<'_>, facts: &[Facts], mentions: &mut Vec<Mention>) {
    mentions.retain(|mention| !is_calendar(segments, facts, mention) && !is_sum(segments, mention) && !is_no_name(segments, mention));
    mentions.retain(|mention| !is_honorific(segments, mention.tokens.end as usize - 1) || mention.tokens.len() == 1);
    mentions.retain(|mention| mention.label != Label::Organisation || !acronyms::is_thing(segments, mention.tokens));
    let mut taken = 0;
    for mention in mentions.iter_mut() {
        strip_post(segments, mention);
        strip_honorifics(segments, mention);
        titles::strip(segments, facts, mention);
        strip_nationality(segments, facts, mention);
        finish_given_name(segments, mention);
        add_numeral(segments, mention);
        close_bracket(segments, mention);
        name_country(segments, facts, mention);
        strip_office(segments, mention);
        name_home(segments, mention);
        name_body(segments, facts, mention);
        name_capitals(facts, segments, mention);
        take_first_name(segments, facts, taken, mention);
        taken = mention.tokens.end as usize;
    }
    mentions.retain(|mention| !is_half_nationality(segments, facts, mention));
    join_particles(segments, mentions);
    join_surnames(segments, mentions);
    offices::widen(segments, facts, mentions);
    acronyms::reach(segments, mentions);
    firms::join(segments, mentions);
    add_all(segments, mentions, broadcasters(segments));
    add_all(segments, mentions, acronyms::beside(segments, mentions));
    add_all(segments, mentions, acronyms::spelled_out(segments, mentions));
    add_all(segments, mentions, missed_countries(segments, facts, mentions));
    add_all(segments, mentions, months_with_surnames(segments, facts));
    add_all(segments, mentions, months_that_act(segments, facts, mentions));
    file_from(segments, mentions);
    file_by(segments, mentions);
}

/// `the |U.N.| Secretary-General`: the office is no part of the organisation.
fn strip_office(segments: &Segments<'_>, mention: &mut Mention) {
    let end = mention.tokens.end as usize;
    let is_office = mention.tokens.len() > 3
        && mention.label == Label::Organisation
        && segments.lower(end - 1) == "general"
        && segments.lower(end - 2) == "-"
        && matches!(segments.lower(end - 3), "secretary" | "director" | "governor" | "attorney");
    if is_office {
        set_tokens(segments, mention, Run::new(mention.tokens.start as usize, end - 3));
    }
}

/// `its owner, |Holm Shipping|`, read as a person: nobody has such a surname.
fn name_body(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
    let (first, last) = (mention.tokens.start as usize, mention.tokens.end as usize - 1);
    let is_body = facts[last].classes.has(Classes::BODY) && !facts[last].classes.any(Classes(Classes::SURNAME.0 | Classes::FIRST_NAME.0));
    let is_given = facts[first].classes.has(Classes::FIRST_NAME);
    if mention.label == Label::Person && last > first && is_body && !is_given && segments.lower(last).len() >= 6 {
        *mention = Mention { label: Label::Organisation, rule: "name.body", ..*mention };
    }
}

/// `the |New Zealander|`
fn is_nationality(segments: &Segments<'_>, mention: &Mention) -> bool {
    lists::phrase(segments.lower_run(mention.tokens)).is_some_and(|class| Classes(1 << class) == Classes::NATIONALITY)
}

/// `a resident of |Aker|`, `north of |Aker|`, read as a person: what one lives in, or goes by, is a place.
fn name_home(segments: &Segments<'_>, mention: &mut Mention) {
    const HOMES: [&str; 20] = [
        "resident",
        "residents",
        "native",
        "inhabitants",
        "town",
        "village",
        "hamlet",
        "city",
        "port",
        "suburb",
        "suburbs",
        "outskirts",
        "streets",
        "coast",
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
    ];
    let start = mention.tokens.start as usize;
    let owns = matches!(segments.lower(mention.tokens.end as usize), "'s" | "'" | "’");
    let lives = !owns && segments.lower(start.wrapping_sub(1)) == "of" && HOMES.contains(&segments.lower(start.wrapping_sub(2)));
    if mention.label == Label::Person && mention.tokens.len() == 1 && mention.rule != "name.elsewhere" && lives {
        *mention = Mention { label: Label::Place, rule: "name.home", ..*mention };
    }
}

/// `Ada Quill, |D-Minn.|`; `|FY2021|`; `|Storm Brendan|`, `Hurricane |Ada|`; `|Mum|`
fn is_no_name(segments: &Segments<'_>, mention: &Mention) -> bool {
    let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
    let is_storm = |token: usize| {
        matches!(segments.lower(token), "storm" | "hurricane" | "typhoon" | "cyclone") && segments.tokens[token].is_capitalised()
    };
    let is_kin = || {
        matches!(segments.lower(start), "mum" | "mom" | "dad" | "mummy" | "mommy" | "daddy" | "grandma" | "grandpa" | "granny" | "grandad")
    };
    let is_quarter = |name: &str| {
        let number = name.strip_prefix("fy").or_else(|| name.strip_prefix('q')).or_else(|| name.strip_prefix('h'));
        number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    segments.is_party_tag(start)
        || end - start == 1 && is_quarter(segments.lower(start))
        || mention.label == Label::Person && (is_storm(start) && end - start <= 2 || start > 0 && is_storm(start - 1) && end - start == 1)
        || end - start == 1 && is_kin()
        || end - start == 2 && is_nationality(segments, mention)
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
    let capital = |token: usize| segments.tokens[token].kind == Kind::Word && segments.tokens[token].is_capitalised();
    let places = Classes(Classes::COUNTRY.0 | Classes::REGION.0 | Classes::CITY.0 | Classes::CALENDAR.0);
    let is_place = |name: Run| match name.len() {
        1 => lists::word(segments.lower_run(name)).classes.any(places),
        _ => lists::phrase(segments.lower_run(name)).is_some_and(|class| Classes(1 << class).any(places)),
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
    order::sort_by(mentions, |mention| mention.tokens.start.into());
}

/// `North` in "North Korean"
fn is_half_nationality(segments: &Segments<'_>, facts: &[Facts], mention: &Mention) -> bool {
    let next = mention.tokens.end as usize;
    matches!(segments.lower_run(mention.tokens), "north" | "south" | "east" | "west" | "central" | "latin")
        && facts.get(next).is_some_and(|facts| facts.classes.has(Classes::NATIONALITY))
}

/// Makes one name of two that stand side by side, where `made_one` says what of.
fn join(segments: &Segments<'_>, mentions: &mut Vec<Mention>, made_one: impl Fn(&Mention, &Mention) -> Option<Mention>) {
    let mut joined: Vec<Mention> = Vec::with_capacity(mentions.len());
    for &mention in mentions.iter() {
        match joined.last_mut().and_then(|last| Some((made_one(last, &mention)?, last))) {
            Some((one, last)) => {
                let tokens = Run { start: last.tokens.start, end: mention.tokens.end };
                *last = one;
                set_tokens(segments, last, tokens);
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

/// `Channel 9`, `Radio Two`: broadcasters are numbered.
fn broadcasters(segments: &Segments<'_>) -> Vec<(Run, Label, u8, &'static str)> {
    let opens = |token: usize| segments.tokens[token].is_capitalised() && matches!(segments.lower(token), "channel" | "radio" | "tv");
    let counts = |token: usize| {
        let small = segments.tokens.get(token).is_some_and(|next| next.kind == Kind::Number && next.span.end - next.span.start <= 2);
        let word = matches!(segments.lower(token), "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten");
        small || word && segments.tokens[token].is_capitalised()
    };
    let name = |token: usize| (Run::new(token, token + 2), Label::Organisation, 75, "name.broadcaster");
    (0..segments.tokens.len()).filter(|&token| opens(token) && counts(token + 1)).map(name).collect()
}

/// `the DPRK-Russia summit`, `in Peru`: countries that are nobody's name, not within a longer name.
fn missed_countries(segments: &Segments<'_>, facts: &[Facts], mentions: &[Mention]) -> Vec<(Run, Label, u8, &'static str)> {
    let capital = |token: usize| segments.tokens.get(token).is_some_and(|token| token.is_capitalised() && token.kind == Kind::Word);
    let mut next = 0;
    let is_missed = |&token: &usize| {
        while mentions.get(next).is_some_and(|mention| mention.tokens.end as usize <= token) {
            next += 1;
        }
        let inside = mentions.get(next).is_some_and(|mention| mention.tokens.has(token));
        let classes = facts[token].classes;
        !inside
            && classes.has(Classes::COUNTRY)
            && !classes.any(Classes(Classes::FIRST_NAME.0 | Classes::SURNAME.0))
            && capital(token)
            && !capital(token + 1)
            && !capital(token.wrapping_sub(1))
    };
    let mut is_missed = is_missed;
    let all: Vec<usize> = (0..facts.len()).filter(|token| is_missed(token)).collect();
    all.into_iter().map(|token| (Run::new(token, token + 1), Label::Place, 80, "name.country")).collect()
}

/// `May said`, `April left` where April Quill is known: a month that speaks is a person, where it is also a name.
fn months_that_act(segments: &Segments<'_>, facts: &[Facts], mentions: &[Mention]) -> Vec<(Run, Label, u8, &'static str)> {
    let is_name = |token: usize| {
        facts[token].classes.has(Classes::CALENDAR) && facts[token].classes.any(Classes(Classes::FIRST_NAME.0 | Classes::SURNAME.0))
    };
    let opens_name =
        |mention: &&Mention| mention.label == Label::Person && mention.tokens.len() > 1 && is_name(mention.tokens.start as usize);
    let known: FxHashSet<&str> = mentions.iter().filter(opens_name).map(|mention| segments.lower(mention.tokens.start as usize)).collect();
    let acts = |token: usize| {
        segments.tokens[token].is_capitalised()
            && facts.get(token + 1).is_some_and(|next| {
                next.classes.has(Classes::SPEECH)
                    || known.contains(segments.lower(token)) && segments.tokens[token + 1].shape == Shape::Lower
            })
    };
    (0..facts.len())
        .filter(|&token| is_name(token) && acts(token) && !super::elsewhere::is_date(segments, token))
        .map(|token| (Run::new(token, token + 1), Label::Person, 75, "name.month"))
        .collect()
}

/// `said April Quill`: a month that is a first name, no date, before a surname or a word that no list knows, within a sentence.
fn months_with_surnames(segments: &Segments<'_>, facts: &[Facts]) -> Vec<(Run, Label, u8, &'static str)> {
    let is_first = |token: usize| facts[token].classes.has(Classes(Classes::CALENDAR.0 | Classes::FIRST_NAME.0));
    let inner = |token: usize| token > segments.sentence_of(token).start as usize && segments.lower(token - 1) != "“";
    let is_surname = |token: usize| {
        segments.sentence_of(token - 1).has(token)
            && segments.tokens[token].is_capitalised()
            && (facts[token].classes.has(Classes::SURNAME) || facts[token].classes.known() == 0 && facts[token].cluster == 0)
            && !facts[token].classes.any(Classes(Classes::CALENDAR.0 | Classes::BODY.0 | Classes::SITE.0 | Classes::ORGANISATION.0))
            && segments.lower(token) != "day"
    };
    (0..facts.len())
        .filter(|&token| is_first(token) && segments.tokens[token].is_capitalised() && inner(token) && is_surname(token + 1))
        .filter(|&token| !super::elsewhere::is_date(segments, token))
        .map(|token| (Run::new(token, token + 2), Label::Person, 75, "name.month"))
        .collect()
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

/// `AD 312`, `GMT`, `Monday`: words of the calendar alone, unless they are somebody's name ("April Hartley").
fn is_calendar(segments: &Segments<'_>, facts: &[Facts], mention: &Mention) -> bool {
    let all = mention.tokens.range().all(|token| facts[token].classes.has(Classes::CALENDAR));
    let beside_number = |token: usize| segments.tokens.get(token).is_some_and(|token| token.kind == Kind::Number);
    let era = matches!(segments.lower_run(mention.tokens), "ad" | "bc" | "bce" | "ce")
        && (beside_number(mention.tokens.end as usize) || beside_number((mention.tokens.start as usize).wrapping_sub(1)));
    let weekday = mention.tokens.len() == 1 && segments.lower(mention.tokens.start as usize).ends_with("day");
    let day = mention.tokens.len() <= 2
        && is_short_month(segments.lower(mention.tokens.start as usize))
        && beside_number(mention.tokens.start as usize + 1);
    let ends = mention.label == Label::Place && facts[mention.tokens.end as usize - 1].classes.has(Classes::CALENDAR);
    let dated = mention.tokens.range().any(|token| segments.tokens[token].kind == Kind::Number)
        && mention.tokens.range().any(|token| is_short_month(segments.lower(token)));
    era || day || dated || ends || all && (weekday || mention.label != Label::Person)
}

fn is_short_month(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec")
}

/// `RM52`, `USD5`: a sum of money.
fn is_sum(segments: &Segments<'_>, mention: &Mention) -> bool {
    let word = segments.lower(mention.tokens.start as usize);
    let currency = word.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    mention.tokens.len() == 1
        && currency.len() < word.len()
        && matches!(currency, "rm" | "rs" | "usd" | "eur" | "gbp" | "sgd" | "php" | "inr" | "myr" | "us" | "kr" | "tk")
}

/// `Jessica Elgot |Deputy| political editor`: what begins a post written behind the name.
fn strip_post(segments: &Segments<'_>, mention: &mut Mention) {
    let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
    let is_post = mention.label == Label::Person
        && end - start > 2
        && matches!(segments.lower(end - 1), "deputy" | "chief" | "senior" | "associate" | "political" | "science" | "health" | "business")
        && segments.tokens.get(end).is_some_and(|next| next.shape == Shape::Lower && next.kind == Kind::Word);
    if is_post {
        set_tokens(segments, mention, Run::new(start, end - 1));
    }
}

/// `Datuk Seri Ahmad Faizal`: what follows an honorific is a person; the honorific, and what stands before it, is not the name.
fn strip_honorifics(segments: &Segments<'_>, mention: &mut Mention) {
    let range = mention.tokens.range();
    let leads = |token: usize| is_honorific(segments, token) && token + 1 < range.end;
    let start = range.clone().rev().find(|&token| leads(token)).map_or(range.start, |last| last + 1);
    if start > range.start && start < range.end {
        set_tokens(segments, mention, Run::new(start, range.end));
        *mention = Mention { label: Label::Person, rule: "name.honorific", ..*mention };
    }
}

fn is_honorific(segments: &Segments<'_>, token: usize) -> bool {
    match segments.lower(token) {
        "mr" | "mr." | "mrs" | "mrs." | "ms" | "ms." | "mx" | "dr" | "dr." | "prof" | "prof." | "sen." | "rep." | "gov." | "gen."
        | "col." | "lt." | "capt." | "sgt." | "sgt" | "rev." | "rev" | "cllr" | "cllr." | "supt" | "det" | "insp" | "datuk" | "dato"
        | "dato'" | "datin" | "tun" | "puan" | "encik" | "magistrate" | "señor" | "señora" | "monsieur" | "madame" | "herr" | "frau" => {
            true
        }
        "besar" => token > 0 && segments.lower(token - 1) == "menteri",
        "tan" => matches!(segments.lower(token + 1), "sri"),
        "sri" | "seri" => token > 0 && matches!(segments.lower(token - 1), "datuk" | "dato" | "dato'" | "datin" | "tan" | "puan"),
        _ => false,
    }
}

/// `Norwegian Ada Quill`, `Norwegians Ada Quill and …`, `Countryman Yusuf Rahim`: where somebody comes from is no part of the name.
fn strip_nationality(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
    let start = mention.tokens.start as usize;
    let origin = facts[start].classes.has(Classes::NATIONALITY)
        || matches!(segments.lower(start), "countryman" | "countrywoman" | "compatriot" | "compatriots" | "countrymen");
    let nation = segments.lower(start).strip_suffix('s').is_some_and(|one| lists::word(one).classes.has(Classes::NATIONALITY));
    let of_many = nation
        && mention.tokens.len() == 3
        && mention.tokens.range().all(|token| segments.tokens[token].is_capitalised())
        && !facts[mention.tokens.end as usize - 1].classes.has(Classes::BODY);
    let is_person = mention.label == Label::Person && origin || of_many && mention.label != Label::Place;
    if mention.tokens.len() > 2 && is_person {
        set_tokens(segments, mention, Run::new(start + 1, mention.tokens.end as usize));
        mention.label = Label::Person;
    }
}

/// `Haakon VII`: the number of a king belongs to the name.
fn add_numeral(segments: &Segments<'_>, mention: &mut Mention) {
    let end = mention.tokens.end as usize;
    let is_numeral = segments.lower(end).len() > 1 && segments.lower(end).bytes().all(|letter| b"ivx".contains(&letter));
    if mention.label == Label::Person && is_numeral && segments.sentence_of(end - 1).has(end) && segments.tokens[end].shape == Shape::Upper
    {
        set_tokens(segments, mention, Run::new(mention.tokens.start as usize, end + 1));
    }
}

/// `Han Mi-rae`: the small half of a hyphened given name belongs to the name.
fn finish_given_name(segments: &Segments<'_>, mention: &mut Mention) {
    if mention.tokens.len() > 1 && segments.lower(mention.tokens.end as usize - 1) == "-" {
        set_tokens(segments, mention, Run { start: mention.tokens.start, end: mention.tokens.end - 1 });
    }
    let hyphen = mention.tokens.end as usize;
    let half = segments.tokens.get(hyphen + 1).filter(|half| half.shape == Shape::Lower && half.kind == Kind::Word && !half.spaced);
    let is_given = mention.label == Label::Person && mention.tokens.len() > 1 && segments.lower(hyphen) == "-" && segments.glued(hyphen);
    if half.is_some() && is_given && segments.lower(hyphen + 1).len() <= 6 && !is_suffix(segments.lower(hyphen + 1)) {
        set_tokens(segments, mention, Run::new(mention.tokens.start as usize, hyphen + 2));
    }
}

/// `Dean Hollis, 36,`, `April Quill`: a title that is also a first name belongs to the name where an age follows it, a month that is one
/// where it is no date. `taken`: the end of the name before.
fn take_first_name(segments: &Segments<'_>, facts: &[Facts], taken: usize, mention: &mut Mention) {
    let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
    let number = || segments.tokens.get(end + 1).is_some_and(|token| token.kind == Kind::Number);
    let has_age = || segments.lower(end) == "," && number() && matches!(segments.lower(end + 2), "," | "." | "and");
    let is_first_name = |token: usize| {
        let also = |class: Classes| facts[token].classes.has(Classes(class.0 | Classes::FIRST_NAME.0));
        also(Classes::TITLE) && has_age() || also(Classes::CALENDAR) && !super::elsewhere::is_date(segments, token)
    };
    let fits = |first: usize| first >= taken && segments.sentence_of(start).has(first) && segments.tokens[first].is_capitalised();
    let is_surname = mention.label == Label::Person && mention.tokens.len() == 1;
    if let Some(first) = start.checked_sub(1).filter(|&first| is_surname && fits(first) && is_first_name(first)) {
        set_tokens(segments, mention, Run::new(first, end));
    }
}

/// `-led`: what hyphens add to a name without being part of it.
fn is_suffix(word: &str) -> bool {
    matches!(
        word,
        "led" | "backed" | "based" | "born" | "era" | "like" | "style" | "run" | "owned" | "made" | "held" | "elect" | "in" | "and"
    )
}

/// `Aker (Nor`: a name ends before a bracket that it does not close.
fn close_bracket(segments: &Segments<'_>, mention: &mut Mention) {
    let range = mention.tokens.range();
    let opening = range.clone().skip(1).find(|&token| segments.lower(token) == "(");
    if let Some(opening) = opening.filter(|_| !range.clone().any(|token| segments.lower(token) == ")")) {
        set_tokens(segments, mention, Run::new(range.start, opening));
    }
}

/// `DPRK`, `N. Korea`: a country is a place.
fn name_country(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
    let range = mention.tokens.range();
    let is_country = match mention.tokens.len() {
        1 => mention.label != Label::Person && facts[range.start].classes.has(Classes::COUNTRY),
        _ => lists::phrase(segments.lower_run(mention.tokens)) == Some(Classes::COUNTRY.number()),
    };
    if is_country {
        *mention =
            Mention { label: Label::Place, confidence: mention.confidence.max(Confidence::new(90)), rule: "name.country", ..*mention };
    }
}

/// `BAM`: a city is not written in capitals where other words are not.
fn name_capitals(facts: &[Facts], segments: &Segments<'_>, mention: &mut Mention) {
    let start = mention.tokens.start as usize;
    let is_city = facts[start].classes.has(Classes::CITY) && !facts[start].classes.has(Classes::COUNTRY);
    let usual = super::facts::case(segments, segments.sentence_of(start)) == super::facts::Case::Usual;
    let short = segments.tokens[start].shape == Shape::Upper && (3..=4).contains(&segments.word(start).len());
    if mention.label == Label::Place && mention.tokens.len() == 1 && is_city && usual && short {
        *mention = Mention {
            label: Label::Organisation,
            confidence: mention.confidence.min(Confidence::new(70)),
            rule: "name.capitals",
            ..*mention
        };
    }
}

pub(super) fn set_tokens(segments: &Segments<'_>, mention: &mut Mention, tokens: Run) {
    mention.tokens = tokens;
    mention.span = segments.span(tokens);
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
    let closes = |place: &Run| matches!(segments.lower(place.end as usize), "," | "(" | "–" | "—" | "-" | "." | "/" | ":");
    let long = |place: &Run| segments.span(*place).of(segments.text).len() >= 4;
    let Some(tokens) = dateline.or_else(before_colon).filter(closes).filter(long) else { return };
    mentions.retain(|mention| !mention.tokens.overlaps(tokens));
    let at = mentions.partition_point(|mention| mention.tokens.start < tokens.start);
    mentions.insert(
        at,
        Mention { tokens, span: segments.span(tokens), label: Label::Place, confidence: Confidence::new(95), rule: "name.dateline" },
    );
}
