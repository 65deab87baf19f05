//! Builds the WebAssembly module and the npm package.

fn main() {}
