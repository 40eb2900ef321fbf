//! The `wasm-bindgen` command that Trunk calls.
//!
//! Trunk wants a `wasm-bindgen` of exactly the version that the page is compiled with. This
//! program is that command, built from the library in `Cargo.lock`, so the two cannot drift
//! apart and nothing has to be downloaded. It knows the options that Trunk passes, no others.

use std::env;
use std::error::Error;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let outcome = Request::parse(env::args().skip(1)).and_then(Request::carry_out);
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to be told to if standard error is closed.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
#[derive(Debug)]
enum Request {
    /// `--version`: Trunk compares the answer with `Cargo.lock`.
    Version,
    /// Generate the JavaScript side of a module.
    Generate(Box<Options>),
}

/// The options of a generation.
#[derive(Debug)]
struct Options {
    /// The module that the compiler wrote.
    input: PathBuf,
    /// Where the results go.
    out_dir: PathBuf,
    /// What the results are called.
    out_name: String,
    /// Leave out the TypeScript declarations.
    no_typescript: bool,
    /// Keep Rust's symbol names as they are.
    no_demangle: bool,
    /// Keep the debug information.
    keep_debug: bool,
}

impl Request {
    fn parse(arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut input = None;
        let mut out_dir = None;
        let mut out_name = None;
        let (mut no_typescript, mut no_demangle, mut keep_debug) = (false, false, false);
        for argument in arguments {
            match argument.split_once('=').unwrap_or((&argument, "")) {
                ("--version" | "-V", _) => return Ok(Self::Version),
                ("--target", "web") => {}
                ("--out-dir", value) => out_dir = Some(PathBuf::from(value)),
                ("--out-name", value) => out_name = Some(value.to_owned()),
                ("--no-typescript", _) => no_typescript = true,
                ("--no-demangle", _) => no_demangle = true,
                ("--keep-debug", _) => keep_debug = true,
                (option, _) if option.starts_with('-') => {
                    return Err(format!("unknown option `{argument}`").into());
                }
                _ => input = Some(PathBuf::from(argument)),
            }
        }
        Ok(Self::Generate(Box::new(Options {
            input: input.ok_or("no module is given")?,
            out_dir: out_dir.ok_or("`--out-dir=` is missing")?,
            out_name: out_name.ok_or("`--out-name=` is missing")?,
            no_typescript,
            no_demangle,
            keep_debug,
        })))
    }

    fn carry_out(self) -> Result<(), Box<dyn Error>> {
        match self {
            Self::Version => {
                let version = wasm_bindgen_shared::version();
                writeln!(io::stdout(), "wasm-bindgen {version}")?;
            }
            Self::Generate(options) => {
                Bindgen::new()
                    .input_path(&options.input)
                    .out_name(&options.out_name)
                    .web(true)?
                    .typescript(!options.no_typescript)
                    .demangle(!options.no_demangle)
                    .keep_debug(options.keep_debug)
                    // As the official command does; the library's own default differs.
                    .omit_default_module_path(false)
                    .generate(&options.out_dir)?;
            }
        }
        Ok(())
    }
}
