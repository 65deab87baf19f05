//! Where a name begins and ends.
//!
//! ```text
//! Datuk Seri |Ahmad Faizal|  ·  Norwegians |Ada Quill| and |Tom Holm|  ·  the |U.N.| Secretary-General  ·  |Haakon VII|
//! ```

use super::facts::Facts;
use super::lists::{self, Classes};
use super::nameless::is_quarter;
use super::{Label, Mention, bodies, titles};
use crate::segment::{Kind, Segments, Shape, Token};
use crate::span::Run;

/// `Jessica Elgot |Deputy| political editor`: what begins a post written behind the name.
pub(super) fn strip_post(segments: &Segments<'_>, mention: &mut Mention) {
    let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
    let is_post = mention.label == Label::Person
        && end - start > 2
        && matches!(segments.lower(end - 1), "deputy" | "chief" | "senior" | "associate" | "political" | "science" | "health" | "business")
        && segments.tokens.get(end).is_some_and(|next| next.shape == Shape::Lower && next.kind == Kind::Word);
    if is_post {
        set_tokens(segments, mention, Run::new(start, end - 1));
    }
}

/// `|A| Harbour Board spokesman`, `Acme |Q2|`, `Acme |£|`: an article that opens the sentence, a quarter or a sum beside a firm.
pub(super) fn strip_ends(segments: &Segments<'_>, mention: &mut Mention) {
    let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
    let opens = segments.sentence_of(start).start as usize == start;
    let noun = segments.tokens.get(end).is_some_and(|next| next.shape == Shape::Lower && next.kind == Kind::Word);
    if end - start > 1 && opens && noun && segments.lower(start) == "a" {
        set_tokens(segments, mention, Run::new(start + 1, end));
    } else if end - start > 1 && (is_quarter(segments.lower(end - 1)) || is_currency(segments.lower(end - 1)) && !segments.glued(end - 1)) {
        set_tokens(segments, mention, Run::new(start, end - 1));
    } else if end - start > 1 && is_currency(segments.lower(start.wrapping_sub(1))) {
        set_tokens(segments, mention, Run::new(start + 1, end));
    }
}

/// `fined Quill |£|47m`, `its |$|85m Aker plant`
fn is_currency(mark: &str) -> bool {
    matches!(mark, "£" | "$" | "€")
}

/// `|Added| Ada Quill: “…”`: the cue that opens a sentence.
pub(super) fn strip_cue(segments: &Segments<'_>, mention: &mut Mention) {
    const CUES: [&str; 10] = ["added", "asked", "concluded", "explained", "noted", "recalled", "remarked", "replied", "said", "wrote"];
    let start = mention.tokens.start as usize;
    if CUES.contains(&segments.lower(start)) {
        set_tokens(segments, mention, without_opener(segments, mention.tokens));
    }
}

/// `|Ecologist| Ada Quill`: what somebody is, with the capital of the sentence; but sheikhs and mullahs are called so.
pub(super) fn strip_role(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
    let start = mention.tokens.start as usize;
    let (word, classes) = (segments.lower(start), facts[start].classes);
    let is_role = (classes.has(Classes::TITLE) || titles::is_listed(word)) && word.len() >= 6
        || ["ologist", "icist", "ician"].iter().any(|end| word.ends_with(end));
    let is_name = classes.any(Classes::PERSON) && word != "pastor" || matches!(word, "sheikh" | "shaikh" | "mullah" | "prince");
    let goes_on = segments.tokens[start + 1..].first().is_some_and(Token::is_capitalised);
    if mention.label == Label::Person && mention.tokens.len() > 2 && goes_on && is_role && !is_name {
        set_tokens(segments, mention, Run::new(start + 1, mention.tokens.end as usize));
    }
}

/// `Datuk Seri Ahmad Faizal`: what follows an honorific is a person; the honorific, and what stands before it, is not the name.
pub(super) fn strip_honorifics(segments: &Segments<'_>, mention: &mut Mention) {
    let range = mention.tokens.range();
    let leads = |token: usize| is_honorific(segments, token) && token + 1 < range.end;
    let start = range.clone().rev().find(|&token| leads(token)).map_or(range.start, |last| last + 1);
    // "Labour TD for Norwick Ada Quill"
    let sits = is_mandate(segments, start.wrapping_sub(1)) && segments.lower(start) == "for" && range.end > start + 3;
    let start = if sits { start + 2 } else { start };
    let is_post = segments.lower(start) == "for";
    if !is_post && start > range.start && start < range.end {
        set_tokens(segments, mention, Run::new(start, range.end));
        *mention = Mention { label: Label::Person, rule: "name.honorific", ..*mention };
    }
}

