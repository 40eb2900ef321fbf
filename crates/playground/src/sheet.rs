//! The tables of verdicts as plain rows: grouped, filtered and sorted here, so that what is shown, copied and
//! printed is the same.

use ramplay_flink::{Capability, Status, StoreKind, Text, catalogue};
use ramplay_text::Lang;

use crate::answer::Mark;
use crate::console::OPENING_OPERATIONS;
use crate::court::Verdict;
use crate::labels::of_answer::{Labels, labels};
use crate::state::{RowId, State};

/// A table of verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    /// What can be done on the Logstore.
    Logstore,
    /// The operations of the Management Console.
    Management,
    /// The permissions of the Development Console.
    Development,
}

impl Table {
    /// Every table, in the order of the page.
    pub const ALL: [Table; 3] = [Table::Logstore, Table::Management, Table::Development];

    /// A word that stays the same.
    pub fn code(self) -> &'static str {
        match self {
            Table::Logstore => "logstore",
            Table::Management => "management",
            Table::Development => "development",
        }
    }
}

/// Which rows are shown, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// By verdict.
    pub only: Only,
    /// By text, in title, action or verdict; words apart are looked for one by one.
    pub text: String,
    /// By what rows are grouped.
    pub order: Order,
}

/// Which rows are shown, by verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// Those that are not allowed, or not surely.
    Denied,
    /// Those that are allowed.
    Allowed,
}

impl Only {
    /// Every choice.
    pub const ALL: [Only; 3] = [Only::All, Only::Denied, Only::Allowed];

    /// A word that stays the same.
    pub fn code(self) -> &'static str {
        match self {
            Only::All => "all",
            Only::Denied => "denied",
            Only::Allowed => "allowed",
        }
    }
}

/// By what rows are grouped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// By subject, as the documentation does.
    #[default]
    Subject,
    /// By verdict.
    Verdict,
}

impl Order {
    /// Every choice.
    pub const ALL: [Order; 2] = [Order::Subject, Order::Verdict];

    /// A word that stays the same.
    pub fn code(self) -> &'static str {
        match self {
            Order::Subject => "subject",
            Order::Verdict => "verdict",
        }
    }
}

/// Rows under one title.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'a> {
    /// The title; none where all rows are of one kind.
    pub title: Option<&'a str>,
    /// The rows.
    pub rows: Vec<Line<'a>>,
}

/// A row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line<'a> {
    /// Which one it is.
    pub id: RowId,
    /// A name that stays the same.
    pub key: &'a str,
    /// What it is about.
    pub title: &'a str,
    /// The action that it comes down to, where one row is one action.
    pub action: Option<&'a str>,
    /// Whether it matters more than others.
    pub important: bool,
    /// How sure the row is.
    pub status: Status,
    /// Something more about it.
    pub note: Option<&'a str>,
    /// Where it comes from: keys of the catalogue's sources.
    pub sources: &'a [String],
    /// What is said of it.
    pub said: Said<'a>,
}

/// What is said of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Said<'a> {
    /// The verdict of the policies.
    Verdict(&'a Verdict),
    /// Whether the role in the namespace holds the permission.
    Held(bool),
}

impl Said<'_> {
    /// Its mark; a permission that is held counts as allowed.
    pub fn mark(self) -> Mark {
        match self {
            Said::Verdict(verdict) => verdict.mark(),
            Said::Held(true) => Mark::Allow,
            Said::Held(false) => Mark::ImplicitDeny,
        }
    }
}

impl Mark {
    /// Every mark, the worst first.
    pub const ALL: [Mark; 7] = [
        Mark::ExplicitDeny,
        Mark::Denied,
        Mark::ImplicitDeny,
        Mark::Depends,
        Mark::Withheld,
        Mark::Allow,
        Mark::NotChecked,
    ];

    /// Whether the person surely may.
    pub fn is_allowed(self) -> bool {
        matches!(self, Mark::Allow | Mark::NotChecked)
    }

    /// Its sign.
    pub fn sign(self) -> &'static str {
        match self {
            Mark::Allow | Mark::NotChecked => "✓",
            Mark::ExplicitDeny => "⊘",
            Mark::ImplicitDeny | Mark::Denied => "✗",
            Mark::Depends => "◐",
            Mark::Withheld => "?",
        }
    }

    /// The name of its colour, among those of the page.
    pub fn class(self) -> &'static str {
        match self {
            Mark::Allow | Mark::NotChecked => "yes",
            Mark::ExplicitDeny => "no",
            Mark::ImplicitDeny | Mark::Denied => "missing",
            Mark::Depends => "maybe",
            Mark::Withheld => "unknown",
        }
    }

    /// The mark in words.
    pub fn word(self, lang: Lang) -> &'static str {
        self.word_of(labels(lang))
    }

    /// The mark among these words.
    pub fn word_of(self, words: &'static Labels) -> &'static str {
        match self {
            Mark::Allow => words.allow,
            Mark::ExplicitDeny => words.explicit_deny,
            Mark::ImplicitDeny => words.implicit_deny,
            Mark::Denied => words.denied,
            Mark::Depends => words.depends,
            Mark::NotChecked => words.not_checked,
            Mark::Withheld => words.withheld,
        }
    }
}

