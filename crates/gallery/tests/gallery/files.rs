//! From files to the gallery, and what is refused.

use std::collections::BTreeMap;

use proptest::prelude::*;
use ramplay_gallery::{TEXT, collect, read};

use super::{collected, files};

#[test]
fn the_gallery_is_what_the_files_say() {
    assert!(
        collected().text == TEXT,
        "gallery.json is older than its files: run `cargo run -p ramplay-gallery --example collect`"
    );
}

/// What `collect` says of one example `a` in one group.
fn error(example: &str) -> String {
    let groups = r#"[{"id":"g","title":{"en":"G","zh":"G"},"examples":["a"]}]"#;
    let files = BTreeMap::from([("a".to_owned(), example.to_owned())]);
    let error = collect(groups, &files).map(|collected| collected.text).unwrap_err();
    assert!(error.to_string().starts_with(&error.place), "{error}");
    format!("{} {}: {}", error.code, error.place, error.message)
}

const HEAD: &str = r#""title":{"en":"A","zh":"A"},"notice":{"en":"B","zh":"B"}"#;

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_name() {
    assert_eq!(error("{"), "gallery-malformed a.json: EOF while parsing an object at line 1 column 1");
    assert_eq!(
        error(r#"{"title":{"en":"A"}}"#),
        "gallery-malformed a.json: missing field `zh` at line 1 column 19"
    );
    let logon = format!(r#"{{{HEAD},"scenario":{{"version":1,"logon":"nobody"}}}}"#);
    assert!(
        error(&logon).starts_with("scenario-malformed a.json: unknown variant `nobody`"),
        "{}",
        error(&logon)
    );
    let with = |policy: &str| {
        format!(
            r#"{{{HEAD},"scenario":{{"version":1,"logon":"ram_user.same_account","policies":[{policy}]}}}}"#
        )
    };
    assert_eq!(error(&with(r#"{"template":"x"}"#)), "gallery-no-template a.json: there is no template `x`");
    assert!(error(&with(r#"{"attach":"identity"}"#)).contains("either `document` or `system`"));
}

#[test]
fn every_file_is_in_one_group() {
    let (groups, mut all) = files();
    let code = |groups: &str, files: &BTreeMap<String, String>| collect(groups, files).unwrap_err().code;
    let one = all.remove("guide-sls-read").unwrap();
    assert_eq!(code(&groups, &all), "gallery-no-file");
    all.insert("guide-sls-read".to_owned(), one.clone());
    all.insert("astray".to_owned(), one);
    assert_eq!(code(&groups, &all), "gallery-no-group");
    all.remove("astray");
    let twice = groups.replacen("\"guide-sls-write\"", "\"guide-sls-read\"", 1);
    assert_eq!(code(&twice, &all), "gallery-twice");
}

#[test]
fn policies_come_in_the_order_of_the_documentation() {
    let groups = r#"[{"id":"g","title":{"en":"G","zh":"G"},"examples":["a"]}]"#;
    let policy = r#"{"attach":"trust","document":{"Statement":[{"Action":"sts:AssumeRole","Condition":{},
        "Principal":{"RAM":["acs:ram::1:root"]},"Effect":"Allow"}],"Version":"1"}}"#;
    let example = format!(
        r#"{{{HEAD},"scenario":{{"version":1,"logon":"ram_role.same_account","policies":[{policy}]}}}}"#
    );
    let files = BTreeMap::from([("a".to_owned(), example)]);
    let gallery = read(&collect(groups, &files).unwrap().text).unwrap();
    let ramplay_playground::Body::Document(text) = &gallery.groups[0].examples[0].scenario.policies[0].body
    else {
        panic!("not a document")
    };
    let places: Vec<_> = ["Version", "Statement", "Effect", "Principal", "RAM", "Action", "Condition"]
        .map(|key| text.find(key))
        .to_vec();
    assert!(places.is_sorted() && places[0].is_some(), "{text}");
    assert!(text.contains(r#""RAM": ["acs:ram::1:root"]"#), "{text}");
}

proptest! {
    /// A page that fetches something else, or half of it, gets an error with its place.
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}", cut in 0..TEXT.len()) {
        prop_assert!(read(&text).is_err());
        if let Some(head) = TEXT.get(..cut) {
            let error = read(head).unwrap_err();
            prop_assert_eq!(error.code, "gallery-malformed");
            prop_assert!(error.message.contains("line"), "{}", error);
        }
    }
}
