//! The document as the rules see it: every string with its place, also in statements that the strict
//! reader gives up.

mod arn;
mod read;
mod text;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;

use ramplay_policy::condition::{Operator, SetPrefix};
use ramplay_policy::{Effect, Pattern};
use ramplay_text::Span;

pub(crate) use arn::Arn;
pub(crate) use read::document;
pub(crate) use text::{has_placeholder, is_invisible, quoted};

/// A document.
#[derive(Debug, Default)]
pub(crate) struct Document<'a> {
    /// The statements, in the order of the text.
    pub(crate) statements: Vec<Statement<'a>>,
    /// Every string value, also where nothing is expected, and no key.
    pub(crate) strings: Vec<(Cow<'a, str>, Span)>,
}

/// A statement.
#[derive(Debug)]
pub(crate) struct Statement<'a> {
    /// Counted from 0, as they are written.
    pub(crate) index: usize,
    pub(crate) span: Span,
    pub(crate) effect: Option<Effect>,
    pub(crate) effect_span: Span,
    pub(crate) action: Option<List<'a>>,
    pub(crate) resource: Option<List<'a>>,
    /// The whole value of `Principal`.
    pub(crate) principal: Option<Span>,
    pub(crate) principals: Vec<Principal<'a>>,
    /// The whole value of `Condition`.
    pub(crate) condition: Option<Span>,
    /// What to take out with it, comma included.
    pub(crate) condition_removal: Option<Span>,
    pub(crate) clauses: Vec<Clause<'a>>,
    /// What to take out so that the list of statements stays one; `None` for the only statement.
    pub(crate) removal: Option<Span>,
}

/// `Action`, `NotAction`, `Resource` or `NotResource`.
#[derive(Debug)]
pub(crate) struct List<'a> {
    pub(crate) negated: bool,
    pub(crate) span: Span,
    pub(crate) entries: Vec<Entry<'a>>,
}

/// A string in a list.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) text: Cow<'a, str>,
    /// In lower case for an action, as it is for a resource.
    pub(crate) pattern: Pattern,
    pub(crate) span: Span,
    /// Whether something is still to be filled in: such text is not worth a closer look.
    pub(crate) placeholder: bool,
    /// Whether it has blanks or invisible characters: those are worth saying, and nothing else is.
    pub(crate) blank: bool,
    /// What to take out so that the list stays one; `None` for the only entry.
    pub(crate) removal: Option<Span>,
    /// The action that was probably meant, once it was looked for: several rules ask, and it takes a while.
    pub(crate) meant: OnceCell<Option<String>>,
}

/// An entry of `Principal`.
#[derive(Debug)]
pub(crate) struct Principal<'a> {
    pub(crate) kind: PrincipalKind,
    pub(crate) text: Cow<'a, str>,
    pub(crate) span: Span,
    pub(crate) placeholder: bool,
}

/// Where an entry of `Principal` stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PrincipalKind {
    /// `"*"` or a plain list.
    Listed,
    /// Under `RAM`.
    Ram,
    /// Under `Service`.
    Service,
    /// Under `Federated`.
    Federated,
}

/// A key under an operator.
#[derive(Debug)]
pub(crate) struct Clause<'a> {
    pub(crate) prefix: Option<SetPrefix>,
    /// `None` for one that RAM does not have.
    pub(crate) operator: Option<&'static Operator>,
    pub(crate) operator_span: Span,
    /// How many keys stand under the operator.
    pub(crate) siblings: usize,
    pub(crate) key: Cow<'a, str>,
    pub(crate) folded_key: String,
    pub(crate) key_span: Span,
    pub(crate) values: Vec<Value<'a>>,
}

/// A value of a condition.
#[derive(Debug)]
pub(crate) struct Value<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) span: Span,
    pub(crate) placeholder: bool,
    pub(crate) removal: Option<Span>,
}

impl<'a> Statement<'a> {
    pub(crate) fn allows(&self) -> bool {
        self.effect == Some(Effect::Allow)
    }

