//! The data files: complete, consistent, sourced, and in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ramplay_flink::arn::PLACEHOLDERS;
use ramplay_flink::{
    AccessLevel, Body, Console, Family, GrantId, GrantKind, Identity, LogonMethod, NamespaceRole, OneOrMany,
    OperationCheck, Pick, PolicyDocument, Status, StoreKind, catalogue, reference,
};
use serde_json::Value;

/// Every data file, by name.
fn files() -> BTreeMap<String, Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap())
        })
        .collect()
}

/// Calls `visit` with every object below `value`.
fn objects<'a>(value: &'a Value, visit: &mut dyn FnMut(&'a serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            visit(object);
            object.values().for_each(|inner| objects(inner, visit));
        }
        Value::Array(items) => items.iter().for_each(|inner| objects(inner, visit)),
        _ => {}
    }
}

fn assert_unique<'a>(what: &str, ids: impl Iterator<Item = &'a str>) -> usize {
    let mut seen = BTreeSet::new();
    for id in ids {
        assert!(seen.insert(id), "{what}: `{id}` twice");
    }
    seen.len()
}

/// The names between braces.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

#[test]
fn counts() {
    let known = catalogue();
    assert_eq!(known.logon_methods.methods.len(), 11);
    assert_eq!(known.operations.len(), 22);
    assert_eq!(known.console_permissions.functions.len(), 9);
    assert_eq!(known.console_permissions.permissions.len(), 50);
    assert_eq!(known.sls_capabilities.capabilities.len(), 24);
    let more = reference();
    assert_eq!(more.sls_actions.len(), 111);
    assert_eq!(more.development_api_actions.actions.len(), 74);
    assert_eq!(more.other_stream_actions.len(), 5);
    assert_eq!(
        more.earlier_role_tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(),
        [10, 11, 12]
    );
    assert_eq!(more.rules.rules.len(), 50);
    assert_eq!(more.rules.contradictions.len(), 26);
    assert_eq!(more.rules.unknowns.len(), 18);
}

#[test]
fn ids_are_unique() {
    let known = catalogue();
    assert_unique("operations", known.operations.iter().map(|row| &*row.id));
    assert_unique("system policies", known.system_policies.iter().map(|row| &*row.name));
    assert_unique("permissions", known.console_permissions.permissions.iter().map(|row| &*row.id));
    assert_unique("capabilities", known.sls_capabilities.capabilities.iter().map(|row| &*row.id));
    assert_unique("templates", known.templates.iter().map(|row| &*row.id));
    let more = reference();
    assert_unique("SLS actions", more.sls_actions.iter().map(|row| &*row.action));
    assert_unique("API actions", more.development_api_actions.actions.iter().map(|row| &*row.action));
    assert_unique("rules", more.rules.rules.iter().map(|row| &*row.id));
    assert_unique("contradictions", more.rules.contradictions.iter().map(|row| &*row.id));
    assert_unique("unknowns", more.rules.unknowns.iter().map(|row| &*row.id));
}

#[test]
fn sources_are_known_and_used() {
    let mut used = BTreeSet::new();
    for (name, file) in &files() {
        objects(file, &mut |object| {
            let Some(keys) = object.get("sources") else { return };
            let keys = keys.as_array().unwrap();
            assert!(!keys.is_empty(), "{name}: a row without a source: {object:?}");
            for key in keys {
                let key = key.as_str().unwrap().to_owned();
                assert!(catalogue().source(&key).is_some(), "{name}: unknown source `{key}`");
                used.insert(key);
            }
        });
    }
    let listed: BTreeSet<String> = catalogue().sources.keys().cloned().collect();
    assert_eq!(listed, used);
}

