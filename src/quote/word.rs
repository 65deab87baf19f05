//! What a word can be in its clause, from a list of closed-class words and the shape of the others.
//!
//! `words.txt`: the function words of English, words of time, the nouns of the occasions on which people speak, and finite
//! forms of common verbs that are no plural nouns (from the open treebanks GUM and EWT, and by hand).

use crate::lexicon::lexicon;
use crate::segment::{Kind, Segments, Shape, Token};

lexicon!(WORDS, "words.txt");

/// What a word can be in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// `the`, `some`
    Determiner,
    /// `her`, `whose`
    Possessive,
    /// `'s`, `’` after a noun
    Genitive,
    /// `she`, `it`, `everyone`
    Subject,
    /// `him`, `themselves`
    Object,
    /// `who`, `which`
    Relative,
    /// `that`
    That,
    /// `whether`, `how`
    Question,
    /// `in`, `after`
    Preposition,
    /// `to`
    To,
    /// `and`, `but`
    Coordinator,
    /// `because`, `while`
    Subordinator,
    /// `has`, `is`
    Auxiliary,
    /// `would`
    Modal,
    /// `not`
    Negation,
    /// `also`, `angrily`
    Adverb,
    /// `Monday`, `yesterday`, `March`
    Time,
    /// `statement`, `interview`: where people speak.
    Venue,
    /// `went`, `believes`
    Finite,
    /// `opened`, `elected`: past tense or participle.
    Past,
    /// `opening`
    Gerund,
    /// `Ada`, `TASS`: capitalised inside a sentence, or known as a name.
    Name,
    /// Any other word.
    Open,
    /// `61`, `2,019`
    Number,
    /// `-`, `/`, `&`, `%`: inside a phrase.
    Joint,
    /// A quotation mark.
    Quote,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `(`, `[`, `)`, `]`
    Bracket,
    /// `.` `;` `—` and other marks.
    Mark,
}

impl Class {
    /// Whether it can stand anywhere in a noun phrase.
    pub fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Determiner
                | Self::Possessive
                | Self::Genitive
                | Self::Name
                | Self::Open
                | Self::Number
                | Self::Joint
                | Self::Venue
                | Self::Time
        )
    }

    /// Whether it is surely a verb with tense.
    pub fn is_tensed(self) -> bool {
        matches!(self, Self::Finite | Self::Auxiliary | Self::Modal)
    }

    /// Whether a noun phrase cannot go on to the left of it: "think |the mayor said|".
    pub fn is_predicate(self) -> bool {
        matches!(self, Self::Finite | Self::Auxiliary | Self::Modal | Self::Object | Self::Subject)
    }
}

/// Whether a small word behind a name can be its verb, or stand before it: one with tense, an adverb, or one that is in no list.
pub fn can_be_verb(lower: &str) -> bool {
    WORDS.get(lower).is_none_or(|class| matches!(class, "adverb" | "auxiliary" | "modal" | "verb"))
}

/// Whether a word is `has`, `was` or `would`, with another verb behind it as a rule.
pub fn is_auxiliary(lower: &str) -> bool {
    WORDS.get(lower).is_some_and(|class| matches!(class, "auxiliary" | "modal"))
}

/// The class of each token. `is_name` says whether a token is part of a recognised name.
pub(super) fn classes(segments: &Segments<'_>, is_name: impl Fn(usize) -> bool) -> Vec<Class> {
    let class = |token: usize| match class(segments, token) {
        Class::Open if token > 0 && (is_name(token - 1) || segments.lower(token - 1) == ")") && is_short_past(segments.lower(token)) => {
            Class::Finite
        }
        class => class,
    };
    (0..segments.tokens.len()).map(|token| if is_name(token) { Class::Name } else { class(token) }).collect()
}

/// `Ada Quill |put| the cost`: right behind a name a verb, elsewhere as often a noun.
fn is_short_past(lower: &str) -> bool {
    matches!(lower, "put" | "let" | "cut" | "set" | "hit" | "shut" | "quit" | "beat" | "cast" | "split" | "bet")
}

