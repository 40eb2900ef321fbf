//! The names under which services say what they denied.

/// What a field says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Action,
    Resource,
    PrincipalType,
    OwnerId,
    DisplayName,
    NoPermissionType,
    ExplicitDeny,
    PolicyType,
    ConditionKey,
    ConditionValues,
    Encoded,
}

/// The names, in lower case.
const NAMES: [(&str, Field); 14] = [
    ("authaction", Field::Action),
    ("action", Field::Action),
    ("authresource", Field::Resource),
    ("resource", Field::Resource),
    ("authprincipaltype", Field::PrincipalType),
    ("authprincipalownerid", Field::OwnerId),
    ("authprincipaldisplayname", Field::DisplayName),
    ("nopermissiontype", Field::NoPermissionType),
    ("explicitdeny", Field::ExplicitDeny),
    ("policytype", Field::PolicyType),
    ("nopermissionpolicytype", Field::PolicyType),
    ("conditionkey", Field::ConditionKey),
    ("conditionvalues", Field::ConditionValues),
    ("encodeddiagnosticmessage", Field::Encoded),
];

impl Field {
    /// The field of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let found = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, field)| *field)
    }

    /// Whether a value can be one of this field. The plain words stand in many texts for something else.
    pub(crate) fn takes(self, value: &str) -> bool {
        match self {
            Field::Action => value.split_once(':').is_some_and(|(service, operation)| {
                let is_word = |text: &str, more: &[char]| {
                    !text.is_empty()
                        && text.chars().all(|char| char.is_ascii_alphanumeric() || more.contains(&char))
                };
                is_word(service, &['-']) && is_word(operation, &['_', '*', '-'])
            }),
            Field::Resource => value == "*" || value.starts_with("acs:"),
            _ => value != "null",
        }
    }
}
