//! Pages that rules come from.

/// "Validate policies": the classes and names of RAM's own check. Its later part could not be read.
pub const VALIDATOR: &str = "https://help.aliyun.com/zh/ram/permission-policy-check";
/// "Permission policy elements".
pub const ELEMENTS: &str = "https://help.aliyun.com/en/ram/policy-elements";
/// "Policy structure and syntax".
pub const SYNTAX: &str = "https://www.alibabacloud.com/help/doc-detail/93739.htm";
/// "Conditional operators".
pub const OPERATORS: &str = "https://www.alibabacloud.com/help/en/ram/conditional-operator";
/// The condition keys that every service has, as of 2020.
pub const KEYS: &str = "https://www.alibabacloud.com/help/doc-detail/93738.htm";
/// "Edit the trust policy of a RAM role".
pub const TRUST: &str = "https://help.aliyun.com/en/ram/user-guide/edit-the-trust-policy-of-a-ram-role";
/// `AssumeRole`.
pub const ASSUME_ROLE: &str = "https://alibabacloud.com/help/en/ram/api-assumerole";
/// "Policy evaluation process".
pub const EVALUATION: &str = "https://help.aliyun.com/en/ram/policy-evaluation-process";
/// The overview of control policies.
pub const CONTROL: &str = "https://www.alibabacloud.com/help/en/resource-management/resource-directory/user-guide/control-policy-overview";
/// OSS and RAM policies.
pub const OSS: &str = "https://www.alibabacloud.com/help/en/oss/user-guide/how-oss-works-with-ram";
/// The elements of OSS policies.
pub const OSS_ELEMENTS: &str =
    "https://www.alibabacloud.com/help/en/oss/user-guide/authorization-syntax-and-elements";
/// Actions and resources of Simple Log Service.
pub const SLS: &str = "https://www.alibabacloud.com/help/doc-detail/89676.html";
/// Actions and resources of Realtime Compute for Apache Flink.
pub const FLINK: &str =
    "https://www.alibabacloud.com/help/en/flink/user-guide/grant-permissions-to-an-account";
/// System policies that pass a role.
pub const PASS_ROLE: &str = "https://alibabacloud.com/help/en/ram/developer-reference/aliyunfcfullaccess";
/// The limits of RAM.
pub const LIMITS: &str = "https://alibabacloud.com/help/en/resource-management/api-createpolicy";
