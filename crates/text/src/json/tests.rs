use super::*;

fn codes(text: &str) -> Vec<&'static str> {
    read(text, &Limits::default()).problems.iter().map(|problem| problem.kind.code()).collect()
}

/// Code and underlined text of each problem.
fn underlined(text: &str) -> Vec<(&'static str, String)> {
    read(text, &Limits::default())
        .problems
        .iter()
        .map(|problem| (problem.kind.code(), problem.span.of(text).to_owned()))
        .collect()
}

#[test]
fn values_carry_their_spans() {
    let text = "\u{FEFF}{ \"k\" : [\"v\\u4e2d\", 1.5e3, null] }";
    let read = read(text, &Limits::default());
    let Some(Node { value: Value::Object(members), .. }) = read.value else { panic!("no object") };
    let member = &members[0];
    assert_eq!(member.key_span.of(text), "\"k\"");
    let Value::Array(items) = &member.value.value else { panic!("no list") };
    assert_eq!(items[0].value, Value::String("v中".into()));
    assert_eq!(items[0].span.of(text), "\"v\\u4e2d\"");
    assert_eq!(items[1].value, Value::Number("1.5e3"));
    assert_eq!(read.problems[0].kind, ProblemKind::ByteOrderMark);
}

#[test]
fn every_deviation_is_named_at_its_place() {
    let text = "{'a': 1, // note\n b: [1 2,], \"c\": {\"d\":1, \"d\":2,},}";
    let expected = [
        ("json-single-quotes", "'a'"),
        ("json-comment", "// note"),
        ("json-unquoted-key", "b"),
        ("json-missing-comma", "2"),
        ("json-trailing-comma", ","),
        ("json-duplicate-key", "\"d\""),
        ("json-trailing-comma", ","),
        ("json-trailing-comma", ","),
    ];
    assert_eq!(underlined(text), expected.map(|(code, text)| (code, text.to_owned())));
}

#[test]
fn what_cannot_be_read_stops_with_one_problem() {
    for (text, syntax, under) in [
        ("{\"a\": \"x", Syntax::UnterminatedString, None),
        ("{\"a\": [1", Syntax::UnterminatedArray, Some("")),
        ("{\"a\": 1", Syntax::UnterminatedObject, Some("")),
        ("{\"a\" 1}", Syntax::ExpectedColon, Some("1")),
        ("{} {}", Syntax::TrailingText, Some("{")),
        ("{\"a\": \"\\q\"}", Syntax::BadEscape, None),
        ("{\"a\": \"x\ny\"}", Syntax::ControlCharacter, None),
        ("{\"a\": ]}", Syntax::Unexpected, Some("]")),
    ] {
        let read = read(text, &Limits::default());
        assert_eq!(read.problems.len(), 1, "{text}");
        assert_eq!(read.problems[0].kind, ProblemKind::Syntax(syntax), "{text}");
        if let Some(under) = under {
            assert_eq!(read.problems[0].span.of(text), under, "{text}");
        }
    }
    assert_eq!(codes(""), ["json-empty"]);
    assert_eq!(codes(" \r\n\t "), ["json-empty"]);
}

#[test]
fn limits_hold_at_the_bound_and_one_past_it() {
    let limits = Limits { bytes: 10, depth: 3 };
    assert!(read("[[[1]]]", &limits).problems.is_empty());
    assert_eq!(read("[[[[1]]]]", &limits).problems[0].kind, ProblemKind::TooDeep { limit: 3 });
    assert!(read("[        ]", &limits).problems.is_empty());
    assert_eq!(read("[         ]", &limits).problems[0].kind.code(), "json-too-long");
    let bomb = "[".repeat(60_000);
    assert_eq!(codes(&bomb), ["json-too-deep"]);
    assert_eq!(codes(&format!("/* \" */{bomb}")), ["json-too-deep"]);
    assert_eq!(codes(&format!("\"{bomb}\"")), Vec::<&str>::new(), "brackets in a string");
}

#[test]
fn agrees_with_serde_json_on_what_is_strict() {
    let mut texts: Vec<String> = [
        "1",
        "-1",
        "01",
        "1.",
        ".5",
        "+1",
        "0x1",
        "NaN",
        "true",
        "nul",
        "\"a\"",
        "'a'",
        "[1,]",
        "[,1]",
        "{\"a\":1}",
        "{a:1}",
        "\"\\u12\"",
        "\"\\ud800\"",
        "\"\t\"",
        "[1 2]",
        "{\"a\":1 \"b\":2}",
        "\u{a0}1",
        "\"\\'\"",
        "1 // c",
        "[1]]",
        "\u{0}",
        "\"\u{7f}\"",
        "1e5",
        "1e",
        "-",
        "{\"a\":}",
    ]
    .map(str::to_owned)
    .to_vec();
    // Every text with one byte taken out, so that the table also covers cuts.
    let base = r#"{"Version":"1","Statement":[{"Effect":"Allow","Action":["a:b"],"n":-1.5e+3,"t":true}]}"#;
    texts.extend(
        (0..base.len()).map(|at| format!("{}{}", base.get(..at).unwrap(), base.get(at + 1..).unwrap())),
    );
    for text in texts {
        let strict = serde_json::from_str::<serde_json::Value>(&text).is_ok();
        let problems = codes(&text);
        assert_eq!(problems.is_empty(), strict, "{text:?}: {problems:?}");
    }
}
