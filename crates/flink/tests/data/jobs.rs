//! What a job needs: connectors and their steps, endpoints, credentials, variables.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ramplay_flink::{
    Circumstance, Connector, ConnectorForm, CredentialPlace, DecidedBy, JOB_PLACEHOLDERS, Meaning, NameMatch,
    NamespaceRole, Severity, Status, Step, TableRole, Test, VariableScope, catalogue, connectors, jobs,
    reference,
};

/// The names between braces.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

/// Every step, with its connector and a name for messages.
fn steps() -> impl Iterator<Item = (&'static Connector, &'static Step, String)> {
    connectors().connectors.iter().flat_map(|connector| {
        connector.steps.iter().map(move |step| (connector, step, format!("{} {}", connector.id, step.id)))
    })
}

fn assert_unique<T: Ord + std::fmt::Debug>(what: &str, items: impl IntoIterator<Item = T>) {
    let mut seen = BTreeSet::new();
    for item in items {
        let text = format!("{what}: {item:?} twice");
        assert!(seen.insert(item), "{text}");
    }
}

#[test]
fn every_connector_is_there() {
    use ConnectorForm::{Catalog, Ingestion, Table};
    let rows = [
        (
            Table,
            "sls aliyun-log filesystem ots datahub mq mq5 odps continuous-odps hologres kafka upsert-kafka",
        ),
        (Table, "paimon lindorm mysql datagen faker print blackhole"),
        (Catalog, "sls paimon"),
        (Ingestion, "sls kafka upsert-kafka mysql hologres paimon maxcompute starrocks print"),
    ];
    for (form, names) in rows {
        for name in names.split_whitespace() {
            let found = connectors().named(form, &name.to_uppercase());
            assert!(found.is_some_and(|row| row.form == form), "{form:?} {name}");
        }
    }
    let all = &connectors().connectors;
    assert_eq!((all.len(), steps().count()), (28, 77));
    let other_readings: usize = steps().map(|(_, step, _)| step.other_readings.len()).sum();
    let disagreements: usize = all.iter().map(|row| row.disagreements.len()).sum();
    assert_eq!((other_readings, disagreements), (20, 4));
}

#[test]
fn ids_and_names_are_unique() {
    let all = &connectors().connectors;
    assert_unique("connectors", all.iter().map(|row| &*row.id));
    assert_unique(
        "names",
        all.iter().flat_map(|row| row.names.iter().map(move |name| (row.form as u8, &**name))),
    );
    for row in all {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/connectors").join(&row.id);
        assert!(fs::exists(file.with_extension("json")).unwrap(), "{}: its file has another name", row.id);
        assert_unique(&row.id, row.steps.iter().map(|step| &*step.id));
        assert!(row.names.iter().all(|name| *name == name.to_lowercase()), "{}", row.id);
        assert_eq!(row.names.is_empty(), row.form == ConnectorForm::Library, "{}", row.id);
        let credentials =
            row.credentials.iter().flat_map(|option| [&option.name].into_iter().chain(&option.spellings));
        let options =
            row.options.iter().flat_map(|option| [&option.name].into_iter().chain(&option.spellings));
        let folded = credentials
            .chain(options)
            .map(|key| if row.keys.ignore_case { key.to_lowercase() } else { key.clone() });
        assert_unique(&row.id, folded);
    }
    let disagreements = all.iter().flat_map(|row| &row.disagreements);
    assert_unique("disagreements", disagreements.map(|row| &*row.id));
    assert_unique("patterns", jobs().secrets.patterns.iter().map(|row| &*row.id));
    assert_unique("facts", jobs().secrets.facts.iter().chain(&jobs().variables.facts).map(|row| &*row.id));
}

#[test]
fn sls_steps_check_what_the_action_list_says() {
    let known: BTreeMap<&str, _> = reference().sls_actions.iter().map(|row| (&*row.action, row)).collect();
    let mut checked = 0;
    for (_, step, name) in steps() {
        for action in step.actions.iter().filter(|action| action.starts_with("log:")) {
            let row = known.get(&**action).unwrap_or_else(|| panic!("{name}: unknown action {action}"));
            assert!(!step.resources.is_empty(), "{name}");
            for resource in &step.resources {
                assert!(row.resources.contains(resource), "{name}: {action} is not checked on {resource}");
                checked += 1;
            }
        }
        let others = step.other_readings.iter().flat_map(|reading| &reading.actions);
        for action in others.filter(|action| action.starts_with("log:")) {
            assert!(known.contains_key(&**action), "{name}: unknown action {action}");
        }
    }
    assert_eq!(checked, 34);
}

