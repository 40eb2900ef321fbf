//! `ramplay-book build FOLDER` writes the documentation site; `ramplay-book` is a preprocessor of mdBook.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use ramplay_book::{Error, build, preprocess, source};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell if this cannot be written.
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<(), Error> {
    match words {
        ["build", folder] => build(&source(), Path::new(folder)),
        // mdBook asks first whether a renderer is served, and then hands over the book.
        ["supports", _] => Ok(()),
        [] => {
            let mut input = String::new();
            std::io::stdin()
                .read_to_string(&mut input)
                .map_err(|error| Error::new("standard input", &error))?;
            let output = preprocess(&input)?;
            std::io::stdout()
                .write_all(output.as_bytes())
                .map_err(|error| Error::new("standard output", &error))
        }
        _ => Err(Error::new("the call", &"say `ramplay-book build FOLDER`")),
    }
}
