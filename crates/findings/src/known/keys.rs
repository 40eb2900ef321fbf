//! Condition keys.

use ramplay_policy::condition::ValueType;

use crate::row::{Words, words};

/// A condition key that every service may send.
#[derive(Debug)]
pub struct Key {
    /// As the documentation writes it; a final `/` for a family such as `acs:RequestTag/<key>`.
    pub name: &'static str,
    /// What its values are.
    pub kind: ValueType,
    /// Whether every request has it, by its nature.
    pub always: bool,
}

const fn key(name: &'static str, kind: ValueType, always: bool) -> Key {
    Key { name, kind, always }
}

/// The keys that start with `acs:`.
pub static GLOBAL: [Key; 14] = [
    key("acs:CurrentTime", ValueType::Date, true),
    key("acs:SecureTransport", ValueType::Bool, true),
    key("acs:SourceIp", ValueType::Address, true),
    key("acs:MFAPresent", ValueType::Bool, false),
    key("acs:PrincipalARN", ValueType::Text, true),
    key("acs:PrincipalRDId", ValueType::Text, false),
    key("acs:PrincipalRDPath", ValueType::Text, false),
    key("acs:RequestTag/", ValueType::Text, false),
    key("acs:ResourceTag/", ValueType::Text, false),
    key("acs:SourceVpc", ValueType::Text, false),
    key("acs:VpcSourceIp", ValueType::Address, false),
    key("acs:Service", ValueType::Text, false),
    key("acs:UserAgent", ValueType::Text, false),
    key("acs:AccessId", ValueType::Text, false),
];

/// The global key with this name, whatever its case.
pub(crate) fn global(name: &str) -> Option<&'static Key> {
    GLOBAL.iter().find(|key| match key.name.strip_suffix('/') {
        Some(family) => {
            let (head, tail) = name.split_at_checked(family.len()).unwrap_or((name, ""));
            head.eq_ignore_ascii_case(family) && tail.len() > 1 && tail.starts_with('/')
        }
        None => name.eq_ignore_ascii_case(key.name),
    })
}

/// What AWS calls keys that RAM has.
pub(crate) fn from_aws(name: &str) -> Option<&'static str> {
    const SAME: [(&str, &str); 8] = [
        ("aws:sourceip", "acs:SourceIp"),
        ("aws:securetransport", "acs:SecureTransport"),
        ("aws:currenttime", "acs:CurrentTime"),
        ("aws:multifactorauthpresent", "acs:MFAPresent"),
        ("aws:principalarn", "acs:PrincipalARN"),
        ("aws:useragent", "acs:UserAgent"),
        ("aws:sourcevpc", "acs:SourceVpc"),
        ("iam:passedtoservice", "acs:Service"),
    ];
    SAME.iter().find(|(aws, _)| *aws == name).map(|(_, ours)| *ours)
}

/// Services whose keys are sent with their own actions only.
pub(crate) const OWN: [&str; 3] = ["oss", "log", "fc"];

/// A type of values, as the sentences use it.
pub(crate) const fn type_name(kind: ValueType) -> Words {
    match kind {
        ValueType::Text => words("strings", "字符串"),
        ValueType::Number => words("numbers", "数值"),
        ValueType::Date => words("dates", "日期"),
        ValueType::Bool => words("Boolean values", "布尔值"),
        ValueType::Address => words("IP addresses", " IP 地址"),
    }
}
