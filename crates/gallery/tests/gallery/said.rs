//! Titles, sentences, sources and order.

use std::collections::BTreeSet;

use ramplay_flink::{LogonMethod, catalogue};
use ramplay_gallery::Example;
use ramplay_playground::Body;

use super::GALLERY;

#[test]
fn there_are_enough_and_each_has_its_own_id() {
    let ids: Vec<&str> = GALLERY.examples().map(|example| example.id.as_str()).collect();
    assert!(ids.len() >= 24, "{}", ids.len());
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    let groups: BTreeSet<_> = GALLERY.groups.iter().map(|group| &group.id).collect();
    assert_eq!(groups.len(), GALLERY.groups.len());
    for group in &GALLERY.groups {
        assert!(!group.examples.is_empty(), "{}", group.id);
    }
    let is_plain = |id: &str| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    assert!(ids.iter().all(|id| is_plain(id)), "{ids:?}");
}

#[test]
fn every_logon_method_has_an_example() {
    let group = GALLERY.groups.iter().find(|group| group.id == "logon").unwrap();
    let shown: Vec<_> = group.examples.iter().map(|example| example.scenario.logon).collect();
    assert_eq!(shown, LogonMethod::ALL, "in the order of the documentation");
}

#[test]
fn both_guides_have_their_templates() {
    let texts: Vec<&str> = GALLERY
        .examples()
        .flat_map(|example| &example.scenario.policies)
        .map(|entry| match &entry.body {
            Body::Document(text) | Body::System(text) => text.as_str(),
        })
        .collect();
    for name in ["AliyunStreamFullAccess", "AliyunStreamReadOnlyAccess", "AliyunSTSAssumeRoleAccess"] {
        assert!(texts.contains(&name), "{name}");
    }
    let scenario = &GALLERY.example("guide-sls-read").unwrap().scenario;
    for id in ["guide-sls-read", "guide-sls-write"] {
        let filled = ramplay_playground::from_template(scenario, catalogue().template(id).unwrap(), "");
        let Body::Document(text) = filled.body else { panic!("{id} is no document") };
        assert!(texts.contains(&text.as_str()), "{id}");
    }
}

/// A title is a title; what to notice is one sentence. Neither is English in the Chinese column.
#[test]
fn every_text_is_there_in_both_languages() {
    let is_han = |text: &str| text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    for Example { id, title, notice, .. } in GALLERY.examples() {
        for text in [&title.en, &notice.en] {
            assert!(!text.trim().is_empty() && !is_han(text), "{id}: {text}");
        }
        for text in [&title.zh, &notice.zh] {
            assert!(is_han(text) && !text.contains(", "), "{id}: {text}");
        }
        assert!(!title.en.ends_with('.') && !title.zh.ends_with('。'), "{id}");
        assert!(notice.en.ends_with('.') && notice.en.matches(". ").count() == 0, "{id}: {}", notice.en);
        assert!(notice.zh.ends_with('。') && notice.zh.matches('。').count() == 1, "{id}: {}", notice.zh);
    }
    for group in &GALLERY.groups {
        assert!(is_han(&group.title.zh) && !is_han(&group.title.en), "{}", group.id);
    }
}

/// What shows a rule of the documentation says where it stands; only rules of the policy language go without.
#[test]
fn sources_exist() {
    let mut without = Vec::new();
    for example in GALLERY.examples() {
        for key in &example.sources {
            assert!(catalogue().source(key).is_some(), "{}: there is no source `{key}`", example.id);
        }
        if example.sources.is_empty() {
            without.push(example.id.as_str());
        }
    }
    assert_eq!(without, ["sls-address-elsewhere", "sls-address-office"]);
}

#[test]
fn system_policies_are_those_of_the_catalogue() {
    for example in GALLERY.examples() {
        for entry in &example.scenario.policies {
            if let Body::System(name) = &entry.body {
                assert!(catalogue().system_policy(name).is_some(), "{}: {name}", example.id);
            }
        }
    }
}
