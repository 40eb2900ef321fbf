//! Reading lines.

use ramplay_flink::{Console, catalogue};
use ramplay_text::{Span, line_words};

use crate::line::{Claim, ExpectError, ExpectProblem, Expectation, Line, Row, Wanted, What, Who};

/// The longest line that is read, in bytes.
const LONGEST: usize = ramplay_playground::MAX_ASSERTION;

/// Reads lines. Empty ones and comments are passed over.
pub fn parse(text: &str) -> Vec<Line> {
    (1..)
        .zip(text.lines())
        .filter_map(|(number, line)| {
            let expectation = parse_line(line)?;
            Some(Line { number, text: line.to_owned(), expectation })
        })
        .collect()
}

/// Reads one line; `None` if it says nothing.
pub fn parse_line(line: &str) -> Option<Result<Expectation, ExpectError>> {
    if line.len() > LONGEST {
        let span = Span::new(0, line.len());
        return Some(Err(ExpectError { problem: ExpectProblem::Long, span }));
    }
    let mut words = Words::new(line);
    (!words.is_at_end()).then(|| {
        let expectation = words.expectation()?;
        match words.next() {
            None => Ok(expectation),
            Some((_, span)) => Err(ExpectError {
                problem: ExpectProblem::Extra,
                span: Span::new(span.start as usize, words.end),
            }),
        }
    })
}

/// The words of a line, up to a comment.
struct Words<'a> {
    all: Vec<(&'a str, Span)>,
    at: usize,
    /// Where the last word ends.
    end: usize,
}

impl<'a> Words<'a> {
    fn new(line: &'a str) -> Self {
        let words = line_words(line);
        let end = words.last().map_or(0, |(_, span)| span.end as usize);
        Words { all: words, at: 0, end }
    }

    fn is_at_end(&self) -> bool {
        self.at == self.all.len()
    }