fn class(segments: &Segments<'_>, place: usize) -> Class {
    let token = &segments.tokens[place];
    match token.kind {
        Kind::Number => Class::Number,
        Kind::Quote => {
            if is_genitive(segments, place) {
                Class::Genitive
            } else {
                Class::Quote
            }
        }
        Kind::Address => Class::Name,
        Kind::Mark | Kind::Symbol => mark(segments.word(place), token),
        Kind::Word => word(segments, place),
    }
}

/// `the players’ union`: an apostrophe glued to a word in s, with white space and another word behind it.
fn is_genitive(segments: &Segments<'_>, place: usize) -> bool {
    matches!(segments.word(place), "'" | "’")
        && segments.glued(place)
        && place > 0
        && segments.lower(place - 1).ends_with(['s', 'z', 'x'])
        && !segments.glued(place + 1)
}

fn mark(written: &str, token: &Token) -> Class {
    match written {
        "," => Class::Comma,
        ":" => Class::Colon,
        "(" | ")" | "[" | "]" => Class::Bracket,
        "-" | "/" | "‑" | "‐" if !token.spaced => Class::Joint,
        "$" | "£" | "€" | "%" | "#" | "§" => Class::Joint,
        _ => Class::Mark,
    }
}

fn word(segments: &Segments<'_>, place: usize) -> Class {
    let lower = segments.lower(place);
    if matches!(lower, "am" | "pm") && place > 0 && segments.tokens[place - 1].kind == Kind::Number {
        return Class::Time;
    }
    // "said last |fall| that"
    let season = matches!(lower, "spring" | "summer" | "autumn" | "fall" | "winter");
    if season && place > 0 && matches!(segments.lower(place - 1), "last" | "this" | "next") {
        return Class::Time;
    }
    if let Some(class) = WORDS.get(lower).filter(|_| !is_acronym(segments, place)) {
        return listed(segments, place, class);
    }
    if segments.tokens[place].is_capitalised() && (segments.tokens[place].spaced || place > 0) && !begins_sentence(segments, place) {
        return Class::Name;
    }
    if lower.len() > 4 && lower.ends_with("ly") {
        Class::Adverb
    } else if is_participle(lower) || is_regular_past(lower) {
        Class::Past
    } else if lower.len() > 4 && lower.ends_with("ing") {
        Class::Gerund
    } else {
        Class::Open
    }
}

/// `|first|-time`, `|night|-shift`
fn before_hyphen(segments: &Segments<'_>, place: usize) -> bool {
    segments.lower(place + 1) == "-" && segments.glued(place + 1) && segments.glued(place + 2)
}

/// `|Morning| Report`: capitals within a sentence name a programme.
fn is_titled(segments: &Segments<'_>, place: usize) -> bool {
    let capital = |token: usize| segments.is_capital(token);
    let part = matches!(segments.lower(place), "afternoon" | "evening" | "morning" | "night" | "week" | "weekend" | "year");
    part && capital(place) && capital(place + 1) && !begins_sentence(segments, place)
}

/// Words of time that are part of compounds, as in "second-year"; but "mid-January" is when.
fn is_unit(lower: &str) -> bool {
    matches!(lower, "day" | "month" | "morning" | "night" | "week" | "weekend" | "year")
}

/// `WHO`, `IT`: capitals between words that are not.
fn is_acronym(segments: &Segments<'_>, place: usize) -> bool {
    let is_upper = |token: usize| segments.tokens.get(token).is_some_and(|token| token.shape == Shape::Upper);
    is_upper(place) && segments.word(place).len() > 1 && !is_upper(place + 1) && !is_upper(place.wrapping_sub(1))
}

