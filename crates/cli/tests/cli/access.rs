//! `ramplay access`.

use serde_json::Value;

use crate::call::{ramplay, stderr, stdout};

const LEAST: &str = r#"{"version": 1, "logon": "ram_user.same_account",
    "policies": [{"attach": "identity", "system": "AliyunStreamReadOnlyAccess"}]}"#;

fn json(scenario: &str, status: i32) -> Value {
    let output = ramplay(&["access", "--format", "json", "-"], scenario);
    serde_json::from_str(stdout(&output, status)).unwrap()
}

fn row<'a>(answer: &'a Value, list: &str, id: &str) -> &'a Value {
    answer.pointer(list).unwrap().as_array().unwrap().iter().find(|row| row["id"] == id).unwrap()
}

#[test]
fn the_whole_answer_is_there() {
    let answer = json(LEAST, 0);
    assert_eq!(answer["consoles"][0]["reach"], "open");
    assert_eq!(answer["consoles"][1]["reach"], "closed");
    assert!(!answer["consoles"][1]["next"][0].as_str().unwrap().is_empty());
    assert_eq!(answer["logon_methods"].as_array().unwrap().len(), 11);
    let list = row(&answer, "/operations", "describe-instances");
    assert_eq!(list["verdict"], "allow");
    assert_eq!(list["decided_by"][0]["policy"], "AliyunStreamReadOnlyAccess");
    let pull = row(&answer, "/logstore/capabilities", "logs.pull");
    assert_eq!(pull["verdict"], "implicit_deny");
    assert!(!pull["missing"].as_array().unwrap().is_empty());
    assert_eq!(answer["permissions"].as_array().unwrap().iter().filter(|row| row["held"] == true).count(), 0);
}

#[test]
fn what_the_person_cannot_see_is_asked_back() {
    let scenario = LEAST.replacen('{', r#"{"unknown": ["identity", "project"], "#, 1);
    let answer = json(&scenario, 0);
    let pull = row(&answer, "/logstore/capabilities", "logs.pull");
    assert_eq!(pull["verdict"], "depends");
    assert!(pull["why"][0].as_str().unwrap().contains("that were not given"), "{pull}");
}

#[test]
fn an_error_in_a_policy_is_shown_and_makes_the_status_1() {
    let scenario =
        LEAST.replace(r#""system": "AliyunStreamReadOnlyAccess""#, r#""document": "{\n\"Version\": \"1\"""#);
    let answer = json(&scenario, 1);
    let problem = &answer["policies"][0]["problems"][0];
    assert_eq!(problem["severity"], "error");
    assert_eq!(row(&answer, "/logstore/capabilities", "logs.pull")["verdict"], "withheld");
}

#[test]
fn tables_are_for_people() {
    for (lang, words) in
        [("en", ["Management Console: opens", "✓ allowed"]), ("zh", ["管理控制台: 可以打开", "✓ 允许"])]
    {
        let output = ramplay(&["access", "--lang", lang, "-"], LEAST);
        let text = stdout(&output, 0);
        for word in words {
            assert!(text.contains(word), "{word}\n{text}");
        }
        assert!(!text.contains('\u{1b}'), "no colours where there is no terminal");
    }
}

#[test]
fn what_is_no_scenario_is_refused() {
    for (scenario, said) in
        [("", "scenario-malformed"), ("{}", "version"), (r#"{"version": 9}"#, "newer version")]
    {
        let output = ramplay(&["access", "-"], scenario);
        assert_eq!(stdout(&output, 1), "");
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
    }
}