/// `MLA`, `TD`: members of parliaments, and prosecutors; but TD Quill may be a bank.
pub(super) fn is_mandate(segments: &Segments<'_>, token: usize) -> bool {
    let next = || {
        segments.lower(token + 1) == "for" || {
            let classes = lists::word(segments.lower(token + 1)).classes;
            classes.has(Classes::FIRST_NAME) && !classes.has(Classes::CALENDAR)
        }
    };
    let is_one = match segments.lower(token) {
        "dpp" | "mla" | "mlc" | "mna" | "mpa" | "mpp" => true,
        "td" => next() || segments.is_capital(token.wrapping_sub(1)) && !segments.is_capital(token + 1),
        _ => false,
    };
    is_one && segments.tokens[token].shape == Shape::Upper && !segments.behind_hyphen(token)
}

/// `PPP |MPA|`, `Ada Quill |TD|`: a party, or somebody, and what somebody is.
pub(super) fn strip_mandate(segments: &Segments<'_>, mention: &mut Mention) {
    let (start, last) = (mention.tokens.start as usize, mention.tokens.end as usize - 1);
    if last > start && is_mandate(segments, last) {
        set_tokens(segments, mention, Run::new(start, last));
        let is_party = mention.tokens.range().all(|token| segments.tokens[token].shape == Shape::Upper);
        let label = if is_party { Label::Organisation } else { mention.label };
        *mention = Mention { label, ..*mention };
    }
}

pub(super) fn is_honorific(segments: &Segments<'_>, token: usize) -> bool {
    if is_mandate(segments, token) {
        return true;
    }
    match segments.lower(token) {
        "justices" | "messrs" | "messrs." | "mr" | "mr." | "mrs" | "mrs." | "ms" | "ms." | "mx" | "dr" | "dr." | "prof" | "prof."
        | "sen." | "rep." | "gov." | "gen." | "col." | "lt." | "capt." | "sgt." | "sgt" | "rev." | "rev" | "cllr" | "cllr." | "coun"
        | "coun." | "supt" | "supt." | "det" | "det." | "insp" | "insp." | "cpl." | "const." | "pte." | "hon." | "adv." | "engr."
        | "smt." | "barr." | "alhaji" | "alhaja" | "hajiya" | "atty." | "baroness" | "datuk" | "dato" | "dato'" | "datin" | "paduka"
        | "tun" | "puan" | "encik" | "magistrate" | "señor" | "señora" | "monsieur" | "madame" | "herr" | "frau" => true,
        "cr" => segments.tokens[token].shape == Shape::Title,
        // East Africa, the Philippines
        "mama" | "mzee" | "ka" | "mang" | "aling" => segments.tokens[token].shape == Shape::Title && segments.is_capital(token + 1),
        // not "Miss World"
        "miss" => {
            let next = lists::word(segments.lower(token + 1)).classes;
            segments.tokens[token].shape == Shape::Title
                && segments.is_capital(token + 1)
                && !next.any(Classes(Classes::COUNTRY.0 | Classes::REGION.0 | Classes::NATIONALITY.0))
                && !matches!(segments.lower(token + 1), "world" | "universe" | "international")
        }
        // Ranks of the police in Nigeria and India.
        "sp" | "asp" | "dsp" | "csp" | "acp" | "dcp" => segments.tokens[token].shape == Shape::Upper,
        "counsel" => token > 0 && segments.lower(token - 1) == "senior",
        "besar" => token > 0 && segments.lower(token - 1) == "menteri",
        "garda" if segments.lower(token + 1) == "síochána" => false,
        "comrade" | "garda" => [token + 1, token + 2].iter().all(|&next| segments.tokens.get(next).is_some_and(Token::is_capitalised)),
        "tan" => matches!(segments.lower(token + 1), "sri"),
        "sri" | "seri" => token > 0 && matches!(segments.lower(token - 1), "datuk" | "dato" | "dato'" | "datin" | "tan" | "puan"),
        _ => false,
    }
}

/// `Mr |Quill|`
pub(super) fn is_titled(segments: &Segments<'_>, name: Run) -> bool {
    name.start > 0 && is_honorific(segments, name.start as usize - 1)
}

/// `A. |Quill| left.`, the answer to a paragraph that opens with `Q.`: no initial.
pub(super) fn strip_label(segments: &Segments<'_>, mention: &mut Mention) {
    let start = mention.tokens.start as usize;
    if segments.lower(start) != "a." || mention.tokens.len() < 2 {
        return;
    }
    let answer = segments.paragraph_of(start);
    let first = |paragraph: usize| segments.paragraphs[paragraph].tokens.start as usize;
    if first(answer) == start && answer.checked_sub(1).is_some_and(|question| segments.lower(first(question)) == "q.") {
        set_tokens(segments, mention, Run::new(start + 1, mention.tokens.end as usize));
    }
}