fn listed(segments: &Segments<'_>, place: usize, class: &str) -> Class {
    match class {
        "adverb" if segments.lower(place) == "back" && segments.lower(place.wrapping_sub(1)) == "the" => Class::Open,
        // "|First| Deputy Minister"
        "adverb" if segments.lower(place) == "first" && is_capital_of_two(segments, place) => Class::Name,
        "adverb" if segments.behind_hyphen(place) || before_hyphen(segments, place) => Class::Open,
        "time" if is_titled(segments, place) => Class::Name,
        "time" if is_unit(segments.lower(place)) && (segments.behind_hyphen(place) || before_hyphen(segments, place)) => Class::Open,
        "adverb" => Class::Adverb,
        "auxiliary" if segments.lower(place) == "'s" => {
            if is_short_is(segments, place) {
                Class::Auxiliary
            } else {
                Class::Genitive
            }
        }
        "auxiliary" => Class::Auxiliary,
        "coordinator" => Class::Coordinator,
        "determiner" => Class::Determiner,
        // "in a |May| 21 report"
        "modal" if segments.lower(place) == "may" && is_month(segments, place) => Class::Time,
        "modal" => Class::Modal,
        "noun" => Class::Open,
        "negation" => Class::Negation,
        "object" => Class::Object,
        "possessive" => Class::Possessive,
        // "a kick-|off|", "a follow-|up|"
        "preposition" if segments.behind_hyphen(place) && !before_hyphen(segments, place) => Class::Open,
        "preposition" => Class::Preposition,
        "question" => Class::Question,
        "relative" => Class::Relative,
        "subject" => Class::Subject,
        "subordinator" => Class::Subordinator,
        "that" => Class::That,
        "time" => Class::Time,
        "to" => Class::To,
        "venue" => Class::Venue,
        _ if place > 0 && matches!(segments.lower(place - 1), "the" | "a" | "an") => Class::Open,
        _ if place > 0 && segments.lower(place).ends_with('s') && is_counting(segments.lower(place - 1)) => Class::Open,
        _ => Class::Finite,
    }
}

fn is_capital_of_two(segments: &Segments<'_>, place: usize) -> bool {
    let capital = |token: usize| segments.is_capital(token);
    capital(place) && capital(place + 1) && !begins_sentence(segments, place)
}

/// `|May| 21`, `in |May|`
fn is_month(segments: &Segments<'_>, place: usize) -> bool {
    let counted = segments.tokens.get(place + 1).is_some_and(|next| next.kind == Kind::Number);
    let led = matches!(segments.lower(place.wrapping_sub(1)), "in" | "since" | "until" | "last" | "next" | "early" | "late" | "mid");
    segments.tokens[place].is_capitalised() && (counted || led)
}

/// `|two| cuts`: what follows is a noun in the plural.
fn is_counting(word: &str) -> bool {
    is_number(word) && word != "one" || matches!(word, "several" | "few" | "fewer")
}

/// `one` to `ten`
pub fn is_number(word: &str) -> bool {
    matches!(word, "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten")
}

/// `opened`, not `need` and `speed`
fn is_regular_past(lower: &str) -> bool {
    let ends = lower.len() > 3 && lower.ends_with("ed");
    ends && (!lower.ends_with("eed") || matches!(lower, "agreed" | "disagreed" | "guaranteed" | "freed" | "decreed"))
}

/// `sworn`, `taken`: no past tense looks like that.
pub(super) fn is_participle(lower: &str) -> bool {
    matches!(
        lower,
        "sworn"
            | "taken"
            | "shown"
            | "given"
            | "known"
            | "seen"
            | "written"
            | "spoken"
            | "stolen"
            | "chosen"
            | "broken"
            | "driven"
            | "hidden"
            | "beaten"
            | "fallen"
            | "gone"
            | "grown"
            | "worn"
            | "torn"
            | "thrown"
            | "drawn"
            | "done"
            | "flown"
            | "frozen"
            | "shaken"
            | "woken"
            | "mistaken"
            | "forgotten"
            | "overthrown"
            | "withdrawn"
            | "undertaken"
            | "proven"
            | "bitten"
            | "eaten"
            | "ridden"
            | "risen"
            | "sung"
            | "begun"
    )
}

/// `it's`: after a pronoun `'s` is a verb.
fn is_short_is(segments: &Segments<'_>, place: usize) -> bool {
    let before = segments.lower(place.wrapping_sub(1));
    matches!(before, "he" | "she" | "it" | "that" | "there" | "who" | "what" | "here" | "where" | "how" | "this")
}

pub(super) fn begins_sentence(segments: &Segments<'_>, place: usize) -> bool {
    let first = segments.sentence_of(place).start as usize;
    place < first + 4 && (first..place).all(|token| segments.tokens[token].kind == Kind::Quote)
}
