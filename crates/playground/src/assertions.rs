//! How a scenario holds expectations. `ramplay-expect` reads the lines and says whether they hold.

use crate::answer::Mark;
use crate::bounds::{MAX_ASSERTION, MAX_ASSERTIONS};
use crate::console::Reach;
use ramplay_flink::{Console, catalogue};

/// The expectations of a scenario: its field `assertions`, which is left out when it is empty. By hand, a list of lines
/// will do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assertions {
    /// The lines as they were typed, mistakes and comments included.
    pub lines: Vec<String>,
    /// With what they were made, so that a later reader sees what changed since.
    pub made: Option<Made>,
}

/// With what expectations were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The version of the engine.
    pub engine: String,
    /// The date of the newest source of the catalogue.
    pub catalogue: String,
    /// How many lines held.
    pub held: usize,
    /// The lines that did not, by their numbers from 1: they failed, or nobody could tell.
    pub missed: Vec<usize>,
}

impl Assertions {
    /// Whether nothing is expected.
    pub fn is_empty(&self) -> bool {
        *self == Assertions::default()
    }

    /// All lines as one text.
    pub fn text(&self) -> String {
        self.lines.join("\n")
    }
}

impl Made {
    /// Made now, of nothing: the version of this engine and the date of its facts.
    pub fn now() -> Self {
        Made {
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            catalogue: catalogue().date().to_owned(),
            held: 0,
            missed: Vec::new(),
        }
    }
}

impl Assertions {
    /// Adds a line that holds now. A line that is there already is not added again.
    pub fn expect(&mut self, line: String) {
        if self.lines.contains(&line) || self.lines.len() >= MAX_ASSERTIONS || line.len() > MAX_ASSERTION {
            return;
        }
        // Nobody noted what became of lines that were written by hand.
        if self.lines.is_empty() {
            self.made = Some(Made::now());
        }
        self.lines.push(line);
        if let Some(made) = &mut self.made {
            made.held += 1;
        }
    }
}

/// The line that says of a row of the answer what is so now; none if there is no verdict, or nothing is checked.
pub fn line_of(id: &str, mark: Mark) -> Option<String> {
    let claim = match mark {
        Mark::Allow => "allowed",
        Mark::ExplicitDeny | Mark::ImplicitDeny | Mark::Denied => "denied",
        Mark::Depends => "undecided",
        Mark::NotChecked | Mark::Withheld => return None,
    };
    Some(format!("{id} is {claim}"))
}

/// The same of a permission of the Development Console, by its id.
pub fn line_of_permission(id: &str, held: bool) -> String {
    format!("{id} is {}", if held { "held" } else { "not held" })
}

/// The same of a console; none where nothing is said.
pub fn line_of_console(console: Console, reach: Reach) -> Option<String> {
    let claim = match reach {
        Reach::Open | Reach::Provided => "opens",
        Reach::Closed | Reach::Impossible => "does not open",
        Reach::Withheld => return None,
    };
    Some(format!("{} {claim}", console.id()))
}
