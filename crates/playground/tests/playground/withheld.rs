//! Which verdicts are withheld, and which stay.

use ramplay_flink::{Console, LogonMethod};
use ramplay_playground::{
    Answer, Attach, Field, KeyValue, Mark, Obstacle, PolicyEntry, Reach, Reader, Scenario, Step, Verdict,
    Withheld, answer,
};

use crate::support::{
    OTHER, OWNER, allow, capabilities_marked, capability, control, deny, document, full_access, identity,
    may_assume, next, operation, operations_marked, owner_with, system, template, trust, with,
};

use LogonMethod::{
    AccountOther, AccountPurchaser, RamRoleOtherAccount, RamRoleSameAccount, RamUserCrossAccount,
    RamUserSameAccount, RdRamAdminAsRole, RdRamUser, RdRoot,
};

const BROKEN: &str = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Acton": "*", "Resource": "*"}]}"#;

fn logs() -> PolicyEntry {
    system(Attach::Identity, "AliyunLogFullAccess")
}

/// The methods whose Management Console, and those whose Development Console, is withheld.
fn withheld(answer: &Answer) -> [Vec<LogonMethod>; 2] {
    [0, 1].map(|console| {
        let rows = answer.matrix.iter().filter(|row| row.consoles[console].reach == Reach::Withheld);
        rows.map(|row| row.method).collect()
    })
}

const ROLES: [LogonMethod; 3] = [RamRoleSameAccount, RamRoleOtherAccount, RdRamAdminAsRole];

/// Attachment; the methods whose Management and whose Development Console is withheld; whether, for a RAM user,
/// the table of operations is, and that of the Logstore.
type Row<'a> = (Attach, &'a [LogonMethod], &'a [LogonMethod], bool, bool);

#[test]
fn a_broken_document_withholds_what_rests_on_it() {
    let persons: Vec<_> = LogonMethod::ALL
        .into_iter()
        .filter(|method| !method.is_root() && *method != RamUserCrossAccount)
        .collect();
    let members: Vec<_> =
        LogonMethod::ALL.into_iter().filter(|method| method.is_member() && *method != RdRoot).collect();
    let rows: [Row; 6] = [
        (Attach::Identity, &persons, &[], true, true),
        (Attach::Session, &ROLES, &[], false, false),
        (Attach::Caller, &ROLES, &ROLES, false, false),
        (Attach::Control("Root".into()), &members, &[], false, false),
        (Attach::Project, &[], &[], false, true),
        (Attach::Job, &[], &[], false, false),
    ];
    for (attach, management, development, operations, logstore) in rows {
        let scenario =
            owner_with(RamUserSameAccount, [document(attach.clone(), BROKEN), full_access(), logs()]);
        let found = answer(&scenario);
        assert_eq!(withheld(&found), [management, development], "{attach:?}");
        let count = if operations { 21 } else { 0 };
        assert_eq!(operations_marked(&found, Mark::Withheld).len(), count, "{attach:?}");
        let count = if logstore { 24 } else { 0 };
        assert_eq!(capabilities_marked(&found, Mark::Withheld).len(), count, "{attach:?}");
        assert_eq!(found.permission_count(), (50, 50), "{attach:?}");
    }
}

#[test]
fn a_broken_trust_policy_withholds_the_roles_that_it_guards() {
    let scenario = owner_with(RamUserSameAccount, [document(Attach::Trust, BROKEN), full_access(), logs()]);
    // The default role of a member has a trust policy of its own: the one pasted is not asked for there.
    let roles = [RamRoleSameAccount, RamRoleOtherAccount];
    assert_eq!(withheld(&answer(&scenario)), [roles, roles]);
}

#[test]
fn the_jobs_policies_withhold_the_logstore_alone() {
    let mut scenario = owner_with(RamUserSameAccount, [document(Attach::Job, BROKEN), full_access(), logs()]);
    scenario.reader = Reader::Job;
    let found = answer(&scenario);
    assert_eq!(withheld(&found), [vec![], vec![]]);
    assert_eq!(found.operation_count(), (22, 22));
    assert_eq!(capabilities_marked(&found, Mark::Withheld).len(), 24);
}

