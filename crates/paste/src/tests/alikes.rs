use super::*;
use crate::LookAlike;

#[test]
fn other_languages_are_told_by_name() {
    for (text, language, under) in [
        (
            r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}"#,
            LookAlike::Aws,
            "\"2012-10-17\"",
        ),
        (
            r#"{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b"}]}"#,
            LookAlike::Aws,
            "\"arn:aws:s3:::b\"",
        ),
        (
            r#"{"version": "2.0", "statement": [{"effect": "allow", "action": "cos:*", "resource": "*"}]}"#,
            LookAlike::TencentCam,
            "\"2.0\"",
        ),
        (
            r#"{"statement": [{"effect": "allow", "action": "cos:*", "resource": ["qcs::cos:::b/*"]}]}"#,
            LookAlike::TencentCam,
            "\"qcs::cos:::b/*\"",
        ),
        (
            r#"{"Version": "1.1", "Statement": [{"Effect": "Allow", "Action": ["obs:object:GetObject"]}]}"#,
            LookAlike::HuaweiIam,
            "\"1.1\"",
        ),
        (
            r#"{"Statement": [{"Effect": "Deny", "Action": "Update:Delete", "Principal": "*", "Resource": "LogicalResourceId/vpc"}]}"#,
            LookAlike::StackPolicy,
            "\"Update:Delete\"",
        ),
        (
            r#"{"Status": "Active", "Statements": [{"Type": "ClassicWhiteList", "IPList": ["10.0.0.0/8"]}]}"#,
            LookAlike::AccessKeyNetwork,
            "\"ClassicWhiteList\"",
        ),
        (
            "{ statement: [{ effect: 'Allow', action: 'fc:*', resource: '*' }] }",
            LookAlike::LowerCase,
            "statement",
        ),
        (
            "{\"statement\": []map[string]interface{}{{\"effect\": \"Allow\"}}}",
            LookAlike::GoMap,
            "map[string]interface{}",
        ),
        (
            "data \"alicloud_ram_policy_document\" \"d\" {\n  statement {\n    effect = \"Allow\"\n  }\n}",
            LookAlike::TerraformBlocks,
            "data \"alicloud_ram_policy_document\"",
        ),
        (
            "resource \"alicloud_ram_policy\" \"d\" {\n  statement {\n    effect = \"Allow\"\n  }\n}",
            LookAlike::TerraformBlocks,
            "statement",
        ),
        (
            r#"{"bindings": [{"role": "roles/viewer", "members": ["user:a@example.com"]}]}"#,
            LookAlike::GoogleIam,
            "\"bindings\"",
        ),
        (
            r#"{"Name": "r", "Actions": ["Microsoft.Storage/*/read"], "AssignableScopes": ["/"]}"#,
            LookAlike::AzureRole,
            "\"AssignableScopes\"",
        ),
        (
            "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nrules:\n- verbs: [get]\n",
            LookAlike::KubernetesRbac,
            "rbac.authorization.k8s.io",
        ),
        (
            "<LifecycleConfiguration><Rule/></LifecycleConfiguration>",
            LookAlike::OssLifecycle,
            "<LifecycleConfiguration",
        ),
        ("<CORSConfiguration><CORSRule/></CORSConfiguration>", LookAlike::OssCors, "<CORSConfiguration"),
    ] {
        let found = sound(text);
        assert!(found.documents.is_empty(), "{text}\n{found:#?}");
        let [alike] = found.look_alikes.as_slice() else { panic!("{text}\n{found:#?}") };
        assert_eq!((alike.what, alike.span.of(text)), (language, under), "{text}");
    }
}

#[test]
fn what_ram_can_read_is_offered_with_a_remark() {
    let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "odps:Select", "Resource": "acs:odps:*:projects/p/tables/*"}]}"#;
    let document = only(text);
    assert!(document.is_as_pasted());
    assert_eq!(document.look_alike.unwrap().what, LookAlike::MaxCompute);
    let text = text.replace(":projects", ":123:projects");
    assert_eq!(only(&text).look_alike, None);
}

#[test]
fn a_wrong_version_is_no_other_language() {
    let text = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "oss:*", "Resource": "acs:oss:*:*:b"}]}"#;
    assert!(only(text).is_as_pasted(), "the strict reader says what is wrong with it");
    let text = r#"{"Version": "2", "Statement": []}"#;
    assert!(only(text).is_as_pasted());
}
