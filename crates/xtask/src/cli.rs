//! The command line.

use crate::error::{Error, Result};

/// How to use the commands; printed by `cargo xtask help`.
pub(crate) const USAGE: &str = "\
cargo xtask <command>

  serve [--port N] [--release]   build the page, serve it, rebuild on every change
  build                          build the site into dist/, the documentation with it, and print its size
  book                           build the documentation into dist/docs/
  package                        build the JavaScript package into target/npm/ramplay
  test [--only PART[,PART…]]     check everything, or some of: fmt, clippy, native, module, fuzz,
                                 editor, site, book, browser
  bench [--only PART[,PART…]]    measure everything, or some of: native (the crates), page (its speed
                                 and size), peers (this engine beside others)
  fuzz [--seconds N] [TARGET…]   try the targets of tests/fuzz, each for N seconds (30)
  screenshots                    take pictures of the page into target/screenshots
  help                           print this text

Missing tools are installed first, without asking. The environment decides how:
  WASM_TOOLCHAIN=auto|rustup|debian   where the compiler for WebAssembly comes from
  CHROMIUM=/path/to/browser           the Chromium or Chrome to test with
  FIREFOX=/path/to/browser|none       the Firefox to test with; without one, its tests are skipped";

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
    /// Build the documentation.
    Book,
    /// Build the JavaScript package.
    Package,
    /// Check these parts, in this order.
    Test(Vec<Part>),
    /// Measure these, in this order.
    Bench(Vec<Measure>),
    /// Try inputs that nobody thought of.
    Fuzz {
        /// How long each target is tried.
        seconds: u32,
        /// Which targets; all if none is named.
        targets: Vec<String>,
    },
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
    /// The JavaScript package, a WebAssembly module, in Node.
    Module,
    /// A short run of the fuzz targets.
    Fuzz,
    /// The types of the editor, and its tests in a browser.
    Editor,
    /// The release build of the site.
    Site,
    /// The documentation, beside the site.
    Book,
    /// The tests of the built site in a browser.
    Browser,
}

/// A part of `cargo xtask bench`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// The benchmarks of the crates.
    Native,
    /// The page, from key to picture, and its size.
    Page,
    /// This engine beside others.
    Peers,
}

/// What `--only` chooses from.
pub(crate) trait Choice: Copy + PartialEq + 'static {
    /// Everything there is, in the order in which it runs.
    const ALL: &'static [Self];

    /// The name on the command line.
    fn name(self) -> &'static str;
}

impl Choice for Part {
    const ALL: &'static [Self] = &[
        Self::Fmt,
        Self::Clippy,
        Self::Native,
        Self::Module,
        Self::Fuzz,
        Self::Editor,
        Self::Site,
        Self::Book,
        Self::Browser,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Native => "native",
            Self::Module => "module",
            Self::Fuzz => "fuzz",
            Self::Editor => "editor",
            Self::Site => "site",
            Self::Book => "book",
            Self::Browser => "browser",
        }
    }
}

impl Choice for Measure {
    const ALL: &'static [Self] = &[Self::Native, Self::Page, Self::Peers];

    fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Page => "page",
            Self::Peers => "peers",
        }
    }
}

/// Understands the arguments that follow the program's name.
pub(crate) fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Command> {
    let mut command = match arguments.next().as_deref() {
        Some("serve") => Command::Serve { port: 8080, release: false },
        Some("build") => Command::Build,
        Some("book") => Command::Book,
        Some("package") => Command::Package,
        Some("test") => Command::Test(Vec::new()),
        Some("bench") => Command::Bench(Vec::new()),
        Some("fuzz") => Command::Fuzz { seconds: 30, targets: Vec::new() },
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
            (Command::Test(parts), "--only") => choose(parts, value())?,
            (Command::Bench(parts), "--only") => choose(parts, value())?,
            (Command::Fuzz { seconds, .. }, "--seconds") => {
                *seconds = value()
                    .and_then(|value| value.parse().ok())
                    .filter(|seconds| *seconds > 0)
                    .ok_or_else(|| misuse("`--seconds` wants a number above 0"))?;
            }
            (Command::Fuzz { targets, .. }, target) if !target.starts_with('-') => {
                targets.push(argument);
            }
            _ => return Err(misuse(&format!("unknown option `{argument}`"))),
        }
    }
    match &mut command {
        Command::Test(parts) => settle(parts),
        Command::Bench(parts) => settle(parts),
        _ => {}
    }
    Ok(command)
}

/// Adds the parts that an `--only` names.
fn choose<P: Choice>(parts: &mut Vec<P>, names: Option<String>) -> Result<()> {
    let names = names.ok_or_else(|| misuse("`--only` wants the name of a part"))?;
    for name in names.split(',') {
        let part = P::ALL.iter().find(|part| part.name() == name).ok_or_else(|| {
            let names: Vec<_> = P::ALL.iter().map(|part| part.name()).collect();
            misuse(&format!("unknown part `{name}`: the parts are {}", names.join(", ")))
        })?;
        parts.push(*part);
    }
    Ok(())
}

/// Puts the chosen parts into their order; all of them if none was chosen.
fn settle<P: Choice>(parts: &mut Vec<P>) {
    let wanted = |part: &P| parts.is_empty() || parts.contains(part);
    *parts = P::ALL.iter().copied().filter(wanted).collect();
}

fn misuse(what: &str) -> Error {
    Error::new(what).advise("`cargo xtask help` lists the commands and their options")
}

#[cfg(test)]
mod tests {
    use super::{Choice as _, Command, Measure, Part, parse};

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
    fn measures_are_chosen_alike() {
        let expected = Ok(Command::Bench(vec![Measure::Native, Measure::Peers]));
        assert_eq!(parsed("bench --only=peers,native"), expected);
        assert_eq!(parsed("bench"), Ok(Command::Bench(Measure::ALL.to_vec())));
    }

    #[test]
    fn fuzz_takes_targets() {
        let fuzz = |seconds, targets: &[&str]| {
            Ok(Command::Fuzz { seconds, targets: targets.iter().map(ToString::to_string).collect() })
        };
        assert_eq!(parsed("fuzz"), fuzz(30, &[]));
        assert_eq!(parsed("fuzz read --seconds 5 pattern"), fuzz(5, &["read", "pattern"]));
    }

    #[test]
    fn mistakes_are_named() {
        for (line, mistake) in [
            ("sevre", "unknown command `sevre`"),
            ("serve --port many", "`--port` wants a number below 65536"),
            ("build --port 1", "unknown option `--port`"),
            ("test --only", "`--only` wants the name of a part"),
            ("test --only wasm", "unknown part `wasm`"),
            ("bench --only site", "unknown part `site`: the parts are native, page, peers"),
            ("fuzz --seconds 0", "`--seconds` wants a number above 0"),
            ("fuzz --minutes 1", "unknown option `--minutes`"),
        ] {
            let error = parsed(line).expect_err(line);
            assert!(error.starts_with(mistake), "{line}: {error}");
        }
    }
}