#[test]
fn actions_are_precise() {
    for (_, step, name) in steps() {
        for action in &step.actions {
            let (service, operation) = action.split_once(':').unwrap();
            let is_word = |text: &str| text.chars().all(|letter| letter.is_ascii_alphanumeric());
            assert!(is_word(service) && is_word(operation) && !operation.is_empty(), "{name}: {action}");
            for resource in step.resources.iter().filter(|resource| *resource != "*") {
                assert!(resource.starts_with(&format!("acs:{service}:")), "{name}: {action} on {resource}");
            }
            // Only actions without resources of their own are checked on everything.
            assert_eq!(step.resources.contains(&"*".to_owned()), service == "dlf", "{name}");
        }
        assert!(!step.actions.is_empty() || step.grants.is_some(), "{name}: nothing is needed");
        assert!(step.actions.is_empty() || step.grants.is_none(), "{name}: two things in one step");
    }
}

#[test]
fn placeholders_are_filled_by_options() {
    for (connector, step, name) in steps() {
        let filled: BTreeSet<&str> =
            connector.options.iter().filter_map(|row| row.fills.as_deref()).collect();
        let others = step.other_readings.iter().flat_map(|reading| &reading.resources);
        for found in step.resources.iter().chain(others).flat_map(|resource| placeholders(resource)) {
            assert!(JOB_PLACEHOLDERS.contains(&found), "{name}: {{{found}}}");
            let elsewhere = ["region", "uid"].contains(&found);
            let is_table = connector.form == ConnectorForm::Catalog && found == "logstore";
            assert!(elsewhere || is_table || filled.contains(found), "{name}: nothing fills {{{found}}}");
        }
    }
    for connector in &connectors().connectors {
        for option in &connector.options {
            let expected = match option.fills.as_deref() {
                Some("bucket") => Some(Meaning::Path),
                Some("region") => Some(Meaning::Endpoint),
                Some(fills) => {
                    assert!(JOB_PLACEHOLDERS.contains(&fills), "{}: {fills}", connector.id);
                    None
                }
                None => None,
            };
            assert!(expected.is_none_or(|means| means == option.means), "{} {}", connector.id, option.name);
        }
    }
}

#[test]
fn steps_depend_on_options_that_exist() {
    for (connector, step, name) in steps() {
        for condition in step.when.iter().flatten() {
            let known = connector.options.iter().any(|option| option.name == condition.option);
            assert!(known, "{name}: {} is no option", condition.option);
            let has_values = matches!(condition.test, Test::Is | Test::IsNot);
            assert_eq!(!condition.values.is_empty(), has_values, "{name}");
        }
        assert!(step.when.iter().all(|group| !group.is_empty()), "{name}");
        let is_possible = |role: &TableRole| connector.roles.contains(role);
        assert!(!step.roles.is_empty() && step.roles.iter().all(is_possible), "{name}");
        // What fills a resource and may be missing is asked for.
        for found in step.resources.iter().flat_map(|resource| placeholders(resource)) {
            let options = || connector.options.iter().filter(|option| option.fills.as_deref() == Some(found));
            let required = options().any(|option| {
                step.roles.iter().all(|role| option.required_for.contains(role))
                    || option.required_for.contains(&TableRole::Catalog)
            });
            let asked = options().any(|option| step.when.iter().flatten().any(|on| on.option == option.name));
            let is_path = options().any(|option| option.means == Meaning::Path);
            assert!(
                options().next().is_none() || required || asked || is_path,
                "{name}: {found} may be missing"
            );
        }
    }
}

#[test]
fn circumstances_have_words_and_are_used() {
    for circumstance in Circumstance::ALL {
        assert!(!connectors().circumstance(circumstance).en.is_empty());
        assert!(steps().any(|(_, step, _)| step.circumstance == Some(circumstance)), "{circumstance:?}");
    }
    assert_eq!(connectors().circumstances.len(), Circumstance::ALL.len());
}

#[test]
fn who_decides_fits_the_steps() {
    for connector in &connectors().connectors {
        let by = &connector.access.decided_by;
        assert!(!by.is_empty(), "{}", connector.id);
        let checks = connector.steps.iter().any(|step| !step.actions.is_empty());
        assert_eq!(by.contains(&DecidedBy::Ram), checks, "{}", connector.id);
        let nothing = connector.steps.is_empty() && connector.credentials.is_empty();
        assert_eq!(by.contains(&DecidedBy::Nothing), nothing, "{}", connector.id);
        for role in connector.roles.iter().filter(|role| **role != TableRole::Catalog) {
            assert!(nothing || connector.steps_of(*role).next().is_some(), "{} {role:?}", connector.id);
        }
        let deployment = connector.credentials.iter().any(|row| row.place == CredentialPlace::Deployment);
        assert_eq!(deployment, connector.id == "oss", "{}", connector.id);
        for row in connector.disagreements.iter().flat_map(|row| &row.readings) {
            assert!(!row.sources.is_empty(), "{}", connector.id);
        }
    }
}

