//! The command line.

use crate::error::{Error, Result};

/// How to use the commands; printed by `cargo xtask help`.
pub(crate) const USAGE: &str = "\
cargo xtask <command>

  serve [--port N] [--release]   build the page, serve it, rebuild on every change
  build                          build the site into dist/ and print its size
  test [--only PART[,PART…]]     check everything, or some of: fmt, clippy, native, site, browser
  bench                          measure the crates, the page and its size
  screenshots                    take pictures of the page into target/screenshots
  help                           print this text

Missing tools are installed first, without asking. The environment decides how:
  WASM_TOOLCHAIN=auto|rustup|debian   where the compiler for WebAssembly comes from
  CHROMIUM=/path/to/browser           the Chromium or Chrome to test with";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Build, serve and rebuild on every change.
    Serve {
        /// The port to listen on.
        port: u16,
        /// Whether to build as for a release: slower to build, faster to run.
        release: bool,
    },
    /// Build the site.
    Build,
    /// Check these parts, in this order.
    Test(Vec<Part>),
    /// Measure speed and size.
    Bench,
    /// Take pictures of the page.
    Screenshots,
    /// Print [`USAGE`].
    Help,
}

/// A part of `cargo xtask test`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The formatting of the code.
    Fmt,
    /// The lints, natively and for WebAssembly.
    Clippy,
    /// The tests that need no browser.
    Native,
    /// The release build of the site.
    Site,
    /// The tests of the built site in a browser.
    Browser,
}

impl Part {
    /// Every part, in the order in which they run.
    pub(crate) const ALL: [Self; 5] = [Self::Fmt, Self::Clippy, Self::Native, Self::Site, Self::Browser];

    /// The name on the command line.
    fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Native => "native",
            Self::Site => "site",
            Self::Browser => "browser",
        }
    }
}

/// Understands the arguments that follow the program's name.
pub(crate) fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Command> {
    let mut command = match arguments.next().as_deref() {
        Some("serve") => Command::Serve { port: 8080, release: false },
        Some("build") => Command::Build,
        Some("test") => Command::Test(Vec::new()),
        Some("bench") => Command::Bench,
        Some("screenshots") => Command::Screenshots,
        Some("help" | "--help" | "-h") | None => return Ok(Command::Help),
        Some(other) => return Err(misuse(&format!("unknown command `{other}`"))),
    };
    while let Some(argument) = arguments.next() {
        let (option, attached) = match argument.split_once('=') {
            Some((option, value)) => (option, Some(value.to_owned())),
            None => (argument.as_str(), None),
        };
        let mut value = || attached.clone().or_else(|| arguments.next());
        match (&mut command, option) {
            (_, "--help" | "-h") => return Ok(Command::Help),
            (Command::Serve { port, .. }, "--port") => {
                *port = value()
                    .and_then(|value| value.parse().ok())
                    .ok_or_else(|| misuse("`--port` wants a number below 65536"))?;
            }
            (Command::Serve { release, .. }, "--release") => *release = true,
            (Command::Test(parts), "--only") => {
                let names = value().ok_or_else(|| misuse("`--only` wants the name of a part"))?;
                for name in names.split(',') {
                    parts.push(part(name)?);
                }
            }
            _ => return Err(misuse(&format!("unknown option `{argument}`"))),
        }
    }
    if let Command::Test(parts) = &mut command {
        let wanted = |part: &Part| parts.is_empty() || parts.contains(part);
        *parts = Part::ALL.into_iter().filter(wanted).collect();
    }
    Ok(command)
}

fn part(name: &str) -> Result<Part> {
    Part::ALL.into_iter().find(|part| part.name() == name).ok_or_else(|| {
        let names = Part::ALL.map(Part::name).join(", ");
        misuse(&format!("unknown part `{name}`: the parts are {names}"))
    })
}

fn misuse(what: &str) -> Error {
    Error::new(what).advise("`cargo xtask help` lists the commands and their options")
}

#[cfg(test)]
mod tests {
    use super::{Command, Part, parse};

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(str::to_owned)).map_err(|error| error.to_string())
    }

    #[test]
    fn serve_has_defaults() {
        let (port, release) = (8080, false);
        assert_eq!(parsed("serve"), Ok(Command::Serve { port, release }));
    }

    #[test]
    fn options_take_their_value_attached_or_apart() {
        let (port, release) = (81, true);
        let expected = Ok(Command::Serve { port, release });
        assert_eq!(parsed("serve --port 81 --release"), expected);
        assert_eq!(parsed("serve --release --port=81"), expected);
    }

    #[test]
    fn parts_run_in_their_own_order() {
        let expected = Ok(Command::Test(vec![Part::Site, Part::Browser]));
        assert_eq!(parsed("test --only browser,site"), expected);
        assert_eq!(parsed("test --only browser --only site"), expected);
        assert_eq!(parsed("test"), Ok(Command::Test(Part::ALL.to_vec())));
    }

    #[test]
    fn mistakes_are_named() {
        for (line, mistake) in [
            ("sevre", "unknown command `sevre`"),
            ("serve --port many", "`--port` wants a number below 65536"),
            ("build --port 1", "unknown option `--port`"),
            ("test --only", "`--only` wants the name of a part"),
            ("test --only wasm", "unknown part `wasm`"),
        ] {
            let error = parsed(line).expect_err(line);
            assert!(error.starts_with(mistake), "{line}: {error}");
        }
    }
}
