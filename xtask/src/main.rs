//! Builds the WebAssembly module and its JavaScript glue into `www/lib/core`, which git ignores.
//!
//! ```text
//! cargo xtask build
//! ```
//!
//! wasm-bindgen is a library of our own lock file, so that it cannot drift from the crate; `wasm-opt` comes from npm, in the
//! version of `package-lock.json`.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

type Done<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let done = match env::args().nth(1).as_deref() {
        Some("build") => build(),
        _ => Err("usage: cargo xtask build".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Done {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has a folder above it")?;
    env::set_current_dir(root)?;
    let core = Path::new("www/lib/core");
    fs::create_dir_all(core)?;
    run(Command::new("cargo").args("build --quiet --locked --release --lib --target wasm32-unknown-unknown".split(' ')))?;
    bindgen(&compiled(), core)?;
    optimise(&core.join("core_bg.wasm"))?;
    inline(core)?;
    version(core)
}

/// Where cargo puts what it compiled.
fn compiled() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    target.join("wasm32-unknown-unknown/release/pressmark.wasm")
}

/// Writes the glue as an ES module that names no file, so that bundlers follow none from the inline build.
fn bindgen(wasm: &Path, core: &Path) -> Done {
    Bindgen::new()
        .input_path(wasm)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .reset_state_function(true)
        .out_name("core")
        .generate(core)?;
    Ok(())
}

fn optimise(wasm: &Path) -> Done {
    let tool = Path::new("node_modules/binaryen/bin/wasm-opt");
    if !tool.exists() {
        return Err("wasm-opt is missing: run `npm ci` first".into());
    }
    run(Command::new("node")
        .arg(tool)
        .args(["-O3", "--skip-pass=memory-packing", "--skip-pass=local-cse", "--skip-pass=inlining-optimizing"])
        .arg(wasm)
        .arg("-o")
        .arg(wasm))
}

/// Puts the WebAssembly bytes into a JavaScript module.
fn inline(core: &Path) -> Done {
    let bytes = fs::read(core.join("core_bg.wasm"))?;
    fs::write(core.join("bytes.js"), format!("export default \"{}\";\n", BASE64_STANDARD.encode(&bytes)))?;
    fs::write(core.join("bytes.d.ts"), "declare const base64: string;\nexport default base64;\n")?;
    Ok(())
}

/// For what must know its version before the module is there.
fn version(core: &Path) -> Done {
    fs::write(core.join("version.js"), concat!("export const version = \"", env!("CARGO_PKG_VERSION"), "\";\n"))?;
    fs::write(core.join("version.d.ts"), "export declare const version: string;\n")?;
    Ok(())
}

fn run(command: &mut Command) -> Done {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{command:?}: {status}").into()),
        Err(error) => Err(format!("{command:?}: {error}").into()),
    }
}
