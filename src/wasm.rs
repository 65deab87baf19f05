//! The face towards JavaScript. `www/lib` wraps it; nothing else calls it.

use crate::confidence::Confidence;
use crate::ner::{Label, NameEntry, Names};
use crate::packed::pack;
use crate::segment::ParagraphBreak;
use crate::{Kinds, Layers, Locale, Options, rules};
use chrono::NaiveDate;
use js_sys::{Array, Object, Uint32Array};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// Reads one article.
///
/// `options` is an `AnnotateOptions` or undefined. Gives the two parts of a [`Packed`](crate::packed::Packed).
///
/// # Errors
///
/// `[code, option, message]` for an option that does not exist or whose value cannot be used, such as
/// `{ published: "14 May" }`.
#[wasm_bindgen(unchecked_return_type = "[Uint32Array, string]")]
pub fn annotate(text: &str, #[wasm_bindgen(unchecked_param_type = "object | undefined")] options: &JsValue) -> Result<Array, JsValue> {
    let options = read(options).map_err(JsValue::from)?;
    let packed = pack(&crate::annotate(text, &options), text);
    Ok(Array::of2(&Uint32Array::from(&packed.words[..]), &JsValue::from(packed.strings)))
}

/// Title, sentence and example of a rule.
#[must_use]
#[wasm_bindgen(js_name = describeRule)]
pub fn describe_rule(name: &str) -> Option<Vec<String>> {
    rules::describe(name).map(|rule| vec![rule.title.into(), rule.text.into(), rule.example.replace('¶', "\n\n")])
}

/// Of this package.
#[must_use]
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Layer {
    Quotes,
    People,
    Organisations,
    Dates,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Direct,
    Indirect,
    Mixed,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Paragraphs {
    Auto,
    BlankLine,
    Line,
}

/// What is wrong with the options.
struct Problem {
    code: &'static str,
    option: String,
    message: String,
}

impl From<Problem> for JsValue {
    fn from(problem: Problem) -> Self {
        Array::of3(&problem.code.into(), &problem.option.into(), &problem.message.into()).into()
    }
}

/// A `NameEntry` of JavaScript.
#[derive(Deserialize)]
struct Entry {
    name: String,
    #[serde(rename = "type")]
    kind: NameType,
    #[serde(default)]
    aliases: Vec<String>,
    role: Option<String>,
    #[serde(default)]
    ignore: bool,
}

/// Looked through by hand: `deny_unknown_fields` does nothing for JavaScript's objects.
const FIELDS: [&str; 5] = ["name", "type", "aliases", "role", "ignore"];

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum NameType {
    Person,
    Organisation,
}

impl From<Entry> for NameEntry {
    fn from(entry: Entry) -> Self {
        let label = match entry.kind {
            NameType::Person => Label::Person,
            NameType::Organisation => Label::Organisation,
        };
        Self { name: entry.name, label, aliases: entry.aliases, role: entry.role, ignore: entry.ignore }
    }
}

const OPTIONS: &str = "published, locale, layers, kinds, minConfidence, explain, paragraphs and names";

fn read(given: &JsValue) -> Result<Options, Problem> {
    let mut options = Options::default();
    if given.is_object() {
        for entry in Object::entries(given.unchecked_ref()).iter() {
            let entry: Array = entry.unchecked_into();
            let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
            if !value.is_undefined() {
                set(&mut options, &name, value)?;
            }
        }
    }
    Ok(options)
}

fn set(options: &mut Options, name: &str, value: JsValue) -> Result<(), Problem> {
    let expected = match name {
        "published" => r#"a date written YYYY-MM-DD, such as "2024-05-14""#,
        "locale" => r#"a language tag, such as "en-GB""#,
        "layers" => r#"a list of "quotes", "people", "organisations", "dates""#,
        "kinds" => r#"a list of "direct", "indirect", "mixed""#,
        "minConfidence" => "a number from 0 to 1",
        "explain" => "true or false",
        "paragraphs" => r#""auto", "blank-line" or "line""#,
        "names" if Array::is_array(&value) => return read_names(value.unchecked_ref()).map(|names| options.names = names),
        "names" => "a list of names",
        _ => {
            let message = format!("there is no option {name:?}; the options are {OPTIONS}");
            return Err(Problem { code: "unknown-option", option: name.into(), message });
        }
    };
    let bad = || Problem { code: "bad-option", option: name.into(), message: format!("{name}: expected {expected}") };
    try_set(options, name, value).ok_or_else(bad)
}

/// Nothing when the value cannot be used.
fn try_set(options: &mut Options, name: &str, value: JsValue) -> Option<()> {
    match name {
        "published" if value.is_null() => options.published = None,
        "published" => options.published = Some(day(&parse::<String>(value)?)?),
        "locale" => options.locale = locale(&parse::<String>(value)?),
        "layers" => options.layers = layers(&parse::<Vec<Layer>>(value)?),
        "kinds" => options.kinds = kinds(&parse::<Vec<Kind>>(value)?),
        "minConfidence" => options.min_confidence = confidence(parse(value)?)?,
        "explain" => options.explain = parse(value)?,
        "paragraphs" => options.paragraphs = parse::<Paragraphs>(value)?.into(),
        _ => return None,
    }
    Some(())
}

fn read_names(given: &Array) -> Result<Names, Problem> {
    let bad = |problem: String| Problem { code: "bad-name", option: "names".into(), message: format!("names: {problem}") };
    let read = |(place, given)| read_name(given).map_err(|problem| bad(format!("entry {}: {problem}", place + 1)));
    let entries = given.iter().enumerate().map(read).collect::<Result<_, _>>()?;
    Names::new(entries).map_err(|problem| bad(problem.to_string()))
}

fn read_name(given: JsValue) -> Result<NameEntry, String> {
    let fields = if given.is_object() { Object::keys(given.unchecked_ref::<Object>()) } else { Array::new() };
    if let Some(field) = fields.iter().filter_map(|field| field.as_string()).find(|field| !FIELDS.contains(&field.as_str())) {
        return Err(format!("there is no {field:?}; an entry has {}", FIELDS.join(", ")));
    }
    serde_wasm_bindgen::from_value::<Entry>(given).map(NameEntry::from).map_err(|problem| problem.to_string())
}

fn parse<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
}