impl Filter {
    fn passes(&self, line: &Line<'_>, lang: Lang) -> bool {
        let mark = line.said.mark();
        let by_verdict = match self.only {
            Only::All => true,
            Only::Denied => !mark.is_allowed(),
            Only::Allowed => mark.is_allowed(),
        };
        by_verdict && self.text.split_whitespace().all(|word| line.mentions(&word.to_lowercase(), lang))
    }
}

impl Line<'_> {
    fn mentions(&self, word: &str, lang: Lang) -> bool {
        let is_in = |text: &str| text.to_lowercase().contains(word);
        let checks = match self.said {
            Said::Verdict(Verdict::Ruled(ruling)) => ruling.request.checks.as_slice(),
            _ => &[],
        };
        is_in(self.title)
            || is_in(self.key)
            || self.action.is_some_and(is_in)
            || is_in(self.said.mark().word(lang))
            || checks.iter().any(|check| is_in(&check.action))
    }
}

impl State {
    /// The rows of a table that pass the filter, in its order. Groups without a row are left out.
    pub fn sheet(&self, table: Table) -> Vec<Group<'_>> {
        let mut groups = match table {
            Table::Logstore => self.capabilities(),
            Table::Management => self.operations(),
            Table::Development => self.permissions(),
        };
        for group in &mut groups {
            group.rows.retain(|line| self.filter.passes(line, self.lang));
        }
        groups.retain(|group| !group.rows.is_empty());
        match self.filter.order {
            Order::Subject => groups,
            Order::Verdict => by_verdict(groups, self.lang),
        }
    }

    /// How many rows a table has in all.
    pub fn row_count(&self, table: Table) -> usize {
        match table {
            Table::Logstore => self.answer.logstore.rows.len(),
            Table::Management => self.answer.operations.len(),
            Table::Development => self.answer.permissions.len(),
        }
    }

    fn capabilities(&self) -> Vec<Group<'_>> {
        let store = self.scenario.logstore.kind;
        let line = |(index, row): (usize, &'_ crate::answer::CapabilityRow)| {
            let capability: &'static Capability = row.capability;
            let own = capability.metricstore.as_ref().filter(|_| store == StoreKind::Metricstore);
            (index, capability, own)
        };
        let lines = |pick: &dyn Fn(&Capability) -> bool| -> Vec<Line<'_>> {
            let rows = self.answer.logstore.rows.iter().enumerate().filter(|(_, row)| pick(row.capability));
            rows.map(|each| {
                let (index, capability, own) = line(each);
                Line {
                    id: RowId::Capability(index),
                    key: &capability.id,
                    title: capability.title.get(self.lang),
                    action: None,
                    important: capability.essential,
                    status: capability.status_for(store),
                    note: own
                        .map_or(capability.note.as_ref(), |own| own.note.as_ref())
                        .map(|note| note.get(self.lang)),
                    sources: own.map_or(&capability.sources, |own| &own.sources),
                    said: Said::Verdict(&each.1.verdict),
                }
            })
            .collect()
        };
        let needed = Group { title: Some(labels(self.lang).job_needs), rows: lines(&|each| each.essential) };
        let others = catalogue().sls_capabilities.groups.iter().map(|group| Group {
            title: Some(group.title.get(self.lang)),
            rows: lines(&|each| !each.essential && each.group == group.id),
        });
        [needed].into_iter().chain(others).collect()
    }

    fn operations(&self) -> Vec<Group<'_>> {
        let line = |(index, row): (usize, &'_ crate::answer::OperationRow)| (index, row.operation);
        let rows = self.answer.operations.iter().enumerate().map(|each| {
            let (index, operation) = line(each);
            Line {
                id: RowId::Operation(index),
                key: &operation.id,
                title: operation.operation.get(self.lang),
                action: operation.action.as_deref().or(operation.by_analogy.as_deref()),
                important: OPENING_OPERATIONS.contains(&operation.id.as_str()),
                status: operation.status,
                note: operation.note.as_ref().map(|note| note.get(self.lang)),
                sources: &operation.sources,
                said: Said::Verdict(&each.1.verdict),
            }
        });
        vec![Group { title: None, rows: rows.collect() }]
    }

    fn permissions(&self) -> Vec<Group<'_>> {
        let group = |(id, title): (&str, &'static Text)| {
            let rows =
                self.answer.permissions.iter().enumerate().filter(|(_, row)| row.permission.function == id);
            let lines = rows.map(|(index, row)| Line {
                id: RowId::Permission(index),
                key: &row.permission.id,
                title: row.permission.title.get(self.lang),
                action: None,
                important: false,
                status: row.permission.status,
                note: row.permission.note.as_ref().map(|note| note.get(self.lang)),
                sources: &row.permission.sources,
                said: Said::Held(row.held),
            });
            Group { title: Some(title.get(self.lang)), rows: lines.collect() }
        };
        let functions = catalogue().console_permissions.functions.iter();
        functions.map(|function| group((&function.id, &function.title))).collect()
    }
}

/// The same rows, under their verdicts; the worst come first.
fn by_verdict(groups: Vec<Group<'_>>, lang: Lang) -> Vec<Group<'_>> {
    let rows: Vec<Line<'_>> = groups.into_iter().flat_map(|group| group.rows).collect();
    let of = |mark: Mark| -> Vec<Line<'_>> {
        rows.iter().filter(|line| line.said.mark() == mark).copied().collect()
    };
    let groups = Mark::ALL.into_iter().map(|mark| Group { title: Some(mark.word(lang)), rows: of(mark) });
    groups.filter(|group| !group.rows.is_empty()).collect()
}
