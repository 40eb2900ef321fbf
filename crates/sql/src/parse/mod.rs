//! Tokens to statements, tables and uses of tables.

mod columns;
mod cursor;
mod hint;
mod options;
mod query;
mod split;
mod statement;
mod table;

use ramplay_text::Span;

use crate::lex::Token;
use crate::model::{
    Access, Definition, Like, Name, OptionEntry, Reference, Settings, SettingsKind, Statement, StatementKind,
    Table, Target, Uses, View,
};
use crate::note::{Note, NoteKind};
use crate::resolve::Scope;
use cursor::{Cursor, is_word};

/// What a text in SQL holds, before names are looked up.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) statements: Vec<Statement>,
    pub(crate) tables: Vec<Table>,
    pub(crate) views: Vec<View>,
    pub(crate) settings: Vec<Settings>,
    pub(crate) references: Vec<Reference>,
    /// The catalogs and databases that hold, each with the first statement it holds for.
    pub(crate) scopes: Vec<(usize, Scope)>,
    /// The tables and views that a statement drops, with the place of the statement.
    pub(crate) dropped: Vec<(usize, Name)>,
    pub(crate) notes: Vec<Note>,
}

/// Reads tokens.
pub(crate) fn parse(text: &str, tokens: &[Token]) -> Parsed {
    let mut parsed = Parsed::default();
    let pieces = split::split(text, tokens, &mut parsed.notes);
    let mut scope = Scope::default();
    let mut set: Option<Span> = None;
    for mut piece in pieces {
        // The prefix of a statement set is a statement for itself, though nothing ends it.
        while let Some((prefix, rest)) = set_prefix(text, piece) {
            let span = span_of(prefix);
            set = Some(span);
            parsed.statements.push(Statement { kind: StatementKind::BeginSet, span, in_set: false });
            piece = rest;
        }
        if piece.is_empty() {
            continue;
        }
        split::check_brackets(piece, &mut parsed.notes);
        let span = span_of(piece);
        let index = parsed.statements.len();
        if parsed.scopes.last().is_none_or(|(_, last)| *last != scope) {
            parsed.scopes.push((index, scope.clone()));
        }
        let mut notes = std::mem::take(&mut parsed.notes);
        let mut cursor = Cursor::new(text, piece, &mut notes);
        let kind = statement::read(&mut cursor, index, &mut parsed, &mut scope);
        if kind == StatementKind::EndSet && set.take().is_none() {
            cursor.note(NoteKind::StrayEnd, span);
        }
        parsed.notes = notes;
        parsed.statements.push(Statement { kind, span, in_set: set.is_some() });
    }
    if let Some(span) = set {
        parsed.notes.push(Note { kind: NoteKind::UnclosedSet, span });
    }
    parsed
}

fn span_of(tokens: &[Token]) -> Span {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
        _ => Span::default(),
    }
}

/// `BEGIN STATEMENT SET` or `EXECUTE STATEMENT SET BEGIN` and what follows it.
fn set_prefix<'t>(text: &str, tokens: &'t [Token]) -> Option<(&'t [Token], &'t [Token])> {
    let begins = |words: &[&str]| {
        tokens.len() >= words.len()
            && tokens.iter().zip(words).all(|(token, word)| is_word(text, *token, word))
    };
    let length = if begins(&["BEGIN", "STATEMENT", "SET"]) {
        3
    } else if begins(&["EXECUTE", "STATEMENT", "SET", "BEGIN"]) {
        4
    } else {
        return None;
    };
    tokens.split_at_checked(length)
}

impl Parsed {
    fn add_uses(&mut self, statement: usize, uses: Vec<query::Use>) {
        for one in uses {
            self.add_reference(statement, one.name, one.access, one.hints);
        }
    }

    fn add_reference(&mut self, statement: usize, name: Name, access: Access, hints: Vec<OptionEntry>) {
        if !name.parts.is_empty() {
            self.references.push(Reference {
                name,
                access,
                target: Target::External,
                statement,
                hints,
                runs: false,
            });
        }
    }

    fn add_settings(
        &mut self,
        kind: SettingsKind,
        name: Option<Name>,
        statement: usize,
        options: Vec<OptionEntry>,
    ) {
        self.settings.push(Settings { kind, name, statement, options });
    }

    fn add_table(&mut self, statement: usize, temporary: bool, created: table::Created) -> StatementKind {
        let table::Created { name, columns, options, like, filled_by } = created;
        let fills = filled_by.is_some();
        if let Some(uses) = filled_by {
            self.add_reference(statement, name.clone(), Access::Write, Vec::new());
            self.add_uses(statement, uses);
        }
        if let Some((model, _)) = &like {
            self.add_reference(statement, model.clone(), Access::Like, Vec::new());
        }
        let definition =
            if fills { Definition::TableAs { temporary } } else { Definition::Table { temporary } };
        self.tables.push(Table {
            name,
            definition,
            statement,
            columns,
            options,
            like: like.map(|(name, options)| Like { name, table: None, options }),
            uses: Uses::default(),
        });
        if fills { StatementKind::CreateTableAs } else { StatementKind::CreateTable }
    }
}