/// `2024-05-14`. Not chrono's own reading, which lets more pass and is 15 kB of WebAssembly.
fn day(date: &str) -> Option<NaiveDate> {
    let fits = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    let number = |place: std::ops::Range<usize>| date[place].parse::<u16>().ok();
    (date.len() == 10 && date.bytes().enumerate().all(fits))
        .then(|| NaiveDate::from_ymd_opt(number(0..4)?.into(), number(5..7)?.into(), number(8..10)?.into()))?
}

fn locale(tag: &str) -> Locale {
    match tag {
        "en-GB" => Locale::DayFirst,
        "en-US" => Locale::MonthFirst,
        _ => Locale::Unknown,
    }
}

fn layers(wanted: &[Layer]) -> Layers {
    let has = |layer| wanted.contains(&layer);
    Layers { quotes: has(Layer::Quotes), people: has(Layer::People), organisations: has(Layer::Organisations), dates: has(Layer::Dates) }
}

fn kinds(wanted: &[Kind]) -> Kinds {
    let has = |kind| wanted.contains(&kind);
    Kinds { direct: has(Kind::Direct), indirect: has(Kind::Indirect), mixed: has(Kind::Mixed) }
}

/// In whole per cent, as the engine counts.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie between 0 and 1")]
fn confidence(least: f64) -> Option<Confidence> {
    (0.0..=1.0).contains(&least).then(|| Confidence::new((least * 100.0).round() as u8))
}

impl From<Paragraphs> for ParagraphBreak {
    fn from(paragraphs: Paragraphs) -> Self {
        match paragraphs {
            Paragraphs::Auto => Self::Auto,
            Paragraphs::BlankLine => Self::BlankLine,
            Paragraphs::Line => Self::Line,
        }
    }
}
