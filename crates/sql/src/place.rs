//! What a place of the text belongs to.

use ramplay_text::Span;

use crate::lex::{Kind, Lexed};
use crate::model::{OptionEntry, Reference, Settings, Statement, Table};
use crate::written::Written;

/// Whose option it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A table, by its place in [`Script::tables`](crate::Script::tables).
    Table(usize),
    /// A catalog, a `SET` …, by its place in [`Script::settings`](crate::Script::settings).
    Settings(usize),
    /// A hint, by the place of its reference in [`Script::references`](crate::Script::references).
    Hint(usize),
}

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the value of an option.
    OptionValue {
        /// Whose option.
        owner: Owner,
        /// Which option.
        key: Written,
        /// The whole value, inside its quotes.
        value_span: Span,
    },
    /// In the key of an option.
    OptionKey {
        /// Whose option.
        owner: Owner,
    },
    /// In a name in back-quotes.
    Identifier,
    /// In a literal that is not an option.
    Literal,
    /// Outside quotes.
    Code,
    /// In a comment.
    Comment,
}

/// An option by its place.
struct Located<'p> {
    span: Span,
    entry: &'p OptionEntry,
    owner: Owner,
    is_key: bool,
}

/// Finds what a place belongs to, in the time of a binary search.
pub(crate) struct Places<'p> {
    options: Vec<Located<'p>>,
    lexed: &'p Lexed,
    statements: &'p [Statement],
}

impl<'p> Places<'p> {
    pub(crate) fn new(
        lexed: &'p Lexed,
        statements: &'p [Statement],
        tables: &'p [Table],
        settings: &'p [Settings],
        references: &'p [Reference],
    ) -> Self {
        let tables = tables.iter().enumerate().map(|(at, table)| (Owner::Table(at), &table.options));
        let settings = settings.iter().enumerate().map(|(at, set)| (Owner::Settings(at), &set.options));
        let hints = references.iter().enumerate().map(|(at, reference)| (Owner::Hint(at), &reference.hints));
        let mut options = Vec::new();
        for (owner, entries) in tables.chain(settings).chain(hints) {
            for entry in entries {
                options.push(Located { span: entry.key_span, entry, owner, is_key: true });
                options.push(Located { span: entry.value_span, entry, owner, is_key: false });
            }
        }
        options.sort_by_key(|located| (located.span.start, located.span.end));
        Places { options, lexed, statements }
    }

    /// All options with their owners, in order of the text.
    pub(crate) fn options(&self) -> impl Iterator<Item = (Owner, &'p OptionEntry)> {
        self.options.iter().filter(|located| !located.is_key).map(|located| (located.owner, located.entry))
    }

    /// The places of all their keys, in order of the text.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Span> {
        self.options.iter().filter(|located| located.is_key).map(|located| located.span)
    }

    /// Where `span` stands.
    pub(crate) fn place(&self, span: Span) -> Place {
        if holds(&self.lexed.comments, |comment| *comment, span).is_some() {
            return Place::Comment;
        }
        if let Some(located) = holds(&self.options, |located| located.span, span) {
            let owner = located.owner;
            return if located.is_key {
                Place::OptionKey { owner }
            } else {
                Place::OptionValue {
                    owner,
                    key: located.entry.key.clone(),
                    value_span: located.entry.value_span,
                }
            };
        }
        match holds(&self.lexed.tokens, |token| token.span, span).map(|token| token.kind) {
            Some(Kind::String) => Place::Literal,
            Some(Kind::Quoted) => Place::Identifier,
            _ => Place::Code,
        }
    }

    /// The statement that `span` begins in.
    pub(crate) fn statement(&self, span: Span) -> Option<usize> {
        let after = self.statements.partition_point(|statement| statement.span.start <= span.start);
        let last = after.checked_sub(1)?;
        self.statements.get(last).filter(|statement| span.start < statement.span.end).map(|_| last)
    }
}

/// The last of the sorted, separate `items` that begins at or before `span`, if it holds it.
fn holds<T>(items: &[T], place: impl Fn(&T) -> Span, span: Span) -> Option<&T> {
    let after = items.partition_point(|item| place(item).start <= span.start);
    items.get(after.checked_sub(1)?).filter(|item| span.end <= place(item).end)
}
