//! What goes in comes out.

use proptest::prelude::*;
use ramplay_link::{EncodeError, Options, decode, encode, limits, pack, unpack};
use ramplay_playground::{Attach, Body, PolicyEntry, Scenario, example};
use serde_json::{Value, json};

use crate::support::{example_link, fragment, json as json_of, review, review_with_base};

#[test]
fn sizes() {
    let example = example_link();
    assert!(example.len() < 220, "{example}");
    for review in [review(), review_with_base()] {
        let link = fragment(&review);
        println!("example {}, review {}", example.len(), link.len());
        assert!(link.len() < 700, "{link}");
    }
}

#[test]
fn a_review_comes_back() {
    for content in [review(), review_with_base()] {
        let link = fragment(&content);
        let opened = unpack(&link).unwrap();
        for key in ["policies", "base", "assertions", "comments", "member"] {
            assert_eq!(opened[key], content[key]);
        }
        assert_eq!(opened["identities"]["user"], "zhang.san");
        assert_eq!(opened["identities"]["job_user"], "flink-job");
        let scenario = decode(&link).unwrap();
        assert_eq!(scenario, Scenario::from_json(&content.to_string()).unwrap());
        assert_eq!(encode(&scenario, Options::default()).unwrap().fragment, link);
    }
}

/// The table of defaults is frozen; should the program start with other values, links become longer, no more.
#[test]
fn a_scenario_that_says_nothing_is_shortest() {
    let scenario = Scenario::from_json(r#"{"version": 1, "logon": "ram_user.same_account"}"#).unwrap();
    let link = encode(&scenario, Options::default()).unwrap();
    assert!(link.fragment.len() <= 10, "{}", link.fragment);
    assert_eq!(decode(&link.fragment).unwrap(), scenario);
}

#[test]
fn same_content_same_link() {
    let one = json!({"policies": [{"attach": "job", "document": "{}"}], "reader": "job", "version": 1});
    let other = json!({"version": 1, "reader": "job", "policies": [{"document": "{}", "attach": "job"}], "logstore": {}});
    assert_eq!(fragment(&one), fragment(&other));
}

#[test]
fn too_much_is_refused() {
    let text = |length: usize| json!({"notes": "a".repeat(length)});
    let error = pack(text(limits::CONTENT + 1), Options::default()).unwrap_err();
    assert_eq!(error.code(), "link-content-too-long");
    // Equal characters cost nothing, but a link is as long as what is read for it.
    let link = fragment(&text(100_000));
    assert!(link.len() > 700, "{}", link.len());
    assert_eq!(unpack(&link).unwrap()["notes"], "a".repeat(100_000));
    let mut noise = 1_u32;
    let random = || {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'!' + u8::try_from(noise >> 24).unwrap() % 90)
    };
    let text: String = std::iter::repeat_with(random).take(60_000).collect();
    let error = pack(json!({ "notes": text }), Options::default()).unwrap_err();
    assert!(matches!(error, EncodeError::TooLong { .. }), "{error}");
    let mut deep = json!(1);
    for _ in 0..40 {
        deep = json!([deep]);
    }
    assert_eq!(pack(json!({ "deep": deep }), Options::default()), Err(EncodeError::TooDeep));
}

#[test]
fn secrets_are_refused_or_masked() {
    let mut scenario = example();
    let text =
        r#"{"Statement": [{"Condition": {"StringEquals": {"acs:AccessId": "LTAI5tAbCdEfGhIjKlMnOpQr"}}}]}"#;
    scenario.policies.push(PolicyEntry {
        name: String::new(),
        attach: Attach::Identity,
        body: Body::Document(text.to_owned()),
    });
    let error = encode(&scenario, Options::default()).unwrap_err();
    let EncodeError::Secrets(secrets) = &error else { panic!("{error}") };
    assert_eq!(secrets[0].path, "/policies/2/document");
    assert_eq!(secrets[0].span.of(text), "LTAI5tAbCdEfGhIjKlMnOpQr");
    let link = encode(&scenario, Options { mask: true, ..Options::default() }).unwrap();
    assert!(!unpack(&link.fragment).unwrap().to_string().contains("5tAbCd"));
}

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{\"Version\": \"1\",\n  \"Statement\": [".to_owned()),
        Just("\"Effect\": \"Allow\"".to_owned()),
        Just("\r\n\t".to_owned()),
        Just("\\\"`'\u{0}\u{FEFF}".to_owned()),
        Just("日志库😀".to_owned()),
        "[\\[\\]{},:\" \n`'a]{0,12}",
        ".{0,12}",
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        // Fractions as `serde_json` reads them: no scenario has any.
        any::<i16>().prop_map(|eighths| Value::from(f64::from(eighths) / 8.0)),
        texts().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,8}|[\"\\\\中]", inner, 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn texts_come_back_byte_for_byte(texts in prop::collection::vec(texts(), 0..4)) {
        let mut scenario = example();
        for text in texts {
            let body = if text.len() % 5 == 0 { Body::System(text.clone()) } else { Body::Document(text.clone()) };
            scenario.policies.push(PolicyEntry { name: text, attach: Attach::Job, body });
        }
        // What looks like a secret by chance is masked.
        let link = encode(&scenario, Options { mask: true, ..Options::default() }).unwrap();
        let opened = decode(&link.fragment).unwrap();
        prop_assert_eq!(json_of(&opened), link.content);
    }

    #[test]
    fn unknown_fields_come_back(value in values()) {
        let content = json!({"future": value});
        if let Ok(link) = pack(content, Options { mask: true, ..Options::default() }) {
            let opened = unpack(&link.fragment).unwrap();
            prop_assert_eq!(&opened["future"], &link.content["future"]);
            prop_assert_eq!(pack(opened, Options::default()).unwrap().fragment, link.fragment);
        }
    }

    #[test]
    fn any_text_is_refused(text in ".{0,200}") {
        prop_assert!(unpack(&text).is_err());
    }
}
