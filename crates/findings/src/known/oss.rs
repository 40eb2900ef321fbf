//! Object Storage Service: what its actions are checked on.
//! Source: "RAM policies" of OSS (<https://www.alibabacloud.com/help/en/oss/user-guide/how-oss-works-with-ram>).

/// What an action is checked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// All buckets of the account.
    Account,
    /// `acs:oss:*:*:<bucket>`
    Bucket,
    /// `acs:oss:*:*:<bucket>/<object>`
    Object,
}

const OBJECT: [&str; 18] = [
    "getobject",
    "putobject",
    "deleteobject",
    "getobjectacl",
    "putobjectacl",
    "getobjectversion",
    "deleteobjectversion",
    "getobjectversionacl",
    "putobjectversionacl",
    "getobjecttagging",
    "putobjecttagging",
    "deleteobjecttagging",
    "getobjectversiontagging",
    "putobjectversiontagging",
    "deleteobjectversiontagging",
    "restoreobject",
    "abortmultipartupload",
    "listparts",
];

/// `ListObjectVersions` and its like are left out: the policies that the OSS console makes list them on objects.
const BUCKET: [&str; 9] = [
    "listobjects",
    "putbucket",
    "deletebucket",
    "getbucketacl",
    "putbucketacl",
    "getbucketinfo",
    "getbucketlocation",
    "getbucketlifecycle",
    "putbucketlifecycle",
];

/// The kind of an action in lower case without wildcards, `oss:` in front; `None` where it is not known.
pub(crate) fn kind(folded: &str) -> Option<Kind> {
    let name = folded.strip_prefix("oss:")?;
    if name == "listbuckets" {
        Some(Kind::Account)
    } else if OBJECT.contains(&name) {
        Some(Kind::Object)
    } else if BUCKET.contains(&name) {
        Some(Kind::Bucket)
    } else {
        None
    }
}
