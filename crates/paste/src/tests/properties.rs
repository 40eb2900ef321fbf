use proptest::prelude::*;

use super::*;

/// What documents and the things around them are made of.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::sample::select(vec![
            "{", "}", "[", "]", ":", ",", "\"", "'", "`", "=", "(", ")", "<", ">", "\\", "\n", " ", "\\n", "\\\"", "+", "#", "//", "/*",
            "*/", "${", "%{", "{{", "}}", "，", "：", "｛", "“", "”", "\u{A0}", "\u{200B}", "\u{FEFF}", "...", "```", "<<EOF", "EOF",
            "<br>", "&quot;", "%7B", "\"Statement\"", "\"Version\": \"1\"", "\"Effect\": \"Allow\"", "Action", "jsonencode(",
            "policy_document = ", "<PolicyDocument>", "</PolicyDocument>", "\u{0}", "\\u0022", "\\ud800", "$x", "\" + \"", "\r\n",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-z*]{1,4}",
    ]
}

/// Documents in the forms that are recognised.
fn forms() -> impl Strategy<Value = String> {
    let pretty = format!("{:#}", policy());
    let escaped = serde_json::json!(pretty).to_string();
    let answer = serde_json::json!({"PolicyVersion": {"PolicyDocument": trust().to_string()}}).to_string();
    let heredoc =
        format!("resource \"alicloud_ram_policy\" \"a\" {{\n  policy_document = <<EOF\n{pretty}\nEOF\n}}\n");
    let hcl =
        "jsonencode({ Version = \"1\", Statement = [{ Effect = \"Allow\", Action = var.x }] })".to_owned();
    let joined =
        "\"{\" +\n \"\\\"Version\\\": \\\"1\\\",\" +\n \"\\\"Statement\\\": []\" +\n \"}\"".to_owned();
    let yaml = "Version: '1'\nStatement:\n  - Effect: Allow\n    Action: [a, b]\n    Resource:\n    - x\n    - '*'\n".to_owned();
    proptest::sample::select(vec![yaml, pretty, escaped, answer, heredoc, hcl, joined, policy().to_string()])
}

/// Where to change what: place, length of what goes, what comes.
fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, String)>> {
    proptest::collection::vec(
        (any::<prop::sample::Index>(), 0..6_usize, prop_oneof![Just(String::new()), piece()]),
        1..5,
    )
}

fn mutated(mut text: String, changes: &[(prop::sample::Index, usize, String)]) -> String {
    for (index, length, new) in changes {
        let start = text.floor_char_boundary(index.index(text.len() + 1));
        let end = text.floor_char_boundary((start + length).min(text.len())).max(start);
        text.replace_range(start..end, new);
    }
    text
}

proptest! {
    #[test]
    fn arbitrary_text_gets_a_sound_answer(text in ".{0,200}") {
        sound(&text);
    }

    #[test]
    fn arbitrary_pieces_get_a_sound_answer(pieces in proptest::collection::vec(piece(), 0..40)) {
        sound(&pieces.concat());
    }

    #[test]
    fn mutated_documents_get_a_sound_answer(text in forms(), changes in changes()) {
        sound(&mutated(text, &changes));
    }

    #[test]
    fn strict_json_is_never_repaired(effect in ".{0,20}", action in ".{0,20}", key in "[^\"\\\\\\x00-\\x1f]{1,8}") {
        let document = serde_json::json!({"Version": "1", "Statement": [{"Effect": effect, "Action": [action], "Condition": {key: {}}}]});
        let text = format!("{document:#}");
        let document = only(&text);
        prop_assert!(document.is_as_pasted());
        prop_assert_eq!(document.text, text);
    }
}
