//! Resource names (ARNs) of the Flink consoles, and templates with `{name}` placeholders.

use crate::OperationResource;

/// The placeholders that templates in this crate use. ARNs of the reference list of SLS actions use more.
pub const PLACEHOLDERS: [&str; 9] =
    ["region", "uid", "project", "logstore", "consumerGroup", "savedSearch", "dashboard", "vpc", "bucket"];

/// Replaces each `{name}` that `names` knows; others, and stray braces, are left as they are.
///
/// ```
/// let names = [("project", "web"), ("logstore", "access")];
/// let arn = ramplay_flink::arn::expand("acs:log:*:*:project/{project}/logstore/{logstore}/{x}", &names);
/// assert_eq!(arn, "acs:log:*:*:project/web/logstore/access/{x}");
/// ```
pub fn expand(template: &str, names: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = names.iter().find(|(known, _)| *known == name)?;
            Some((*value, tail))
        });
        if let Some((value, tail)) = value {
            out.push_str(value);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// The names in a workspace's ARNs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamNames<'a> {
    /// The region, such as `cn-hangzhou`.
    pub region: &'a str,
    /// The id of the account that owns the workspace.
    pub uid: &'a str,
    /// The id of the workspace (`InstanceId`).
    pub instance: &'a str,
    /// The name of the namespace.
    pub namespace: &'a str,
}

impl StreamNames<'_> {
    /// The ARN of the workspace.
    pub fn instance_arn(&self) -> String {
        let Self { region, uid, instance, .. } = self;
        format!("acs:stream:{region}:{uid}:vvpinstance/{instance}")
    }

    /// The ARN of the namespace.
    pub fn namespace_arn(&self) -> String {
        let Self { region, uid, instance, namespace } = self;
        format!("acs:stream:{region}:{uid}:vvpinstance/{instance}/vvpnamespace/{namespace}")
    }

    /// The resource on which an operation is checked: `*` for [`OperationResource::All`]; `None` where the
    /// documentation does not tell.
    pub fn resource(&self, resource: OperationResource) -> Option<String> {
        match resource {
            OperationResource::Instance => Some(self.instance_arn()),
            OperationResource::Namespace => Some(self.namespace_arn()),
            OperationResource::All => Some("*".to_owned()),
            OperationResource::Unknown => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expand_leaves_what_it_does_not_know() {
        let names = [("a", "1"), ("b", "{a}")];
        let rows = [
            ("", ""),
            ("{a}", "1"),
            ("x{a}y{a}", "x1y1"),
            ("{c}/{a}", "{c}/1"),
            ("{b}", "{a}"),
            ("{", "{"),
            ("{a", "{a"),
            ("{{a}}", "{1}"),
            ("}{a}", "}1"),
            ("é{a}日", "é1日"),
        ];
        for (template, expected) in rows {
            assert_eq!(expand(template, &names), expected, "{template}");
        }
    }

    #[test]
    fn stream_arns() {
        let names = StreamNames { region: "cn-beijing", uid: "1234", instance: "sc-1", namespace: "ns" };
        assert_eq!(names.instance_arn(), "acs:stream:cn-beijing:1234:vvpinstance/sc-1");
        assert_eq!(names.namespace_arn(), "acs:stream:cn-beijing:1234:vvpinstance/sc-1/vvpnamespace/ns");
        assert_eq!(names.resource(OperationResource::All).as_deref(), Some("*"));
        assert_eq!(names.resource(OperationResource::Unknown), None);
    }
}
