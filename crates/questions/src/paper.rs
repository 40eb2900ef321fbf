//! Answers for people: plain text for a terminal, or Markdown for a comment on a change.

use std::fmt::{Display, Write as _};

/// How an answer is written for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Written {
    /// For a terminal.
    Text,
    /// For a comment on a change.
    Markdown,
}

/// What stands in front of an entry.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mark<'m> {
    Sign(&'m str),
    Number(usize),
}

/// What is being written. Entries stand in lists that can be nested; points are what there is to say of an entry.
pub(crate) struct Paper {
    written: Written,
    out: String,
}

impl Paper {
    pub(crate) fn new(written: Written) -> Self {
        Paper { written, out: String::new() }
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn put(&mut self, line: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "{line}");
    }

    /// An empty line between what stands before and what follows.
    pub(crate) fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// What it is about.
    pub(crate) fn heading(&mut self, text: impl Display) {
        match self.written {
            Written::Text => self.put(format_args!("{text}")),
            Written::Markdown => {
                self.gap();
                self.put(format_args!("### {text}\n"));
            }
        }
    }

    /// The answer itself.
    pub(crate) fn verdict(&mut self, text: impl Display) {
        match self.written {
            Written::Text => self.put(format_args!("{text}")),
            Written::Markdown => self.put(format_args!("**{text}**")),
        }
    }

    /// A sentence by itself.
    pub(crate) fn line(&mut self, text: impl Display) {
        if self.written == Written::Markdown {
            self.gap();
        }
        self.put(format_args!("{text}"));
    }

    /// What limits the answer.
    pub(crate) fn remark(&mut self, text: impl Display) {
        match self.written {
            Written::Text => self.put(format_args!("  {text}")),
            Written::Markdown => {
                self.gap();
                self.put(format_args!("> {text}"));
            }
        }
    }

    /// An entry of a list; `level` says in how many lists it stands.
    pub(crate) fn entry(&mut self, level: usize, mark: Mark<'_>, text: impl Display) {
        let (wide, narrow) = ("    ".repeat(level), "  ".repeat(level));
        match (self.written, mark) {
            (Written::Text, Mark::Sign(sign)) => self.put(format_args!("{wide}{sign} {text}")),
            (Written::Text, Mark::Number(number)) => self.put(format_args!("{wide}{number}. {text}")),
            (Written::Markdown, Mark::Sign(sign)) => {
                self.put(format_args!("{narrow}- `{sign}` **{text}**"));
            }
            (Written::Markdown, Mark::Number(number)) => {
                self.put(format_args!("{narrow}- **{number}. {text}**"));
            }
        }
    }

    /// An entry of a list without a mark.
    pub(crate) fn item(&mut self, text: impl Display) {
        match self.written {
            Written::Text => self.put(format_args!("{text}")),
            Written::Markdown => self.put(format_args!("- **{text}**")),
        }
    }

    /// What there is to say of an entry.
    pub(crate) fn point(&mut self, level: usize, text: impl Display) {
        match self.written {
            Written::Text => self.put(format_args!("{}{text}", "    ".repeat(level + 1))),
            Written::Markdown => self.put(format_args!("{}- {text}", "  ".repeat(level + 1))),
        }
    }

    /// Lines of a text, below a point.
    pub(crate) fn excerpt(&mut self, level: usize, lines: &[&str]) {
        match self.written {
            Written::Text => {
                for line in lines {
                    self.put(format_args!("{}| {line}", "    ".repeat(level + 1)));
                }
            }
            Written::Markdown => {
                let indent = "  ".repeat(level + 2);
                self.put(format_args!("{indent}```json"));
                for line in lines {
                    self.put(format_args!("{indent}{line}"));
                }
                self.put(format_args!("{indent}```"));
            }
        }
    }

    /// A whole document.
    pub(crate) fn document(&mut self, text: &str) {
        match self.written {
            Written::Text => self.put(format_args!("{text}\n")),
            Written::Markdown => self.put(format_args!("```json\n{text}\n```\n")),
        }
    }
}

/// A name as it can stand in backticks.
pub(crate) fn escape(name: &str) -> String {
    name.replace('`', "'")
}