    pub(crate) fn denies(&self) -> bool {
        self.effect == Some(Effect::Deny)
    }

    /// The entries of `Action`; none for `NotAction`.
    pub(crate) fn actions(&self) -> &[Entry<'a>] {
        self.action.as_ref().filter(|list| !list.negated).map_or(&[], |list| &list.entries)
    }

    /// The entries of `Resource`; none for `NotResource`.
    pub(crate) fn resources(&self) -> &[Entry<'a>] {
        self.resource.as_ref().filter(|list| !list.negated).map_or(&[], |list| &list.entries)
    }

    /// The entry of `Action` that is `*`.
    pub(crate) fn every_action(&self) -> Option<&Entry<'a>> {
        self.actions().iter().find(|entry| matches!(&*entry.text, "*" | "*:*"))
    }

    /// The entry of `Resource` that is `*`.
    pub(crate) fn every_resource(&self) -> Option<&Entry<'a>> {
        self.resources().iter().find(|entry| entry.text == "*")
    }

    /// Whether `Condition` has a clause.
    pub(crate) fn is_conditional(&self) -> bool {
        !self.clauses.is_empty()
    }

    /// Whether the clause can have another key without a second one of that name under its operator.
    pub(crate) fn can_rename(&self, clause: &Clause<'_>, key: &str) -> bool {
        let same = |other: &Clause<'_>| other.operator_span == clause.operator_span && other.key == key;
        !self.clauses.iter().any(same)
    }

    /// Whether there is no operator of this name yet.
    pub(crate) fn is_free(&self, operator: &str) -> bool {
        !self.clauses.iter().any(|clause| clause.operator.is_some() && clause.operator_name() == operator)
    }

    /// The clause with this key, given in lower case.
    pub(crate) fn clause(&self, key: &str) -> Option<&Clause<'a>> {
        self.clauses.iter().find(|clause| clause.folded_key == key)
    }
}

impl Entry<'_> {
    /// Whether it can be looked at closely.
    pub(crate) fn is_plain(&self) -> bool {
        !self.placeholder && !self.blank
    }

    /// The service of an action, in lower case, if it has no wildcard.
    pub(crate) fn service(&self) -> Option<&str> {
        let (service, _) = self.pattern.as_str().split_once(':')?;
        (!service.is_empty() && !is_wild(service)).then_some(service)
    }

    /// The parts of a resource's ARN.
    pub(crate) fn arn(&self) -> Option<Arn<'_>> {
        if self.is_plain() { Arn::read(&self.text) } else { None }
    }

    /// Whether every text that `other` matches is matched by this entry too. Never wrongly yes.
    pub(crate) fn covers(&self, other: &Entry<'_>) -> bool {
        // A `*` of the other as a character is matched by a `*` only, as long as there is no `?` here.
        !self.pattern.as_str().contains('?') && self.pattern.matches(other.pattern.as_str())
    }
}

impl Clause<'_> {
    /// The operator as it is written, without quotes.
    pub(crate) fn operator_name(&self) -> String {
        let prefix = self.prefix.map_or("", SetPrefix::as_str);
        format!("{prefix}{}", self.operator.map_or("", |operator| operator.name))
    }

    /// Whether the operator is one of the negated ones.
    pub(crate) fn is_negated(&self) -> bool {
        self.operator.is_some_and(|operator| operator.negated)
    }
}

/// Texts that were met already.
#[derive(Debug, Default)]
pub(crate) struct Seen<'a> {
    places: BTreeMap<&'a str, Span>,
}

impl<'a> Seen<'a> {
    /// Where the text was met first, if this is not the first time.
    pub(crate) fn before(&mut self, text: &'a str, span: Span) -> Option<Span> {
        match self.places.get(text) {
            Some(first) => Some(*first),
            None => {
                self.places.insert(text, span);
                None
            }
        }
    }
}

/// Whether a text has a wildcard.
pub(crate) fn is_wild(text: &str) -> bool {
    text.contains(['*', '?'])
}
