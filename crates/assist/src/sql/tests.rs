use ramplay_text::Lang;

use super::{complete, hover};
use crate::{Facts, SqlPlace, SqlPlaceKind, SqlTable};

fn facts() -> Facts {
    let variables = vec!["sls_id".into(), "sls_secret".into()];
    Facts { project: "web-project".into(), logstore: "access-log".into(), variables, ..Facts::default() }
}

fn option(kind: SqlPlaceKind, connector: Option<&str>, key: Option<&str>, present: &[&str]) -> SqlPlace {
    SqlPlace {
        kind,
        connector: connector.map(ToOwned::to_owned),
        key: key.map(ToOwned::to_owned),
        present: present.iter().map(ToString::to_string).collect(),
        ..SqlPlace::default()
    }
}

fn labels(place: &SqlPlace) -> Vec<String> {
    let mut items = complete(place, &facts(), Lang::En);
    items.sort_by_key(|item| -i32::from(item.boost));
    items.into_iter().map(|item| item.label).collect()
}

#[test]
fn options_of_the_connector_the_required_first() {
    use SqlPlaceKind::OptionKey;
    assert_eq!(labels(&option(OptionKey, None, None, &[])), ["connector"]);
    assert!(labels(&option(OptionKey, None, None, &["Connector"])).is_empty());
    let sls = labels(&option(OptionKey, Some("SLS"), None, &["connector", "ENDPOINT", "accessid"]));
    assert_eq!(sls[..3], ["project", "logStore", "accessKey"]);
    assert!(!sls.contains(&"endPoint".to_owned()) && !sls.contains(&"accessId".to_owned()));
    assert_eq!(labels(&option(OptionKey, Some("nothing-known"), None, &["connector"])), Vec::<String>::new());
}

#[test]
fn values_of_options() {
    let of = |key: &str| labels(&option(SqlPlaceKind::OptionValue, Some("sls"), Some(key), &[]));
    assert!(of("connector").contains(&"kafka".to_owned()));
    // Those of data ingestion and of catalogs are written elsewhere.
    assert_eq!(of("connector").iter().filter(|name| *name == "sls").count(), 1);
    assert_eq!(of("PROJECT"), ["web-project"]);
    assert_eq!(of("logStore"), ["access-log"]);
    assert_eq!(of("accessKey"), ["${secret_values.sls_id}", "${secret_values.sls_secret}"]);
    assert!(of("consumerGroup").is_empty() && of("batchGetSize").is_empty());
}

#[test]
fn variables_tables_and_words() {
    let variable = SqlPlace {
        kind: SqlPlaceKind::Variable,
        prefix: "secret_values.sls_s".into(),
        ..SqlPlace::default()
    };
    assert_eq!(labels(&variable), ["secret_values.sls_secret"]);
    let tables = vec![SqlTable { name: "logs".into(), connector: Some("sls".into()) }];
    let table = SqlPlace { kind: SqlPlaceKind::Table, tables, ..SqlPlace::default() };
    assert_eq!(labels(&table), ["logs"]);
    let word = SqlPlace { prefix: "cre".into(), ..SqlPlace::default() };
    assert_eq!(labels(&word)[0], "CREATE TEMPORARY TABLE");
}

#[test]
fn words_are_told() {
    let told = |place: &SqlPlace, word: &str| hover(place, word, &facts(), Lang::En).map(|told| told.text);
    let value = |key: &str| option(SqlPlaceKind::OptionValue, Some("sls"), Some(key), &[]);
    let key = option(SqlPlaceKind::OptionKey, Some("sls"), None, &[]);
    let variable = SqlPlace { kind: SqlPlaceKind::Variable, ..SqlPlace::default() };
    let rows = [
        (&value("connector"), "sls", Some("RAM policies of the user")),
        (&value("connector"), "nothing-known", None),
        (&value("project"), "web-project", None),
        (&key, "logstore", Some("required")),
        (&key, "accessKey", Some("never the secret itself")),
        (&key, "connector", Some("which connector")),
        (&key, "nothing-known", None),
        (&variable, "secret_values.sls_id", Some("It is defined")),
        (&variable, "secret_values.other", Some("not among the variables")),
        (&variable, "start_date", None),
        (&variable, "", None),
    ];
    for (place, word, expected) in rows {
        let text = told(place, word);
        match expected {
            Some(part) => assert!(text.as_ref().is_some_and(|text| text.contains(part)), "{word}: {text:?}"),
            None => assert_eq!(text, None, "{word}"),
        }
    }
}
