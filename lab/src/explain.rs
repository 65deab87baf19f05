//! Every stage's product for one text, in the order of the pipeline.

use chrono::NaiveDate;
use pressmark::annotation::{Annotation, Evidence};
use pressmark::confidence::Confidence;
use pressmark::segment::{ParagraphBreak, Segments};
use pressmark::span::Span;
use pressmark::{Options, annotate, ner, quote, segment};
use std::path::Path;

/// Prints it.
pub fn run(file: &Path, published: Option<NaiveDate>) -> Result<(), String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let segments = segment::segment(&text, ParagraphBreak::Auto);
    print_segments(&segments);
    print_marks(&segments);
    print_names(&segments);
    let everything = Options { published, min_confidence: Confidence::new(0), ..Options::default() };
    print_annotation(&annotate(&text, &everything), &text);
    Ok(())
}

fn print_segments(segments: &Segments<'_>) {
    println!("# segment\ndateline: {:?}", segments.dateline.map(|dateline| segments.words(dateline)));
    for paragraph in &segments.paragraphs {
        println!("{:?}", paragraph.role);
        for sentence in &segments.sentences[paragraph.sentences.range()] {
            let words: Vec<_> = sentence.range().map(|token| segments.word(token)).collect();
            println!("    {}", words.join("|"));
        }
    }
}

fn print_marks(segments: &Segments<'_>) {
    println!("\n# quote::marks");
    for quoted in quote::marks(segments) {
        println!("{:?}  parent {:?}  continues {}", segments.words(quoted.tokens), quoted.parent, quoted.continues);
    }
}

fn print_names(segments: &Segments<'_>) {
    println!("\n# ner");
    for name in ner::recognize(segments, &ner::Names::default()) {
        println!("{:?} {:?}  {} %  {}", name.label, name.span.of(segments.text), name.confidence.percent(), name.rule);
    }
}

fn print_annotation(annotation: &Annotation, text: &str) {
    let words = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ⟂ ");
    println!("\n# timex");
    let publication = &annotation.publication;
    println!("published {:?} {:?}", publication.date, publication.source);
    print_reasons(&publication.evidence);
    for date in &annotation.dates {
        println!(
            "{:?}  {:?} {} {:?}  anchor {:?}  {} %",
            date.span.of(text),
            date.kind,
            date.value,
            date.modifier,
            date.anchor,
            date.confidence.percent()
        );
        print_reasons(&date.evidence);
    }
    println!("\n# coref");
    for (index, entity) in annotation.entities.iter().enumerate() {
        println!(
            "{index}: {:?} {:?}  acronym {:?}  title {:?}  pronouns {:?}",
            entity.kind, entity.name, entity.acronym, entity.title, entity.pronouns
        );
        for role in &entity.roles {
            println!("    role {:?} at {:?}", role.text, role.organisation.map(|index| &annotation.entities[index].name));
        }
        for &mention in &entity.mentions {
            let mention = &annotation.mentions[mention];
            let rules: Vec<_> = mention.evidence.iter().map(|evidence| evidence.rule).collect();
            println!("    {:?} {:?}  {} %  {}", mention.form, mention.span.of(text), mention.confidence.percent(), rules.join(", "));
        }
    }
    println!("\n# quote::attribute, coref::anaphora");
    for quote in &annotation.quotes {
        println!("{:?} {:?}", quote.kind, words(&quote.content));
        println!(
            "    cue {:?}  source {:?}  parent {:?}",
            quote.cue.as_ref().map(|cue| (cue.span.of(text), cue.lemma.as_str(), cue.polarity)),
            words(&quote.source),
            quote.parent
        );
        println!("    speaker {:?}  {} %", quote.speaker.map(|speaker| &annotation.entities[speaker].name), quote.confidence.percent());
        print_reasons(&quote.evidence);
    }
}

fn print_reasons(evidence: &[Evidence]) {
    for Evidence { rule, note, .. } in evidence {
        println!("    {rule}{}", note.as_ref().map_or(String::new(), |note| format!(": {note}")));
    }
}