#[test]
fn the_answer_names_the_document() {
    let mut entry = identity(BROKEN);
    entry.name = " my policy ".into();
    let found = answer(&with(RamUserSameAccount, [full_access(), entry, system(Attach::Identity, "NoSuch")]));
    assert_eq!(found.documents[1].name.as_deref(), Some("my policy"));
    let expected = Withheld::Documents(vec![(1, Obstacle::Errors), (2, Obstacle::UnknownName)]);
    assert_eq!(*operation(&found, "describe-instances"), Verdict::Withheld(expected));
    assert_eq!(operation(&found, "describe-supported-regions"), &Verdict::NotChecked);
    let console = found.console(Console::Management);
    assert_eq!((console.reach, &console.next[..]), (Reach::Withheld, &[Step::Correct][..]));
}

#[test]
fn correcting_is_one_step_however_much_is_wrong() {
    let broken = |attach| document(attach, BROKEN);
    let scenario = owner_with(
        RamRoleSameAccount,
        [broken(Attach::Caller), broken(Attach::Trust), broken(Attach::Identity), broken(Attach::Session)],
    );
    for console in Console::ALL {
        assert_eq!(next(&scenario, console), [Step::Correct], "{}", console.id());
    }
}

#[test]
fn a_root_user_is_above_the_control_policies_of_its_member() {
    let found = answer(&owner_with(RdRoot, [control("Root", BROKEN)]));
    assert_eq!(found.console(Console::Management).reach, Reach::Open, "control policies do not bind it");
    assert_eq!(found.operation_count(), (22, 22));
}

#[test]
fn a_control_policy_does_not_bind_the_management_accounts_user() {
    // The caller is in the management account; the role in the member is bound.
    let scenario = owner_with(
        RdRamAdminAsRole,
        [control("Root", BROKEN), system(Attach::Caller, "AdministratorAccess")],
    );
    let found = answer(&scenario);
    assert_eq!(found.consoles.map(|console| console.reach), [Reach::Withheld, Reach::Open]);
}

#[test]
fn policies_of_another_resource_group_are_not_read() {
    let mut scenario =
        owner_with(RamUserSameAccount, [document(Attach::Group("rg-test".into()), BROKEN), full_access()]);
    for (group, reach) in [("rg-test", Reach::Withheld), ("rg-prod", Reach::Open), ("", Reach::Open)] {
        group.clone_into(&mut scenario.circumstances.resource_group);
        assert_eq!(answer(&scenario).console(Console::Management).reach, reach, "{group:?}");
    }
}

/// What a system policy with a body that the documentation does not print leaves open.
mod unknown_body {
    use super::*;

    fn unknown() -> PolicyEntry {
        system(Attach::Identity, "ReadOnlyAccess")
    }

    fn marks(scenario: &Scenario) -> [Mark; 2] {
        let found = answer(scenario);
        ["describe-instances", "delete-instance"].map(|id| operation(&found, id).mark())
    }

    #[test]
    fn what_the_others_say_stands() {
        use Mark::{Allow, ExplicitDeny, Withheld};
        let reads = || system(Attach::Identity, "AliyunStreamReadOnlyAccess");
        let no_delete = || identity(deny("stream:Delete*", "*"));
        assert_eq!(marks(&with(RamUserSameAccount, [unknown()])), [Withheld; 2]);
        assert_eq!(marks(&with(RamUserSameAccount, [unknown(), reads()])), [Allow, Withheld]);
        assert_eq!(marks(&with(RamUserSameAccount, [unknown(), no_delete()])), [Withheld, ExplicitDeny]);
        assert_eq!(
            marks(&with(RamUserSameAccount, [unknown(), full_access(), no_delete()])),
            [Allow, ExplicitDeny]
        );
    }

