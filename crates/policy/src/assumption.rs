/// A rule that the documentation does not state and that we chose. A verdict that rests on one
/// says so: it is never presented as documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Assumption {
    /// A `*` in a resource pattern matched text with a `:` in it.
    StarCrossesColon,
    /// A backslash in a pattern is an ordinary character.
    NoEscape,
    /// Resource names are compared case-sensitively; ignoring case would have matched.
    ResourceCase,
    /// Principals are compared case-sensitively; ignoring case would have matched.
    PrincipalCase,
    /// Condition keys are compared ignoring ASCII case; the policy and the request write one differently.
    ConditionKeyCase,
    /// `…IncludeBorder` equals the plain operator.
    IncludeBorder,
    /// A negated operator with several values is met when none of them matches.
    NegatedSeveralValues,
    /// A negated operator on a key that the request does not carry is met.
    AbsentKeyNegated,
    /// `ForAllValues:` on a key that the request does not carry is met.
    AbsentKeyForAll,
    /// Several values in the request without a set prefix: any may match; negated: none may.
    SeveralRequestValues,
    /// A date without a zone is UTC.
    DateWithoutZone,
    /// An `acs:ram` resource of the request is read with an empty region.
    RamRegion,
    /// A wildcard in a `Principal` entry is matched as a pattern.
    PrincipalWildcard,
    /// An account id in a plain `Principal` list means the root user of that account, not its RAM users.
    AccountIdIsRoot,
    /// `acs:PrincipalARN` of a role session is the role's ARN, without the session name.
    PrincipalArnWithoutSession,
    /// A level of the directory for which no control policy was given has `FullAliyunAccess`.
    LevelWithoutPolicy,
}

impl Assumption {
    /// Every assumption, in the order of their codes' numbers.
    pub const ALL: [Assumption; 16] = [
        Assumption::StarCrossesColon,
        Assumption::NoEscape,
        Assumption::ResourceCase,
        Assumption::PrincipalCase,
        Assumption::ConditionKeyCase,
        Assumption::IncludeBorder,
        Assumption::NegatedSeveralValues,
        Assumption::AbsentKeyNegated,
        Assumption::AbsentKeyForAll,
        Assumption::SeveralRequestValues,
        Assumption::DateWithoutZone,
        Assumption::RamRegion,
        Assumption::PrincipalWildcard,
        Assumption::AccountIdIsRoot,
        Assumption::PrincipalArnWithoutSession,
        Assumption::LevelWithoutPolicy,
    ];

    /// A stable code, shown as `assumption: <code>`.
    pub fn code(self) -> &'static str {
        match self {
            Assumption::StarCrossesColon => "star-crosses-colon",
            Assumption::NoEscape => "no-escape",
            Assumption::ResourceCase => "resource-case",
            Assumption::PrincipalCase => "principal-case",
            Assumption::ConditionKeyCase => "condition-key-case",
            Assumption::IncludeBorder => "include-border",
            Assumption::NegatedSeveralValues => "negated-several-values",
            Assumption::AbsentKeyNegated => "absent-key-negated",
            Assumption::AbsentKeyForAll => "absent-key-for-all",
            Assumption::SeveralRequestValues => "several-request-values",
            Assumption::DateWithoutZone => "date-without-zone",
            Assumption::RamRegion => "ram-region",
            Assumption::PrincipalWildcard => "principal-wildcard",
            Assumption::AccountIdIsRoot => "account-id-is-root",
            Assumption::PrincipalArnWithoutSession => "principal-arn-without-session",
            Assumption::LevelWithoutPolicy => "level-without-policy",
        }
    }
}

/// A set of assumptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Assumptions(u32);

impl Assumptions {
    /// Adds one.
    pub fn add(&mut self, assumption: Assumption) {
        self.0 |= 1 << assumption as u8;
    }

    /// Adds all of `other`.
    pub fn join(&mut self, other: Assumptions) {
        self.0 |= other.0;
    }

    /// Whether the set holds `assumption`.
    pub fn contains(self, assumption: Assumption) -> bool {
        self.0 & (1 << assumption as u8) != 0
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The assumptions of the set, in the order of [`Assumption::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Assumption> {
        Assumption::ALL.into_iter().filter(move |&assumption| self.contains(assumption))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_sets_hold_them() {
        let mut all = Assumptions::default();
        let mut codes = std::collections::BTreeSet::new();
        for assumption in Assumption::ALL {
            assert!(!all.contains(assumption));
            all.add(assumption);
            assert!(codes.insert(assumption.code()));
        }
        assert!(all.iter().eq(Assumption::ALL));
    }
}
