use serde_json::json;

use super::*;

/// The document with its last repair.
fn repaired(text: &str) -> (Value, Vec<&'static str>) {
    let document = only(text);
    let mut codes = repairs(&document);
    codes.dedup();
    (value(&document), codes)
}

#[test]
fn what_can_mean_one_thing() {
    let one =
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["log:Get*"], "Resource": "*"}]}"#;
    for (from, to, code) in [
        ("{\"V", "\u{FEFF}{\"V", "byte-order-mark"),
        (", \"S", ",\u{A0}\u{A0}\"S", "odd-space"),
        (", \"S", ",\u{3000}\u{200B}\"S", "odd-space"),
        (", \"S", ",\\n\\t\"S", "escaped-space"),
        (", \"S", ", // https://x\n\"S", "comment"),
        (", \"S", ", # x\n\"S", "comment"),
        (", \"S", ", /* , */ \"S", "comment"),
        ("{\"V", "// 说明\n{\"V", "comment"),
        (", \"S", "， \"S", "punctuation"),
        ("\": [\"log:Get*\"]", "\"：［\"log:Get*\"］", "punctuation"),
        ("\"Version\"", "“Version”", "curly-quotes"),
        ("\"Version\"", "”Version”", "curly-quotes"),
        ("\"Version\"", "\"Version”", "curly-quotes"),
        ("\"Version\"", "'Version'", "single-quotes"),
        ("\"Version\"", "`Version`", "single-quotes"),
        ("\"Version\"", "Version", "unquoted-key"),
        ("\"Version\":", "\"Version\" =", "separator"),
        ("\"Version\":", "\"Version\" =>", "separator"),
        ("\"]", "\",]", "trailing-comma"),
        (", \"S", ",, \"S", "extra-comma"),
        (", \"S", " \"S", "missing-comma"),
        (", \"S", "\n\"S", "missing-comma"),
        ("log:Get*", "log:Get\\*", "needless-escape"),
        ("[\"log:Get*\"]", "\\[\"log:Get*\"\\]", "needless-escape"),
        ("\"}]}", "\"}]}}", "stray-closing"),
        ("\"}]}", "\"}}]}", "stray-closing"),
        ("\"}]}", "\"},}]}", "stray-closing"),
        ("\"}]}", "\"]}", "missing-closing"),
        ("\"}]}", "\"}]", "missing-closing"),
        ("\"}]}", "\"", "missing-closing"),
        ("Get*\"],", "Get*\",", "missing-closing"),
        ("{\"Effect\"", "{{\"Effect\"", "doubled-brace"),
        ("[\"log:Get*\"]", "[\"log:\" + \"Get*\"]", "joined-strings"),
    ] {
        let text = one.replacen(from, to, 1);
        let text = if code == "doubled-brace" { text.replacen("}]", "}}]", 1) } else { text };
        assert_ne!(text, one, "{from:?} is there");
        let (value, codes) = repaired(&text);
        assert_eq!(value, policy(), "{text}");
        assert!(codes.contains(&code), "{code} in {codes:?} for {text}");
        assert!(codes.len() <= 2, "{codes:?} for {text}");
    }
}

#[test]
fn small_changes_keep_the_layout() {
    let text = "{\n  \"Version\": \"1\",   // one\n\n\t\"Statement\": [ ],\n}\n";
    assert_eq!(only(text).text, "{\n  \"Version\": \"1\",   \n\n\t\"Statement\": [ ]\n}");
}

#[test]
fn lines_that_become_blank_go() {
    let text = "{\n  // one\n  \"Version\": \"1\",\n  \"Statement\": [\n    {},\n    },\r\n    {}\n  ]\n}";
    assert_eq!(only(text).text, "{\n  \"Version\": \"1\",\n  \"Statement\": [\n    {},\r\n    {}\n  ]\n}");
}

#[test]
fn spans_are_those_of_the_pasted_text() {
    let text = "String p = \"{\\\"Version\\\": \\\"1\\\", \\\"Statement\\\": [\\\"é\\\",]}\";";
    let document = only(text);
    let [comma] = document.repairs.as_slice() else { panic!("{document:#?}") };
    assert_eq!((comma.kind.code(), comma.span.of(text)), ("trailing-comma", ","));
    assert_eq!(comma.span.start as usize, text.find(",]").unwrap());
}

#[test]
fn expressions_are_quoted() {
    for (written, quoted) in [
        ("${var.x}", "${${var.x}}"),
        ("$arn", "${$arn}"),
        ("<bucket arn>", "${<bucket arn>}"),
        ("String", "${String}"),
        ("{{ bucket }}", "${{{ bucket }}}"),
        ("var.a ? \"x\" : var.b[0]", "${var.a ? \"x\" : var.b[0]}"),
        ("${jsonencode({ for k, v in x : k => v })}", "${${jsonencode({ for k, v in x : k => v })}}"),
    ] {
        let text = format!(
            "{{\"Version\": \"1\", \"Statement\": [{{\"Effect\": \"Allow\", \"Action\": \"a:*\", \"Resource\": {written}}}]}}"
        );
        let document = only(&text);
        assert_eq!(value(&document)["Statement"][0]["Resource"], quoted, "{text}");
        assert_eq!(document.repairs[0].span.of(&text), written);
    }
}

#[test]
fn languages_of_programs() {
    let python =
        "{'Version': '1', 'Statement': [{'Effect': 'Allow', 'Action': ['log:Get*'], 'Resource': '*'}]}";
    assert_eq!(value(&only(python)), policy());
    let javascript = "const policy = {\n  Version: '1',\n  Statement: [{ Effect: 'Allow', Action: ['log:Get*'], Resource: '*', }],\n};";
    assert_eq!(value(&only(javascript)), policy());
    let quotes =
        "{'Version': '1', 'Statement': [{'Effect': 'Allow', 'Action': 'a \"b\" \\'c\\'', 'Resource': None}]}";
    assert_eq!(
        value(&only(quotes))["Statement"][0],
        json!({"Effect": "Allow", "Action": "a \"b\" 'c'", "Resource": null})
    );
}

#[test]
fn placeholders_are_listed() {
    let written = [
        "<Project name>",
        "${var.account}",
        "$accountId",
        "{uid}",
        "****",
        "[ECS action]",
        "xxxx",
        "{{ name }}",
        "%{if x}",
    ];
    for placeholder in written {
        let text =
            format!("{{\"Version\": \"1\", \"Statement\": [{{\"Resource\": \"acs:é:12{placeholder}/*\"}}]}}");
        let document = only(&text);
        let found: Vec<_> = document.placeholders.iter().map(|found| found.span.of(&text)).collect();
        if placeholder == "$accountId" {
            // Behind a digit it belongs to a name.
            assert!(found.is_empty());
            continue;
        }
        assert_eq!(found, [placeholder], "{text}");
        assert!(document.is_as_pasted());
    }
    let none = json!({"Version": "1", "Statement": [{"Resource": ["ALIYUN$me@example.com", "*", "a/**", "acs:*:*:*:x"]}]});
    assert!(only(&none.to_string()).placeholders.is_empty());
    let one = json!({"Version": "1", "Statement": [{"Resource": ["acs:ram::$accountId:root"]}]}).to_string();
    assert_eq!(only(&one).placeholders[0].span.of(&one), "$accountId");
}
