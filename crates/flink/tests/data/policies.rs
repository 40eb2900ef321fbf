//! Policies and what is checked against them: system policies, templates, SLS capabilities.

use std::collections::{BTreeMap, BTreeSet};

use ramplay_flink::arn::PLACEHOLDERS;
use ramplay_flink::{Attach, Body, OneOrMany, PolicyDocument, Status, StoreKind, catalogue, reference};

/// The names between braces.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

#[test]
fn named_system_policies_exist() {
    let known = catalogue();
    for row in &known.logon_methods.methods {
        for name in row.preconditions.iter().flat_map(|precondition| &precondition.any_of) {
            assert!(known.system_policy(name).is_some(), "{name}");
        }
        let asks = row.preconditions.iter().any(|precondition| !precondition.any_of.is_empty());
        assert_eq!(asks, row.id.assumes_role(), "{}", row.id.id());
    }
    for action in &reference().other_stream_actions {
        assert!(known.system_policy(&action.seen_in).is_some(), "{}", action.seen_in);
    }
}

#[test]
fn system_policies_have_a_body_exactly_if_it_can_be_evaluated() {
    let names = "AliyunStreamFullAccess AliyunStreamReadOnlyAccess AliyunSTSAssumeRoleAccess AliyunLogFullAccess \
        AliyunLogReadOnlyAccess AdministratorAccess PowerUserAccess ReadOnlyAccess AliyunRAMFullAccess \
        AliyunRAMReadOnlyAccess AliyunOSSFullAccess AliyunOSSReadOnlyAccess AliyunResourceDirectoryFullAccess \
        AliyunResourceDirectoryReadOnlyAccess AliyunVPCReadOnlyAccess AliyunFlussFullAccess \
        AliyunFlussReadOnlyAccess FullAliyunAccess";
    for name in names.split_whitespace() {
        assert_eq!(catalogue().system_policy(&name.to_lowercase()).unwrap().name, name);
    }
    let mut assumed = Vec::new();
    for policy in &catalogue().system_policies {
        let evaluable = matches!(policy.body, Body::Exact | Body::Assumed);
        assert_eq!(policy.document.is_some(), evaluable, "{}", policy.name);
        assert!(policy.body == Body::Exact || policy.note.is_some(), "{}: say why", policy.name);
        if policy.body == Body::Assumed {
            assumed.push(&*policy.name);
        }
    }
    assert_eq!(assumed, ["AliyunStreamFullAccess", "AdministratorAccess", "FullAliyunAccess"]);
}

#[test]
fn capabilities_check_known_actions() {
    let actions: BTreeMap<&str, _> = reference().sls_actions.iter().map(|row| (&*row.action, row)).collect();
    let list = &catalogue().sls_capabilities;
    let groups: BTreeSet<&str> = list.groups.iter().map(|row| &*row.id).collect();
    let used: BTreeSet<&str> = list.capabilities.iter().map(|row| &*row.group).collect();
    assert_eq!(groups, used);
    for row in &list.capabilities {
        for check in row.checks_for(StoreKind::Logstore) {
            let action = actions.get(&*check.action).unwrap_or_else(|| panic!("{}", check.action));
            assert!(action.resources.contains(&check.resource), "{}: {}", row.id, check.resource);
        }
        for check in row.checks_for(StoreKind::Metricstore) {
            let action = actions.get(&*check.action).unwrap_or_else(|| panic!("{}", check.action));
            let resource = check.resource.replace("metricstore/{logstore}", "metricstore/{metricstore}");
            assert!(action.resources.contains(&resource), "{}: {}", row.id, check.resource);
            assert!(
                action.status == Status::Stated || row.status_for(StoreKind::Metricstore) == Status::Derived,
                "{}: surer than its action {}",
                row.id,
                check.action
            );
        }
        assert!(row.metricstore.as_ref().is_none_or(|own| own.checks != row.checks), "{}", row.id);
    }
    let essential: Vec<&str> =
        list.capabilities.iter().filter(|row| row.essential).map(|row| &*row.id).collect();
    assert_eq!(
        essential,
        ["logs.pull", "group.flink", "group.flink-existing", "group.start-from-checkpoint", "logs.write"]
    );
}

fn documents() -> Vec<(&'static str, &'static PolicyDocument)> {
    let templates = catalogue().templates.iter().map(|row| (&*row.id, &row.document));
    let system = catalogue().system_policies.iter();
    let system = system.filter_map(|row| Some((&*row.name, row.document.as_ref()?)));
    let earlier = reference().earlier_service_role_policies.iter().map(|row| (&*row.name, &row.document));
    templates.chain(system).chain(earlier).collect()
}

#[test]
fn documents_are_whole_and_survive_a_round_trip() {
    for (name, document) in documents() {
        assert_eq!(document.version, "1", "{name}");
        assert!(!document.statement.is_empty(), "{name}");
        for statement in &document.statement {
            for list in [&statement.action, &statement.resource] {
                assert!(!list.as_slice().is_empty(), "{name}");
                assert!(list.as_slice().iter().all(|one| !one.is_empty()), "{name}");
            }
            let actions = statement.action.as_slice();
            assert!(actions.iter().all(|action| action == "*" || action.contains(':')), "{name}");
        }
        let again: PolicyDocument = serde_json::from_str(&document.to_text()).unwrap();
        assert_eq!(&again, document, "{name}");
    }
}

#[test]
fn placeholders_are_known_names() {
    for template in &catalogue().templates {
        let text = template.document.to_text();
        let found: Vec<&str> = placeholders(&text).filter(|name| !name.contains('\n')).collect();
        assert!(found.iter().all(|name| PLACEHOLDERS.contains(name)), "{}: {found:?}", template.id);
        assert!(!text.contains('<'), "{}", template.id);
        let resource = template.document.statement.iter().any(|statement| statement.principal.is_some());
        assert_eq!(resource, template.attach == Attach::Resource, "{}", template.id);
    }
    for capability in &catalogue().sls_capabilities.capabilities {
        for store in [StoreKind::Logstore, StoreKind::Metricstore] {
            for check in capability.checks_for(store) {
                let unknown = placeholders(&check.resource).find(|name| !PLACEHOLDERS.contains(name));
                assert_eq!(unknown, None, "{}", capability.id);
            }
        }
    }
}

#[test]
fn a_template_is_filled() {
    let template = catalogue().template("flink-source").unwrap();
    let filled = template.document.filled(&[("project", "web"), ("logstore", "access")]);
    let expected = OneOrMany::One("acs:log:*:*:project/web/logstore/access".to_owned());
    assert_eq!(filled.statement[0].resource, expected);
}
