//! The rows of `logon_methods.json`: who reaches which console, and what must be granted for it.

use serde::Deserialize;

use super::pack::row;
use super::{Console, Family, GrantId, LogonMethod, Pick, PreconditionId, Status, Text};

/// The logon matrix and the texts its cells share.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogonMethods {
    /// The groups of methods.
    pub families: Vec<FamilyRow>,
    /// The kinds of authorization that cells refer to.
    pub grants: Vec<Grant>,
    /// The ways to choose an identity in the member dialog.
    pub picks: Vec<PickRow>,
    /// The methods.
    pub methods: Vec<LogonMethodRow>,
}

row!(LogonMethods { families, grants, picks, methods });

/// The title of a group of methods.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FamilyRow {
    /// The group.
    pub id: Family,
    /// Its title.
    pub title: Text,
}

row!(FamilyRow { id, title });

/// What is granted, where and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Which grant this is; [`GrantId::kind`] tells the permission system.
    pub id: GrantId,
    /// What to grant: everything, the least, or something between.
    pub what: Text,
    /// Where in the consoles it is done.
    pub place: Text,
    /// Who can do it.
    pub by_whom: Text,
    /// How sure this row is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(Grant { id, what, place, by_whom, status, sources });

/// The text for a way to choose an identity.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PickRow {
    /// The way.
    pub id: Pick,
    /// What to do in the dialog.
    pub text: Text,
}

row!(PickRow { id, text });

/// One way to log on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogonMethodRow {
    /// The method.
    pub id: LogonMethod,
    /// The group it is shown in.
    pub family: Family,
    /// Its title.
    pub title: Text,
    /// What must be so before.
    pub preconditions: Vec<Precondition>,
    /// What holds for the Management Console.
    pub management: Cell,
    /// What holds for the Development Console.
    pub development: Cell,
}

row!(LogonMethodRow { id, family, title, preconditions, management, development });

impl LogonMethodRow {
    /// What holds for `console`.
    pub const fn cell(&self, console: Console) -> &Cell {
        match console {
            Console::Management => &self.management,
            Console::Development => &self.development,
        }
    }
}

/// Something that must be so before the logon works.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Precondition {
    /// Which one, for code.
    pub id: PreconditionId,
    /// What it says about this method.
    pub text: Text,
    /// Names of system policies of which the *caller* holds at least one, as the documentation asks; empty
    /// where the precondition is not about a policy. A custom policy with the same effect should do as well.
    pub any_of: Vec<String>,
    /// How sure this row is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(Precondition { id, text, any_of, status, sources });

/// What one way to log on means for one console.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Whether the console can be opened at all.
    pub possible: bool,
    /// Whether something must be granted; `None` where it is impossible anyway.
    pub authorization_needed: Option<bool>,
    /// To whom it is granted; `None` where nothing is.
    pub principal: Option<Text>,
    /// What is granted; look it up with [`crate::Catalogue::grant`].
    pub grant: Option<GrantId>,
    /// How the principal is chosen in the member dialog; empty where no member is added.
    pub how_to_pick: Vec<Pick>,
    /// How sure this cell is.
    pub status: Status,
    /// Why it is so.
    pub basis: Text,
    /// What limits it.
    pub note: Option<Text>,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(Cell { possible, authorization_needed, principal, grant, how_to_pick, status, basis, note, sources });
