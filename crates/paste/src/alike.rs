//! Documents that look like RAM policies and are written in another language.

use crate::mapped::At;
use crate::tree::{Node, Value};

/// Another language, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookAlike {
    /// An IAM policy of AWS.
    Aws,
    /// A CAM policy of Tencent Cloud.
    TencentCam,
    /// An IAM policy of Huawei Cloud.
    HuaweiIam,
    /// A policy of MaxCompute itself, as its projects and roles have them.
    MaxCompute,
    /// A stack policy of Resource Orchestration Service.
    StackPolicy,
    /// A network access policy of AccessKeys.
    AccessKeyNetwork,
    /// A statement with lower-case keys, as frameworks for infrastructure as code have it.
    LowerCase,
    /// Source code in Go with maps in the place of objects.
    GoMap,
    /// The data source `alicloud_ram_policy_document` or the deprecated `statement` argument of Terraform.
    TerraformBlocks,
    /// An allow policy of Google Cloud.
    GoogleIam,
    /// A role definition of Azure.
    AzureRole,
    /// A role of Kubernetes.
    KubernetesRbac,
    /// Lifecycle rules of an OSS bucket.
    OssLifecycle,
    /// CORS rules of an OSS bucket.
    OssCors,
}

impl LookAlike {
    /// Every language.
    pub const ALL: [LookAlike; 14] = [
        LookAlike::Aws,
        LookAlike::TencentCam,
        LookAlike::HuaweiIam,
        LookAlike::MaxCompute,
        LookAlike::StackPolicy,
        LookAlike::AccessKeyNetwork,
        LookAlike::LowerCase,
        LookAlike::GoMap,
        LookAlike::TerraformBlocks,
        LookAlike::GoogleIam,
        LookAlike::AzureRole,
        LookAlike::KubernetesRbac,
        LookAlike::OssLifecycle,
        LookAlike::OssCors,
    ];

    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            LookAlike::Aws => "aws-iam",
            LookAlike::TencentCam => "tencent-cam",
            LookAlike::HuaweiIam => "huawei-iam",
            LookAlike::MaxCompute => "maxcompute",
            LookAlike::StackPolicy => "ros-stack-policy",
            LookAlike::AccessKeyNetwork => "accesskey-network",
            LookAlike::LowerCase => "lower-case-keys",
            LookAlike::GoMap => "go-map",
            LookAlike::TerraformBlocks => "terraform-blocks",
            LookAlike::GoogleIam => "google-iam",
            LookAlike::AzureRole => "azure-role",
            LookAlike::KubernetesRbac => "kubernetes-rbac",
            LookAlike::OssLifecycle => "oss-lifecycle",
            LookAlike::OssCors => "oss-cors",
        }
    }
}

/// What a language is known by: a piece of text that no RAM policy has.
const MARKS: [(&str, LookAlike); 8] = [
    ("map[string]interface{}", LookAlike::GoMap),
    ("map[string]any{", LookAlike::GoMap),
    ("data \"alicloud_ram_policy_document\"", LookAlike::TerraformBlocks),
    ("data \"aws_iam_policy_document\"", LookAlike::Aws),
    ("rbac.authorization.k8s.io", LookAlike::KubernetesRbac),
    ("<LifecycleConfiguration", LookAlike::OssLifecycle),
    ("<CORSConfiguration", LookAlike::OssCors),
    ("<CORSRule", LookAlike::OssCors),
];

/// A language that can be told by the text alone, without reading it. Not for texts that are JSON.
pub(crate) fn of_text(text: &str) -> Option<(LookAlike, At)> {
    let mark = MARKS.iter().find_map(|(mark, language)| {
        let start = text.find(mark)?;
        Some((*language, At::new(start, start + mark.len())))
    });
    mark.or_else(|| {
        // `statement {` in a resource for a policy.
        let resource = text.find("resource \"alicloud_ram_policy\"")?;
        let statement = resource + text.get(resource..)?.find("statement {")?;
        let own_line = text.get(..statement)?.trim_end_matches([' ', '\t']).ends_with('\n');
        own_line.then_some((LookAlike::TerraformBlocks, At::new(statement, statement + "statement".len())))
    })
}

/// A key or a string of the document.
struct Entry<'a> {
    key: bool,
    text: &'a str,
    at: At,
}

