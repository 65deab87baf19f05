//! Each stage of the pipeline by itself, with what it allocates: `cargo bench --package lab --bench stages`.
//!
//! The text is what `bench/articles.js` writes: ten articles of 3 kB.

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use pressmark::ner::Names;
use pressmark::packed::pack;
use pressmark::segment::{ParagraphBreak, Segments, segment};
use pressmark::{Locale, Options, annotate, coref, ner, quote, timex};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const TEXT: &str = include_str!("articles.txt");

fn main() {
    // Tables that are made once are made now.
    black_box(annotate(TEXT, &Options::default()));
    divan::main();
}

fn segments() -> Segments<'static> {
    segment(TEXT, ParagraphBreak::Auto)
}

/// Runs one stage over the whole text.
fn stage<T>(bencher: Bencher, run: impl Fn() -> T + Sync) {
    bencher.counter(BytesCount::of_str(TEXT)).bench(run);
}

/// What reading the bytes alone takes: no stage can be faster.
#[divan::bench]
fn a_scan(bencher: Bencher) {
    stage(bencher, || black_box(TEXT).bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())));
}

#[divan::bench]
fn b_segment(bencher: Bencher) {
    stage(bencher, segments);
}

#[divan::bench]
fn c_quote_marks(bencher: Bencher) {
    let segments = segments();
    stage(bencher, || quote::marks(&segments));
}

#[divan::bench]
fn d_ner(bencher: Bencher) {
    let (segments, names) = (segments(), Names::default());
    stage(bencher, || ner::recognize(&segments, &names));
}

#[divan::bench]
fn e_timex_recognize(bencher: Bencher) {
    let segments = segments();
    let names = ner::recognize(&segments, &Names::default());
    stage(bencher, || timex::recognize(&segments, &names, Locale::Unknown));
}

#[divan::bench]
fn f_timex_anchor(bencher: Bencher) {
    let segments = segments();
    let names = ner::recognize(&segments, &Names::default());
    let expressions = timex::recognize(&segments, &names, Locale::Unknown);
    stage(bencher, || timex::anchor(&segments, &expressions, &timex::publication::infer(&segments, &expressions, None)));
}

#[divan::bench]
fn g_quote_attribute(bencher: Bencher) {
    let segments = segments();
    let (marks, names) = (quote::marks(&segments), ner::recognize(&segments, &Names::default()));
    stage(bencher, || quote::attribute(&segments, &marks, &names));
}

#[divan::bench]
fn h_coref(bencher: Bencher) {
    let (segments, given) = (segments(), Names::default());
    let (marks, names) = (quote::marks(&segments), ner::recognize(&segments, &given));
    let attributions = quote::attribute(&segments, &marks, &names);
    stage(bencher, || coref::anaphora(&segments, &marks, coref::names(&segments, &names, &given), &attributions));
}

#[divan::bench]
fn i_annotate(bencher: Bencher) {
    let options = Options::default();
    stage(bencher, || annotate(TEXT, &options));
}

#[divan::bench]
fn j_pack(bencher: Bencher) {
    let annotation = annotate(TEXT, &Options::default());
    stage(bencher, || pack(&annotation, TEXT));
}
