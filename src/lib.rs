//! Who said what, which organisations and which dates: pressmark reads one news article and says where.
//!
//! ```
//! use pressmark::{NaiveDate, Options, annotate};
//!
//! let text = "“We will appeal,” said Ada Quill on Friday.";
//! let annotation = annotate(text, &Options { published: NaiveDate::from_ymd_opt(2024, 5, 14), ..Options::default() });
//! let quote = &annotation.quotes[0];
//! let speaker = quote.speaker.map(|entity| annotation.entities[entity].name.as_str());
//! assert_eq!((speaker, quote.content[0].of(text)), (Some("Ada Quill"), "We will appeal,"));
//! assert_eq!(annotation.dates[0].value, "2024-05-10");
//! ```
//!
//! Offsets are bytes into the text, on character boundaries. Dates are ISO 8601 and TIMEX3 values. References from one finding to another
//! are indices into the lists of the [`Annotation`]; [`id::ids`] makes ids that survive an edit elsewhere, and [`unsure::unsure`] lists what is
//! worth a person's look. [`rules::describe`] says in words what the rule of an [`annotation::Evidence`] is. Fields have the names that the
//! JavaScript package gives them, with `kind` for `type`.
//!
//! Each stage can be called by itself; [`annotate`] shows how they fit together.

pub mod annotation;
mod assemble;
pub mod confidence;
pub mod coref;
#[doc(hidden)]
pub mod hash;
pub mod id;
mod lexicon;
#[doc(hidden)]
pub mod linear;
pub mod ner;
mod options;
mod order;
pub mod packed;
pub mod quote;
pub mod rules;
pub mod segment;
#[doc(hidden)]
pub mod slots;
pub mod span;
pub mod timex;
pub mod unsure;
mod utf16;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use annotation::Annotation;
pub use chrono::NaiveDate;
pub use options::{Kinds, Layers, Locale, Options};

/// Reads one article.
///
/// Never fails and never panics: text that means nothing yields an empty [`Annotation`], and so does text of 4 GiB and more.
/// Equal arguments give equal results.
#[must_use]
pub fn annotate(text: &str, options: &Options) -> Annotation {
    if u32::try_from(text.len()).is_err() {
        return Annotation::default();
    }
    let segments = segment::segment(text, options.paragraphs);
    let marks = quote::marks(&segments);
    let names = ner::recognize(&segments, &options.names);
    let expressions = timex::recognize(&segments, &names, options.locale);
    let publication = timex::publication::infer(&segments, &expressions, options.published);
    let dates = timex::anchor(&segments, &expressions, &publication);
    let attributions = quote::attribute(&segments, &marks, &names);
    let cast = coref::names(&segments, &names, &options.names);
    let (cast, speakers) = coref::anaphora(&segments, &marks, cast, &attributions);
    let quotes = assemble::quotes(&segments, attributions, speakers);
    assemble::select(
        Annotation { publication, paragraphs: segments.paragraphs, entities: cast.entities, mentions: cast.mentions, quotes, dates },
        options,
    )
}

/// The README's example is run as well.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
