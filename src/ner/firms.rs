//! Names of firms that their marks give away.
//!
//! ```text
//! |Holm & Daughters| of Aker  ·  |Quill, Okafor & Partners|  ·  |Aker Ferries plc|
//! ```

use super::edges::{self, set_tokens};
use super::lists::{self, Classes};
use super::{Label, Mention};
use crate::confidence::Confidence;
use crate::order;
use crate::segment::{Role, Segments, Shape};
use crate::span::{Run, index};
use rustc_hash::FxHashSet;

/// Joins what an ampersand joins, and adds the form of a company to its name.
pub(super) fn join(segments: &Segments<'_>, mentions: &mut Vec<Mention>) {
    for mention in mentions.iter_mut().filter(|mention| mention.label == Label::Organisation) {
        add_form(segments, mention);
    }
    let ampersands = segments.text.match_indices('&').map(|(at, _)| segments.token_from(index(at)));
    let alone = ampersands.filter(|&token| token > 0 && segments.lower(token) == "&");
    let mut firms: Vec<Run> = alone.filter_map(|token| around(segments, token)).collect();
    firms.retain(|firm| segments.paragraphs[segments.paragraph_of(firm.start as usize)].role != Role::Byline);
    firms.dedup_by(|next, last| next.overlaps(*last));
    firms.retain(|&firm| !mentions[first_at(mentions, firm)..].first().is_some_and(|mention| is_within(firm, mention)));
    let outside = |mention: Mention| {
        let next = firms.partition_point(|firm| firm.end <= mention.tokens.start);
        match firms.get(next).filter(|firm| firm.overlaps(mention.tokens)) {
            Some(&firm) => rest(segments, mention, firm),
            None => Some(mention),
        }
    };
    *mentions = mentions.iter().copied().filter_map(outside).collect();
    let firm = |tokens: Run| Mention {
        tokens,
        span: segments.span(tokens),
        label: Label::Organisation,
        confidence: Confidence::new(85),
        rule: "name.firm",
    };
    mentions.extend(firms.into_iter().map(firm));
    order::sort_by(mentions, |mention| mention.tokens.start.into());
}

/// What is left of a name behind a firm, from its next capital on: "|Holm & Daughters| to Aker Motors",
/// "|Holm & Daughters| of Aker".
fn rest(segments: &Segments<'_>, mut mention: Mention, firm: Run) -> Option<Mention> {
    let start = (firm.end as usize..mention.tokens.end as usize).find(|&token| segments.tokens[token].is_capitalised())?;
    let tokens = Run::new(start, mention.tokens.end as usize);
    set_tokens(segments, &mut mention, tokens);
    if matches!(segments.lower(start - 1), "of" | "in") {
        mention.label = Label::Place;
    }
    Some(mention)
}

/// The first name that ends after a firm begins.
fn first_at(mentions: &[Mention], firm: Run) -> usize {
    mentions.partition_point(|mention| mention.tokens.end <= firm.start)
}

/// Whether a firm is the end of a longer name: "National Holm & Daughters".
fn is_within(firm: Run, mention: &Mention) -> bool {
    mention.label == Label::Organisation && mention.tokens.contains(firm) && mention.tokens.start < firm.start
}

/// The capitals on both sides of an ampersand within a sentence, with those before a comma where it is a list.
fn around(segments: &Segments<'_>, ampersand: usize) -> Option<Run> {
    let sentence = segments.sentence_of(ampersand);
    let capital = |token: usize| sentence.has(token) && segments.is_capital(token);
    let floor = ampersand.saturating_sub(8);
    let mut start = (floor..ampersand).rev().take_while(|&token| capital(token)).last()?;
    if ampersand - start == 1 && start == sentence.start as usize + 2 && segments.lower(start - 1) == "," && capital(start - 2) {
        start -= 2;
    }
    let mut end = (ampersand + 1..ampersand + 8).take_while(|&token| capital(token)).last()? + 1;
    // “of |Quill, Lind, Okafor & Holm|”: single words, three or four before the ampersand, and one behind it.
    let is_another = |word: usize| lists::word(segments.lower(word)).classes.has(Classes::ORGANISATION);
    let is_listed = |&word: &usize| segments.lower(word + 1) == "," && capital(word) && !capital(word.wrapping_sub(1)) && !is_another(word);
    let words = (1..5).map_while(|back| start.checked_sub(2 * back)).take_while(is_listed).count();
    if ampersand - start == 1 && end == ampersand + 2 && matches!(words, 2 | 3) {
        start -= 2 * words;
    }
    end += usize::from(is_form(segments.lower(end)) && sentence.has(end));
    let titled = (start..end).any(|token| lists::word(segments.lower(token)).classes.has(Classes::TITLE));
    (!titled).then(|| Run::new(start, end))
}