    #[test]
    fn an_allowed_verdict_names_it_as_not_known() {
        let found = answer(&with(RamUserSameAccount, [unknown(), logs()]));
        let Verdict::Ruled(ruling) = capability(&found, "logs.pull") else { panic!("a ruling") };
        assert_eq!(ruling.assumed_documents, [0]);
        let document = &found.documents[0];
        assert_eq!(document.obstacle(), Some(Obstacle::UnknownBody));
        assert_eq!(document.counts(), (0, 0), "the person made no mistake");
    }

    #[test]
    fn a_control_or_session_policy_that_does_not_allow_settles_it() {
        let narrow = allow("log:*", "*");
        let member = with(RdRamUser, [unknown(), control("Root", &*narrow)]);
        assert_eq!(marks(&member), [Mark::ImplicitDeny; 2], "whatever the identity's policy says");
        let role = with(RamRoleSameAccount, [unknown(), document(Attach::Session, narrow)]);
        assert_eq!(marks(&role), [Mark::ImplicitDeny; 2]);
    }

    #[test]
    fn another_accounts_resource_stays_closed() {
        let mut scenario = with(RamUserSameAccount, [unknown()]);
        scenario.logstore.account = OTHER.into();
        let found = answer(&scenario);
        assert_eq!(
            capability(&found, "logs.pull").mark(),
            Mark::ImplicitDeny,
            "no Allow of a user reaches there"
        );
        assert_eq!(marks(&with(RamUserCrossAccount, [unknown()])), [Mark::ImplicitDeny; 2]);
    }

    #[test]
    fn a_caller_that_might_assume_is_no_verdict() {
        let caller = || system(Attach::Caller, "AliyunResourceDirectoryFullAccess");
        let right = trust(&format!("acs:ram::{OWNER}:root"));
        let scenario = owner_with(RamRoleSameAccount, [caller(), right.clone(), full_access()]);
        assert_eq!(answer(&scenario).consoles.map(|console| console.reach), [Reach::Withheld; 2]);
        let known = owner_with(RamRoleSameAccount, [caller(), may_assume(), right, full_access()]);
        assert_eq!(answer(&known).consoles.map(|console| console.reach), [Reach::Open; 2]);
    }
}

/// Inputs that cannot be used.
mod fields {
    use super::*;

    fn with_field(field: Field, value: &str) -> Answer {
        let mut scenario = owner_with(RamUserSameAccount, [full_access(), logs()]);
        field.set(&mut scenario, value.to_owned());
        answer(&scenario)
    }

    #[test]
    fn an_account_with_letters_withholds_every_verdict_of_a_policy() {
        let found = with_field(Field::Account, "my-company");
        assert_eq!(operations_marked(&found, Mark::Withheld).len(), 21);
        assert_eq!(capabilities_marked(&found, Mark::Withheld).len(), 24);
        assert_eq!(found.console(Console::Management).reach, Reach::Withheld);
        let expected = Verdict::Withheld(Withheld::Fields(vec![Field::Account]));
        assert_eq!(*operation(&found, "create-instance"), expected);
        let [management, _] = withheld(&found);
        let possible: Vec<_> = LogonMethod::ALL
            .into_iter()
            .filter(|m| ![AccountOther, RamUserCrossAccount].contains(m))
            .collect();
        assert_eq!(management, possible, "every method needs the account that owns the workspace");
    }

    #[test]
    fn names_that_a_method_does_not_use_withhold_nothing_there() {
        let rows: [(Field, &[LogonMethod]); 4] = [
            (Field::OtherAccount, &[RamRoleOtherAccount]),
            (Field::ManagementAccount, &[RdRamAdminAsRole]),
            (Field::MemberRole, &[RdRamAdminAsRole]),
            (Field::Role, &[RamRoleSameAccount, RamRoleOtherAccount]),
        ];
        for (field, methods) in rows {
            let found = with_field(field, "?");
            assert_eq!(withheld(&found)[0], methods, "{}", field.id());
            assert_eq!(found.fields.len(), 1);
            assert_eq!(found.operation_count(), (22, 22), "{}", field.id());
        }
    }