    fn peek(&self) -> Option<&'a str> {
        self.all.get(self.at).map(|(word, _)| *word)
    }

    fn next(&mut self) -> Option<(&'a str, Span)> {
        let found = self.all.get(self.at).copied();
        self.at += usize::from(found.is_some());
        found
    }

    /// Takes these words, if all of them follow.
    fn take(&mut self, wanted: &[&str]) -> bool {
        let found = self.all.iter().skip(self.at).map(|(word, _)| *word);
        let follows = found.take(wanted.len()).eq(wanted.iter().copied());
        self.at += if follows { wanted.len() } else { 0 };
        follows
    }

    /// Where the next word stands, or where it is missing.
    fn here(&self) -> Span {
        self.all.get(self.at).map_or(Span::new(self.end, self.end), |(_, span)| *span)
    }

    fn wanted(&self, wanted: Wanted) -> ExpectError {
        ExpectError { problem: ExpectProblem::Wanted(wanted), span: self.here() }
    }

    fn expectation(&mut self) -> Result<Expectation, ExpectError> {
        let subject = self.here();
        match self.next().map(|(word, _)| word) {
            Some("user") => {
                let name = self.name()?;
                self.may(Who::User(name))
            }
            Some("role") => {
                let name = self.name()?;
                self.may(Who::Role(name))
            }
            Some("person") => self.may(Who::Person),
            Some("job") => self.may(Who::Job),
            Some("management") => self.opens(Console::Management),
            Some("development") => self.opens(Console::Development),
            Some(id) => match row(id) {
                Some(row) => self.claim(row),
                None => {
                    Err(ExpectError { problem: ExpectProblem::Subject { near: near(id) }, span: subject })
                }
            },
            None => Err(self.wanted(Wanted::What)),
        }
    }

    fn name(&mut self) -> Result<String, ExpectError> {
        match self.peek() {
            None | Some("may" | "can" | "cannot" | "must") => Err(self.wanted(Wanted::Name)),
            Some(name) => {
                self.at += 1;
                Ok(name.to_owned())
            }
        }
    }

    fn may(&mut self, who: Who) -> Result<Expectation, ExpectError> {
        const NOT: [&[&str]; 4] = [&["may", "not"], &["must", "not"], &["can", "not"], &["cannot"]];
        let may = if NOT.iter().any(|words| self.take(words)) {
            false
        } else if self.take(&["may"]) || self.take(&["can"]) {
            true
        } else {
            return Err(self.wanted(Wanted::May));
        };
        let Some((word, span)) = self.next() else { return Err(self.wanted(Wanted::What)) };
        if word.contains(':') {
            let resource = if self.take(&["on"]) {
                let is_resource = |word: &str| {
                    word == "*"
                        || ["acs:", "project/", "vvpinstance/"].iter().any(|begin| word.starts_with(begin))
                };
                let word = self.peek().filter(|word| is_resource(word));
                let word = word.ok_or_else(|| self.wanted(Wanted::Resource))?;
                self.at += 1;
                Some(word.to_owned())
            } else {
                None
            };
            return Ok(Expectation::May {
                who,
                what: What::Action { action: word.to_owned(), resource },
                may,
            });
        }
        match row(word) {
            Some(row) => Ok(Expectation::May { who, what: What::Row(row), may }),
            None => Err(ExpectError { problem: ExpectProblem::NoRow { near: near(word) }, span }),
        }
    }

    fn claim(&mut self, row: Row) -> Result<Expectation, ExpectError> {
        const CLAIMS: [(&[&str], Claim); 8] = [
            (&["is", "allowed"], Claim::Allowed),
            (&["is", "denied"], Claim::Denied),
            (&["is", "not", "allowed"], Claim::Denied),
            (&["is", "explicitly", "denied"], Claim::ExplicitlyDenied),
            (&["is", "implicitly", "denied"], Claim::ImplicitlyDenied),
            (&["is", "undecided"], Claim::Undecided),
            (&["is", "held"], Claim::Held),
            (&["is", "not", "held"], Claim::NotHeld),
        ];
        let from = self.here();
        let Some((_, claim)) = CLAIMS.iter().find(|(words, _)| self.take(words)) else {
            return Err(self.wanted(Wanted::Claim));
        };
        let of_permission = matches!(claim, Claim::Held | Claim::NotHeld);
        if of_permission == matches!(row, Row::Permission(_)) {
            return Ok(Expectation::Is { row, claim: *claim });
        }
        Err(ExpectError {
            problem: ExpectProblem::WrongClaim,
            span: Span::new(from.start as usize, self.end),
        })
    }

    fn opens(&mut self, console: Console) -> Result<Expectation, ExpectError> {
        if self.take(&["opens"]) {
            Ok(Expectation::Opens { console, opens: true })
        } else if self.take(&["does", "not", "open"]) {
            Ok(Expectation::Opens { console, opens: false })
        } else {
            Err(self.wanted(Wanted::Opens))
        }
    }
}

/// Short names of the rows that are asked for most.
const SHORT: [(&str, &str); 2] = [("read", "logs.pull"), ("write", "logs.write")];

/// The row with this id.
fn row(id: &str) -> Option<Row> {
    let id = SHORT.iter().find(|(short, _)| *short == id).map_or(id, |(_, id)| *id);
    let catalogue = catalogue();
    let capability = || catalogue.capability(id).map(|row| Row::Capability(&row.id));
    let operation = || catalogue.operation(id).map(|row| Row::Operation(&row.id));
    let permission = || catalogue.console_permission(id).map(|row| Row::Permission(&row.id));
    capability().or_else(operation).or_else(permission)
}

/// The id that is most like this one.
fn near(word: &str) -> Option<&'static str> {
    let catalogue = catalogue();
    let capabilities = catalogue.sls_capabilities.capabilities.iter().map(|row| row.id.as_str());
    let operations = catalogue.operations.iter().map(|row| row.id.as_str());
    let permissions = catalogue.console_permissions.permissions.iter().map(|row| row.id.as_str());
    let words = ["user", "role", "person", "job", "management", "development", "read", "write"];
    let all = words.into_iter().chain(capabilities).chain(operations).chain(permissions);
    let scored = all.map(|id| (strsim::osa_distance(word, id), id));
    let (distance, id) = scored.min_by_key(|(distance, _)| *distance)?;
    (word.len() <= 64 && distance <= 1 + word.chars().count() / 5).then_some(id)
}
