//! What has a capital and is nobody's name.
//!
//! ```text
//! Ada Quill, |D-Minn.|  ·  |Q3|  ·  |Storm Brendan|  ·  a |Sri Lankan| player  ·  |Monday|  ·  |RM52|
//! ```

use super::facts::Facts;
use super::lists::{self, Classes};
use super::{Label, Mention};
use crate::segment::{Kind, Segments};
use crate::span::Run;

/// Whether what was read as a name is none.
pub(super) fn is_nameless(segments: &Segments<'_>, facts: &[Facts], mention: &Mention) -> bool {
    segments.is_party_tag(mention.tokens.start as usize)
        || is_calendar(segments, facts, mention)
        || is_quarter(segments.lower_run(mention.tokens))
        || is_sum(segments, mention)
        || is_storm(segments, mention)
        || is_kin(segments.lower_run(mention.tokens))
        || is_honour(segments.lower_run(mention.tokens))
        || is_post(segments.words(mention.tokens))
        || matches!(segments.words(mention.tokens), "Rt" | "Hon")
        || is_vessel(segments, mention)
        || is_car(segments, mention)
        || is_office(segments, facts, mention)
        || is_in_brackets(segments, mention)
        || is_nationality(segments, mention)
        || is_member(segments, mention)
}

/// `the |Ohio Republican| said`: a politician.
fn is_member(segments: &Segments<'_>, mention: &Mention) -> bool {
    let (start, last) = (mention.tokens.start as usize, mention.tokens.end as usize - 1);
    let region = lists::word(segments.lower_run(Run::new(start, last)));
    mention.label == Label::Organisation
        && last > start
        && matches!(segments.lower(last), "republican" | "democrat" | "independent")
        && matches!(segments.lower(start.wrapping_sub(1)), "the" | "a")
        && (last - start > 1 || region.classes.has(Classes::REGION))
        && segments.is_small(last + 1)
}

/// `Q3`, `H1`, `FY2021`
pub(super) fn is_quarter(name: &str) -> bool {
    let year = |digits: &str| matches!(digits.len(), 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit());
    matches!(name, "q1" | "q2" | "q3" | "q4" | "h1" | "h2") || name.strip_prefix("fy").is_some_and(year)
}

/// `|Storm Brendan|`, `Hurricane |Ada|`, read as people
fn is_storm(segments: &Segments<'_>, mention: &Mention) -> bool {
    let storms = |token: usize| {
        matches!(segments.lower(token), "storm" | "hurricane" | "typhoon" | "cyclone") && segments.tokens[token].is_capitalised()
    };
    let (start, length) = (mention.tokens.start as usize, mention.tokens.len());
    mention.label == Label::Person && (length <= 2 && storms(start) || length == 1 && start > 0 && storms(start - 1))
}

/// `Mum`: whoever speaks has one of their own.
fn is_kin(name: &str) -> bool {
    matches!(name, "mum" | "mom" | "dad" | "mummy" | "mommy" | "daddy" | "grandma" | "grandpa" | "granny" | "grandad")
}

/// `Ada Quill, |MD & CEO|`, `told |MPs|`: what somebody, or something, is.
fn is_post(name: &str) -> bool {
    name.split([' ', '&']).filter(|word| !word.is_empty()).all(|word| matches!(word, "CEO" | "CFO" | "CTO" | "COO" | "CMD" | "MD" | "and"))
        || matches!(name, "MPs" | "MEPs" | "MSPs" | "MLAs" | "TDs" | "GPs" | "CEOs" | "CFOs" | "PCs" | "SUVs" | "EVs" | "NGOs")
}

/// `appointed |OBE|`: an order that people are given.
fn is_honour(name: &str) -> bool {
    matches!(name, "obe" | "cbe" | "mbe" | "dbe" | "kbe" | "gbe" | "cmg" | "kcmg")
}

/// `the ferry |Ada Quill|`, read as a person or a place: a ship.
fn is_vessel(segments: &Segments<'_>, mention: &Mention) -> bool {
    const VESSELS: [&str; 14] = [
        "destroyer",
        "dinghy",
        "ferry",
        "freighter",
        "frigate",
        "lifeboat",
        "ship",
        "steamer",
        "submarine",
        "tanker",
        "trawler",
        "vessel",
        "warship",
        "yacht",
    ];
    mention.label != Label::Organisation && VESSELS.contains(&segments.lower((mention.tokens.start as usize).wrapping_sub(1)))
}

