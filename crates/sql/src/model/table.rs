//! Tables and views.

use ramplay_text::Span;

use super::{Name, OptionEntry};
use crate::written::Written;

/// How a table came into the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Definition {
    /// `CREATE TABLE … WITH (…)`.
    Table {
        /// `CREATE TEMPORARY TABLE`.
        temporary: bool,
    },
    /// `CREATE TABLE … AS …`: it is filled as well as defined.
    TableAs {
        /// `CREATE TEMPORARY TABLE`, which Flink refuses here.
        temporary: bool,
    },
    /// The `source` of data ingestion.
    YamlSource,
    /// The `sink` of data ingestion.
    YamlSink,
}

/// What a table is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Uses {
    /// Something reads it.
    pub read: bool,
    /// Something writes to it.
    pub written: bool,
    /// Something looks rows up in it: `JOIN … FOR SYSTEM_TIME AS OF …`.
    pub looked_up: bool,
}

/// The role of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It is read.
    Source,
    /// It is written to.
    Sink,
    /// It is read (or looked up) and written to.
    Both,
    /// Rows are looked up in it, and nothing else.
    Lookup,
    /// No statement that runs uses it.
    Unused,
}

impl Uses {
    /// The role that these uses make. A table that is read and looked up is a source; see
    /// [`Uses::looked_up`] for the rest.
    pub fn role(self) -> Role {
        match (self.read, self.written, self.looked_up) {
            (true, true, _) | (_, true, true) => Role::Both,
            (false, true, false) => Role::Sink,
            (true, false, _) => Role::Source,
            (false, false, true) => Role::Lookup,
            (false, false, false) => Role::Unused,
        }
    }
}

impl Role {
    /// A stable name.
    pub fn code(self) -> &'static str {
        match self {
            Role::Source => "source",
            Role::Sink => "sink",
            Role::Both => "both",
            Role::Lookup => "lookup",
            Role::Unused => "unused",
        }
    }
}

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// `name TYPE`.
    Physical,
    /// `name AS expression`.
    Computed,
    /// `name TYPE METADATA [FROM 'key'] [VIRTUAL]`.
    Metadata {
        /// What stands behind `FROM`, inside its quotes.
        from: Option<Span>,
        /// Whether it is `VIRTUAL`: read, never written.
        is_virtual: bool,
    },
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: Written,
    /// Its name with quotes.
    pub span: Span,
    /// What it is.
    pub kind: ColumnKind,
}

/// How a `LIKE` takes options over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Like {
    /// The table that is taken as a model.
    pub name: Name,
    /// The place of that table in [`Script::tables`](crate::Script::tables), if the draft defines it.
    pub table: Option<usize>,
    /// Whether its options are taken over (`EXCLUDING OPTIONS` or `EXCLUDING ALL` keeps them out).
    pub options: bool,
}

/// A table, or an end of data ingestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: Name,
    /// How it is defined.
    pub definition: Definition,
    /// The place of its statement in [`Script::statements`](crate::Script::statements).
    pub statement: usize,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// The options of its own, in order.
    pub options: Vec<OptionEntry>,
    /// Its model.
    pub like: Option<Like>,
    /// What it is used for, by the statements that run.
    pub uses: Uses,
}

impl Table {
    /// Its role.
    pub fn role(&self) -> Role {
        self.uses.role()
    }

    /// Whether it is a temporary table, the only place in SQL where variables are documented.
    pub fn is_temporary(&self) -> bool {
        matches!(
            self.definition,
            Definition::Table { temporary: true } | Definition::TableAs { temporary: true }
        )
    }
}

/// A view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Its name.
    pub name: Name,
    /// The place of its statement.
    pub statement: usize,
    /// Whether a statement that runs uses it, maybe through other views.
    pub used: bool,
}
