//! Uses of tables, and options as they work there.

use super::{Name, OptionEntry};

/// What a reference does with what it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reads all of it.
    Read,
    /// Looks rows up in it.
    Lookup,
    /// Writes to it.
    Write,
    /// Copies all tables of a database: `AS DATABASE`.
    ReadDatabase,
    /// Creates and fills tables in a database: what `AS DATABASE` copies to.
    WriteDatabase,
    /// Takes its definition over: `LIKE`.
    Like,
}

/// What a reference means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A table of the draft, by its place in [`Script::tables`](crate::Script::tables).
    Table(usize),
    /// A view of the draft, by its place in [`Script::views`](crate::Script::views).
    View(usize),
    /// Something that the draft does not define: a table of a catalog.
    External,
}

/// A place where a table or view is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// As it is written.
    pub name: Name,
    /// What it does.
    pub access: Access,
    /// What it means.
    pub target: Target,
    /// The place of the statement it stands in.
    pub statement: usize,
    /// The options of the hint `/*+ OPTIONS(…) */` behind it.
    pub hints: Vec<OptionEntry>,
    /// Whether it takes part in something that runs: an `INSERT`, not a view that nothing uses.
    pub runs: bool,
}

/// An option as it works in the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effective<'s> {
    /// The option.
    pub entry: &'s OptionEntry,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where an effective option comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The table itself.
    Own,
    /// The model of a `LIKE`, by its place in [`Script::tables`](crate::Script::tables).
    Like(usize),
    /// A hint.
    Hint,
}
