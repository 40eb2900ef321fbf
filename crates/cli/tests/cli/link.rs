//! `ramplay link`.

use serde_json::Value;

use crate::call::{ramplay, stderr, stdout};

const LEAST: &str = r#"{"version": 1, "logon": "ram_user.same_account", "identities": {"user": "zhang.san"},
    "policies": [{"attach": "identity", "system": "AliyunStreamReadOnlyAccess"}]}"#;

fn link(scenario: &str, options: &[&str]) -> String {
    let arguments = [&["link", "encode", "-"], options].concat();
    stdout(&ramplay(&arguments, scenario), 0).trim_end().to_owned()
}

#[test]
fn there_and_back() {
    let address = link(LEAST, &["--page", "https://play.example/"]);
    assert!(address.starts_with("https://play.example/#1"), "{address}");
    let output = ramplay(&["link", "decode", &address], "");
    let scenario: Value = serde_json::from_str(stdout(&output, 0)).unwrap();
    assert_eq!(scenario["identities"]["user"], "zhang.san");
    let piped = ramplay(&["link", "decode", "-"], &format!("{address}\n"));
    assert_eq!(stdout(&piped, 0), stdout(&output, 0));
}

#[test]
fn what_is_in_it() {
    let form: Value = serde_json::from_str(&link(LEAST, &["--format", "json"])).unwrap();
    assert_eq!(form["characters"], form["fragment"].as_str().unwrap().len());
    assert_eq!(form["content"]["identities"]["user"], "zhang.san");
    let fragment = form["fragment"].as_str().unwrap();
    for (lang, words) in [("en", "AliyunStreamReadOnlyAccess → "), ("zh", "zhang.san")] {
        let output = ramplay(&["link", "open", "--lang", lang, fragment], "");
        assert!(stdout(&output, 0).contains(words), "{}", stdout(&output, 0));
    }
}

#[test]
fn a_title_and_an_address_to_open() {
    let address = link(LEAST, &["--page", "https://play.example/", "--title", "谁可以读"]);
    let said = stdout(&ramplay(&["link", "open", &address], ""), 0).to_owned();
    assert!(said.starts_with("谁可以读\n"), "{said}");
    // As a mail program may have broken it.
    let (start, end) = address.split_at(40);
    let broken = format!("<{start}\n  {end}>.");
    let output = ramplay(&["link", "open", "--base", "http://127.0.0.1:8080/", "-"], &broken);
    let fragment = address.split_once('#').unwrap().1;
    assert_eq!(stdout(&output, 0).trim_end(), format!("http://127.0.0.1:8080/#{fragment}"));
    let output = ramplay(&["link", "open", "--base", "http://127.0.0.1:8080/", "#1zz"], "");
    assert_eq!(stdout(&output, 1), "");
}

#[test]
fn names_are_replaced_on_request() {
    let output = ramplay(&["link", "encode", "--pseudonyms", "-"], LEAST);
    assert!(stderr(&output).contains("zhang.san is alice"), "{}", stderr(&output));
    let fragment = stdout(&output, 0).trim_end();
    assert!(!stdout(&ramplay(&["link", "decode", fragment], ""), 0).contains("zhang"));
}

#[test]
fn secrets_are_refused_and_masked_on_request() {
    let scenario = LEAST.replace("zhang.san", "LTAI5tAbCdEfGhIjKlMnOpQr");
    let output = ramplay(&["link", "encode", "-"], &scenario);
    assert_eq!(stdout(&output, 1), "");
    let said = stderr(&output);
    assert!(said.contains("/identities/user LTAI**** [plain-access-key-id]"), "{said}");
    assert!(!said.contains("5tAbCd"), "{said}");
    assert!(link(&scenario, &["--mask"]).starts_with("#1"));
}

#[test]
fn what_is_wrong_with_a_link() {
    let whole = link(LEAST, &[]);
    let cut = whole.get(..whole.len() - 3).unwrap();
    for (text, said) in [(cut, "its last 3 characters are missing"), ("#section-2", "is no link")] {
        let output = ramplay(&["link", "decode", text], "");
        assert_eq!(stdout(&output, 1), "");
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
    }
    let output = ramplay(&["link", "open", "--lang", "zh", cut], "");
    assert_eq!(stdout(&output, 1), "");
    assert!(stderr(&output).contains("链接被截断"), "{}", stderr(&output));
}
