//! The gallery as a page reads it.

use ramplay_flink::{Console, PreconditionId, Text, catalogue};
use ramplay_playground::{RowId, Scenario};
use serde::{Deserialize, Serialize};

use crate::error::GalleryError;

/// All examples, in the order in which they are shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gallery {
    /// The groups.
    pub groups: Vec<Group>,
}

/// Examples that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// A stable id.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// Its examples.
    pub examples: Vec<Example>,
}

/// A worked scenario.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// A stable id.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// What to notice, in one sentence.
    pub notice: Text,
    /// Keys of the sources of the rule that it shows; see [`catalogue`].
    #[serde(default)]
    pub sources: Vec<String>,
    /// For a mistake: the example in which it is put right.
    #[serde(default)]
    pub cure: Option<String>,
    /// What makes the point, so that it is shown at once.
    #[serde(default)]
    pub shows: Option<Shows>,
    /// The scenario.
    pub scenario: Scenario,
}

/// What an example is opened with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    /// The opening of a console.
    Console(Console),
    /// An operation of the Management Console, by its id.
    Operation(String),
    /// A capability on the Logstore, by its id.
    Capability(String),
    /// A precondition of the logon method.
    Precondition(PreconditionId),
    /// A permission of the Development Console, by its id.
    Permission(String),
    /// The Flink SQL drafts.
    Drafts,
}

/// Reads a gallery.
pub fn read(text: &str) -> Result<Gallery, GalleryError> {
    serde_json::from_str(text).map_err(|error| GalleryError::malformed("gallery.json", &error))
}

impl Gallery {
    /// All examples in order.
    pub fn examples(&self) -> impl Iterator<Item = &Example> {
        self.groups.iter().flat_map(|group| &group.examples)
    }

    /// The example with this id.
    pub fn example(&self, id: &str) -> Option<&Example> {
        self.examples().find(|example| example.id == id)
    }
}

impl Example {
    /// The row of the answer that makes the point, if it is one that can be selected.
    pub fn row(&self) -> Option<RowId> {
        let place = |found: Option<usize>, row: fn(usize) -> RowId| found.map(row);
        match self.shows.as_ref()? {
            Shows::Console(console) => Some(RowId::Console(*console)),
            Shows::Operation(id) => {
                place(catalogue().operations.iter().position(|row| row.id == *id), RowId::Operation)
            }
            Shows::Capability(id) => {
                let capabilities = &catalogue().sls_capabilities.capabilities;
                place(capabilities.iter().position(|row| row.id == *id), RowId::Capability)
            }
            Shows::Precondition(id) => {
                let preconditions = &catalogue().logon_method(self.scenario.logon).preconditions;
                place(preconditions.iter().position(|row| row.id == *id), RowId::Precondition)
            }
            Shows::Permission(id) => {
                let permissions = &catalogue().console_permissions.permissions;
                place(permissions.iter().position(|row| row.id == *id), RowId::Permission)
            }
            Shows::Drafts => None,
        }
    }
}
