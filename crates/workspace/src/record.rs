//! A scenario as it is stored: one line with what is known of it, and the scenario.

/// How the line starts; another version of this form starts otherwise.
const MARK: &str = "ramplay/1";
/// Most characters of a name.
const NAME: usize = 120;

/// What is known of a stored scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Of the last write; no two writes have the same.
    pub stamp: String,
    /// When it was created, in milliseconds since 1970.
    pub created: u64,
    /// When it was edited last.
    pub edited: u64,
    /// When it was deleted; it can come back.
    pub deleted: Option<u64>,
    /// Whether it is an example as it was opened: nobody's work.
    pub untouched: bool,
    /// Its name; may be empty.
    pub name: String,
}

/// A stored scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What is known of it.
    pub head: Head,
    /// The scenario, as JSON on one line.
    pub scenario: String,
}

impl Record {
    /// Reads what was stored; none if it is nothing that this version wrote.
    pub fn read(text: &str) -> Option<Self> {
        let (line, scenario) = text.split_once('\n')?;
        let mut words = line.splitn(7, ' ');
        let mut word = || words.next();
        if word()? != MARK {
            return None;
        }
        let stamp = word()?.to_owned();
        let created = word()?.parse().ok()?;
        let edited = word()?.parse().ok()?;
        let deleted = match word()? {
            "-" => None,
            time => Some(time.parse().ok()?),
        };
        let untouched = match word()? {
            "example" => true,
            "own" => false,
            _ => return None,
        };
        let name = word()?.to_owned();
        Some(Record {
            head: Head { stamp, created, edited, deleted, untouched, name },
            scenario: scenario.to_owned(),
        })
    }

    /// The text to store.
    pub fn write(&self) -> String {
        let Head { stamp, created, edited, deleted, untouched, name } = &self.head;
        let deleted = deleted.map_or_else(|| "-".to_owned(), |time| time.to_string());
        let whose = if *untouched { "example" } else { "own" };
        let name = plain_name(name);
        format!("{MARK} {stamp} {created} {edited} {deleted} {whose} {name}\n{}", self.scenario)
    }
}

/// A name on one line and of bounded length.
pub(crate) fn plain_name(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { ' ' } else { c }).take(NAME).collect()
}

/// JSON on one line: what stands between its lines is white space, since strings have no line ends.
pub(crate) fn flat(json: &str) -> String {
    json.lines().map(str::trim_start).collect()
}