/// `Norwegian Ada Quill`, `Norwegians Ada Quill and …`, `Countryman Yusuf Rahim`: where somebody comes from is no part of the name.
pub(super) fn strip_nationality(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
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

/// `the |U.N.| Secretary-General`, `the |Aker Party| MP`: the office is no part of the organisation.
pub(super) fn strip_office(segments: &Segments<'_>, mention: &mut Mention) {
    let end = mention.tokens.end as usize;
    // "the |Fine Gael| TD"
    let sits = mention.tokens.len() > 1 && matches!(segments.lower(end - 1), "td" | "mp" | "mep" | "msp" | "mla");
    if mention.label == Label::Organisation && sits && segments.tokens[end - 1].shape == Shape::Upper && segments.lower(end - 2) != "-" {
        set_tokens(segments, mention, Run::new(mention.tokens.start as usize, end - 1));
        let is_town = lists::word(segments.lower_run(mention.tokens)).classes.any(Classes(Classes::CITY.0 | Classes::REGION.0));
        mention.label = if is_town { Label::Place } else { mention.label };
        return;
    }
    let is_office = mention.tokens.len() > 3
        && mention.label == Label::Organisation
        && segments.lower(end - 1) == "general"
        && segments.lower(end - 2) == "-"
        && matches!(segments.lower(end - 3), "secretary" | "director" | "governor" | "attorney");
    if is_office {
        set_tokens(segments, mention, Run::new(mention.tokens.start as usize, end - 3));
    }
}

/// `Developer |Holm Homes|`: what a firm does, with the capital of the sentence.
pub(super) fn strip_business(segments: &Segments<'_>, mention: &mut Mention) {
    let start = mention.tokens.start as usize;
    let noun = segments.lower(start);
    let does = ["er", "or"].iter().any(|end| noun.ends_with(end))
        && (bodies::BUSINESSES.contains(&noun) || matches!(noun, "contractor" | "developer" | "investor"));
    if mention.label == Label::Organisation && mention.tokens.len() > 2 && does {
        set_tokens(segments, mention, without_opener(segments, mention.tokens));
    }
}

/// `Payroll startup |Quillwise|`, read as one name: what a business is, in small letters, before its name.
pub(super) fn part_business(segments: &Segments<'_>, mention: &mut Mention) {
    let range = mention.tokens.range();
    let noun = |&token: &usize| segments.is_small(token) && bodies::BUSINESSES.contains(&segments.lower(token));
    if let Some(noun) = range.clone().find(noun).filter(|noun| noun + 1 < range.end && segments.is_capital(noun + 1)) {
        set_tokens(segments, mention, Run::new(noun + 1, range.end));
        if mention.label == Label::Person {
            mention.label = Label::Organisation;
        }
    }
}

/// `Ada Quill | Nova | Apr 9`: a bar parts what a byline tells.
pub(super) fn end_at_bar(segments: &Segments<'_>, mention: &mut Mention) {
    let range = mention.tokens.range();
    if let Some(bar) = range.clone().skip(1).find(|&token| segments.lower(token) == "|") {
        set_tokens(segments, mention, Run::new(range.start, bar));
    }
}

/// A name without its first word, where that opens the sentence and another capital follows.
pub(super) fn without_opener(segments: &Segments<'_>, name: Run) -> Run {
    let start = name.start as usize;
    let opens = name.len() > 1 && segments.sentence_of(start).start == name.start && segments.tokens[start + 1].is_capitalised();
    Run::new(start + usize::from(opens), name.end as usize)
}

/// `Aker-based |Holm Homes|`: where an organisation is based is no part of its name.
pub(super) fn strip_base(segments: &Segments<'_>, mention: &mut Mention) {
    let range = mention.tokens.range();
    let based = range.clone().find(|&token| segments.word(token) == "based" && segments.behind_hyphen(token));
    if let Some(based) = based.filter(|based| based + 1 < range.end) {
        set_tokens(segments, mention, Run::new(based + 1, range.end));
    }
}

/// `Haakon VII`: the number of a king belongs to the name.
pub(super) fn add_numeral(segments: &Segments<'_>, mention: &mut Mention) {
    let end = mention.tokens.end as usize;
    let is_numeral = segments.lower(end).len() > 1 && segments.lower(end).bytes().all(|letter| b"ivx".contains(&letter));
    if mention.label == Label::Person && is_numeral && segments.sentence_of(end - 1).has(end) && segments.tokens[end].shape == Shape::Upper
    {
        set_tokens(segments, mention, Run::new(mention.tokens.start as usize, end + 1));
    }
}

/// `Han Mi-rae`, `Han Mi-o-rae`: the small parts of a hyphened given name belong to the name.
pub(super) fn finish_given_name(segments: &Segments<'_>, mention: &mut Mention) {
    if mention.tokens.len() > 1 && segments.lower(mention.tokens.end as usize - 1) == "-" {
        set_tokens(segments, mention, Run { start: mention.tokens.start, end: mention.tokens.end - 1 });
    }
    let is_hyphen = |token: usize| segments.lower(token) == "-" && segments.glued(token) && segments.glued(token + 1);
    let is_half = |token: usize| {
        let half = &segments.tokens[token];
        let word = segments.lower(token);
        // "Quill-led", "Quill-in-waiting"
        let is_other = is_suffix(word) || word == "in" && is_hyphen(token + 1);
        half.shape == Shape::Lower && half.kind == Kind::Word && word.len() <= 6 && !is_other
    };
    let mut end = mention.tokens.end as usize;
    let is_given = mention.label == Label::Person && mention.tokens.len() > 1;
    while is_given && is_hyphen(end) && is_half(end + 1) {
        end += 2;
    }
    set_tokens(segments, mention, Run::new(mention.tokens.start as usize, end));
}

/// `Dean Hollis, 36,`, `April Quill`: a title that is also a first name belongs to the name where an age follows it, a month that is one
/// where it is no date. `taken`: the end of the name before.
pub(super) fn take_first_name(segments: &Segments<'_>, facts: &[Facts], taken: usize, mention: &mut Mention) {
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
        "led"
            | "backed"
            | "based"
            | "born"
            | "era"
            | "like"
            | "style"
            | "run"
            | "owned"
            | "made"
            | "held"
            | "elect"
            | "and"
            | "esque"
            | "loyal"
            | "mania"
            | "or"
            | "to"
            | "type"
    )
}

