//! Layers whose policies the person cannot see.

use ramplay_flink::LogonMethod::{self, *};
use ramplay_playground::{Answer, Attach, Hidden, Mark, PolicyEntry, Reach, answer};
use ramplay_policy::sentence;
use ramplay_text::Lang;

use crate::support::{allow, capability, deny, document, full_access, identity, owner_with};

fn logs() -> PolicyEntry {
    identity(allow("log:*", "*"))
}

fn with(method: LogonMethod, unknown: &[Hidden], policies: impl IntoIterator<Item = PolicyEntry>) -> Answer {
    let mut scenario = owner_with(method, policies);
    scenario.unknown = unknown.to_vec();
    answer(&scenario)
}

fn pull(answer: &Answer) -> Mark {
    capability(answer, "logs.pull").mark()
}

#[test]
fn an_unseen_control_policy_leaves_an_allow_open_and_a_denial_closed() {
    let open = with(RdRamUser, &[Hidden::Control], [full_access(), logs()]);
    assert_eq!(pull(&open), Mark::Depends);
    assert_eq!(open.consoles[0].reach, Reach::Provided);
    let closed = with(RdRamUser, &[Hidden::Control], [full_access()]);
    assert_eq!(pull(&closed), Mark::Denied, "explicitly if the control policy denies, else implicitly");
    assert_eq!(closed.consoles[0].reach, Reach::Provided);
    let nothing = with(RdRamUser, &[Hidden::Control], []);
    assert_eq!(nothing.consoles[0].reach, Reach::Closed);
    let denied = with(
        RdRamUser,
        &[Hidden::Control],
        [logs(), document(Attach::Control("Root".into()), deny("log:*", "*"))],
    );
    assert_eq!(pull(&denied), Mark::Denied, "a level below may leave it at an implicit deny");
    let highest = with(
        RdRamUser,
        &[Hidden::Control],
        [logs(), document(Attach::Control("member".into()), deny("log:*", "*"))],
    );
    assert_eq!(pull(&highest), Mark::ExplicitDeny, "the member's own level is read first");
}

#[test]
fn an_unseen_project_policy_can_open_what_nothing_else_allows() {
    let found = with(RamUserSameAccount, &[Hidden::Project], [full_access()]);
    assert_eq!(pull(&found), Mark::Depends);
    let ruled = capability(&found, "logs.pull");
    let ramplay_playground::Verdict::Ruled(ruling) = ruled else { panic!("{ruled:?}") };
    let said = sentence::outcome(&ruling.evaluation.checks[0], &ruling.request.checks[0], &[], Lang::En);
    assert!(
        said.starts_with(
            "allowed unless the resource-based policies that were not given deny or do not allow `log:"
        ),
        "{said}"
    );
    let denied =
        with(RamUserSameAccount, &[Hidden::Project], [document(Attach::Identity, deny("log:*", "*"))]);
    assert_eq!(pull(&denied), Mark::ExplicitDeny, "whatever the project policy says");
}

#[test]
fn layers_that_do_not_count_change_nothing() {
    let policies = || [full_access(), logs()];
    for method in [RamUserSameAccount, RamRoleSameAccount] {
        let idle = [Hidden::Control, Hidden::Job, Hidden::Caller, Hidden::Trust];
        assert_eq!(pull(&with(method, &idle, policies())), Mark::Allow, "{method:?}");
    }
    assert_eq!(pull(&with(RamUserSameAccount, &[Hidden::Session], policies())), Mark::Allow, "no session");
    assert_eq!(pull(&with(RamRoleSameAccount, &[Hidden::Session], policies())), Mark::Depends);
    assert_eq!(pull(&with(AccountPurchaser, &[Hidden::Identity, Hidden::Group], [])), Mark::Allow, "root");
}

#[test]
fn an_unseen_trust_policy_is_a_precondition_that_was_not_given() {
    let scenario = with(RamRoleSameAccount, &[Hidden::Trust, Hidden::Caller], [full_access()]);
    assert_eq!(scenario.consoles[0].reach, Reach::Provided);
}
