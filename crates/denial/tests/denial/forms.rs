//! Real forms of denials, and any text.

use proptest::prelude::*;
use ramplay_denial::{Denial, Explained, ProblemKind, Read, explain, read, sentence};
use ramplay_policy::{Attached, DocumentId, PolicyKind, PolicySet, Principal, PrincipalKind, Request};
use ramplay_text::Lang;

const LOGSTORE: &str = "acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access";

fn base() -> Request {
    Request::new(Principal::ram_user("1", "alice"), "", "")
}

/// Every value stands where its span says.
fn checked(text: &str) -> Read {
    let read = read(text);
    for denial in &read.denials {
        let Denial { action, resource, principal_type, owner_id, display_name, policy_type, .. } = denial;
        let written = [resource, principal_type, owner_id, display_name, policy_type].into_iter().flatten();
        let circumstances = denial.circumstances.iter().flat_map(|one| one.values.iter().chain([&one.key]));
        for one in written.chain([action]).chain(circumstances) {
            assert_eq!(one.span.of(text), one.text);
        }
    }
    for problem in &read.problems {
        assert!(
            text.is_char_boundary(problem.span.start as usize) && problem.span.end as usize <= text.len()
        );
        for lang in Lang::ALL {
            assert!(!sentence::problem(&problem.kind, lang).is_empty());
            assert!(!sentence::help(&problem.kind, lang).is_empty());
        }
    }
    read
}

fn only(text: &str) -> Denial {
    let read = checked(text);
    assert_eq!(read.denials.len(), 1, "{read:?}");
    read.denials.into_iter().next().unwrap()
}

#[test]
fn messages_of_simple_log_service() {
    for text in [
        format!("denied by sts or ram, action: log:ListShards, resource: {LOGSTORE}"),
        format!(
            "LogException: {{\n  ErrorCode: Unauthorized\n  ErrorMessage: denied by sts or ram, action: log:ListShards, resource: {LOGSTORE}\n  RequestId: [\"5AAB34CF\"]\n}}"
        ),
        format!(
            r#"msg="send error" error="{{\n \"errorMessage\": \"denied by sts or ram, action: log:ListShards, resource: {LOGSTORE}\",\n \"requestID\": \"5D4B\"\n}}""#
        ),
        format!(
            "LTAI5tExampleKey denied by sts or ram, action: log:ListShards, resource: {LOGSTORE}, itemscount: 243\n\tat com.example.A.b(A.java:180)"
        ),
        format!("没有权限：action: log:ListShards, resource: {LOGSTORE}。"),
    ] {
        let denial = only(&text);
        assert_eq!(denial.action.text, "log:ListShards");
        assert_eq!(denial.resource.as_ref().unwrap().text, LOGSTORE, "{text}");
        let request = denial.request(&base()).unwrap();
        assert_eq!(request.resource_account, "1000000000000001");
        assert_eq!(request.principal.arn, "acs:ram::1000000000000001:user/alice");
    }
}

#[test]
fn messages_of_ram_name_the_resource_first() {
    let text = "You are not authorized to do this action. Resource: acs:ram:*:1000000000000001:role/* Action: ram:CreateRole";
    let denial = only(text);
    assert_eq!(denial.action.text, "ram:CreateRole");
    assert_eq!(denial.resource.unwrap().text, "acs:ram:*:1000000000000001:role/*");
    let two = format!("{text}\n{}", text.replace("CreateRole", "DeleteRole"));
    let read = checked(&two);
    assert_eq!(read.denials.len(), 2);
    assert!(read.denials.iter().all(|denial| denial.resource.is_some()) && read.problems.is_empty());
    assert_eq!(checked(&format!("{text}\n{text}")).denials.len(), 1);
}

#[test]
fn access_denied_details_in_json_and_xml() {
    let json = r#"{"Code": "NoPermission", "AccessDeniedDetail": {"AuthAction": "ecs:DescribeInstances",
        "AuthPrincipalDisplayName": "288774244375210001", "AuthPrincipalOwnerId": "1000000000000001", "AuthPrincipalType": "SubUser",
        "EncodedDiagnosticMessage": "AQEAAAAAZBgxr0U1", "NoPermissionType": "ImplicitDeny", "PolicyType": "AccountLevelIdentityBasedPolicy"}}"#;
    let xml = "<Error><Code>AccessDenied</Code><AccessDeniedDetail><AuthAction>ecs:DescribeInstances</AuthAction>
        <AuthPrincipalDisplayName>288774244375210001</AuthPrincipalDisplayName><AuthPrincipalOwnerId>1000000000000001</AuthPrincipalOwnerId>
        <AuthPrincipalType>SubUser</AuthPrincipalType><PolicyType>AccountLevelIdentityBasedPolicy</PolicyType>
        <NoPermissionType>ImplicitDeny</NoPermissionType></AccessDeniedDetail></Error>";
    let escaped = json.replace('"', "\\\"");
    for text in [json, xml, &escaped] {
        let read = checked(text);
        assert_eq!(read.problems[0].kind, ProblemKind::NoResource);
        let denial = &read.denials[0];
        assert_eq!(denial.is_explicit.map(|(is, _)| is), Some(false));
        assert_eq!(denial.policy_type.as_ref().unwrap().text, "AccountLevelIdentityBasedPolicy");
        assert_eq!(denial.request(&base()), None, "the resource is not known");
        let with = Request::new(Principal::ram_user("1", "alice"), "", "*");
        let request = denial.request(&with).unwrap();
        assert_eq!(request.principal.uid.as_deref(), Some("288774244375210001"));
        assert_eq!(request.principal.account, "1000000000000001");
    }
}

