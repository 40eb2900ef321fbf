//! Reads Flink SQL drafts with positions: the base of what a job needs and what it gives away.
//!
//! [`read`] never stops: what it does not understand becomes a [`Note`] at its place, and all the
//! rest is still answered. It knows the statements of Realtime Compute for Apache Flink (tables,
//! views, catalogs, `INSERT`, statement sets, `LIKE`, hints, …) and the YAML of data ingestion.
//!
//! ```
//! use ramplay_sql::{Role, VariableKind, check_variables, masked, read, rewrite};
//!
//! let draft = "CREATE TEMPORARY TABLE logs (line STRING) WITH (
//!   'connector' = 'sls',
//!   'accessId' = '${secret_values.id}',
//!   'accessKey' = 'not-in-plain-text'
//! );
//! INSERT INTO archive.db.lines SELECT line FROM logs;";
//! let script = read(draft);
//! assert_eq!(script.tables[0].role(), Role::Source);
//! assert_eq!(script.connector(0).as_deref(), Some("sls"));
//! assert_eq!(script.externals()[0].dotted(), "archive.db.lines");
//! assert_eq!(script.variables[0].kind, VariableKind::Namespace);
//! assert_eq!(check_variables(&script, &[])[0].kind.code(), "variable-undefined");
//! assert_eq!(script.credentials[0].masked, "not-****");
//! assert!(masked(&script).contains("'not-*************'"));
//! let new = rewrite(&script, &[]);
//! assert_eq!(new.variables[0].name, "logs_accesskey");
//! assert!(new.text.contains("'accessKey' = '${secret_values.logs_accesskey}'"));
//! ```
//!
//! # How it works
//! `src/lex` makes tokens with byte spans; `src/parse` makes statements of them, one after the other,
//! so that a broken one spoils only itself; `src/resolve.rs` looks names up and follows what runs, to
//! say which table is a source, a sink or looked up. Variables and credentials are looked for in the
//! whole text, comments and broken statements too, and then placed. All of it takes linear time, but
//! for sorting.
//!
//! Secrets: nothing that this crate makes holds the value of an option, but the text itself, which
//! `Debug` never prints. Sentences quote the user's text masked.

mod credentials;
mod lex;
pub mod limits;
mod model;
mod note;
mod parse;
mod place;
mod resolve;
mod script;
pub mod sentence;
mod variables;
mod written;
mod yaml;

pub use credentials::{
    CREDENTIAL_OPTIONS, Credential, CredentialKind, CredentialOption, FoundBy, Match, Rewritten, Suggestion,
    mask, mask_patterns, masked, option_kind, rewrite, rewrite_all,
};
pub use model::{
    Access, Column, ColumnKind, Definition, Effective, Language, Like, Name, OptionEntry, Origin, Reference,
    Role, Script, Settings, SettingsKind, Statement, StatementKind, Table, Target, Uses, View,
};
pub use note::{Note, NoteKind, Severity};
pub use place::{Owner, Place};
pub use variables::{
    Defined, Malformed, MalformedKind, Quotes, Status, VariableFinding, VariableFindingKind, VariableKind,
    VariableUse, check_variables, is_keyword, read_names,
};
pub use written::Written;

use lex::Lexed;
use parse::Parsed;
use ramplay_text::Span;

/// Reads a draft: Flink SQL, or the YAML of data ingestion.
pub fn read(text: &str) -> Script {
    if text.len() > limits::BYTES {
        let kind = NoteKind::TooLong { bytes: text.len(), limit: limits::BYTES };
        return script(
            text,
            Language::Sql,
            &Lexed::default(),
            Parsed::default(),
            vec![(kind, Span::default())],
        );
    }
    if yaml::is_yaml(text) {
        let mut lexed = Lexed::default();
        let parsed = yaml::read(text, &mut lexed);
        return script(text, Language::Yaml, &lexed, parsed, Vec::new());
    }
    let mut lexed = lex::lex(text);
    let mut parsed = parse::parse(text, &lexed.tokens);
    parsed.notes.append(&mut lexed.notes);
    resolve::resolve(&mut parsed);
    let empty = parsed.statements.is_empty().then_some((NoteKind::Empty, Span::default()));
    script(text, Language::Sql, &lexed, parsed, empty.into_iter().collect())
}

/// Puts everything together, and finds what may stand anywhere.
fn script(
    text: &str,
    language: Language,
    lexed: &Lexed,
    parsed: Parsed,
    more: Vec<(NoteKind, Span)>,
) -> Script {
    let Parsed { statements, tables, views, settings, references, mut notes, .. } = parsed;
    let is_read = text.len() <= limits::BYTES;
    let (mut variables, mut malformed, mut credentials) = Default::default();
    if is_read {
        let places = place::Places::new(lexed, &statements, &tables, &settings, &references);
        (variables, malformed) = variables::find(text, &places);
        credentials = credentials::find(text, language, lexed, &places);
    }
    notes.extend(more.into_iter().map(|(kind, span)| Note { kind, span }));
    notes.sort_by_key(|note| note.span);
    notes.truncate(limits::NOTES);
    Script {
        // A text that is not read is not kept either: nothing is known of the secrets in it.
        text: if is_read { text.to_owned() } else { String::new() },
        language,
        statements,
        tables,
        views,
        settings,
        references,
        variables,
        malformed,
        credentials,
        notes,
    }
}
