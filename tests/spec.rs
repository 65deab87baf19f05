//! The specification in `tests/spec`, executed.
//!
//! Each block fenced as `text` is an example: the runner takes the `{words|label}` marks off, reads the text, writes the
//! marks of the chapter's layer back, and compares. `text published=2024-05-14` gives the publication date. Marks may nest.
//! `BLESS=1 cargo test --test spec` rewrites the chapters; the difference is there to be reviewed.

use pressmark::annotation::{Annotation, DateType, EntityType, Form, PublicationSource, QuoteKind};
use pressmark::span::Span;
use pressmark::{Options, annotate};
use std::{env, fs};

/// A label on some words.
struct Mark {
    span: Span,
    label: String,
}

#[test]
fn segmentation() {
    chapter("segmentation", |text, annotation| {
        let segments = pressmark::segment::segment(text, pressmark::segment::ParagraphBreak::Auto);
        let paragraphs = annotation
            .paragraphs
            .iter()
            .map(|paragraph| Mark { span: paragraph.span, label: format!("{:?}", paragraph.role).to_lowercase() });
        let sentences = segments.sentences.iter().map(|&sentence| Mark { span: segments.span(sentence), label: "s".into() });
        paragraphs.chain(sentences).collect()
    });
}

#[test]
fn names() {
    chapter("names", |_, annotation| {
        let mark = |mention: &pressmark::annotation::Mention| {
            let kind = match annotation.entities[mention.entity].kind {
                EntityType::Person => "person",
                EntityType::Organisation => "org",
                EntityType::Place => "place",
                EntityType::Group => "group",
                EntityType::Unnamed => "unnamed",
            };
            let form = match mention.form {
                Form::Name => "",
                Form::ShortName => " short",
                Form::Acronym => " acronym",
                Form::Pronoun => " pronoun",
                Form::Description => " description",
            };
            Mark { span: mention.span, label: format!("{kind}{}{form}", mention.entity + 1) }
        };
        let roles = annotation.entities.iter().enumerate().flat_map(|(index, entity)| {
            entity.roles.iter().filter_map(move |role| {
                let organisation = role.organisation.map_or(String::new(), |organisation| format!("@{}", organisation + 1));
                Some(Mark { span: role.span?, label: format!("role{}{organisation}", index + 1) })
            })
        });
        annotation.mentions.iter().map(mark).chain(roles).collect()
    });
}

#[test]
fn dates() {
    chapter("dates", |_, annotation| {
        let mark = |date: &pressmark::annotation::DateMark| {
            let kind = if date.kind == DateType::Set { "every " } else { "" };
            let modifier = date.modifier.map_or(String::new(), |modifier| format!(" {modifier:?}"));
            Mark { span: date.span, label: format!("{kind}{}{modifier}", date.value) }
        };
        let publication = &annotation.publication;
        let published = (publication.source != PublicationSource::Given)
            .then(|| Some(Mark { span: publication.span?, label: format!("published {}", publication.date?) }))
            .flatten();
        annotation.dates.iter().map(mark).chain(published).collect()
    });
}

#[test]
fn quotations() {
    chapter("quotations", |text, annotation| {
        let mut marks = Vec::new();
        for (index, quote) in annotation.quotes.iter().enumerate() {
            let kind = match quote.kind {
                QuoteKind::Direct => "direct",
                QuoteKind::Indirect => "indirect",
                QuoteKind::Mixed => "mixed",
            };
            let number = index + 1;
            let speaker = quote.speaker.map(|speaker| annotation.entities[speaker].name.as_str());
            let named_here = quote.source.iter().any(|source| speaker.is_some_and(|speaker| source.of(text).contains(speaker)));
            let resolved = speaker.filter(|_| !named_here).map_or(String::new(), |speaker| format!("={speaker}"));
            let on_content = if quote.source.is_empty() { resolved.as_str() } else { "" };
            marks.extend(quote.content.iter().map(|&span| Mark { span, label: format!("{kind}{number}{on_content}") }));
            marks.extend(quote.cue.iter().map(|cue| Mark { span: cue.span, label: format!("cue{number}") }));
            marks.extend(quote.source.iter().map(|&span| Mark { span, label: format!("source{number}{resolved}") }));
        }
        marks
    });
}

/// Runs every example of a chapter.
#[track_caller]
fn chapter(name: &str, marks: impl Fn(&str, &Annotation) -> Vec<Mark>) {
    let path = format!("{}/tests/spec/{name}.md", env!("CARGO_MANIFEST_DIR"));
    let expected = fs::read_to_string(&path).expect("the chapter is there");
    let mut found = String::new();
    let mut example: Option<(Options, String)> = None;
    let mut examples = 0;
    for line in expected.split_inclusive('\n') {
        match &mut example {
            None => {
                found.push_str(line);
                example = line.strip_prefix("```text").map(|info| (options(info), String::new()));
            }
            Some((options, body)) if line.starts_with("```") => {
                examples += 1;
                found.push_str(&marked(body.trim_end_matches('\n'), options, &marks));
                found.push('\n');
                found.push_str(line);
                example = None;
            }
            Some((_, body)) => body.push_str(line),
        }
    }
    assert!(examples > 0, "{path} has no example");
    if env::var_os("BLESS").is_some() {
        fs::write(&path, found).expect("the chapter can be written");
        return;
    }
    for (expected, found) in expected.lines().zip(found.lines()) {
        assert_eq!(expected, found, "in {path}");
    }
}

/// `published=2024-05-14 locale=en-GB`
fn options(info: &str) -> Options {
    let mut options = Options::default();
    for setting in info.split_whitespace() {
        match setting.split_once('=') {
            Some(("published", date)) => options.published = Some(date.parse().expect("an ISO date")),
            Some(("locale", "en-GB")) => options.locale = pressmark::Locale::DayFirst,
            Some(("locale", "en-US")) => options.locale = pressmark::Locale::MonthFirst,
            _ => panic!("unknown setting {setting}"),
        }
    }
    options
}

/// The example with the marks that are found in it.
fn marked(example: &str, options: &Options, marks: impl Fn(&str, &Annotation) -> Vec<Mark>) -> String {
    let text = bare(example);
    typed(&text, options);
    let annotation = annotate(&text, options);
    let mut marks = marks(&text, &annotation);
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let mut edges: Vec<(u32, bool, usize)> = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        edges.push((mark.span.start, true, index));
        edges.push((mark.span.end, false, index));
    }
    edges.sort_by_key(|&(at, opens, index)| (at, opens, if opens { index } else { usize::MAX - index }));
    let mut out = String::new();
    let mut at = 0;
    for (edge, opens, index) in edges {
        out.push_str(&text[at..edge as usize]);
        at = edge as usize;
        if opens {
            out.push('{');
        } else {
            out.push('|');
            out.push_str(&marks[index].label);
            out.push('}');
        }
    }
    out.push_str(&text[at..]);
    out
}

/// Nobody's article stops in the middle, but everybody who types one does: each beginning is read, and its paragraphs end with it.
fn typed(text: &str, options: &Options) {
    for (end, _) in text.match_indices(char::is_whitespace) {
        let last = annotate(&text[..end], options).paragraphs.last().map_or(0, |paragraph| paragraph.span.end as usize);
        assert!(last <= end && text[last..end].trim().is_empty(), "{:?}", &text[..end]);
    }
}

/// The example without its marks.
fn bare(example: &str) -> String {
    let mut text = String::new();
    let mut label = false;
    for letter in example.chars() {
        match letter {
            '{' => {}
            '|' => label = true,
            '}' => label = false,
            letter if !label => text.push(letter),
            _ => {}
        }
    }
    text
}
