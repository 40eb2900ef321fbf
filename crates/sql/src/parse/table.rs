//! `CREATE TABLE`.

use ramplay_text::Span;

use super::cursor::Cursor;
use super::{columns, options, query};
use crate::lex::Kind;
use crate::model::{Column, Name, OptionEntry};
use crate::note::NoteKind;

/// What a `CREATE TABLE` says.
#[derive(Debug)]
pub(super) struct Created {
    pub(super) name: Name,
    pub(super) columns: Vec<Column>,
    pub(super) options: Vec<OptionEntry>,
    /// The model, and whether its options are taken over.
    pub(super) like: Option<(Name, bool)>,
    /// What fills it: `AS SELECT`, `AS TABLE`.
    pub(super) filled_by: Option<Vec<query::Use>>,
}

/// Reads what follows `CREATE [TEMPORARY] TABLE`.
pub(super) fn read(cursor: &mut Cursor<'_>, temporary: bool) -> Created {
    if_not_exists(cursor);
    let name = cursor.expect_name();
    let mut created = Created { name, columns: Vec::new(), options: Vec::new(), like: None, filled_by: None };
    let mut with = false;
    if cursor.is_symbol(0, '(') {
        created.columns = columns::list(cursor);
    }
    while let Some(token) = cursor.peek() {
        if cursor.word("COMMENT") {
            cursor.literal();
        } else if cursor.word("WITH") {
            with = true;
            if cursor.is_symbol(0, '(') {
                created.options.extend(options::list(cursor));
            } else {
                cursor.note(NoteKind::EmptyWith, token.span);
            }
        } else if cursor.words(&["PARTITIONED", "BY"]) || cursor.words(&["PRIMARY", "KEY"]) {
            brackets(cursor);
        } else if cursor.words(&["NOT", "ENFORCED"]) {
        } else if cursor.word("DISTRIBUTED") {
            // `DISTRIBUTED [BY [HASH | RANGE] (…)] [INTO n BUCKETS]`.
            while ["BY", "HASH", "RANGE", "INTO", "BUCKETS"].iter().any(|word| cursor.word(word))
                || cursor.peek().is_some_and(|token| token.kind == Kind::Number)
            {
                if cursor.peek().is_some_and(|token| token.kind == Kind::Number) {
                    cursor.next();
                }
                brackets(cursor);
            }
        } else if cursor.word("LIKE") {
            created.like = Some(like(cursor));
        } else if cursor.word("AS") {
            created.filled_by = Some(query::uses(cursor));
        } else if ["FRESHNESS", "REFRESH_MODE", "REFRESH"].iter().any(|word| cursor.word(word)) {
            // `CREATE MATERIALIZED TABLE`: what follows up to the query is about when it is filled.
            while cursor.peek().is_some() && !cursor.is_word(0, "AS") {
                cursor.next();
            }
        } else if token.kind == Kind::Symbol('(')
            && cursor.ahead(1).is_some_and(|next| next.kind == Kind::String)
        {
            with = true;
            cursor.note(NoteKind::ForgottenWith, token.span);
            created.options.extend(options::list(cursor));
        } else if token.kind == Kind::String && !with {
            // A comment without its word, or a quote that was lost: nothing is known of it.
            cursor.note(NoteKind::UnexpectedClause, token.span);
            cursor.next();
        } else {
            cursor.note(NoteKind::UnexpectedClause, token.span);
            recover(cursor);
        }
    }
    if !with && created.like.is_none() && created.filled_by.is_none() {
        cursor.note(NoteKind::MissingWith { temporary }, created.name.span);
    } else if with
        && temporary
        && created.like.is_none()
        && !created.options.iter().any(|option| option.key.eq_ignore_ascii_case("connector"))
    {
        cursor.note(NoteKind::MissingConnector, created.name.span);
    }
    created
}

/// Goes on to the next clause that is known.
fn recover(cursor: &mut Cursor<'_>) {
    cursor.next();
    while cursor.peek().is_some() {
        let known = ["WITH", "LIKE", "PARTITIONED", "DISTRIBUTED"].iter().any(|word| cursor.is_word(0, word))
            || (cursor.is_word(0, "AS") && (cursor.is_word(1, "SELECT") || cursor.is_word(1, "TABLE")));
        if known {
            return;
        }
        cursor.next();
    }
}

pub(super) fn if_not_exists(cursor: &mut Cursor<'_>) {
    let _ = cursor.words(&["IF", "NOT", "EXISTS"]) || cursor.words(&["IF", "EXISTS"]);
}

fn brackets(cursor: &mut Cursor<'_>) {
    if cursor.is_symbol(0, '(') {
        cursor.skip_brackets();
    }
}

/// What follows `LIKE`. Options are taken over unless that is excluded.
fn like(cursor: &mut Cursor<'_>) -> (Name, bool) {
    let name = cursor.expect_name();
    let mut options = true;
    // Brackets are usual and may be left out.
    let bracket = cursor.symbol('(');
    loop {
        let verb = ["INCLUDING", "EXCLUDING", "OVERWRITING"].iter().find(|verb| cursor.word(verb));
        let Some(verb) = verb else {
            break;
        };
        let excludes = *verb == "EXCLUDING";
        if cursor.word("OPTIONS") || cursor.word("ALL") {
            options = !excludes;
        } else {
            cursor.next();
        }
    }
    if bracket && !cursor.symbol(')') {
        let here = cursor.here();
        cursor.note(NoteKind::UnexpectedClause, Span { start: here.start, end: here.end });
        recover(cursor);
    }
    (name, options)
}
