//! Which tables a query uses.
//!
//! A query is walked, not parsed: what matters is where a table may stand. That is behind `FROM`
//! and `JOIN` of a level that has a `SELECT`, behind the commas of that clause, and behind `TABLE`
//! in the arguments of a table function. A bracket opens a level; names of `WITH` hold for their
//! level and those within. The levels are a list, not calls, so that nesting costs no stack.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use ramplay_text::Span;

use super::cursor::{Cursor, is_word};
use super::hint;
use crate::lex::{Kind, Token};
use crate::limits;
use crate::model::{Access, Name, OptionEntry};
use crate::note::NoteKind;
use crate::written::Written;

/// A table that a query uses, not yet looked up.
#[derive(Debug)]
pub(super) struct Use {
    pub(super) name: Name,
    pub(super) access: Access,
    pub(super) hints: Vec<OptionEntry>,
}

/// What stands between two brackets.
#[derive(Debug, Default)]
struct Level {
    /// A `SELECT` was seen, so that `FROM` is not that of `EXTRACT(DAY FROM t)`.
    selects: bool,
    from: From,
    /// What the `WITH` of this level is at.
    with: With,
    /// How many names of `WITH` were known when the level began.
    known: usize,
}

/// Where the `FROM` clause of a level is at.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum From {
    /// Not begun, or over.
    #[default]
    Not,
    /// Behind a table: a comma brings the next one.
    Behind,
    /// The next token begins a table.
    Expects,
    /// … that is joined.
    Joins,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum With {
    #[default]
    Not,
    /// A name comes.
    Name,
    /// The name was read; its query comes in brackets.
    Body(Written),
    /// Its query was read.
    Behind,
}

/// The walk.
#[derive(Default)]
struct Walk {
    levels: Vec<Level>,
    level: Level,
    /// Names of `WITH`, and how often each is among them.
    names: Vec<Written>,
    known: BTreeMap<Written, usize>,
    uses: Vec<Use>,
    too_deep: bool,
}

/// All tables that the rest of a statement reads.
pub(super) fn uses(cursor: &mut Cursor<'_>) -> Vec<Use> {
    let mut walk = Walk::default();
    let mut first = true;
    while let Some(token) = cursor.peek() {
        walk.step(cursor, token, first);
        first = matches!(token.kind, Kind::Symbol('('));
    }
    walk.uses
}

impl Walk {
    /// Takes at least one token.
    fn step(&mut self, cursor: &mut Cursor<'_>, token: Token, first: bool) {
        match token.kind {
            Kind::Symbol('(') => {
                cursor.next();
                self.open(cursor, token.span);
            }
            Kind::Symbol(')') => {
                cursor.next();
                self.close();
            }
            Kind::Symbol(',') => {
                cursor.next();
                if self.level.with == With::Behind {
                    self.level.with = With::Name;
                } else if self.level.from != From::Not {
                    self.level.from = From::Expects;
                }
            }
            // Hints that belong to no table: `SELECT /*+ BROADCAST(t) */`.
            Kind::HintOpen => hint::skip(cursor),
            Kind::Word | Kind::Quoted | Kind::Variable if self.level.with == With::Name => {
                match cursor.name() {
                    Some(name) => {
                        self.level.with = With::Body(name.parts.into_iter().next().unwrap_or_default());
                    }
                    None => {
                        cursor.next();
                    }
                }
                // The names of its columns.
                if cursor.is_symbol(0, '(') && !opens_query(cursor, 1) {
                    cursor.skip_brackets();
                }
            }
            Kind::Quoted | Kind::Variable if self.expects() => self.table(cursor),
            Kind::Word => self.word(cursor, token, first),
            // A literal where a table belongs is no table; what is behind it is none either.
            Kind::String | Kind::Number if self.expects() => {
                cursor.next();
                self.level.from = From::Behind;
            }
            _ => {
                cursor.next();
                // `a.from`, `"x".table`: what follows a dot is a part of a name.
                if token.kind == Kind::Symbol('.')
                    && cursor.peek().is_some_and(|next| next.kind == Kind::Word)
                {
                    cursor.next();
                }
            }
        }
    }

    fn word(&mut self, cursor: &mut Cursor<'_>, token: Token, first: bool) {
        let text = cursor.text;
        let is = |word| is_word(text, token, word);
        if is("SELECT") {
            self.level = Level { selects: true, known: self.level.known, ..Level::default() };
        } else if is("WITH") && first {
            self.level.with = With::Name;
        } else if is("FROM") && self.level.selects && !is_distinct_from(cursor) {
            self.level.from = From::Expects;
        } else if is("JOIN") && self.level.from != From::Not {
            self.level.from = From::Joins;
        } else if is("TABLE") && !cursor.is_symbol(1, '(') && !cursor.is_symbol(1, '.') {
            // `TUMBLE(TABLE t, …)`, also `DATA => TABLE t`.
            cursor.next();
            if begins_name(cursor) {
                self.named(cursor, false);
            }
            return;
        } else if self.level.from != From::Not
            && [
                "WHERE",
                "GROUP",
                "HAVING",
                "ORDER",
                "LIMIT",
                "WINDOW",
                "UNION",
                "INTERSECT",
                "EXCEPT",
                "QUALIFY",
            ]
            .iter()
            .any(|word| is(word))
        {
            self.level.from = From::Not;
        } else if self.expects() && is("LATERAL") {
            // What follows is a table again.
        } else if self.expects() && (is("TABLE") || is("UNNEST") || is("VALUES")) {
            self.level.from = From::Behind;
        } else if self.expects() {
            self.table(cursor);
            return;
        }
        cursor.next();
    }

