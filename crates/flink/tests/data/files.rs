//! What holds for every file: sources, status, languages, ids and counts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ramplay_flink::{Source, catalogue, jobs, reference};
use serde_json::Value;

/// Every data file, by name.
fn files() -> BTreeMap<String, Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let paths = [folder.clone(), folder.join("connectors")].map(|folder| fs::read_dir(folder).unwrap());
    let paths = paths.into_iter().flatten().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
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

/// Every source: those of the catalogue and those of the jobs.
fn sources() -> impl Iterator<Item = (&'static String, &'static Source)> {
    ramplay_flink::sources().iter().chain(&jobs().sources)
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
                assert!(jobs().source(&key).is_some(), "{name}: unknown source `{key}`");
                used.insert(key);
            }
        });
    }
    let listed: BTreeSet<String> = sources().map(|(key, _)| key.clone()).collect();
    assert_eq!(listed, used);
    assert_unique("sources", sources().map(|(key, _)| &**key));
}

#[test]
fn source_dates_and_addresses() {
    for (key, source) in sources() {
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
fn contradictions_have_two_sides() {
    for row in &reference().rules.contradictions {
        assert!(row.readings.len() >= 2, "{}", row.id);
    }
}