#[test]
fn decoded_messages_have_conditions() {
    let text = r#"{"DecodedDiagnosticMessage": {"ExplicitDeny": true, "NoPermissionPolicyType": "ControlPolicy",
        "AuthAction": "oss:GetObject", "AuthResource": "acs:oss:*:1000000000000001:bucket/key",
        "AuthPrincipal": {"AuthPrincipalType": "AssumedRoleUser", "AuthPrincipalOwnerId": "1000000000000001",
          "AuthPrincipalDisplayName": "ops:alice"},
        "AuthConditions": [{"ConditionKey": "acs:SourceIp", "ConditionValues": ["203.0.113.7"]},
          {"ConditionValues": ["true", "x"], "ConditionKey": "acs:SecureTransport"}]}, "RequestId": "D2331703"}"#;
    let denial = only(text);
    let request = denial.request(&base()).unwrap();
    assert_eq!(request.context["acs:SourceIp"], ["203.0.113.7"]);
    assert_eq!(request.context["acs:SecureTransport"], ["true", "x"]);
    assert_eq!(request.principal.kind, PrincipalKind::RamRole);
    assert_eq!(denial.is_explicit.map(|(is, _)| is), Some(true));
}

#[test]
fn what_cannot_be_read_is_said_at_its_place() {
    let code = |text: &str| checked(text).problems[0].kind.code();
    assert_eq!(code(" \n"), "denial-empty");
    assert_eq!(code("action: none of this"), "denial-no-action");
    assert_eq!(code(r#""EncodedDiagnosticMessage": "AQEA""#), "denial-encoded");
    assert_eq!(code(&"x".repeat(ramplay_denial::MAX_BYTES + 1)), "denial-too-long");
    let text = r#""AuthAction": "a:B", "AuthResource": "*", "AuthPrincipalOwnerId": "1968132000****""#;
    let read = checked(text);
    assert_eq!(read.problems[0].span.of(text), "1968132000****");
    assert_eq!(read.denials[0].request(&base()).unwrap().principal.account, "1", "a masked id is none");
}

#[test]
fn policies_explain_or_do_not() {
    let policy = |effect: &str| {
        let text = format!(
            r#"{{"Version": "1", "Statement": [{{"Effect": "{effect}", "Action": "log:*", "Resource": "*"}}]}}"#
        );
        ramplay_policy::read(&text, PolicyKind::Identity).policy
    };
    let (allow, deny) = (policy("Allow"), policy("Deny"));
    let with = |policy| PolicySet {
        identity: vec![Attached { document: DocumentId(0), policy }],
        ..PolicySet::default()
    };
    let text = |kind: &str| {
        format!(
            r#""AuthAction": "log:A", "AuthResource": "*", "NoPermissionType": "{kind}", "PolicyType": "AccountLevelIdentityBasedPolicy""#
        )
    };
    let explained = |set: &PolicySet<'_>, kind: &str| {
        let denial = only(&text(kind));
        let found = explain(set, &denial, &denial.request(&base()).unwrap()).unwrap().0;
        for lang in Lang::ALL {
            assert!(!sentence::explained(&found, lang).is_empty());
        }
        found.code()
    };
    assert_eq!(explained(&with(&deny), "ExplicitDeny"), "explained");
    assert_eq!(explained(&with(&deny), "ImplicitDeny"), "other-reason");
    assert_eq!(explained(&PolicySet::default(), "ImplicitDeny"), "explained");
    assert_eq!(explained(&with(&allow), "ImplicitDeny"), "not-explained");
    assert_eq!(Explained::Depends.code(), "depends");
}

proptest! {
    /// Any text is read without a panic, and all that is read stands where it is said to stand.
    #[test]
    fn any_text(text in "\\PC{0,80}") {
        checked(&text);
    }

    /// Text made of what the reader looks for.
    #[test]
    fn nearly(parts in proptest::collection::vec(prop::sample::select(&[
        "action", "AuthAction", "resource", "\"", "\\\"", ":", ": ", " ", "log:A", "acs:log:*:1:x", "*", "[", "]", ",",
        "ConditionKey", "ConditionValues", "</", "<", ">", "é", "：", "=", "EncodedDiagnosticMessage", "PolicyType", "\n", "{", "}",
    ][..]), 0..40)) {
        checked(&parts.concat());
    }

    /// Action and resource survive any wrapping of quotes and surroundings.
    #[test]
    fn wrapped(before in "[ a-z{\\[\"\n]{0,20}", behind in "[,}\"\n ]{1,4}[a-z ]{0,20}") {
        let text = format!("{before} action: log:GetLogStore, resource: {LOGSTORE}{behind}");
        let read = checked(&text);
        let denial = read.denials.last().unwrap();
        prop_assert_eq!(&denial.action.text, "log:GetLogStore");
        prop_assert_eq!(&denial.resource.as_ref().unwrap().text, LOGSTORE);
    }
}