    fn expects(&self) -> bool {
        matches!(self.level.from, From::Expects | From::Joins)
    }

    /// A table or a table function of the `FROM` clause. The next token begins its name.
    fn table(&mut self, cursor: &mut Cursor<'_>) {
        let joins = self.level.from == From::Joins;
        self.level.from = From::Behind;
        self.named(cursor, joins);
    }

    /// A table or a table function, wherever it stands.
    fn named(&mut self, cursor: &mut Cursor<'_>, joins: bool) {
        let Some(name) = cursor.name() else {
            cursor.next();
            return;
        };
        // A function: what it reads stands in its brackets.
        if cursor.is_symbol(0, '(') {
            return;
        }
        let mut hints = hint::read(cursor);
        early_alias(cursor);
        let mut access = Access::Read;
        if cursor.words(&["FOR", "SYSTEM_TIME", "AS", "OF"]) {
            // `FROM t FOR SYSTEM_TIME AS OF TIMESTAMP '…'` reads an older state; only a join looks up.
            let is_point =
                cursor.is_word(0, "TIMESTAMP") || cursor.peek().is_some_and(|t| t.kind == Kind::String);
            if joins && !is_point {
                access = Access::Lookup;
            }
        }
        hints.extend(hint::read(cursor));
        let is_local = matches!(name.parts.as_slice(), [only] if self.known.contains_key(only));
        if !is_local {
            self.uses.push(Use { name, access, hints });
        }
    }

    fn open(&mut self, cursor: &mut Cursor<'_>, bracket: Span) {
        if self.levels.len() >= limits::DEPTH {
            if !self.too_deep {
                cursor.note(NoteKind::TooDeep { limit: limits::DEPTH }, bracket);
                self.too_deep = true;
            }
            // The walk ends here, and what it found stays.
            cursor.finish();
            return;
        }
        // `FROM (a JOIN b …)`: a bracket in the place of a table holds tables, or a query.
        let expects = self.expects();
        let mut inner = Level { known: self.names.len(), ..Level::default() };
        if expects {
            self.level.from = From::Behind;
            (inner.selects, inner.from) = (true, From::Expects);
        }
        self.levels.push(std::mem::replace(&mut self.level, inner));
    }

    fn close(&mut self) {
        for name in self.names.drain(self.level.known.min(self.names.len())..) {
            if let Entry::Occupied(mut count) = self.known.entry(name) {
                *count.get_mut() -= 1;
                if *count.get() == 0 {
                    count.remove();
                }
            }
        }
        // A bracket too many: it was reported with the brackets of the statement.
        let Some(outer) = self.levels.pop() else {
            return;
        };
        self.level = outer;
        if let With::Body(name) = &mut self.level.with {
            let name = std::mem::take(name);
            *self.known.entry(name.clone()).or_default() += 1;
            self.names.push(name);
            self.level.with = With::Behind;
        }
    }
}

fn begins_name(cursor: &Cursor<'_>) -> bool {
    cursor.peek().is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Quoted | Kind::Variable))
}

/// Passes over an alias if `FOR SYSTEM_TIME` stands behind it, as older drafts have it.
fn early_alias(cursor: &mut Cursor<'_>) {
    let by = usize::from(cursor.is_word(0, "AS"));
    let is_alias =
        !cursor.is_word(by, "FOR") && cursor.is_word(by + 1, "FOR") && cursor.is_word(by + 2, "SYSTEM_TIME");
    if is_alias {
        cursor.back_to(cursor.place() + by + 1);
    }
}

/// Whether `FROM`, which comes next, is that of `IS [NOT] DISTINCT FROM`.
fn is_distinct_from(cursor: &Cursor<'_>) -> bool {
    let is = |by, word| cursor.previous(by).is_some_and(|token| is_word(cursor.text, token, word));
    is(1, "DISTINCT") && (is(2, "IS") || is(2, "NOT"))
}

/// Whether a query begins at the token `by` steps ahead.
fn opens_query(cursor: &Cursor<'_>, by: usize) -> bool {
    ["SELECT", "WITH", "VALUES"].iter().any(|word| cursor.is_word(by, word)) || cursor.is_symbol(by, '(')
}
