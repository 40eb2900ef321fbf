//! One statement.

use super::cursor::Cursor;
use super::{Parsed, hint, options, query, table};
use crate::lex::Kind;
use crate::model::{Access, Name, SettingsKind, StatementKind, View};
use crate::note::NoteKind;
use crate::resolve::Scope;

/// Statements that are known and use no table, by their first word.
const WITHOUT_TABLES: &[&str] = &[
    "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "CALL", "LOAD", "UNLOAD", "RESET", "ANALYZE", "TRUNCATE", "HELP",
    "QUIT", "CLEAR", "REMOVE", "STOP", "GRANT", "REVOKE",
];

/// Reads a statement, which has at least one token.
pub(super) fn read(
    cursor: &mut Cursor<'_>,
    index: usize,
    parsed: &mut Parsed,
    scope: &mut Scope,
) -> StatementKind {
    let here = cursor.here();
    if cursor.word("CREATE") {
        return create(cursor, index, parsed);
    }
    if cursor.word("EXECUTE") {
        // `EXECUTE INSERT …`, `EXECUTE SELECT …`.
        if cursor.is_word(0, "INSERT") || cursor.is_word(0, "SELECT") || cursor.is_word(0, "WITH") {
            return read(cursor, index, parsed, scope);
        }
        cursor.note(NoteKind::PassedOver, here);
        return StatementKind::Other;
    }
    if cursor.words(&["COMPILE", "AND", "EXECUTE", "PLAN"]) || cursor.words(&["COMPILE", "PLAN"]) {
        while cursor.peek().is_some() && !cursor.word("FOR") {
            cursor.next();
        }
        return if cursor.is_done() { StatementKind::Other } else { read(cursor, index, parsed, scope) };
    }
    if cursor.words(&["INSERT", "INTO"]) || cursor.words(&["INSERT", "OVERWRITE"]) {
        return insert(cursor, index, parsed);
    }
    let is_query = ["SELECT", "WITH", "VALUES", "TABLE"].iter().any(|word| cursor.is_word(0, word));
    if is_query || cursor.is_symbol(0, '(') {
        let uses = query::uses(cursor);
        parsed.add_uses(index, uses);
        return StatementKind::Select;
    }
    if cursor.words(&["DELETE", "FROM"]) || cursor.word("UPDATE") {
        let name = cursor.expect_name();
        let hints = hint::read(cursor);
        parsed.add_reference(index, name, Access::Write, hints);
        let uses = query::uses(cursor);
        parsed.add_uses(index, uses);
        return StatementKind::DeleteOrUpdate;
    }
    if cursor.word("SET") {
        if !cursor.is_done() {
            let entry = options::entry(cursor, false);
            parsed.add_settings(SettingsKind::Set, None, index, vec![entry]);
        }
        return StatementKind::Set;
    }
    if cursor.word("USE") {
        use_scope(cursor, scope);
        return StatementKind::Use;
    }
    if cursor.word("DROP") {
        drop_object(cursor, index, parsed);
        return StatementKind::Drop;
    }
    if cursor.word("ALTER") {
        return alter(cursor, index, parsed);
    }
    if cursor.words(&["ADD", "JAR"]) {
        return StatementKind::AddJar;
    }
    if cursor.word("END") {
        return StatementKind::EndSet;
    }
    let known = WITHOUT_TABLES.iter().any(|word| cursor.is_word(0, word));
    let kind = if known { NoteKind::PassedOver } else { NoteKind::UnknownStatement };
    cursor.note(kind, here);
    if known { StatementKind::Other } else { StatementKind::Unknown }
}

fn create(cursor: &mut Cursor<'_>, index: usize, parsed: &mut Parsed) -> StatementKind {
    let start = cursor.place();
    cursor.words(&["OR", "REPLACE"]);
    cursor.words(&["OR", "ALTER"]);
    let temporary = cursor.word("TEMPORARY") || cursor.word("TEMP");
    cursor.word("SYSTEM");
    cursor.word("MATERIALIZED");
    cursor.word("EXTERNAL");
    if cursor.word("TABLE") {
        let created = table::read(cursor, temporary);
        return parsed.add_table(index, temporary, created);
    }
    if cursor.word("VIEW") {
        table::if_not_exists(cursor);
        let name = cursor.expect_name();
        if cursor.is_symbol(0, '(') {
            cursor.skip_brackets();
        }
        while cursor.peek().is_some() && !cursor.word("AS") {
            cursor.next();
        }
        let uses = query::uses(cursor);
        parsed.add_uses(index, uses);
        parsed.views.push(View { name, statement: index, used: false });
        return StatementKind::CreateView;
    }
    if cursor.word("CATALOG") {
        with_options(cursor, index, parsed, SettingsKind::Catalog);
        return StatementKind::CreateCatalog;
    }
    if cursor.word("DATABASE") {
        return database(cursor, index, parsed);
    }
    if cursor.word("MODEL") {
        with_options(cursor, index, parsed, SettingsKind::Model);
        return StatementKind::CreateModel;
    }
    if cursor.word("FUNCTION") {
        return StatementKind::CreateFunction;
    }
    let here = cursor.here();
    cursor.back_to(start);
    cursor.note(NoteKind::UnknownStatement, here);
    StatementKind::Unknown
}

