//! Who said what, which organisations and which dates: pressmark reads one news article and says where.
//!
//! ```
//! let annotation = pressmark::annotate("“No,” said Ada Quill.", &pressmark::Options::default());
//! assert!(annotation.paragraphs.len() == 1);
//! ```
//!
//! Offsets are bytes into the text, on character boundaries. Dates are ISO 8601 and TIMEX3 values.

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
    let (cast, speakers) = coref::anaphora(&segments, cast, &attributions);
    let quotes = assemble::quotes(&segments, attributions, speakers);
    assemble::select(
        Annotation { publication, paragraphs: segments.paragraphs, entities: cast.entities, mentions: cast.mentions, quotes, dates },
        options,
    )
}
