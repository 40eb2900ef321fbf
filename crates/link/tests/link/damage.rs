//! What happens to links on their way.

use ramplay_link::{LinkError, decode, limits, unpack};
use ramplay_playground::example;
use ramplay_text::Lang;

use crate::support::{example_link, fragment, review};

/// Every other letter or digit, at every place.
#[test]
fn every_changed_character_is_refused() {
    for link in [example_link(), fragment(&review())] {
        for at in 0..link.len() {
            for other in ('0'..='9').chain('A'..='Z').chain('a'..='z').chain("-_ .中\n".chars()) {
                let changed: String =
                    link.chars().enumerate().map(|(place, c)| if place == at { other } else { c }).collect();
                if changed != link {
                    let error = unpack(&changed).unwrap_err();
                    let whole = matches!(error, LinkError::Newer { .. } | LinkError::Malformed);
                    assert!(!whole, "{changed}: {error}");
                }
            }
        }
    }
}

#[test]
fn every_lost_character_is_found() {
    let link = fragment(&review());
    for at in 0..link.len() {
        let mut changed = link.clone();
        let lost = changed.remove(at);
        assert!(unpack(&changed).is_err(), "without `{lost}` at {at}");
    }
}

#[test]
fn every_cut_is_told() {
    for link in [example_link(), fragment(&review())] {
        for length in 1..link.len() {
            let error = unpack(link.get(..length).unwrap()).unwrap_err();
            match error {
                LinkError::Cut { missing: Some(missing) } => assert_eq!(missing, link.len() - length),
                LinkError::Cut { missing: None } => assert!(length < 3),
                other => panic!("{length} characters: {other}"),
            }
        }
    }
}

#[test]
fn neighbours_that_changed_places_are_found() {
    let link = fragment(&review());
    for at in 0..link.len() - 1 {
        let mut bytes = link.clone().into_bytes();
        bytes.swap(at, at + 1);
        let changed = String::from_utf8(bytes).unwrap();
        assert!(changed == link || unpack(&changed).is_err(), "{changed}");
    }
}

#[test]
fn what_programs_put_around_a_link_is_passed_over() {
    let link = example_link();
    let (head, tail) = link.split_at(4);
    for text in [
        format!("#{link}"),
        format!("https://play.example/#{link}."),
        format!("<https://play.example/en/#{link}>"),
        format!("{link}）。"),
        format!("{head}\r\n {tail}"),
        format!("{head}\u{200B}{tail}"),
    ] {
        assert_eq!(decode(&text).as_ref(), Ok(&example()), "{text}");
    }
}

#[test]
fn what_is_no_link() {
    for (text, code) in [
        ("", "link-none"),
        ("#", "link-none"),
        ("#section-2", "link-none"),
        ("?lang=zh", "link-none"),
        ("pako:eNpVjk", "link-none"),
        ("1", "link-cut"),
        ("10", "link-cut"),
        ("108abcde", "link-damaged"),
        ("10Habc-efghijkxyz", "link-character"),
        ("00000000", "link-none"),
    ] {
        let error = unpack(text).unwrap_err();
        assert_eq!(error.code(), code, "{text}: {error}");
        for lang in [Lang::En, Lang::Zh] {
            assert!(!ramplay_link::sentence::problem(&error, lang).is_empty());
            assert!(!ramplay_link::sentence::help(&error, lang).is_empty());
        }
    }
    assert_eq!(unpack("10Habc-efghijkxyz").unwrap_err().place(), Some(6));
}

#[test]
fn long_ones_are_refused_unread() {
    let megabytes = "1".repeat(10 << 20);
    assert!(matches!(unpack(&megabytes), Err(LinkError::TooLong { .. })));
    let longest = "1".repeat(limits::FRAGMENT);
    assert_eq!(unpack(&longest), Err(LinkError::Damaged));
}

#[test]
fn a_newer_version_keeps_its_content() {
    // Made with `seal('2', "abc")`: the outer form is that of all versions.
    let error = unpack(NEWER).unwrap_err();
    assert_eq!(error.code(), "link-newer");
    assert_eq!(error, LinkError::Newer { version: '2', fragment: NEWER.to_owned() });
}

const NEWER: &str = "20AabcDwfw";

#[test]
fn a_newer_scenario_keeps_its_content() {
    let content = serde_json::json!({"version": 1, "policies": [], "color": "blue"});
    let error = decode(&fragment(&content)).unwrap_err();
    assert_eq!(error.code(), "link-scenario-newer", "{error}");
    let LinkError::Scenario { content, .. } = error else { panic!("{error}") };
    assert_eq!(content["color"], "blue");
    let newer = serde_json::json!({"version": 2, "members": 7});
    assert_eq!(decode(&fragment(&newer)).unwrap_err().code(), "link-scenario-newer");
    let broken = serde_json::json!({"policies": 7});
    assert_eq!(decode(&fragment(&broken)).unwrap_err().code(), "link-scenario");
}
