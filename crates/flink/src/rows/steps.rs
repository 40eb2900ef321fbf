//! What a connector does, and what that needs.

use serde::{Deserialize, Serialize};

use super::pack::{choice, row};
use super::{Status, TableRole, Text};

/// One thing that a connector does.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The id, unique in its connector.
    pub id: String,
    /// The roles of a table that take this step.
    pub roles: Vec<TableRole>,
    /// What it is.
    pub title: Text,
    /// The RAM actions that are checked, each on every resource. Empty if RAM does not decide.
    #[serde(default)]
    pub actions: Vec<String>,
    /// What they are checked on, with placeholders of [`crate::JOB_PLACEHOLDERS`]. A `*` is literal. Empty if
    /// that is not known.
    #[serde(default)]
    pub resources: Vec<String>,
    /// What somebody else than RAM has to grant.
    pub grants: Option<Text>,
    /// On which options it depends: all conditions of at least one group hold. Empty: always.
    #[serde(default)]
    pub when: Vec<Vec<Condition>>,
    /// On what else it depends, which the SQL does not tell.
    pub circumstance: Option<Circumstance>,
    /// What happens when it is denied.
    pub denied: Denial,
    /// What the sources say otherwise.
    #[serde(default)]
    pub other_readings: Vec<OtherReading>,
    /// What else to know.
    pub note: Option<Text>,
    /// How sure it is that the step needs this.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(Step {
    id,
    roles,
    title,
    actions,
    resources,
    grants,
    when,
    circumstance,
    denied,
    other_readings,
    note,
    status,
    sources
});

/// A condition on one option.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The name of the option in [`crate::Connector::options`].
    pub option: String,
    /// What is asked of it.
    pub test: Test,
    /// The values of [`Test::Is`] and [`Test::IsNot`], without regard to case.
    #[serde(default)]
    pub values: Vec<String>,
}

row!(Condition { option, test, values });

/// What a condition asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Test {
    /// The option is set, and not to an empty text.
    Set,
    /// It is not.
    Absent,
    /// It is set to one of the values.
    Is,
    /// It is absent, or set to something else.
    IsNot,
}

choice!(Test { Set, Absent, Is, IsNot });

/// What a step depends on and the SQL does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Circumstance {
    /// The consumer group does not exist yet.
    GroupMissing,
    /// The consumer group exists with other settings.
    GroupDiffers,
    /// A program reads several Logstores by a pattern.
    LogstorePattern,
    /// The table does not exist yet, or its columns change.
    TableMissing,
    /// The servers ask clients to log on.
    LogonRequired,
}

choice!(Circumstance { GroupMissing, GroupDiffers, LogstorePattern, TableMissing, LogonRequired });

/// A circumstance in words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CircumstanceRow {
    /// The circumstance.
    pub id: Circumstance,
    /// In words.
    pub text: Text,
}

row!(CircumstanceRow { id, text });

/// How bad a denial is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The job does not start, or fails.
    JobFails,
    /// The job goes on, something is missing.
    Warning,
    /// Nothing is missing.
    Harmless,
    /// Not found, or different from version to version.
    Unknown,
}

choice!(Severity { JobFails, Warning, Harmless, Unknown });

/// What happens when a step is denied.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Denial {
    /// How bad it is.
    pub severity: Severity,
    /// What happens.
    pub text: Text,
    /// How sure that is.
    pub status: Status,
}

row!(Denial { severity, text, status });

/// A reading of the sources that the step does not follow.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherReading {
    /// The reading, with its date.
    pub text: Text,
    /// The actions by that reading. Empty: none is needed.
    #[serde(default)]
    pub actions: Vec<String>,
    /// The resources by that reading.
    #[serde(default)]
    pub resources: Vec<String>,
    /// How sure it is that the sources say so.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(OtherReading { text, actions, resources, status, sources });
