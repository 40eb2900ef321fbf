//! The rules, one file for each: its row, its check, and cases in which it fires and in which it is silent.
//!
//! To add one, write its file beside this one and put its name in the list below.

use crate::check::Check;
use crate::row::Row;

/// A rule.
pub(crate) struct Rule {
    pub(crate) row: &'static Row,
    pub(crate) check: Check,
    /// Documents in which it fires, with the places marked.
    #[cfg(any(test, feature = "cases"))]
    pub(crate) fires: &'static [crate::Case],
    /// Documents in which it is silent.
    #[cfg(any(test, feature = "cases"))]
    pub(crate) silent: &'static [crate::Case],
}

/// What rules need.
mod prelude {
    pub(super) use ramplay_flink::Status::{Assumed, Derived, Stated};
    pub(super) use ramplay_policy::PolicyKind;

    pub(super) use super::Rule;
    #[cfg(any(test, feature = "cases"))]
    pub(super) use crate::case::{identity, of, owned, resource, trust};
    pub(super) use crate::check::{Check, Context, Sink};
    pub(super) use crate::row::Class::{Error, GeneralWarning, SecurityWarning, Suggestion};
    pub(super) use crate::row::{Row, words};
    pub(super) use crate::source;
    pub(super) use crate::view::{Clause, Entry, Principal, PrincipalKind, Statement, quoted};
}

/// Declares the files and lists their rules.
macro_rules! rules {
    ($($name:ident,)*) => {
        $(mod $name;)*

        /// Every rule.
        pub(crate) static RULES: &[Rule] = &[$($name::RULE),*];
    };
}

rules! {
    access_key,
    action_acs_prefix,
    action_blank,
    action_case,
    action_covered,
    action_duplicate,
    action_format,
    action_misspelt,
    action_needs_star,
    action_on_other_resource,
    action_pattern_empty,
    action_separator,
    action_service,
    action_service_wildcard,
    action_unknown,
    address_covered,
    allow_denied,
    allow_everything,
    allow_not_action,
    allow_not_resource,
    arn_account,
    arn_account_length,
    arn_empty_field,
    arn_missing_field,
    arn_of_aws,
    arn_other_account,
    arn_prefix,
    arn_region_oss,
    arn_region_ram,
    arn_region_shape,
    arn_service,
    arn_short,
    assume_any_role,
    bool_on_other_key,
    bool_several,
    condition_key_blank,
    condition_key_case,
    condition_key_format,
    condition_key_misspelt,
    condition_key_of_aws,
    condition_key_other_service,
    condition_key_unknown,
    contradiction,
    control_allow_list,
    date_equals,
    date_window_empty,
    date_without_zone,
    deny_everything,
    deny_not_action,
    double_star,
    empty_condition,
    equals_wildcard,
    federated_kind,
    for_all_absent_key,
    like_anything,
    like_without_wildcard,
    list_on_one,
    mfa_deny,
    mfa_lockout,
    near_length_limit,
    negated_absent_key,
    numeric_window_empty,
    oidc_subject_anyone,
    oidc_without_audience,
    oidc_without_subject,
    operator_type,
    oss_bucket_on_object,
    oss_list_buckets,
    oss_object_on_bucket,
    pass_role_anywhere,
    placeholder,
    plain_http_allowed,
    policy_variable,
    principal_kind,
    principal_nobody,
    privilege_escalation,
    question_mark,
    resource_blank,
    resource_covered,
    resource_duplicate,
    resource_policy_arn,
    resource_policy_everybody,
    resource_policy_lockout,
    resource_unreached,
    role_name_case,
    saml_recipient,
    saml_without_recipient,
    service_linked_role_anywhere,
    service_mismatch,
    session_without_allow,
    set_prefix_on_one_value,
    sls_missing_name,
    sls_resource_case,
    sls_resource_type,
    source_ip_any,
    source_ip_private,
    source_ip_without_vpc,
    source_ip_zero,
    statement_covered,
    statement_duplicate,
    stream_resource_type,
    string_on_range,
    string_on_typed_key,
    trust_action,
    trust_action_wide,
    trust_anyone,
    trust_deny,
    trust_other_account,
    trust_service_name,
    trust_service_wildcard,
    trust_whole_account,
    value_blank,
    value_duplicate,
    whole_service,
    write_anywhere,
}
