//! What a draft holds.

use ramplay_text::Span;

use crate::credentials::Credential;
use crate::note::Note;
use crate::variables::{Malformed, VariableUse};
use crate::written::Written;

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
    /// The place of that table in [`Script::tables`], if the draft defines it.
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
    /// The place of its statement in [`Script::statements`].
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
    /// Takes its definition over: `LIKE`.
    Like,
}

/// What a reference means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A table of the draft, by its place in [`Script::tables`].
    Table(usize),
    /// A view of the draft, by its place in [`Script::views`].
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
    /// The model of a `LIKE`, by its place in [`Script::tables`].
    Like(usize),
    /// A hint.
    Hint,
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
