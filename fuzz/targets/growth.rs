//! A short text over and over: four times as much of it must not take more than seven times as long.

#![no_main]

use cpu_time::ThreadTime;
use libfuzzer_sys::fuzz_target;
use pressmark::{Options, annotate};
use std::hint::black_box;
use std::time::Duration;

const LENGTH: usize = 20_000;

fuzz_target!(|bytes: &[u8]| {
    let piece = String::from_utf8_lossy(bytes);
    if piece.is_empty() {
        return;
    }
    let (short, long) = (piece.repeat(LENGTH.div_ceil(piece.len())), piece.repeat(4 * LENGTH.div_ceil(piece.len())));
    // Whatever else the machine does can only add to the time, so the least of several is asked for.
    let fair = || time(&long) <= 7 * time(&short) + Duration::from_millis(5);
    assert!((0..5).any(|_| fair()), "{:?} for {LENGTH} bytes, {:?} for four times as much", time(&short), time(&long));
});

/// Of the processor.
fn time(text: &str) -> Duration {
    let begin = ThreadTime::now();
    black_box(annotate(text, &Options::default()));
    begin.elapsed()
}