/// `Aker Foods … |Aker| said`, read as a person or a place: the firm by its first word, where nobody of that name is told of.
pub(super) fn shorten(segments: &Segments<'_>, mentions: &mut [Mention]) {
    let words = |mention: &Mention| mention.tokens.range().map(|token| segments.lower(token)).collect::<Vec<&str>>();
    let long = |label: Label| mentions.iter().filter(move |mention| mention.label == label && mention.tokens.len() > 1);
    let founds =
        |mention: &Mention| segments.lower(mention.tokens.end as usize) == "," && segments.lower(mention.tokens.end as usize + 1) == "who";
    let alone =
        mentions.iter().filter(|mention| mention.tokens.len() == 1 && (edges::is_titled(segments, mention.tokens) || founds(mention)));
    let people: FxHashSet<&str> = long(Label::Person).chain(alone).flat_map(words).collect();
    let others = Classes(Classes::FIRST_NAME.0 | Classes::COUNTRY.0 | Classes::REGION.0 | Classes::CITY.0 | Classes::NATIONALITY.0);
    let is_own = |word: &&str| word.len() >= 4 && !people.contains(word) && !lists::word(word).classes.any(others);
    let trades = |name: &Vec<&str>| name[1..].iter().any(|word| is_trade(word));
    let firms: FxHashSet<&str> = long(Label::Organisation).map(words).filter(trades).map(|name| name[0]).filter(is_own).collect();
    let has_town = |name: &Vec<&str>| name.last().is_some_and(|head| super::elsewhere::TOWNS.contains(head));
    let towns: FxHashSet<&str> = long(Label::Organisation).map(words).filter(has_town).map(|name| name[0]).filter(is_own).collect();
    // "the |Thornley| line … the Thornley Gazette"
    for mention in mentions.iter_mut().filter(|mention| mention.tokens.len() == 1 && mention.label == Label::Organisation) {
        let token = mention.tokens.start as usize;
        if towns.contains(segments.lower(token))
            && segments.tokens[token].shape == Shape::Title
            && !super::bodies::stand_beside(segments, mention.tokens, Label::Person)
        {
            *mention = Mention { label: Label::Place, rule: "name.town", ..*mention };
        }
    }
    for mention in mentions.iter_mut().filter(|mention| mention.tokens.len() == 1 && mention.label != Label::Organisation) {
        let token = mention.tokens.start as usize;
        let is_there =
            mention.label == Label::Place && matches!(segments.lower(token.wrapping_sub(1)), "in" | "at" | "near" | "from" | "to");
        let before = segments.lower(token.wrapping_sub(2));
        let by_share = super::bodies::is_holding(before) || matches!(before, "stake" | "stakes" | "invested" | "investment");
        if firms.contains(segments.lower(token)) && (!is_there || by_share) && mention.rule != "name.dateline" {
            *mention = Mention { label: Label::Organisation, rule: "name.short", ..*mention };
        }
    }
}

/// What stands in the names of firms, and of no council, union or paper that has its town's name.
pub(crate) const TRADES: [&str; 47] = [
    "aerospace",
    "airlines",
    "airways",
    "bio",
    "biosciences",
    "biotech",
    "brands",
    "capital",
    "chemicals",
    "corporation",
    "electronics",
    "energy",
    "entertainment",
    "financial",
    "foods",
    "group",
    "holding",
    "holdings",
    "homes",
    "industries",
    "insurance",
    "labs",
    "limited",
    "logistics",
    "media",
    "mining",
    "motor",
    "motors",
    "oil",
    "partners",
    "petroleum",
    "pharma",
    "pharmaceutical",
    "pharmaceuticals",
    "power",
    "properties",
    "resources",
    "retail",
    "semiconductor",
    "software",
    "solar",
    "steel",
    "systems",
    "technologies",
    "technology",
    "therapeutics",
    "ventures",
];

/// `plc` after the name
fn add_form(segments: &Segments<'_>, mention: &mut Mention) {
    let end = mention.tokens.end as usize;
    let form = end + usize::from(segments.lower(end) == "," && matches!(segments.lower(end + 1), "inc" | "inc." | "llc" | "ltd" | "ltd."));
    if is_form(segments.lower(form)) && segments.sentence_of(end - 1).has(form) {
        set_tokens(segments, mention, Run::new(mention.tokens.start as usize, form + 1));
    }
}

/// What only firms end in: what they trade in, or their form.
pub(super) fn is_trade(word: &str) -> bool {
    TRADES.contains(&word) || is_form(word)
}

pub(super) fn is_form(word: &str) -> bool {
    matches!(word, "plc" | "inc" | "inc." | "ltd" | "ltd." | "llc" | "co." | "corp." | "gmbh" | "ag" | "sdn" | "bhd")
}