    #[test]
    fn workspace_names_leave_the_logstore_alone_and_the_other_way_round() {
        for field in [Field::Region, Field::Instance] {
            let found = with_field(field, "*");
            assert_eq!(capabilities_marked(&found, Mark::Allow).len(), 24, "{}", field.id());
            assert_eq!(operation(&found, "delete-instance").mark(), Mark::Withheld, "{}", field.id());
            assert_eq!(found.console(Console::Management).reach, Reach::Withheld, "{}", field.id());
        }
        for field in [Field::ProjectRegion, Field::Project, Field::Logstore, Field::ProjectAccount] {
            let found = with_field(field, "*");
            assert_eq!(found.operation_count(), (22, 22), "{}", field.id());
            assert_eq!(capability(&found, "logs.pull").mark(), Mark::Withheld, "{}", field.id());
        }
    }

    #[test]
    fn a_namespace_is_needed_for_what_is_done_on_a_namespace() {
        let found = with_field(Field::Namespace, "");
        assert_eq!(found.console(Console::Management).reach, Reach::Open);
        assert_eq!(operation(&found, "describe-instances").mark(), Mark::Allow);
        assert_eq!(operation(&found, "create-namespace").mark(), Mark::Allow, "checked on *");
        assert_eq!(operation(&found, "modify-namespace-spec").mark(), Mark::Withheld);
    }

    #[test]
    fn a_consumer_group_is_needed_for_what_is_done_with_a_group() {
        let found = with_field(Field::ConsumerGroup, "");
        for id in ["logs.pull", "logs.write", "logs.query", "project.list", "group.list"] {
            assert_eq!(capability(&found, id).mark(), Mark::Allow, "{id}: names no group");
        }
        for id in ["group.flink", "group.start-from-checkpoint", "group.sdk", "group.delete"] {
            assert_eq!(capability(&found, id).mark(), Mark::Withheld, "{id}");
        }
    }

    #[test]
    fn the_buyer_needs_no_user() {
        let mut scenario = owner_with(AccountPurchaser, []);
        for field in [Field::User, Field::Role, Field::MemberRole, Field::AccessConfiguration, Field::JobUser]
        {
            field.set(&mut scenario, String::new());
        }
        assert_eq!(answer(&scenario).operation_count(), (22, 22));
    }

    #[test]
    fn further_keys_reach_the_conditions() {
        let tagged = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "Resource": "*",
            "Condition": {"StringEquals": {"acs:ResourceTag/team": ["data", "web"]}}}]}"#;
        let mut scenario = with(RamUserSameAccount, [identity(tagged)]);
        for (key, value, mark) in [
            ("acs:ResourceTag/team", "web", Mark::Allow),
            ("ACS:resourcetag/TEAM", " web ", Mark::Allow),
            ("acs:ResourceTag/team", "Web", Mark::ImplicitDeny),
            ("acs:ResourceTag/team", "", Mark::ImplicitDeny),
            ("", "web", Mark::ImplicitDeny),
        ] {
            scenario.circumstances.keys = vec![KeyValue { key: key.into(), value: value.into() }];
            assert_eq!(capability(&answer(&scenario), "logs.pull").mark(), mark, "{key}={value}");
        }
    }
}

#[test]
fn templates_filled_with_bad_names_stay_documents() {
    let mut scenario = with(RamUserSameAccount, [template("guide-sls-read")]);
    scenario.logstore.name = "a*b".into();
    let found = answer(&scenario);
    assert_eq!(found.documents[0].obstacle(), None);
    assert_eq!(capability(&found, "logs.pull"), &Verdict::Withheld(Withheld::Fields(vec![Field::Logstore])));
}