#[test]
fn source_dates_and_addresses() {
    for (key, source) in &catalogue().sources {
        assert!(!source.title.is_empty(), "{key}");
        if let Some(url) = &source.url {
            assert!(url.starts_with("https://") || url.starts_with("http://"), "{key}: {url}");
            assert!(!url.contains(char::is_whitespace), "{key}: {url}");
        }
        if let Some(date) = &source.date {
            let parts: Vec<usize> = date.split('-').map(str::len).collect();
            assert!([&[4][..], &[4, 2], &[4, 2, 2]].contains(&&*parts), "{key}: {date}");
        }
    }
}

/// A row that has sources and no status must be one of these two.
#[test]
fn rows_have_a_status() {
    for (name, file) in &files() {
        objects(file, &mut |object| {
            if object.contains_key("sources") {
                let has = ["status", "body", "taken"].iter().any(|field| object.contains_key(*field));
                assert!(has, "{name}: a row without a status: {object:?}");
            }
        });
    }
}

#[test]
fn texts_are_in_both_languages() {
    for (name, file) in &files() {
        objects(file, &mut |object| {
            let (Some(en), Some(zh)) = (object.get("en"), object.get("zh")) else {
                assert!(!object.contains_key("en") && !object.contains_key("zh"), "{name}: {object:?}");
                return;
            };
            for text in [en, zh] {
                let text = text.as_str().unwrap();
                assert!(!text.is_empty() && text.trim() == text, "{name}: `{text}`");
            }
            let is_cjk = |found: char| {
                ('\u{2e80}'..='\u{9fff}').contains(&found) || ('\u{ff00}'..='\u{ffef}').contains(&found)
            };
            assert!(!en.as_str().unwrap().contains(is_cjk), "{name}: {en}");
        });
    }
}

#[test]
fn every_enum_value_has_its_row() {
    let known = catalogue();
    for (method, row) in LogonMethod::ALL.into_iter().zip(&known.logon_methods.methods) {
        assert_eq!(row.id, method);
        assert_eq!(row.family, method.family());
        assert_eq!(known.logon_method(method), row);
        assert_eq!(LogonMethod::from_id(method.id()), Some(method));
        assert_eq!(serde_json::to_value(method).unwrap(), Value::from(method.id()));
    }
    assert_eq!(LogonMethod::from_id("root"), None);
    let families: Vec<Family> = known.logon_methods.families.iter().map(|row| row.id).collect();
    assert_eq!(families, Family::ALL);
    for family in Family::ALL {
        assert_eq!(known.family(family).id, family);
    }
    for grant in [GrantId::RamPolicy, GrantId::AccessConfiguration, GrantId::MemberRole] {
        assert_eq!(known.grant(grant).id, grant);
    }
    for pick in [Pick::SelectRamAccount, Pick::EnterAccountId, Pick::EnterUid, Pick::EnterRoleId] {
        assert_eq!(known.pick(pick).id, pick);
    }
    let roles: Vec<NamespaceRole> = known.console_roles.roles.iter().map(|row| row.id).collect();
    assert_eq!(roles, NamespaceRole::ALL);
    for role in NamespaceRole::ALL {
        assert_eq!(NamespaceRole::from_id(role.id()), Some(role));
    }
    for console in Console::ALL {
        assert_eq!(serde_json::to_value(console).unwrap(), Value::from(console.id()));
    }
    for status in [Status::Stated, Status::Derived, Status::Assumed, Status::Unknown] {
        assert_eq!(serde_json::to_value(status).unwrap(), Value::from(status.code()));
    }
}