/// Tells a language by an entry; the others are there for what one entry alone does not prove.
type Rule = fn(&[Entry<'_>]) -> Option<At>;

/// The languages, the surest signs first.
const RULES: [(LookAlike, Rule); 11] = [
    (LookAlike::AccessKeyNetwork, |all| {
        let list = find(all, |entry| entry.key && entry.text == "IPList" || entry.text == "ClassicWhiteList");
        list.or_else(|| key(all, "Status").and(key(all, "Statements")))
    }),
    (LookAlike::StackPolicy, |all| {
        let updates = ["Update:*", "Update:Modify", "Update:Replace", "Update:Delete"];
        let action = find(all, |entry| !entry.key && updates.contains(&entry.text));
        action.or_else(|| find(all, |entry| entry.text.starts_with("LogicalResourceId/")))
    }),
    (LookAlike::TencentCam, |all| {
        let resource = find(all, |entry| entry.text.starts_with("qcs:"));
        resource.or_else(|| text(all, "2.0").filter(|_| key(all, "statement").is_some()))
    }),
    (LookAlike::GoogleIam, |all| key(all, "bindings").filter(|_| key(all, "members").is_some())),
    (LookAlike::AzureRole, |all| {
        let scopes = find(all, |entry| entry.key && entry.text.eq_ignore_ascii_case("assignableScopes"));
        scopes.or_else(|| find(all, |entry| !entry.key && entry.text.starts_with("Microsoft.")))
    }),
    (LookAlike::KubernetesRbac, |all| {
        key(all, "apiVersion").filter(|_| key(all, "rules").is_some() && key(all, "verbs").is_some())
    }),
    (LookAlike::Aws, |all| {
        let alibaba = find(all, |entry| entry.text.contains("acs:") || entry.text.contains(".aliyuncs.com"));
        let version = || text(all, "2012-10-17").or_else(|| text(all, "2008-10-17"));
        let sign = |entry: &Entry<'_>| {
            entry.text.starts_with("arn:aws")
                || entry.text.contains(".amazonaws.com")
                || (entry.key && entry.text.starts_with("aws:"))
        };
        if alibaba.is_some() { None } else { version().or_else(|| find(all, sign)) }
    }),
    (LookAlike::HuaweiIam, |all| {
        let version = text(all, "1.1").or_else(|| text(all, "5.0"))?;
        // Actions have three parts: service, resource type, operation.
        let action = |entry: &Entry<'_>| {
            let mut parts = entry.text.split(':');
            !entry.key && parts.next().is_some_and(|first| first != "acs") && parts.count() == 2
        };
        find(all, action).map(|_| version)
    }),
    (LookAlike::OssLifecycle, |all| key(all, "LifecycleConfiguration")),
    (LookAlike::OssCors, |all| key(all, "CORSConfiguration").or_else(|| key(all, "CORSRule"))),
    (LookAlike::LowerCase, |all| {
        if key(all, "Effect").is_some() {
            return None;
        }
        key(all, "statement").or_else(|| key(all, "statements")).or_else(|| key(all, "effect")).filter(|_| {
            key(all, "effect").is_some() && (key(all, "action").or_else(|| key(all, "actions"))).is_some()
        })
    }),
];

/// The language of a document, and what it is known by.
pub(crate) fn of_node(node: &Node) -> Option<(LookAlike, At)> {
    let mut entries = Vec::new();
    collect(node, &mut entries);
    let told = RULES.iter().find_map(|(language, rule)| rule(&entries).map(|at| (*language, at)));
    told.or_else(|| {
        find(&entries, |entry| !entry.key && is_maxcompute(entry.text)).map(|at| (LookAlike::MaxCompute, at))
    })
}

/// MaxCompute's own resources lack the account: `acs:odps:*:projects/…`, where RAM has
/// `acs:odps:<region>:<account>:projects/…`.
fn is_maxcompute(resource: &str) -> bool {
    let mut parts = resource.splitn(4, ':');
    parts.next() == Some("acs")
        && parts.next() == Some("odps")
        && parts.next().is_some()
        && parts.next().is_some_and(|rest| rest.starts_with("projects/") || rest.starts_with("catalogs/"))
}

fn collect<'a>(node: &'a Node, entries: &mut Vec<Entry<'a>>) {
    match &node.value {
        Value::Text(text) => entries.push(Entry { key: false, text, at: node.at }),
        Value::List(items) => items.iter().for_each(|item| collect(item, entries)),
        Value::Object(members) => {
            for member in members {
                entries.push(Entry { key: true, text: &member.key, at: member.key_at });
                collect(&member.value, entries);
            }
        }
        Value::Scalar | Value::Expression => {}
    }
}

fn find(entries: &[Entry<'_>], is: impl Fn(&Entry<'_>) -> bool) -> Option<At> {
    entries.iter().find(|entry| is(entry)).map(|entry| entry.at)
}

fn key(entries: &[Entry<'_>], name: &str) -> Option<At> {
    find(entries, |entry| entry.key && entry.text == name)
}

fn text(entries: &[Entry<'_>], text: &str) -> Option<At> {
    find(entries, |entry| !entry.key && entry.text == text)
}
