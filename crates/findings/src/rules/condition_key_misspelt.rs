//! Condition key that is probably misspelt.

use super::prelude::*;
use crate::known::keys;
use crate::view::is_invisible;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "condition-key-misspelt",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("condition key that is probably misspelt", "条件键可能拼写有误"),
        message: words("unknown condition key `{key}`", "未知的条件键 `{key}`"),
        help: words("did you mean `{meant}`?", "是否想写 `{meant}`？"),
        source: source::KEYS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {⟦"acs:SourceIP4"⟧: "203.0.113.1"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {⟦"acs:ResourceTags/team"⟧: "a", ⟦"acs:ReqestTag/team"⟧: "a"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": "203.0.113.1", "acs:sourceip": "203.0.113.1",
                    "acs:SourceIp ": "203.0.113.1"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:RegionId": "cn-hangzhou", "oss:Prefx": "a"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    if let Some(meant) = meant(&clause.key) {
        let finding = sink.report(clause.key_span).arg("key", &clause.key).arg("meant", &meant);
        if statement.can_rename(clause, &meant) {
            finding.meant(clause.key_span, quoted(&meant));
        }
    }
}

/// The global key that was probably meant, if the one written is not known and close to one that is.
pub(super) fn meant(key: &str) -> Option<String> {
    if !key.starts_with("acs:") || key.contains(is_invisible) || keys::global(key).is_some() {
        return None;
    }
    let (family, tag) = key.split_once('/').map_or((key, None), |(family, tag)| (family, Some(tag)));
    let near = keys::GLOBAL.iter().find(|known| {
        let name = known.name.trim_end_matches('/');
        let same_form = known.name.ends_with('/') == tag.is_some();
        let distance = strsim::osa_distance(&family.to_ascii_lowercase(), &name.to_ascii_lowercase());
        same_form && distance <= 1 + name.len() / 12
    });
    near.map(|known| format!("{}{}", known.name, tag.unwrap_or_default()))
}
