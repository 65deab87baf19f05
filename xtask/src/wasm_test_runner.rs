//! Serves `tests/wasm.rs` to a browser: the test runner of wasm-bindgen, in the version of our lock file.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())?;
    Ok(())
}
