//! English.

use ramplay_text::Lang;

use super::setting;
use crate::difference::{Change, Named, Setting};
use crate::import::{Import, Reason};

pub(super) fn named(named: &Named) -> String {
    match named {
        Named::Policy(place, name) if name.is_empty() => format!("policy {place}"),
        Named::Draft(place, name) if name.is_empty() => format!("draft {place}"),
        Named::Policy(_, name) => format!("policy `{name}`"),
        Named::Draft(_, name) => format!("draft `{name}`"),
    }
}

pub(super) fn change(change: &Change, one: &str, two: &str, three: &str) -> String {
    match change {
        Change::Logon(..) => format!("logon method: {two}, before: {one}"),
        Change::Field(_, was, _) if was.is_empty() => format!("{one}: `{three}`, before: nothing"),
        Change::Field(_, _, is) if is.is_empty() => format!("{one}: nothing, before: `{two}`"),
        Change::Field(..) => format!("{one}: `{three}`, before: `{two}`"),
        Change::Setting(Setting::Order) => "the order of the policies changed".to_owned(),
        Change::Setting(of) => format!("changed: {}", setting(*of, Lang::En)),
        Change::Added(_) => format!("{one} was added"),
        Change::Removed(_) => format!("{one} was removed"),
        Change::Renamed(..) => format!("{two} was called {one} before"),
        Change::Moved(..) => format!("{one} is attached {three}, before: {two}"),
        Change::Text(..) => format!("the text of {one} changed"),
    }
}

pub(super) fn import(import: &Import) -> String {
    match import {
        Import::Scenario { scenario, .. } => match scenario.policies.len() {
            1 => "a scenario with 1 policy".to_owned(),
            count => format!("a scenario with {count} policies"),
        },
        Import::Policies(found) => match found.documents.len() {
            1 => "a policy".to_owned(),
            count => format!("{count} policies"),
        },
        Import::Draft { statements, tables, .. } => {
            format!("a Flink SQL draft (statements: {statements}, tables: {tables})")
        }
        Import::Nothing(reason) => match reason {
            Reason::TooLong(bytes) => format!("nothing was read: {bytes} bytes are too many"),
            Reason::NotText(at) => format!("this is no text: byte {at} has no meaning in UTF-8"),
            Reason::Scenario(error) => format!("a scenario that cannot be read: {error}"),
            Reason::Unknown(_) => "nothing that is known here".to_owned(),
        },
    }
}

pub(super) fn help(reason: &Reason) -> &'static str {
    match reason {
        Reason::TooLong(_) => "Choose a file with one scenario, policy or draft.",
        Reason::NotText(_) => "Save the file as UTF-8 and try again.",
        Reason::Scenario(_) => "Repair the file where it says, or use the version of ramplay that made it.",
        Reason::Unknown(_) => {
            "Known are scenarios exported here, RAM policies in any wrapping (JSON, Terraform, answers of command line tools, code, documentation), and Flink SQL."
        }
    }
}
