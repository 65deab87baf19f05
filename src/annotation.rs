//! What [`annotate`](crate::annotate) gives back: plain data, indices for references.

use crate::confidence::Confidence;
use crate::segment::Paragraph;
use crate::span::Span;
use chrono::NaiveDate;

/// One article, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotation {
    /// When the article was published.
    pub publication: Publication,
    /// In text order.
    pub paragraphs: Vec<Paragraph>,
    /// In the order of their first mention.
    pub entities: Vec<Entity>,
    /// In text order.
    pub mentions: Vec<Mention>,
    /// In text order of their content; an outer quotation before those inside it.
    pub quotes: Vec<Quote>,
    /// In text order.
    pub dates: Vec<DateMark>,
}

/// Why a finding was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Name of the rule; [`crate::rules::describe`] has the sentence about it.
    pub rule: &'static str,
    /// The places it looked at.
    pub spans: Vec<Span>,
    /// Ready to show: "14 May is a Tuesday in 2019, 2024 and 2030."
    pub note: Option<String>,
}

/// What an [`Entity`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntityType {
    /// A person with a name.
    Person,
    /// An organisation with a name.
    Organisation,
    /// A place; it may speak ("Moscow said").
    Place,
    /// Several people at once ("the two leaders").
    Group,
    /// A source without a name ("a spokeswoman").
    Unnamed,
}

/// How a mention names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// The fullest name.
    Name,
    /// Part of it: a surname, a first name, "the Federal Agency".
    ShortName,
    /// `KCNA`
    Acronym,
    /// `she`
    Pronoun,
    /// `the diplomat`
    Description,
}

/// A place that refers to an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// Index into [`Annotation::entities`].
    pub entity: usize,
    /// How it names the entity.
    pub form: Form,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// What a person does, where.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// As written: "chief engineer".
    pub text: String,
    /// Where it is written; `None`: in the user's list of names.
    pub span: Option<Span>,
    /// Index into [`Annotation::entities`].
    pub organisation: Option<usize>,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// A person, an organisation, a place, a group or an unnamed source.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityType,
    /// Fullest name found; for an unnamed source its description.
    pub name: String,
    /// `KCNA`
    pub acronym: Option<String>,
    /// Other names in the text, each once, in order.
    pub aliases: Vec<String>,
    /// `Mr`, `Dr`
    pub title: Option<String>,
    /// What the person does.
    pub roles: Vec<Role>,
    /// Pronouns that refer to it in the text, lower case, each once.
    pub pronouns: Vec<String>,
    /// Indices into [`Annotation::mentions`].
    pub mentions: Vec<usize>,
    /// Indices into [`Annotation::quotes`] of which it is the speaker.
    pub quotes: Vec<usize>,
    /// How sure that it is what it is said to be.
    pub confidence: Confidence,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// How the words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// Word for word, within marks.
    Direct,
    /// In the reporter's words.
    Indirect,
    /// In the reporter's words, with some within marks.
    Mixed,
}

/// What the cue makes of the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// "said"
    Asserts,
    /// "denied", "did not say"
    Denies,
    /// "asked whether"
    Asks,
    /// "urged"
    Wishes,
    /// Cannot be told.
    Unclear,
}

/// The words that report: usually a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The words.
    pub span: Span,
    /// "say"
    pub lemma: String,
    /// What it makes of the content.
    pub polarity: Polarity,
}

/// One quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How the words are given.
    pub kind: QuoteKind,
    /// In order; without the outer marks. More than one when the reporting clause comes between.
    pub content: Vec<Span>,
    /// The words that report.
    pub cue: Option<Cue>,
    /// The words that name the speaker here.
    pub source: Vec<Span>,
    /// Index into [`Annotation::entities`].
    pub speaker: Option<usize>,
    /// Entities and how likely each is the speaker, most likely first.
    pub candidates: Vec<(usize, Confidence)>,
    /// Index into [`Annotation::quotes`] of the quotation that this one stands in.
    pub parent: Option<usize>,
    /// First and last paragraph.
    pub paragraphs: (usize, usize),
    /// How sure, of content and speaker together.
    pub confidence: Confidence,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateType {
    /// A day, or something longer on the calendar.
    Date,
    /// Shorter than a day.
    Time,
    /// "three weeks"
    Duration,
    /// "every Monday"
    Set,
}

/// TIMEX3 modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Modifier {
    /// "more than a year ago"
    Before,
    /// "less than a year ago"
    After,
    /// "early May"
    Start,
    /// "mid-May"
    Mid,
    /// "late May"
    End,
    /// "about a week"
    Approx,
    /// "less than a week"
    LessThan,
    /// "more than a week"
    MoreThan,
    /// "up to a week"
    EqualOrLess,
    /// "at least a week"
    EqualOrMore,
    /// "no later than May"
    OnOrBefore,
    /// "not before May"
    OnOrAfter,
}

/// What a date was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The day of publication.
    Publication,
    /// Index into [`Annotation::dates`].
    Date(usize),
}

/// Parts of a date, each said in the text (`Some(true)`), filled in (`Some(false)`) or not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// The year.
    pub year: Option<bool>,
    /// The month.
    pub month: Option<bool>,
    /// The day of the month.
    pub day: Option<bool>,
    /// The day of the week.
    pub weekday: Option<bool>,
    /// The hour.
    pub hour: Option<bool>,
    /// The minute.
    pub minute: Option<bool>,
    /// The time zone.
    pub zone: Option<bool>,
}

/// A temporal expression.
#[derive(Clone, Debug, PartialEq)]
pub struct DateMark {
    /// The words.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: DateType,
    /// TIMEX3 value: "2024-05-10", "P3W", "XXXX-WXX-5".
    pub value: String,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// First and last day.
    pub range: Option<(NaiveDate, NaiveDate)>,
    /// What it was counted from.
    pub anchor: Option<Anchor>,
    /// What the text says and what was filled in.
    pub stated: Stated,
    /// Other readings, most likely first.
    pub alternatives: Vec<(String, Confidence)>,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// Where the publication date comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PublicationSource {
    /// The caller gave it.
    Given,
    /// The text says it in full.
    Dateline,
    /// The text says part of it; the rest was worked out.
    Inferred,
    /// Neither given nor found.
    #[default]
    None,
}

/// When the article was published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Publication {
    /// Never silently today.
    pub date: Option<NaiveDate>,
    /// Where it comes from.
    pub source: PublicationSource,
    /// The words that say it.
    pub span: Option<Span>,
    /// What the text says and what was filled in.
    pub stated: Stated,
    /// How sure.
    pub confidence: Confidence,
    /// Why: one sentence for each thing that was considered.
    pub evidence: Vec<Evidence>,
}
