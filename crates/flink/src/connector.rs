//! Connectors and the options of a table.

use crate::{Circumstance, Condition, Connector, CredentialOption, ResourceOption, Step, TableRole, Test};

/// Whether a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applies {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// That depends on the value of a variable.
    Unknown,
}

impl Applies {
    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }

    fn all(of: impl Iterator<Item = Self>) -> Self {
        of.fold(Self::Yes, |all, one| match (all, one) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Yes, Self::Yes) => Self::Yes,
        })
    }

    fn any(of: impl Iterator<Item = Self>) -> Self {
        Self::all(of.map(Self::not)).not()
    }
}

impl From<bool> for Applies {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl Circumstance {
    /// All circumstances.
    pub const ALL: [Self; 5] = [
        Self::GroupMissing,
        Self::GroupDiffers,
        Self::LogstorePattern,
        Self::TableMissing,
        Self::LogonRequired,
    ];

    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::GroupMissing => "group-missing",
            Self::GroupDiffers => "group-differs",
            Self::LogstorePattern => "logstore-pattern",
            Self::TableMissing => "table-missing",
            Self::LogonRequired => "logon-required",
        }
    }
}

impl Condition {
    fn holds(&self, value: Option<&str>) -> Applies {
        let is_set = value.is_some_and(|value| !value.is_empty());
        let is = || match value {
            Some(value) if value.contains("${") => Applies::Unknown,
            Some(value) => self.values.iter().any(|one| one.eq_ignore_ascii_case(value)).into(),
            None => Applies::No,
        };
        match self.test {
            Test::Set => is_set.into(),
            Test::Absent => (!is_set).into(),
            Test::Is => is(),
            Test::IsNot => is().not(),
        }
    }
}

impl Step {
    /// Whether the step is taken with these options. `value` gives the value of an option by the name that
    /// [`Connector::options`] has for it. A step that depends on a [`Circumstance`] is taken only if that holds
    /// too, which is not asked here.
    pub fn applies<'v>(&self, value: impl Fn(&str) -> Option<&'v str>) -> Applies {
        if self.when.is_empty() {
            return Applies::Yes;
        }
        let holds = |condition: &Condition| condition.holds(value(&condition.option));
        Applies::any(self.when.iter().map(|group| Applies::all(group.iter().map(holds))))
    }
}

impl Connector {
    /// The credential option with this key.
    pub fn credential(&self, key: &str) -> Option<&CredentialOption> {
        let is_it = |row: &&CredentialOption| self.is_key(&row.name, &row.spellings, key);
        self.credentials.iter().find(is_it)
    }

    /// The resource option with this key.
    pub fn option(&self, key: &str) -> Option<&ResourceOption> {
        self.options.iter().find(|row| self.is_key(&row.name, &row.spellings, key))
    }

    /// The steps of a table with this role.
    pub fn steps_of(&self, role: TableRole) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(move |step| step.roles.contains(&role))
    }

    fn is_key(&self, name: &str, spellings: &[String], key: &str) -> bool {
        let is = |known: &str| fits(known, key, self.keys.ignore_case);
        is(name) || spellings.iter().any(|known| is(known))
    }
}

/// Whether `key` is `known`, in which one `{name}` stands for some text without dots.
fn fits(known: &str, key: &str, ignore_case: bool) -> bool {
    let same = |a: &str, b: &str| if ignore_case { a.eq_ignore_ascii_case(b) } else { a == b };
    let parts = known.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?.1)));
    let Some((before, after)) = parts else { return same(known, key) };
    let Some((head, rest)) = key.split_at_checked(before.len()) else { return false };
    let Some((name, tail)) = rest.len().checked_sub(after.len()).and_then(|at| rest.split_at_checked(at))
    else {
        return false;
    };
    same(before, head) && same(after, tail) && !name.is_empty() && !name.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connectors;

    #[test]
    fn keys_fit() {
        let pattern = "fs.oss.bucket.{bucketName}.accessKeyId";
        let rows = [
            ("accessId", "accessId", true),
            ("accessId", "ACCESSID", true),
            ("accessId", "accessId ", false),
            (pattern, "fs.oss.bucket.logs.accessKeyId", true),
            (pattern, "FS.oss.bucket.日志.accesskeyid", true),
            (pattern, "fs.oss.bucket..accessKeyId", false),
            (pattern, "fs.oss.bucket.a.b.accessKeyId", false),
            (pattern, "fs.oss.bucket.accessKeyId", false),
            (pattern, "fs.oss.bucket.日", false),
            (pattern, "", false),
        ];
        for (known, key, expected) in rows {
            assert_eq!(fits(known, key, true), expected, "{known} {key}");
        }
        assert!(!fits("accessId", "accessid", false));
    }

    fn condition(test: Test, values: &[&str]) -> Condition {
        Condition { option: String::new(), test, values: values.iter().map(ToString::to_string).collect() }
    }

    #[test]
    fn conditions_hold() {
        use Applies::{No, Unknown, Yes};
        let rows = [
            (condition(Test::Set, &[]), [No, No, Yes, Yes, Yes]),
            (condition(Test::Absent, &[]), [Yes, Yes, No, No, No]),
            (condition(Test::Is, &["a", "b"]), [No, No, Yes, No, Unknown]),
            (condition(Test::IsNot, &["a", "b"]), [Yes, Yes, No, Yes, Unknown]),
        ];
        for (condition, expected) in rows {
            let found =
                [None, Some(""), Some("B"), Some("c"), Some("${v}")].map(|value| condition.holds(value));
            assert_eq!(found, expected, "{condition:?}");
        }
    }

    #[test]
    fn groups_are_joined() {
        use Applies::{No, Unknown, Yes};
        for (list, all, any) in [
            (&[][..], Yes, No),
            (&[Yes, Unknown], Unknown, Yes),
            (&[No, Unknown], No, Unknown),
            (&[Unknown, Unknown], Unknown, Unknown),
            (&[Yes, No], No, Yes),
        ] {
            assert_eq!(Applies::all(list.iter().copied()), all, "{list:?}");
            assert_eq!(Applies::any(list.iter().copied()), any, "{list:?}");
        }
    }

    #[test]
    fn a_consumer_group_adds_steps() {
        let sls = connectors().get("sls").unwrap();
        let steps = |options: &[(&str, &'static str)]| {
            let value = |name: &str| options.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
            let taken = sls.steps_of(TableRole::Source).filter(|step| step.applies(value) == Applies::Yes);
            taken.map(|step| step.id.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(steps(&[]), ["shards", "read"]);
        let with_group = ["shards", "read", "group-exists", "group-create", "progress-store"];
        assert_eq!(steps(&[("consumerGroup", "g")]), with_group);
        let from_group = steps(&[("consumerGroup", "g"), ("startupMode", "CONSUMER_GROUP")]);
        assert_eq!(from_group.last(), Some(&"progress-read"));
        assert_eq!(sls.option("LOGSTORE").map(|option| &*option.name), Some("logStore"));
        assert_eq!(sls.credential("accesskey").map(|option| option.required), Some(true));
    }
}