#[test]
fn logon_cells_are_consistent() {
    let mut cells = 0;
    let mut derived = 0;
    for method in LogonMethod::ALL {
        for console in Console::ALL {
            let cell = catalogue().logon_method(method).cell(console);
            let place = format!("{} {}", method.id(), console.id());
            cells += 1;
            derived += usize::from(cell.status == Status::Derived);
            assert_eq!(cell.authorization_needed.is_some(), cell.possible, "{place}");
            let needed = cell.authorization_needed == Some(true);
            assert_eq!(cell.principal.is_some(), needed, "{place}");
            assert_eq!(cell.grant.is_some(), needed, "{place}");
            assert_eq!(!cell.how_to_pick.is_empty(), needed && console == Console::Development, "{place}");
            let kind = match console {
                Console::Management => GrantKind::RamPolicy,
                Console::Development => GrantKind::MemberRole,
            };
            assert!(cell.grant.is_none_or(|grant| grant.kind() == kind), "{place}");
            assert!(matches!(cell.status, Status::Stated | Status::Derived), "{place}");
            let impossible = console == Console::Management && !method.in_owning_account();
            assert_eq!(cell.possible, !impossible, "{place}");
            if needed && method.acts_as() != Identity::RamRole {
                assert!(!cell.how_to_pick.contains(&Pick::EnterRoleId), "{place}");
            }
        }
    }
    assert_eq!((cells, derived), (22, 10));
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
fn operations_say_what_they_need() {
    let mut unnamed = Vec::new();
    let mut nothing = Vec::new();
    for operation in &catalogue().operations {
        match operation.check() {
            OperationCheck::Action(action) => assert!(action.starts_with("stream:"), "{action}"),
            OperationCheck::Unnamed { covered_by, by_analogy } => {
                let prefix = covered_by.strip_suffix('*').unwrap();
                assert!(by_analogy.starts_with(prefix), "{by_analogy}");
                unnamed.push(&*operation.id);
            }
            OperationCheck::Nothing => {
                assert_eq!(operation.access_level, AccessLevel::None);
                nothing.push(&*operation.id);
            }
        }
    }
    assert_eq!(unnamed, ["query-modify-instance-price", "query-convert-instance-price"]);
    assert_eq!(nothing, ["describe-supported-regions"]);
}

#[test]
fn system_roles_are_nested() {
    let list = &catalogue().console_permissions;
    let functions: BTreeSet<&str> = list.functions.iter().map(|row| &*row.id).collect();
    let used: BTreeSet<&str> = list.permissions.iter().map(|row| &*row.function).collect();
    assert_eq!(functions, used);
    for row in &list.permissions {
        assert!(row.owner, "{}: owners hold everything", row.id);
        assert!(!row.viewer || row.editor, "{}: viewer is within editor", row.id);
        assert_eq!(row.doubtful, row.note.is_some(), "{}", row.id);
    }
    let held = |role| list.permissions.iter().filter(|row| row.held_by(role)).count();
    assert_eq!(NamespaceRole::ALL.map(held), [50, 44, 12]);
    let doubtful: Vec<&str> =
        list.permissions.iter().filter(|row| row.doubtful).map(|row| &*row.id).collect();
    assert_eq!(doubtful, ["create-members", "detach-git-repository"]);
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

#[test]
fn development_actions_know_their_group_and_the_read_only_policy() {
    let list = &reference().development_api_actions;
    let groups: BTreeSet<&str> = list.groups.iter().map(|row| &*row.id).collect();
    let used: BTreeSet<&str> = list.actions.iter().map(|row| &*row.group).collect();
    assert_eq!(groups, used);
    let policy = catalogue().system_policy("AliyunStreamReadOnlyAccess").unwrap();
    let patterns = policy.document.as_ref().unwrap().statement[0].action.as_slice();
    let matches = |action: &str| {
        patterns.iter().any(|pattern| match pattern.strip_suffix('*') {
            Some(prefix) => action.starts_with(prefix),
            None => action == pattern,
        })
    };
    for row in &list.actions {
        assert_eq!(row.read_only_policy, matches(&row.action), "{}", row.action);
    }
    assert_eq!(list.actions.iter().filter(|row| row.read_only_policy).count(), 32);
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
        assert_eq!(resource, template.attach == ramplay_flink::Attach::Resource, "{}", template.id);
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

#[test]
fn contradictions_have_two_sides() {
    for row in &reference().rules.contradictions {
        assert!(row.readings.len() >= 2, "{}", row.id);
    }
}
