//! `ramplay embed`.

use crate::call::{ramplay, stderr, stdout};

const LEAST: &str = r#"{"version": 1, "logon": "ram_user.same_account", "identities": {"user": "zhang.san"},
    "policies": [{"attach": "identity", "system": "AliyunStreamReadOnlyAccess", "name": "<b>"}]}"#;

#[test]
fn a_tag_with_its_tables() {
    let options = ["--page", "https://play.example/", "--show", "editor", "logstore", "--height", "300"];
    let call = [&["embed", "-", "--theme", "dark", "--readonly"], &options[..]].concat();
    let output = ramplay(&call, LEAST);
    let tag = stdout(&output, 0);
    assert!(tag.starts_with("<ram-playground scenario=\"#1"), "{tag}");
    let first = tag.lines().next().unwrap();
    let rest = r#" show="editor logstore" lang="en" theme="dark" height="300" readonly>"#;
    assert!(first.ends_with(rest), "{first}");
    assert!(tag.contains("<caption>Logstore</caption>") && tag.contains("user/zhang.san"));
    assert!(!tag.contains("<b>"));
    assert!(tag.ends_with("<script src=\"https://play.example/embed.js\" defer></script>\n"));
    // The same from the link that the tag has.
    let fragment = first.split('"').nth(1).unwrap();
    assert_eq!(stdout(&ramplay(&[&["embed", fragment], &call[2..]].concat(), ""), 0), tag);
}

#[test]
fn what_is_shown_is_what_is_in_the_link() {
    let output = ramplay(&["embed", "-", "--pseudonyms", "--lang", "zh"], LEAST);
    let tag = stdout(&output, 0);
    assert!(tag.contains("user/alice") && !tag.contains("zhang"), "{tag}");
    assert!(tag.contains("lang=\"zh-CN\"") && tag.contains("Logstore") && !tag.contains("<script"));
    let secret = LEAST.replace("zhang.san", "LTAI5tAbCdEfGhIjKlMnOpQr");
    let output = ramplay(&["embed", "-"], &secret);
    assert_eq!(stdout(&output, 1), "");
    assert!(stderr(&output).contains("/identities/user LTAI****"), "{}", stderr(&output));
}

#[test]
fn what_is_no_scenario() {
    assert!(stderr(&ramplay(&["embed", "-"], "{}")).contains("is no scenario"));
    let output = ramplay(&["embed", "-", "--show", "verdict:nothing"], LEAST);
    assert_eq!(stdout(&output, 1), "");
    assert!(stderr(&output).contains("no row for `verdict:nothing`"), "{}", stderr(&output));
    let output = ramplay(&["embed", "#1zz"], "");
    assert_eq!(stdout(&output, 1), "");
    assert!(stderr(&output).contains("[link-"), "{}", stderr(&output));
}
