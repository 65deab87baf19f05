//! Runs `tests/wasm.rs` in a browser: the runner of wasm-bindgen, in the version of our lock file.

fn main() {}