/// `a silver |Lind Falcon|`, read as a person: what has a colour and an article is a car.
fn is_car(segments: &Segments<'_>, mention: &Mention) -> bool {
    const COLOURS: [&str; 12] = ["beige", "black", "blue", "brown", "gold", "gray", "green", "grey", "red", "silver", "white", "yellow"];
    let colour = (mention.tokens.start as usize).wrapping_sub(1);
    let painted =
        COLOURS.contains(&segments.lower(colour)) && matches!(segments.lower(colour.wrapping_sub(1)), "a" | "the" | "his" | "her");
    mention.label == Label::Person && mention.tokens.len() > 1 && painted
}

/// `Ada Quill (|Con|)`, `Tom Holm (|SAN|)`: the party of a member, or letters that lawyers bear behind their names.
fn is_in_brackets(segments: &Segments<'_>, mention: &Mention) -> bool {
    let bracketed =
        segments.lower((mention.tokens.start as usize).wrapping_sub(1)) == "(" && segments.lower(mention.tokens.end as usize) == ")";
    bracketed && matches!(segments.lower_run(mention.tokens), "con" | "ind" | "lab" | "lib dem" | "san")
}

/// `the |Sheriff|’s Office`, `the |Head of Media|, Ada Quill`: an office with a capital is nobody.
fn is_office(segments: &Segments<'_>, facts: &[Facts], mention: &Mention) -> bool {
    let start = mention.tokens.start as usize;
    let over = mention.label == Label::Organisation && matches!(segments.lower(start), "head" | "director" | "minister" | "secretary");
    if over && mention.tokens.len() > 2 && matches!(segments.lower(start + 1), "of" | "for") {
        return true;
    }
    let titled = facts[start].classes.has(Classes::TITLE) && segments.lower(start.wrapping_sub(1)) == "the";
    mention.label == Label::Person && mention.tokens.len() == 1 && titled
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

/// `RM52`, `USD5`, `|US|$5`: a sum of money.
fn is_sum(segments: &Segments<'_>, mention: &Mention) -> bool {
    let word = segments.lower(mention.tokens.start as usize);
    let figures = ["bn", "m", "k"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let currency = figures.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    // "US$5"
    let mark = mention.tokens.start as usize + 1;
    let is_dollar = mention.tokens.len() <= 2 && segments.lower(mark) == "$" && segments.glued(mark) && word.len() <= 3;
    is_dollar
        || mention.tokens.len() == 1
            && currency.len() < figures.len()
            && matches!(
                currency,
                "rm" | "rs"
                    | "usd"
                    | "eur"
                    | "gbp"
                    | "sgd"
                    | "php"
                    | "inr"
                    | "myr"
                    | "us"
                    | "kr"
                    | "tk"
                    | "ksh"
                    | "ngn"
                    | "n"
                    | "aed"
                    | "dh"
                    | "ghs"
                    | "qr"
                    | "r"
                    | "rmb"
                    | "sar"
                    | "sh"
                    | "zar"
            )
}

/// `North` in "North Korean"
pub(super) fn is_half_nationality(segments: &Segments<'_>, facts: &[Facts], mention: &Mention) -> bool {
    let next = mention.tokens.end as usize;
    matches!(segments.lower_run(mention.tokens), "north" | "south" | "east" | "west" | "central" | "latin")
        && facts.get(next).is_some_and(|facts| facts.classes.has(Classes::NATIONALITY))
}

/// `the New Zealander`, `a Sri Lankan player`, `the Dutchman`
fn is_nationality(segments: &Segments<'_>, mention: &Mention) -> bool {
    const PEOPLE: [&str; 13] =
        ["aussie", "brit", "briton", "croat", "dane", "finn", "kiwi", "pole", "scot", "serb", "spaniard", "swede", "turk"];
    let start = mention.tokens.start as usize;
    let one = || {
        matches!(segments.lower(start.wrapping_sub(1)), "the" | "a" | "an")
            && mention.tokens.len() == 1
            && !(mention.label == Label::Organisation && segments.lower(start) == "scotsman")
    };
    lists::phrase(segments.lower_run(mention.tokens)) == Some(Classes::NATIONALITY.number())
        || one() && mention.label == Label::Person && PEOPLE.contains(&segments.lower(start))
        || one() && ["chman", "shman", "tsman", "chwoman", "shwoman"].iter().any(|end| segments.lower(start).ends_with(end))
}