/// A name, and options somewhere behind it.
fn with_options(cursor: &mut Cursor<'_>, index: usize, parsed: &mut Parsed, kind: SettingsKind) {
    table::if_not_exists(cursor);
    let name = cursor.expect_name();
    let found = options_behind(cursor);
    parsed.add_settings(kind, Some(name), index, found);
}

/// The options of the next `WITH`, before `AS`.
fn options_behind(cursor: &mut Cursor<'_>) -> Vec<crate::model::OptionEntry> {
    while let Some(token) = cursor.peek() {
        if cursor.is_word(0, "AS") {
            break;
        }
        if cursor.word("WITH") {
            if cursor.is_symbol(0, '(') {
                return options::list(cursor);
            }
            cursor.note(NoteKind::EmptyWith, token.span);
        } else {
            cursor.next();
        }
    }
    Vec::new()
}

/// `CREATE DATABASE … [AS DATABASE other INCLUDING …]`.
fn database(cursor: &mut Cursor<'_>, index: usize, parsed: &mut Parsed) -> StatementKind {
    with_options(cursor, index, parsed, SettingsKind::Database);
    while cursor.peek().is_some() && !cursor.is_word(0, "AS") {
        cursor.next();
    }
    if !cursor.words(&["AS", "DATABASE"]) {
        return StatementKind::CreateDatabase;
    }
    let name = cursor.expect_name();
    // The hint stands behind `INCLUDING ALL TABLES`.
    let mut hints = hint::read(cursor);
    while cursor.peek().is_some() {
        if cursor.peek().is_some_and(|token| token.kind == Kind::HintOpen) {
            hints.extend(hint::read(cursor));
        } else {
            cursor.next();
        }
    }
    let filled = parsed.settings.last().and_then(|settings| settings.name.clone()).unwrap_or_default();
    parsed.add_reference(index, filled, Access::WriteDatabase, Vec::new());
    parsed.add_reference(index, name, Access::ReadDatabase, hints);
    StatementKind::CreateDatabaseAs
}

fn insert(cursor: &mut Cursor<'_>, index: usize, parsed: &mut Parsed) -> StatementKind {
    // `INSERT INTO TABLE t`, unless the table is called so.
    if cursor.is_word(0, "TABLE")
        && cursor.ahead(1).is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Quoted))
    {
        cursor.next();
    }
    let name = cursor.expect_name();
    let mut hints = hint::read(cursor);
    if cursor.word("PARTITION") && cursor.is_symbol(0, '(') {
        cursor.skip_brackets();
    }
    hints.extend(hint::read(cursor));
    let is_columns = cursor.is_symbol(0, '(')
        && !["SELECT", "WITH", "VALUES"].iter().any(|word| cursor.is_word(1, word))
        && !cursor.is_symbol(1, '(');
    if is_columns {
        cursor.skip_brackets();
    }
    parsed.add_reference(index, name, Access::Write, hints);
    let uses = query::uses(cursor);
    parsed.add_uses(index, uses);
    StatementKind::Insert
}

fn use_scope(cursor: &mut Cursor<'_>, scope: &mut Scope) {
    if cursor.word("MODULES") {
        return;
    }
    if cursor.word("CATALOG") {
        scope.use_catalog(&cursor.expect_name());
    } else {
        scope.use_database(&cursor.expect_name());
    }
}

fn drop_object(cursor: &mut Cursor<'_>, index: usize, parsed: &mut Parsed) {
    cursor.word("TEMPORARY");
    if cursor.word("TABLE") || cursor.word("VIEW") {
        table::if_not_exists(cursor);
        let name = cursor.expect_name();
        parsed.dropped.push((index, name));
    }
}

fn alter(cursor: &mut Cursor<'_>, index: usize, parsed: &mut Parsed) -> StatementKind {
    if cursor.word("TABLE") {
        table::if_not_exists(cursor);
        let name: Name = cursor.expect_name();
        while cursor.peek().is_some() {
            if cursor.is_word(0, "SET") && cursor.is_symbol(1, '(') {
                cursor.next();
                let found = options::list(cursor);
                parsed.add_settings(SettingsKind::AlterTable, Some(name.clone()), index, found);
            } else {
                cursor.next();
            }
        }
    }
    StatementKind::Alter
}
