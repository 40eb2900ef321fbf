//! The operations of the Management Console.

use ramplay_flink::{Console, LogonMethod};
use ramplay_playground::{Mark, Reach, Scenario, Step, Verdict, Withheld, answer};

use crate::support::{
    OWNER, deny, full_access, identity, missing, next, operation, operations_marked, policy, read_only,
    statement, with,
};

const USER: LogonMethod = LogonMethod::RamUserSameAccount;
const INSTANCE: &str = "acs:stream:*:*:vvpinstance/sc_flinkserverless_public_cn-example";

/// Each operation with what it is checked on: `i`nstance, `n`amespace, `a`ll, `u`nknown, nothing (`-`), and
/// whether AliyunStreamReadOnlyAccess has it.
const OPERATIONS: [(&str, char, bool); 22] = [
    ("create-instance", 'a', false),
    ("describe-instances", 'i', true),
    ("renew-instance", 'i', false),
    ("modify-instance-spec", 'i', false),
    ("modify-prepay-instance-spec", 'i', false),
    ("delete-instance", 'i', false),
    ("convert-instance", 'i', false),
    ("convert-hybrid-instance", 'i', false),
    ("query-create-instance-price", 'a', true),
    ("query-renew-instance-price", 'i', true),
    ("query-convert-prepay-instance-price", 'i', true),
    ("query-modify-instance-price", 'u', true),
    ("query-convert-instance-price", 'u', true),
    ("describe-supported-regions", '-', false),
    ("create-namespace", 'a', false),
    ("describe-namespaces", 'a', true),
    ("modify-namespace-spec", 'n', false),
    ("modify-prepay-namespace-spec", 'a', false),
    ("delete-namespace", 'u', false),
    ("list-tag-resources", 'a', true),
    ("tag-resources", 'u', false),
    ("untag-resources", 'u', false),
];

/// Asserts the mark of every operation.
fn check(scenario: &Scenario, expected: impl Fn(&str, char, bool) -> Mark) {
    let answer = answer(scenario);
    assert_eq!(answer.operations.len(), OPERATIONS.len());
    for (row, (id, on, read)) in answer.operations.iter().zip(OPERATIONS) {
        assert_eq!(row.operation.id, id);
        let mark = if on == '-' { Mark::NotChecked } else { expected(id, on, read) };
        assert_eq!(row.verdict.mark(), mark, "{id}");
    }
}

#[test]
fn nothing_full_and_read_only_access() {
    check(&with(USER, []), |_, _, _| Mark::ImplicitDeny);
    check(&with(USER, [full_access()]), |_, _, _| Mark::Allow);
    check(&with(USER, [read_only()]), |_, _, read| if read { Mark::Allow } else { Mark::ImplicitDeny });
    assert_eq!(answer(&with(USER, [read_only()])).operation_count(), (9, 22));
    let denied = identity(deny("stream:*", "*"));
    check(&with(USER, [full_access(), denied]), |_, _, _| Mark::ExplicitDeny);
}

#[test]
fn a_policy_for_one_workspace_cannot_do_what_is_checked_on_all() {
    let one = || identity(policy(&[statement("Allow", "stream:*", INSTANCE)]));
    check(&with(USER, [one()]), |_, on, _| match on {
        'i' => Mark::Allow,
        'u' => Mark::Withheld,
        _ => Mark::ImplicitDeny,
    });
    let below = || identity(policy(&[statement("Allow", "stream:*", &format!("{INSTANCE}/*"))]));
    check(&with(USER, [one(), below()]), |_, on, _| match on {
        'i' | 'n' => Mark::Allow,
        'u' => Mark::Withheld,
        _ => Mark::ImplicitDeny,
    });
    let other = identity(policy(&[statement("Allow", "stream:*", "acs:stream:*:*:vvpinstance/other")]));
    check(&with(USER, [other]), |_, _, _| Mark::ImplicitDeny);
    let denied = identity(policy(&[statement("Deny", "stream:*", INSTANCE)]));
    check(&with(USER, [full_access(), denied]), |_, on, _| match on {
        'i' => Mark::ExplicitDeny,
        'u' => Mark::Withheld,
        _ => Mark::Allow,
    });
}

#[test]
fn where_the_resource_is_not_documented_all_forms_must_agree() {
    let delete = |resources: &[&str]| {
        let statements: Vec<_> =
            resources.iter().map(|on| statement("Allow", "stream:DeleteVvpNamespace", on)).collect();
        let answer = answer(&with(USER, [identity(policy(&statements))]));
        operation(&answer, "delete-namespace").clone()
    };
    let namespace = format!("{INSTANCE}/vvpnamespace/my-namespace");
    assert_eq!(delete(&["*"]).mark(), Mark::Allow);
    assert_eq!(delete(&["acs:oss:*:*:*"]).mark(), Mark::ImplicitDeny);
    for some in [&[INSTANCE][..], &[&namespace], &[INSTANCE, &namespace], &["acs:stream:*"]] {
        assert_eq!(delete(some), Verdict::Withheld(Withheld::UnknownResource), "{some:?}");
    }
}

#[test]
fn checks_carry_the_scenarios_names() {
    let mut scenario = with(USER, []);
    scenario.workspace.region = "cn-beijing".to_owned();
    scenario.workspace.instance = "工作空间-1".to_owned();
    scenario.workspace.namespace = "ns😀".to_owned();
    let answer = answer(&scenario);
    let instance = format!("acs:stream:cn-beijing:{OWNER}:vvpinstance/工作空间-1");
    let rows = [
        ("describe-instances", format!("stream:DescribeVvpInstances on {instance}")),
        ("modify-namespace-spec", format!("stream:ModifyVvpNamespaceSpec on {instance}/vvpnamespace/ns😀")),
        ("create-namespace", "stream:CreateVvpNamespace on *".to_owned()),
        ("query-modify-instance-price", format!("stream:QueryModifyVvpInstancePrice on {instance}")),
    ];
    for (id, expected) in rows {
        assert_eq!(missing(operation(&answer, id)), [expected]);
    }
}

#[test]
fn opening_takes_both_lists() {
    let one = with(USER, [identity(policy(&[statement("Allow", "stream:Describe*", INSTANCE)]))]);
    let found = answer(&one);
    let management = found.console(Console::Management);
    assert_eq!(management.reach, Reach::Closed);
    assert_eq!(missing(management.opening.as_ref().unwrap()), ["stream:DescribeVvpNamespaces on *"]);
    assert_eq!(next(&one, Console::Management), [Step::GrantPolicy]);

    let names = format!("acs:stream:cn-hangzhou:{OWNER}:vvpinstance/sc_flinkserverless_public_cn-example");
    let both = policy(&[
        statement("Allow", "stream:DescribeVvpInstances", &names),
        statement("Allow", "STREAM:describevvpnamespaces", "*"),
    ]);
    let answer = answer(&with(USER, [identity(both)]));
    assert_eq!(answer.console(Console::Management).reach, Reach::Open);
    let allowed = ["describe-instances", "describe-namespaces"];
    assert_eq!(operations_marked(&answer, Mark::Allow), allowed);
}
