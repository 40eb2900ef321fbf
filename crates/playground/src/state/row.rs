//! Rows of the answer, as the page points at them.

use ramplay_flink::Console;
use ramplay_policy::StatementRef;

use crate::answer::Answer;
use crate::court::Verdict;
use crate::sheet::Table;
use crate::state::State;

/// A row of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowId {
    /// The opening of a console.
    Console(Console),
    /// An operation, by its place in the answer.
    Operation(usize),
    /// A capability, by its place in the answer.
    Capability(usize),
    /// A permission, by its place in the answer.
    Permission(usize),
    /// A precondition of the logon method, by its place.
    Precondition(usize),
}

impl Answer {
    /// The row with this id; no two rows have the same.
    pub fn row(&self, id: &str) -> Option<RowId> {
        let [management, _] = &self.consoles;
        let console = Console::ALL.into_iter().find(|console| console.id() == id).map(RowId::Console);
        let operation =
            || self.operations.iter().position(|row| row.operation.id == id).map(RowId::Operation);
        let capability =
            || self.logstore.rows.iter().position(|row| row.capability.id == id).map(RowId::Capability);
        let permission =
            || self.permissions.iter().position(|row| row.permission.id == id).map(RowId::Permission);
        let precondition = || management.preconditions.iter().position(|each| each.row.id.id() == id);
        let precondition = || precondition().map(RowId::Precondition);
        console.or_else(operation).or_else(capability).or_else(permission).or_else(precondition)
    }
}

impl RowId {
    /// The table that it stands in; none for what a console's card has.
    pub fn table(self) -> Option<Table> {
        match self {
            RowId::Capability(_) => Some(Table::Logstore),
            RowId::Operation(_) => Some(Table::Management),
            RowId::Permission(_) => Some(Table::Development),
            RowId::Console(_) | RowId::Precondition(_) => None,
        }
    }
}

impl State {
    /// The verdict of a row.
    pub fn verdict(&self, row: RowId) -> Option<&Verdict> {
        match row {
            RowId::Console(console) => self.answer.console(console).opening.as_ref(),
            RowId::Operation(index) => self.answer.operations.get(index).map(|row| &row.verdict),
            RowId::Capability(index) => self.answer.logstore.rows.get(index).map(|row| &row.verdict),
            RowId::Permission(_) | RowId::Precondition(_) => None,
        }
    }

    /// The statements that decided a row.
    pub fn deciding(&self, row: RowId) -> Vec<StatementRef> {
        if let RowId::Precondition(index) = row {
            let rows = &self.answer.console(Console::Management).preconditions;
            return rows.get(index).map(|row| row.deciding.clone()).unwrap_or_default();
        }
        self.verdict(row).map(Verdict::deciding).unwrap_or_default()
    }

    /// The statements to mark in the texts: of the row pointed at, else of the open one.
    pub fn marked(&self) -> Vec<StatementRef> {
        self.hovered.or(self.selected).map(|row| self.deciding(row)).unwrap_or_default()
    }

    /// Whether a row was decided by the statement in which the caret stands.
    pub fn is_decided_by_caret(&self, row: RowId) -> bool {
        self.caret.is_some_and(|caret| self.deciding(row).contains(&caret))
    }
}
