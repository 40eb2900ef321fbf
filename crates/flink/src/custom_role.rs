//! Custom roles of a namespace, checked against the documented rules.

use serde::{Deserialize, Serialize};

use crate::{NamespaceRole, catalogue};

/// A custom role of a namespace.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomRole {
    /// Its name.
    pub name: String,
    /// Ids of [`crate::ConsolePermission`]s.
    pub permissions: Vec<String>,
}

/// Why the console would not accept a custom role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CustomRoleProblem {
    /// It has no name.
    NameEmpty,
    /// Its name is too long.
    NameTooLong {
        /// The length in characters.
        length: usize,
        /// The longest allowed.
        max: usize,
    },
    /// Its name does not start with a letter. ASCII letters only: an assumption, the page says "letter".
    NameStart {
        /// The first character.
        found: char,
    },
    /// Its name has a character other than a letter, a digit or a hyphen.
    NameCharacter {
        /// The first such character.
        found: char,
    },
    /// A permission that is not in the list, and so cannot be in a custom role.
    UnknownPermission {
        /// The id given.
        id: String,
    },
    /// A permission of viewer is missing.
    MissingViewerPermission {
        /// The id of the permission.
        id: String,
    },
    /// It has nothing beyond viewer.
    NothingBeyondViewer,
}

impl CustomRoleProblem {
    /// A stable word for it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NameEmpty => "name-empty",
            Self::NameTooLong { .. } => "name-too-long",
            Self::NameStart { .. } => "name-start",
            Self::NameCharacter { .. } => "name-character",
            Self::UnknownPermission { .. } => "unknown-permission",
            Self::MissingViewerPermission { .. } => "missing-viewer-permission",
            Self::NothingBeyondViewer => "nothing-beyond-viewer",
        }
    }

    /// The id of the [`crate::CustomRoleRule`] that it breaks.
    pub const fn rule(&self) -> &'static str {
        match self {
            Self::NameEmpty
            | Self::NameTooLong { .. }
            | Self::NameStart { .. }
            | Self::NameCharacter { .. } => "name",
            Self::UnknownPermission { .. } => "unlisted",
            Self::MissingViewerPermission { .. } | Self::NothingBeyondViewer => "superset",
        }
    }
}

impl CustomRole {
    /// Whether it holds the permission with this id.
    pub fn holds(&self, permission: &str) -> bool {
        self.permissions.iter().any(|id| id == permission)
    }

    /// Everything the console would not accept, in the order: name, unknown permissions, viewer's permissions.
    ///
    /// Dependencies between permissions are not checked: they are not documented.
    pub fn problems(&self) -> Vec<CustomRoleProblem> {
        let mut problems = self.name_problems();
        let known = &catalogue().console_permissions.permissions;
        let viewer = NamespaceRole::Viewer;
        problems.extend(
            self.permissions
                .iter()
                .filter(|id| !known.iter().any(|permission| permission.id == **id))
                .map(|id| CustomRoleProblem::UnknownPermission { id: id.clone() }),
        );
        problems.extend(
            known
                .iter()
                .filter(|permission| permission.held_by(viewer) && !self.holds(&permission.id))
                .map(|permission| CustomRoleProblem::MissingViewerPermission { id: permission.id.clone() }),
        );
        if !known.iter().any(|permission| !permission.held_by(viewer) && self.holds(&permission.id)) {
            problems.push(CustomRoleProblem::NothingBeyondViewer);
        }
        problems
    }

    fn name_problems(&self) -> Vec<CustomRoleProblem> {
        let Some(first) = self.name.chars().next() else {
            return vec![CustomRoleProblem::NameEmpty];
        };
        let mut problems = Vec::new();
        let max = catalogue().console_roles.custom_role.max_name_length;
        let length = self.name.chars().count();
        if length > max {
            problems.push(CustomRoleProblem::NameTooLong { length, max });
        }
        if !first.is_ascii_alphabetic() {
            problems.push(CustomRoleProblem::NameStart { found: first });
        }
        let stray = self.name.chars().skip(1).find(|found| !found.is_ascii_alphanumeric() && *found != '-');
        problems.extend(stray.map(|found| CustomRoleProblem::NameCharacter { found }));
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn viewer_and(more: &[&str]) -> Vec<String> {
        let viewer = catalogue().console_permissions.permissions.iter().filter(|row| row.viewer);
        viewer.map(|row| row.id.clone()).chain(more.iter().map(|id| (*id).to_owned())).collect()
    }

    fn codes(name: &str, permissions: Vec<String>) -> Vec<&'static str> {
        let role = CustomRole { name: name.to_owned(), permissions };
        role.problems().iter().map(CustomRoleProblem::code).collect()
    }

    #[test]
    fn a_role_that_extends_viewer_is_accepted() {
        assert_eq!(codes("job-runner-2", viewer_and(&["start-stop-jobs"])), [""; 0]);
    }

    #[test]
    fn names() {
        let rows: [(&str, &[&str]); 8] = [
            ("", &["name-empty"]),
            ("2fast", &["name-start"]),
            ("-a", &["name-start"]),
            ("a_b", &["name-character"]),
            ("a b", &["name-character"]),
            ("作业", &["name-start", "name-character"]),
            (&"a".repeat(64), &[]),
            (&"a".repeat(65), &["name-too-long"]),
        ];
        for (name, expected) in rows {
            assert_eq!(codes(name, viewer_and(&["start-stop-jobs"])), expected, "{name}");
        }
    }

    #[test]
    fn viewer_alone_is_not_enough() {
        assert_eq!(codes("a", viewer_and(&[])), ["nothing-beyond-viewer"]);
    }

    #[test]
    fn viewer_must_be_contained() {
        let mut permissions = viewer_and(&["start-stop-jobs"]);
        permissions.retain(|id| id != "view-files");
        let role = CustomRole { name: "a".to_owned(), permissions };
        let missing = CustomRoleProblem::MissingViewerPermission { id: "view-files".to_owned() };
        assert_eq!(role.problems(), [missing]);
    }

    #[test]
    fn unlisted_permissions_do_not_count() {
        let expected = ["unknown-permission", "nothing-beyond-viewer"];
        assert_eq!(codes("a", viewer_and(&["manage-udfs"])), expected);
    }

    #[test]
    fn every_problem_names_a_rule_of_the_data() {
        let rules = &catalogue().console_roles.custom_role.rules;
        let role = CustomRole { name: "1_".repeat(40), permissions: vec!["x".to_owned()] };
        let problems = role.problems();
        assert!(problems.len() > 4);
        for problem in problems {
            assert!(rules.iter().any(|rule| rule.id == problem.rule()), "{problem:?}");
        }
    }
}
