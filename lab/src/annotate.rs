//! JSON Lines in, JSON Lines out, without WebAssembly: what the scorers need, in the shapes of the JavaScript API.

use pressmark::annotation::{Annotation, DateType, EntityType, Form, Modifier, QuoteKind};
use pressmark::span::Span;
use pressmark::{Options, annotate};
use serde_json::{Value, json};
use std::io::{self, BufRead, Write};

/// Reads `{"id","text","published"}` from standard input, a line each.
pub fn run() -> Result<(), String> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        let input: Value = serde_json::from_str(&line).map_err(|error| error.to_string())?;
        let text = input["text"].as_str().unwrap_or("");
        let options = Options { published: input["published"].as_str().and_then(|date| date.parse().ok()), ..Options::default() };
        let output = Shape { utf16: utf16_offsets(text) }.annotation(&input["id"], &annotate(text, &options));
        writeln!(out, "{output}").map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// The UTF-16 offset of each byte.
fn utf16_offsets(text: &str) -> Vec<usize> {
    let mut offsets = vec![0; text.len() + 1];
    let mut units = 0;
    for (at, letter) in text.char_indices() {
        offsets[at] = units;
        units += letter.len_utf16();
    }
    offsets[text.len()] = units;
    offsets
}

struct Shape {
    utf16: Vec<usize>,
}

impl Shape {
    fn span(&self, span: Span) -> Value {
        json!({"start": self.utf16[span.start as usize], "end": self.utf16[span.end as usize]})
    }

    fn with(&self, span: Span, mut rest: Value) -> Value {
        rest["start"] = self.utf16[span.start as usize].into();
        rest["end"] = self.utf16[span.end as usize].into();
        rest
    }

    fn annotation(&self, id: &Value, annotation: &Annotation) -> Value {
        let publication = &annotation.publication;
        json!({
            "id": id,
            "publication": {"value": publication.date.map(|date| date.to_string()), "evidence": publication.evidence.iter().map(|evidence| &evidence.note).collect::<Vec<_>>()},
            "entities": annotation.entities.iter().enumerate().map(|(index, entity)| json!({
                "id": format!("e{index}"),
                "type": match entity.kind {
                    EntityType::Person => "person", EntityType::Organisation => "organisation", EntityType::Place => "place",
                    EntityType::Group => "group", EntityType::Unnamed => "unnamed",
                },
                "name": entity.name,
                "roles": entity.roles.iter().map(|role| json!({
                    "text": role.text, "organisation": role.organisation.map(|organisation| format!("e{organisation}")),
                })).collect::<Vec<_>>(),
                "mentions": entity.mentions.iter().map(|mention| format!("m{mention}")).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "mentions": annotation.mentions.iter().enumerate().map(|(index, mention)| self.with(mention.span, json!({
                "id": format!("m{index}"),
                "entity": format!("e{}", mention.entity),
                "form": match mention.form {
                    Form::Name => "name", Form::ShortName => "short-name", Form::Acronym => "acronym",
                    Form::Pronoun => "pronoun", Form::Description => "description",
                },
                "rule": mention.evidence.iter().map(|evidence| evidence.rule).collect::<Vec<_>>(),
            }))).collect::<Vec<_>>(),
            "quotes": annotation.quotes.iter().map(|quote| json!({
                "kind": match quote.kind { QuoteKind::Direct => "direct", QuoteKind::Indirect => "indirect", QuoteKind::Mixed => "mixed" },
                "content": quote.content.iter().map(|&span| self.span(span)).collect::<Vec<_>>(),
                "cue": quote.cue.as_ref().map(|cue| self.span(cue.span)),
                "source": quote.source.iter().map(|&span| self.span(span)).collect::<Vec<_>>(),
                "speaker": quote.speaker.map(|speaker| format!("e{speaker}")),
                "rule": quote.evidence.iter().map(|evidence| evidence.rule).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "dates": annotation.dates.iter().map(|date| self.with(date.span, json!({
                "type": match date.kind { DateType::Date => "DATE", DateType::Time => "TIME", DateType::Duration => "DURATION", DateType::Set => "SET" },
                "value": date.value,
                "mod": date.modifier.map(modifier),
                "rule": date.evidence.iter().map(|evidence| evidence.rule).collect::<Vec<_>>(),
            }))).collect::<Vec<_>>(),
        })
    }
}

/// The TIMEX3 name.
fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Before => "BEFORE",
        Modifier::After => "AFTER",
        Modifier::Start => "START",
        Modifier::Mid => "MID",
        Modifier::End => "END",
        Modifier::Approx => "APPROX",
        Modifier::LessThan => "LESS_THAN",
        Modifier::MoreThan => "MORE_THAN",
        Modifier::EqualOrLess => "EQUAL_OR_LESS",
        Modifier::EqualOrMore => "EQUAL_OR_MORE",
        Modifier::OnOrBefore => "ON_OR_BEFORE",
        Modifier::OnOrAfter => "ON_OR_AFTER",
    }
}
