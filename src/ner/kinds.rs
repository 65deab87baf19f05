//! What a name must be the name of, whatever the model reads.
//!
//! ```text
//! the |DPRK| (a place)  ·  a resident of |Aker| (a place)  ·  its owner, |Holm Shipping| (an organisation)
//! ```

use super::facts::Facts;
use super::lists::{self, Classes};
use super::{Label, Mention, bodies, edges, firms};
use crate::confidence::Confidence;
use crate::segment::{Kind, Segments, Shape};
use crate::span::Run;

/// `DPRK`, `N. Korea`: a country is a place.
pub(super) fn name_country(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
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

/// `Norwick, |Mass. Quill| left`, `|Norwick, Mass.|` read as a person: a state ends the name of a place.
pub(super) fn name_state(segments: &Segments<'_>, mention: &mut Mention) {
    let range = mention.tokens.range();
    if range.len() > 1 && segments.is_state(range.start) {
        edges::set_tokens(segments, mention, Run::new(range.start + 1, range.end));
    } else if mention.label != Label::Place && segments.is_state(range.end - 1) {
        *mention = Mention { label: Label::Place, rule: "name.country", ..*mention };
    }
}

/// `BAM`: a city is not written in capitals where other words are not.
pub(super) fn name_capitals(facts: &[Facts], segments: &Segments<'_>, mention: &mut Mention) {
    let start = mention.tokens.start as usize;
    let is_city = facts[start].classes.has(Classes::CITY) && !facts[start].classes.has(Classes::COUNTRY);
    let usual = super::facts::case(segments, segments.sentence_of(start)) == super::facts::Case::Usual;
    let short = segments.tokens[start].shape == Shape::Upper && (3..=4).contains(&segments.word(start).len());
    let is_state = matches!(segments.lower(start), "nsw" | "nyc");
    if mention.label == Label::Place && mention.tokens.len() == 1 && is_city && usual && short && !is_state {
        *mention = Mention {
            label: Label::Organisation,
            confidence: mention.confidence.min(Confidence::new(70)),
            rule: "name.capitals",
            ..*mention
        };
    }
}

/// `a resident of |Aker|`, `north of |Aker|`, `the MP for |Aker South|`, read as a person: what one lives in, goes by or sits for is a place.
pub(super) fn name_home(segments: &Segments<'_>, mention: &mut Mention) {
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
    let elects =
        segments.lower(start.wrapping_sub(1)) == "for" && matches!(segments.lower(start.wrapping_sub(2)), "mp" | "msp" | "td" | "mla");
    // "Ada Quill, 43, of |Aker Close|"
    let aged = segments.lower(start.wrapping_sub(1)) == "of"
        && segments.lower(start.wrapping_sub(2)) == ","
        && segments.tokens.get(start.wrapping_sub(3)).is_some_and(|token| token.kind == Kind::Number)
        && segments.lower(start.wrapping_sub(4)) == ",";
    let one_word = mention.tokens.len() == 1 && mention.rule != "name.elsewhere";
    if mention.label == Label::Person && (one_word && lives || (elects || aged) && mention.tokens.len() <= 2) {
        *mention = Mention { label: Label::Place, rule: "name.home", ..*mention };
    }
}

/// `his mother, |Funmi|,`: a single word that nothing else is known of, where the kin are somebody's.
pub(super) fn kin(segments: &Segments<'_>, facts: &[Facts]) -> Vec<(Run, Label, u8, &'static str)> {
    let is_name = |token: usize| {
        let shape = segments.tokens[token].kind == Kind::Word && segments.tokens[token].shape == Shape::Title;
        shape && !facts[token].classes.any(Classes(Classes::CALENDAR.0 | Classes::COUNTRY.0))
    };
    let owned = |noun: usize| matches!(segments.lower(noun.wrapping_sub(1)), "his" | "her" | "their" | "my" | "'s");
    // "Aker, the elder of her two daughters,"
    let is_kin = |noun: &str| KIN.contains(&noun) || noun.strip_suffix('s').is_some_and(|one| KIN.contains(&one));
    let kin_after = |token: usize| {
        let opens = segments.sentence_of(token).start as usize == token && segments.lower(token + 1) == ",";
        let apposed = || (token + 3..token + 10).take_while(|&noun| segments.lower(noun) != ",").any(|noun| is_kin(segments.lower(noun)));
        let unknown = facts[token].is_unknown() || facts[token].classes.has(Classes::FIRST_NAME);
        opens && unknown && matches!(segments.lower(token + 2), "the" | "her" | "his" | "their") && apposed()
    };
    let kin_before = |token: usize| token > 2 && is_kin_before(segments, token) && owned(token - 2) && segments.lower(token + 1) == ",";
    (0..segments.tokens.len())
        .filter(|&token| is_name(token) && (kin_before(token) || kin_after(token)))
        .map(|token| (Run::new(token, token + 1), Label::Person, 85, "name.kin"))
        .collect()
}

/// `her sister, |Aker|`
fn is_kin_before(segments: &Segments<'_>, name: usize) -> bool {
    name > 1 && segments.lower(name - 1) == "," && KIN.contains(&segments.lower(name - 2))
}

const KIN: [&str; 16] = [
    "aunt", "baby", "boy", "brother", "child", "daughter", "father", "girl", "husband", "mother", "nephew", "niece", "sister", "son",
    "uncle", "wife",
];

/// `her sister, |Aker|,`: whose kin has one name is a person.
pub(super) fn name_kin(segments: &Segments<'_>, mention: &mut Mention) {
    let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
    let is_over = matches!(segments.lower(end), "," | "." | "and");
    if mention.label != Label::Person && end - start == 1 && is_over && is_kin_before(segments, start) {
        *mention = Mention { label: Label::Person, rule: "name.kin", ..*mention };
    }
}

/// `|Aker Transit|, the provincial agency,`, read as a person or a town: what is said behind the comma.
pub(super) fn name_apposed(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
    let first = facts[mention.tokens.start as usize].classes;
    let listed = Classes::PLACE;
    let is_other = match mention.label {
        Label::Person => mention.tokens.len() == 1 || !first.has(Classes::FIRST_NAME),
        Label::Place => mention.tokens.len() == 1 && !first.any(listed),
        Label::Organisation => false,
    };
    if is_other && bodies::is_called_body(segments, mention.tokens.end as usize) {
        *mention = Mention { label: Label::Organisation, rule: "name.apposed", ..*mention };
    }
}

/// `|Akerlinx|, the provincial agency,` at the head of a sentence, where a capital tells nothing.
pub(super) fn apposed(segments: &Segments<'_>, facts: &[Facts]) -> Vec<(Run, Label, u8, &'static str)> {
    let is_new = |token: usize| facts[token].is_unknown() && segments.tokens[token].is_capitalised() && segments.word(token).len() > 3;
    let heads = segments.sentences.iter().map(|sentence| sentence.start as usize);
    let named = heads.filter(|&token| is_new(token) && bodies::is_called_body(segments, token + 1));
    named.map(|token| (Run::new(token, token + 1), Label::Organisation, 75, "name.apposed")).collect()
}

/// `Ferries.com`, read as a person
pub(super) fn name_site(segments: &Segments<'_>, mention: &mut Mention) {
    if mention.tokens.len() == 1 && is_site(segments, mention.tokens.start as usize) {
        *mention = Mention { label: Label::Organisation, rule: "name.site", ..*mention };
    }
}

/// Whether a word is a site with a capital.
pub(super) fn is_site(segments: &Segments<'_>, token: usize) -> bool {
    let is_address =
        |word: &str| [".com", ".org", ".net", ".com.au", ".co.uk"].iter().any(|end| word.ends_with(end)) && !word.contains(['@', '/']);
    segments.tokens[token].is_capitalised() && is_address(segments.lower(token))
}

/// `of |Tarn Bridge Research|`, `|Quill Motorsport|`: firms of several words end in what they trade in, people have a first name.
pub(super) fn name_trade(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
    let (first, last) = (mention.tokens.start as usize, mention.tokens.end as usize - 1);
    let trades = firms::is_trade(segments.lower(last)) || OTHER_TRADES.contains(&segments.lower(last));
    let is_person = mention.label == Label::Person && facts[first].classes.has(Classes::FIRST_NAME);
    if mention.label != Label::Organisation && last > first && trades && !is_person {
        *mention = Mention { label: Label::Organisation, rule: "name.body", ..*mention };
    }
}

/// What firms of several words end in that do not go by their first word alone.
const OTHER_TRADES: [&str; 26] = [
    "advisory",
    "analytics",
    "communications",
    "consulting",
    "co-operative",
    "cooperative",
    "farms",
    "films",
    "metrics",
    "motorsport",
    "mutual",
    "networks",
    "parcels",
    "pictures",
    "platinum",
    "productions",
    "publishing",
    "racing",
    "records",
    "renewables",
    "research",
    "robotics",
    "securities",
    "snacks",
    "studios",
    "works",
];

/// `told the |Financial Courier|`: whom something is told with an article and capitals is a paper or a body.
pub(super) fn told(segments: &Segments<'_>, facts: &[Facts]) -> Vec<(Run, Label, u8, &'static str)> {
    let capital = |token: usize| segments.is_capital(token);
    let offices = Classes(Classes::TITLE.0 | Classes::CALENDAR.0 | Classes::NATIONALITY.0);
    let is_office = |token: usize| facts[token].classes.any(offices);
    let name = |told: usize| {
        let start = told + 2;
        if segments.lower(told) != "told" || segments.lower(told + 1) != "the" {
            return None;
        }
        let end = (start..start + 4).find(|&token| !capital(token)).unwrap_or(start);
        // "told The Gazette"
        let least = start + if capital(told + 1) { 1 } else { 2 };
        let fits = end >= least && segments.sentence_of(told).has(end - 1) && !(start..end).any(is_office);
        (fits && segments.lower(end) != "-").then(|| Run::new(start, end))
    };
    let names = (0..facts.len().saturating_sub(2)).filter_map(name);
    names.map(|name| (name, Label::Organisation, 75, "name.told")).collect()
}

/// `Ms |Quill|`, `Justices |Ada Quill| and |Ben Holm|`, not read as names: whom these stand before are people.
pub(super) fn titled(segments: &Segments<'_>, facts: &[Facts]) -> Vec<(Run, Label, u8, &'static str)> {
    let name = |start: usize| {
        let end = (start..start + 4).find(|&word| !segments.is_capital(word)).filter(|&end| end > start)?;
        let others = Classes(Classes::TITLE.0 | Classes::CALENDAR.0);
        let is_other = facts[start].classes.any(others) || segments.lower(start) == "magazine";
        let fits = segments.sentence_of(start).has(end - 1) && !is_other;
        fits.then(|| Run::new(start, end))
    };
    let names = |token: usize| {
        let word = segments.words(Run::new(token, token + 1));
        let are_many = matches!(word, "Justices" | "Messrs" | "Messrs." | "Reps." | "Sens.");
        // Not a ship: "MS Quill"
        let is_title = are_many
            || matches!(word, "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms" | "Ms." | "Mx")
            || segments.is_capital(token) && edges::is_mandate(segments, token);
        let first = if is_title { name(token + 1) } else { None };
        let and = first.filter(|first| are_many && segments.lower(first.end as usize) == "and");
        [first, and.and_then(|first| name(first.end as usize + 1))]
    };
    let found = (0..facts.len()).flat_map(names).flatten();
    found.map(|name| (name, Label::Person, 90, "name.honorific")).collect()
}

/// `|Norwick|-based`: where somebody, or a body, has its seat.
pub(super) fn based(segments: &Segments<'_>, facts: &[Facts]) -> Vec<(Run, Label, u8, &'static str)> {
    let is_place = |classes: Classes| classes.any(Classes::PLACE);
    // "DNA-based", "Oracle-based": no listed place, and no word that no list knows.
    let is_town = |token: usize| {
        let new = segments.tokens[token].shape == Shape::Title && facts[token].is_unknown();
        segments.is_capital(token) && (new || is_place(facts[token].classes) || segments.is_state(token))
    };
    let place = |based: usize| {
        let hyphen = based - 1;
        let is_listed = |&start: &usize| is_place(lists::phrase_classes(segments.lower_run(Run::new(start, hyphen))));
        let start = (hyphen.saturating_sub(3)..hyphen - 1).find(is_listed).or_else(|| Some(hyphen - 1).filter(|&town| is_town(town)))?;
        segments.sentence_of(hyphen).has(start).then(|| (Run::new(start, hyphen), Label::Place, 80, "name.home"))
    };
    let is_based = |&token: &usize| {
        matches!(segments.lower(token), "based" | "headquartered") && segments.behind_hyphen(token) && segments.glued(token - 1)
    };
    (2..facts.len()).filter(is_based).filter_map(place).collect()
}

/// `the |Quill| union`: what is called a union.
pub(super) fn unions(segments: &Segments<'_>, facts: &[Facts]) -> Vec<(Run, Label, u8, &'static str)> {
    let others = Classes(Classes::NATIONALITY.0 | Classes::PLACE.0 | Classes::CALENDAR.0);
    let is_one = |&name: &usize| {
        matches!(segments.lower(name + 1), "union" | "union's")
            && segments.is_small(name + 1)
            && segments.is_capital(name)
            && segments.word(name - 1) == "the"
            && !matches!(segments.lower(name), "credit" | "customs" | "monetary")
            && !facts[name].classes.any(others)
    };
    (1..facts.len()).filter(is_one).map(|name| (Run::new(name, name + 1), Label::Organisation, 80, "name.company")).collect()
}

/// `|Norwick| farmer Ada Quill`, read as a team or a person: the town of somebody, unless the lists know a body of that name.
pub(super) fn name_town(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
    const TOWNSPEOPLE: [&str; 12] = [
        "couple",
        "farmer",
        "farmers",
        "father",
        "grandmother",
        "mayor",
        "mother",
        "pensioner",
        "resident",
        "residents",
        "villager",
        "villagers",
    ];
    let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
    let is_other =
        facts[start].classes.any(Classes(Classes::FIRST_NAME.0 | Classes::ORGANISATION.0)) || edges::is_titled(segments, mention.tokens);
    if mention.label != Label::Place && end - start == 1 && !is_other && TOWNSPEOPLE.contains(&segments.lower(end)) {
        *mention = Mention { label: Label::Place, rule: "name.home", ..*mention };
    }
}

/// `|St Quill's|`, read without its end: schools, hospitals and clubs are called so.
pub(super) fn name_saint(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
    let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
    let is_saint = |token: usize| matches!(segments.lower(token), "st" | "st.") && segments.is_capital(token);
    let Some(first) = [Some(start), start.checked_sub(1)].into_iter().flatten().find(|&token| is_saint(token)) else { return };
    // "St Quill's Day", "St Quill's bones", "St Quill's, Norwick"
    let is_thing = match segments.lower(end + 1) {
        "bones" | "cross" | "day" | "death" | "eve" | "fire" | "flag" | "life" => true,
        next => next == "," && segments.is_capital(end + 2),
    };
    let is_town = || lists::phrase_classes(segments.lower_run(Run::new(first, end))).any(Classes::PLACE);
    if end == first + 2 && segments.lower(end) == "'s" && !is_thing && !is_town() {
        let goes_on = (end + 1..end + 4).take_while(|&token| segments.is_capital(token)).last();
        let is_head = |&last: &usize| facts[last].classes.any(Classes(Classes::BODY.0 | Classes::SITE.0));
        edges::set_tokens(segments, mention, Run::new(first, goes_on.filter(is_head).unwrap_or(end) + 1));
        let label = if mention.label == Label::Person { Label::Organisation } else { mention.label };
        *mention = Mention { label, rule: "name.body", ..*mention };
    }
}

/// `its owner, |Holm Shipping|`, read as a person: nobody has such a surname.
pub(super) fn name_body(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
    let (first, last) = (mention.tokens.start as usize, mention.tokens.end as usize - 1);
    let is_body = facts[last].classes.has(Classes::BODY) && !facts[last].classes.any(Classes::PERSON);
    let is_given = facts[first].classes.has(Classes::FIRST_NAME);
    if mention.label == Label::Person && last > first && is_body && !is_given && segments.lower(last).len() >= 6 {
        *mention = Mention { label: Label::Organisation, rule: "name.body", ..*mention };
    }
}
