//! Files in and out.

use ramplay_playground::{Attach, Body, MAX_POLICIES, example};
use ramplay_text::Lang;
use ramplay_workspace::export::{file, name_of_file};
use ramplay_workspace::import::{Import, Reason, add_to, alone, decode, recognise};
use ramplay_workspace::sentence;

const POLICY: &str =
    r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:Get*", "Resource": "*"}]}"#;

#[test]
fn what_is_exported_can_be_imported() {
    let (name, text) = file("Read one Logstore: 许可?", &example());
    assert_eq!(name, "Read-one-Logstore-许可.ramplay.json");
    assert_eq!(recognise(&text), Import::Scenario { scenario: Box::new(example()), masked: 0 });
    assert_eq!(name_of_file(&name), "Read-one-Logstore-许可");
    assert_eq!(alone(&recognise(&text), &name), Some(example()));
    for (name, expected) in [
        ("", "scenario.ramplay.json"),
        ("../../etc/passwd", "etc-passwd.ramplay.json"),
        ("...", "scenario.ramplay.json"),
        ("a/b\\c", "a-b-c.ramplay.json"),
    ] {
        assert_eq!(file(name, &example()).0, expected);
    }
    assert_eq!(name_of_file("policy.json"), "policy");
    assert_eq!(name_of_file("v1.2 of mine"), "v1.2 of mine");
}

#[test]
fn policies_are_recognised_with_their_repairs_and_added_where_their_kind_says() {
    let trust = r#"{"Version":"1","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"RAM":["acs:ram::1000000000000001:root"]}}]}"#;
    let text = format!("```json\n{}\n```\n\n```json\n{trust}\n```", POLICY.replace("\"*\"}", "\"*\",}"));
    let import = recognise(&text);
    let Import::Policies(found) = &import else { panic!("{import:?}") };
    assert_eq!(found.documents.len(), 2);
    assert_eq!(found.documents[0].repairs.len(), 1);
    let scenario = alone(&import, "notes.md").unwrap();
    let places: Vec<_> = scenario.policies.iter().map(|entry| entry.attach.clone()).collect();
    assert_eq!(places, [Attach::Identity, Attach::Trust]);
    let mut added = example();
    assert!(add_to(&mut added, &import, "notes.md"));
    assert_eq!(added.policies.len(), 4);
    added.policies.resize(MAX_POLICIES - 1, added.policies[0].clone());
    let before = added.clone();
    assert!(!add_to(&mut added, &import, "notes.md"), "all or nothing");
    assert_eq!(added, before);
    // A policy alone is called what its file is.
    let one = alone(&recognise(POLICY), "reader.json").unwrap();
    assert_eq!(one.policies[0].name, "reader");
    assert_eq!(one.policies[0].body, Body::Document(POLICY.to_owned()));
}

#[test]
fn a_draft_is_taken_masked() {
    let sql = "CREATE TEMPORARY TABLE t (a STRING) WITH ('connector' = 'sls', 'accessKey' = 'S3cretS3cretS3cretS3cretS3cret');\nINSERT INTO t SELECT 1;";
    let import = recognise(sql);
    let Import::Draft { text, statements, tables, masked } = &import else { panic!("{import:?}") };
    assert_eq!((*statements, *tables, *masked), (2, 1, 1));
    assert!(!text.contains("S3cretS3cret"));
    let scenario = alone(&import, "job.sql").unwrap();
    assert_eq!((scenario.jobs.drafts[0].name.as_str(), scenario.policies.len()), ("job", 2));
    // In a scenario from elsewhere, too.
    let mut foreign = scenario.clone();
    foreign.jobs.drafts[0].text = sql.to_owned();
    let Import::Scenario { scenario: taken, masked } = recognise(&foreign.to_json()) else {
        panic!("a scenario")
    };
    assert_eq!((*taken, masked), (scenario, 1));
}

#[test]
fn what_cannot_be_used_says_why() {
    let code = |import: &Import| match import {
        Import::Nothing(reason) => sentence::code(reason),
        other => panic!("{other:?}"),
    };
    for (text, expected) in [
        ("", "import-unknown"),
        ("Dear diary", "import-unknown"),
        ("SELECT the best ones and drop me a line;", "import-unknown"),
        (r#"{"version": 9, "logon": "rd.root"}"#, "scenario-version"),
        (r#"{"version": 1, "logon": "nobody"}"#, "scenario-malformed"),
    ] {
        let import = recognise(text);
        assert_eq!(code(&import), expected, "{text}");
        for lang in [Lang::En, Lang::Zh] {
            assert!(!sentence::import(&import, lang).is_empty());
            assert!(!sentence::import_help(&import, lang).is_empty());
        }
    }
    let Import::Nothing(Reason::Unknown(found)) = recognise(
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\"}]}",
    ) else {
        return;
    };
    assert!(!found.look_alikes.is_empty());
}

#[test]
fn files_are_read_in_the_encodings_of_text() {
    let text = "{\"许可\": \"😀\"}";
    let wide = |big: bool| {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units
            .flat_map(|unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect::<Vec<u8>>()
    };
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    for bytes in [text.as_bytes().to_vec(), marked, wide(false), wide(true)] {
        assert_eq!(decode(&bytes).as_deref(), Ok(text));
    }
    assert_eq!(decode(b"ab\xff"), Err(Reason::NotText(2)));
    assert_eq!(decode(b"PK\x03\x04\0\0"), Err(Reason::NotText(4)));
    assert_eq!(decode(&[0xff, 0xfe, 0x00, 0xd8]), Err(Reason::NotText(2)));
    assert_eq!(decode(&vec![b' '; 17 << 20]), Err(Reason::TooLong(17 << 20)));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..80)) {
        if let Ok(text) = decode(&bytes) {
            let _ = recognise(&text);
        }
    }
}