#[test]
fn nothing_is_surer_than_its_sources() {
    // The built-in SLS connector is closed source.
    let sls = connectors().get("sls").unwrap();
    let status = |id: &str| sls.steps.iter().find(|step| step.id == id).map(|step| step.status);
    assert_eq!(status("group-exists"), Some(Status::Assumed));
    assert_eq!(status("processor"), Some(Status::Unknown));
    let catalog = connectors().get("sls-catalog").unwrap();
    assert!(catalog.steps.iter().all(|step| step.status == Status::Assumed));
    for (_, step, name) in steps() {
        let denied = &step.denied;
        assert_eq!(denied.severity == Severity::Unknown, denied.status == Status::Unknown, "{name}");
        if step.circumstance == Some(Circumstance::GroupMissing) {
            assert!(!step.other_readings.is_empty(), "{name}: the API page reads otherwise");
        }
    }
}

#[test]
fn the_least_privilege_of_a_source_with_a_group() {
    let sls = connectors().get("sls").unwrap();
    let needs = |with_group: bool| {
        let taken = sls.steps_of(TableRole::Source).filter(move |step| with_group || step.when.is_empty());
        taken
            .filter(|step| step.status != Status::Unknown)
            .flat_map(|step| &step.actions)
            .map(|action| &**action)
    };
    assert_eq!(needs(false).collect::<Vec<_>>(), ["log:ListShards", "log:GetCursorOrData"]);
    let with_group = "log:ListShards log:GetCursorOrData log:ListConsumerGroup log:CreateConsumerGroup \
        log:ConsumerGroupUpdateCheckPoint log:GetConsumerGroupCheckPoint";
    assert_eq!(needs(true).collect::<Vec<_>>().join(" "), with_group);
}

#[test]
fn endpoints_are_well_formed() {
    for rules in [&jobs().endpoints.sls, &jobs().endpoints.oss] {
        assert_unique("forms", rules.forms.iter().map(|form| (&*form.prefix, &*form.suffix)));
        assert_unique("hosts", rules.fixed.iter().map(|fixed| &*fixed.host));
        assert_unique("regions", rules.regions.iter().map(|region| &**region));
        assert!(rules.forms.iter().all(|form| form.suffix.ends_with(".aliyuncs.com")));
        assert!(rules.fixed.iter().all(|fixed| fixed.host.ends_with(".aliyuncs.com")));
    }
}

#[test]
fn names_of_credentials_are_hints() {
    let secrets = &jobs().secrets;
    for hint in &secrets.names {
        let is_plain = hint.name.chars().all(|letter| letter.is_ascii_lowercase());
        assert!(is_plain && !hint.name.is_empty(), "{}", hint.name);
    }
    assert!(secrets.names.iter().any(|hint| hint.is == NameMatch::End));
    for connector in &connectors().connectors {
        for option in connector.credentials.iter().filter(|option| option.place == CredentialPlace::With) {
            for key in [&option.name].into_iter().chain(&option.spellings) {
                // A user name is no secret, and `username` holds an AccessKey ID in Hologres only.
                assert!(secrets.named(key).is_some() || key == "username", "{}: {key}", connector.id);
            }
        }
    }
    for pattern in &secrets.patterns {
        assert!(pattern.max.is_none_or(|max| max >= pattern.min), "{}", pattern.id);
        let inside = |length: &usize| *length >= pattern.min && pattern.max.is_none_or(|max| *length <= max);
        assert!(pattern.usual.iter().all(inside), "{}", pattern.id);
        assert!(pattern.needs_context == pattern.prefix.is_empty(), "{}", pattern.id);
        assert!(pattern.readings.is_empty() || pattern.readings.len() >= 2, "{}", pattern.id);
    }
}

#[test]
fn variables_agree_with_the_permissions() {
    let rules = &jobs().variables;
    for creator in &rules.creators {
        let permission = catalogue().console_permission("create-variables").unwrap();
        if let Some(role) = creator.role {
            assert_eq!(creator.may, permission.held_by(role), "{role:?}");
        }
        assert!(creator.permission.as_deref().is_none_or(|id| catalogue().console_permission(id).is_some()));
        assert_eq!(creator.role.is_none(), creator.permission.is_some());
    }
    assert_eq!(rules.creators.iter().filter_map(|row| row.role).collect::<Vec<_>>(), NamespaceRole::ALL);
    assert_unique("places", rules.places.iter().map(|row| row.id as u8));
    let namespace = rules.references.iter().find(|row| row.scope == VariableScope::Namespace).unwrap();
    assert_eq!(format!("{}slsak{}", namespace.before, namespace.after), "${secret_values.slsak}");
    assert!(rules.references.iter().all(|row| row.before.starts_with(&jobs().secrets.reference_prefix)));
}
