//! Roles and permissions inside a namespace: `console_permissions.json` and `console_roles.json`.

use serde::{Deserialize, Serialize};

use super::pack::{choice, row};
use super::{Status, Text};

/// A system role of a namespace. System roles can be neither changed nor deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NamespaceRole {
    /// Holds every permission.
    Owner,
    /// Develops and runs jobs.
    Editor,
    /// Views; the least that opens a namespace.
    Viewer,
}

choice!(NamespaceRole { Owner, Editor, Viewer });

impl NamespaceRole {
    /// All system roles, from most to least.
    pub const ALL: [Self; 3] = [Self::Owner, Self::Editor, Self::Viewer];

    /// The id used in data and links.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Editor => "editor",
            Self::Viewer => "viewer",
        }
    }

    /// The role with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }
}

/// The list of permissions that the Development Console shows when a role is edited.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsolePermissions {
    /// The first level.
    pub functions: Vec<ConsoleFunction>,
    /// The second level.
    pub permissions: Vec<ConsolePermission>,
}

row!(ConsolePermissions { functions, permissions });

/// A first-level entry of the list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsoleFunction {
    /// The id that permissions refer to.
    pub id: String,
    /// The title.
    pub title: Text,
}

row!(ConsoleFunction { id, title });

/// A permission of the list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "a row of the documented table: one tick per role")]
pub struct ConsolePermission {
    /// The id used in data, links and custom roles.
    pub id: String,
    /// The id of its function.
    pub function: String,
    /// What it allows.
    pub title: Text,
    /// Whether owners hold it.
    pub owner: bool,
    /// Whether editors hold it.
    pub editor: bool,
    /// Whether viewers hold it.
    pub viewer: bool,
    /// Whether the reading of the ticks is doubtful; `note` says why.
    pub doubtful: bool,
    /// What else to know.
    pub note: Option<Text>,
    /// How sure this row is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(ConsolePermission { id, function, title, owner, editor, viewer, doubtful, note, status, sources });

impl ConsolePermission {
    /// Whether `role` holds it.
    pub const fn held_by(&self, role: NamespaceRole) -> bool {
        match role {
            NamespaceRole::Owner => self.owner,
            NamespaceRole::Editor => self.editor,
            NamespaceRole::Viewer => self.viewer,
        }
    }
}

/// The roles of a namespace.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsoleRoles {
    /// The system roles.
    pub roles: Vec<ConsoleRole>,
    /// What a custom role must be like.
    pub custom_role: CustomRoleLimits,
}

row!(ConsoleRoles { roles, custom_role });

/// A system role, for display.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsoleRole {
    /// The role.
    pub id: NamespaceRole,
    /// Its name.
    pub title: Text,
    /// What it is for.
    pub description: Text,
    /// Whether it can be changed or deleted.
    pub changeable: bool,
    /// How sure this row is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(ConsoleRole { id, title, description, changeable, status, sources });

/// What a custom role must be like.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomRoleLimits {
    /// The system role whose permissions it must contain.
    pub must_contain: NamespaceRole,
    /// Whether it must have more than those.
    pub must_go_beyond: bool,
    /// How many a namespace may have.
    pub max_per_namespace: usize,
    /// The longest name, in characters.
    pub max_name_length: usize,
    /// The longest description, in characters.
    pub max_description_length: usize,
    /// Whether the dependencies between permissions are known.
    pub dependencies_known: bool,
    /// The same as sentences, with their sources.
    pub rules: Vec<CustomRoleRule>,
}

row!(CustomRoleLimits {
    must_contain,
    must_go_beyond,
    max_per_namespace,
    max_name_length,
    max_description_length,
    dependencies_known,
    rules
});

/// A rule about custom roles.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomRoleRule {
    /// The id, to which [`crate::CustomRoleProblem::rule`] refers.
    pub id: String,
    /// The rule.
    pub text: Text,
    /// How sure it is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(CustomRoleRule { id, text, status, sources });