/// `Aker (Nor`: a name ends before a bracket that it does not close.
pub(super) fn close_bracket(segments: &Segments<'_>, mention: &mut Mention) {
    let range = mention.tokens.range();
    let opening = range.clone().skip(1).find(|&token| segments.lower(token) == "(");
    if let Some(opening) = opening.filter(|_| !range.clone().any(|token| segments.lower(token) == ")")) {
        set_tokens(segments, mention, Run::new(range.start, opening));
    }
}

/// `told |Aker Radio| the Alliance was late`: who is spoken to ends where a clause begins.
pub(super) fn end_audience(segments: &Segments<'_>, mention: &mut Mention) {
    let range = mention.tokens.range();
    let told = matches!(segments.lower(range.start.wrapping_sub(1)), "told" | "tells" | "telling");
    let the = range.clone().skip(1).find(|&token| segments.is_small(token) && segments.lower(token) == "the");
    // "told Save the Children"
    let is_name = |the: usize| the > range.start + 1 || segments.tokens[range.start].shape == Shape::Upper;
    let behind_name = |&the: &usize| told && is_name(the) && segments.tokens[the - 1].is_capitalised();
    if let Some(the) = the.filter(behind_name) {
        set_tokens(segments, mention, Run::new(range.start, the));
    }
}

/// `Ada Quill |KC|`: letters that are put after a name.
pub(super) fn strip_letters(segments: &Segments<'_>, mention: &mut Mention) {
    let last = mention.tokens.end as usize - 1;
    let is_letters = titles::is_letters(segments.lower(last));
    let capitals = segments.tokens[last].shape == Shape::Upper || segments.lower(last) == "phd";
    let is_first_name = || lists::word(segments.lower(mention.tokens.start as usize)).classes.has(Classes::FIRST_NAME);
    let of_person = || mention.label == Label::Person || matches!(segments.lower(last), "kc" | "qc") && is_first_name();
    if mention.tokens.len() > 2 && is_letters && capitals && of_person() {
        set_tokens(segments, mention, Run::new(mention.tokens.start as usize, last));
        mention.label = Label::Person;
    }
}

/// Gives a name other bounds.
pub(super) fn set_tokens(segments: &Segments<'_>, mention: &mut Mention, tokens: Run) {
    mention.tokens = tokens;
    mention.span = segments.span(tokens);
}

#[cfg(test)]
mod tests {
    use crate::annotation::EntityType;
    use crate::{Options, annotate};

    #[test]
    fn bars_part_a_byline() {
        let annotation = annotate("Ada Quill | Nova | Apr 9, 2026, 21:14\n\nThe ferry was late.", &Options::default());
        let people: Vec<&str> =
            annotation.entities.iter().filter(|entity| entity.kind == EntityType::Person).map(|entity| entity.name.as_str()).collect();
        assert_eq!(people, ["Ada Quill"]);
        assert!(annotation.dates.iter().any(|date| date.value == "2026-04-09T21:14"));
    }
}
