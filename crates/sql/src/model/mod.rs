//! What a draft holds.

mod reference;
mod table;

use ramplay_text::Span;

use crate::credentials::Credential;
use crate::note::Note;
use crate::variables::{Malformed, VariableUse};
use crate::written::Written;

pub use reference::{Access, Effective, Origin, Reference, Target};
pub use table::{Column, ColumnKind, Definition, Like, Role, Table, Uses, View};

/// What language a text was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Flink SQL.
    Sql,
    /// The YAML of data ingestion (Flink CDC).
    Yaml,
}

/// A name of one to three parts, as it is meant: without back-quotes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name {
    /// Catalog, database and object, as far as they are written.
    pub parts: Vec<Written>,
    /// The whole name with its quotes.
    pub span: Span,
}

impl Name {
    /// The last part: the object itself.
    pub fn object(&self) -> &str {
        self.parts.last().map_or("", Written::as_str)
    }

    /// The parts with dots between them, masked where one looks like a secret.
    pub fn dotted(&self) -> String {
        self.parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
    }
}

/// An option: `'key' = 'value'`, or a line of YAML. Its value is not kept, only where it stands:
/// [`Script::value`] reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionEntry {
    /// The key as it is meant.
    pub key: Written,
    /// The key, inside its quotes.
    pub key_span: Span,
    /// The value, inside its quotes. Empty, behind the key, if there is none.
    pub value_span: Span,
    /// Whether the value stands in quotes.
    pub quoted: bool,
}

/// What a catalog, database, model or `ALTER TABLE` sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What it is.
    pub kind: SettingsKind,
    /// Whose options they are; none for `SET`.
    pub name: Option<Name>,
    /// The place of the statement.
    pub statement: usize,
    /// The options, in order.
    pub options: Vec<OptionEntry>,
}

/// Options that are not those of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingsKind {
    /// `CREATE CATALOG`.
    Catalog,
    /// `CREATE DATABASE`, also `AS DATABASE`.
    Database,
    /// `CREATE MODEL`.
    Model,
    /// `ALTER TABLE … SET (…)`.
    AlterTable,
    /// `SET 'key' = 'value'`.
    Set,
    /// The `pipeline` of data ingestion.
    Pipeline,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What it is.
    pub kind: StatementKind,
    /// From its first token to its last, without the semicolon.
    pub span: Span,
    /// Whether it stands in a statement set.
    pub in_set: bool,
}

/// What a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "named like the statements they stand for")]
pub enum StatementKind {
    CreateTable,
    CreateTableAs,
    CreateView,
    CreateCatalog,
    CreateDatabase,
    CreateDatabaseAs,
    CreateFunction,
    CreateModel,
    AddJar,
    Insert,
    Select,
    DeleteOrUpdate,
    BeginSet,
    EndSet,
    Set,
    Use,
    Drop,
    Alter,
    /// Known, and without tables: `SHOW`, `DESCRIBE`, `EXPLAIN`, `CALL`, …
    Other,
    /// Not known.
    Unknown,
    /// A block of data-ingestion YAML.
    YamlBlock,
}

/// A draft, read. Its text is in it and is never printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Script {
    pub(crate) text: String,
    /// What it was read as.
    pub language: Language,
    /// Its statements, in order.
    pub statements: Vec<Statement>,
    /// Its tables, in order.
    pub tables: Vec<Table>,
    /// Its views, in order.
    pub views: Vec<View>,
    /// Options of other things than tables, in order.
    pub settings: Vec<Settings>,
    /// Every use of a table or view, in order of the statements.
    pub references: Vec<Reference>,
    /// Every variable, in order.
    pub variables: Vec<VariableUse>,
    /// What seems to be meant as a variable and is none.
    pub malformed: Vec<Malformed>,
    /// What stands in plain text and should not, in order.
    pub credentials: Vec<Credential>,
    /// Remarks, in order.
    pub notes: Vec<Note>,
}
