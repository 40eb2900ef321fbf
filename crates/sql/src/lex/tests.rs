use super::*;

fn kinds(text: &str) -> Vec<(Kind, &str)> {
    lex(text).tokens.iter().map(|token| (token.kind, token.inner.of(text))).collect()
}

fn codes(text: &str) -> Vec<&'static str> {
    lex(text).notes.iter().map(|note| note.kind.code()).collect()
}

#[test]
fn tokens_have_what_is_within_their_quotes() {
    assert_eq!(
        kinds("名a_1$x `b``c` 'd''e' 1.5E-3 ${v}"),
        [
            (Kind::Word, "名a_1$x"),
            (Kind::Quoted, "b``c"),
            (Kind::String, "d''e"),
            (Kind::Number, "1.5E-3"),
            (Kind::Variable, "${v}"),
        ]
    );
    assert_eq!(kinds("a${b}c").len(), 3, "a variable is one for itself");
}

#[test]
fn hints_are_tokens_and_comments_are_none() {
    let text = "/* a */ /*+ B */ -- c\nd /**/ /***/ e";
    assert_eq!(
        kinds(text),
        [
            (Kind::HintOpen, "/*+"),
            (Kind::Word, "B"),
            (Kind::HintClose, "*/"),
            (Kind::Word, "d"),
            (Kind::Word, "e")
        ]
    );
    assert_eq!(lex(text).comments.len(), 4);
}

#[test]
fn a_missing_quote_spoils_one_line() {
    for (text, literals) in [
        ("'a' = 'b,\n'c' = 'd'", vec!["a", "b", "c", "d"]),
        ("'a' = b',\n'c' = 'd'", vec!["a", "", "c", "d"]),
        ("'a' = 'b);\nSELECT '' , x;", vec!["a", "b", ""]),
        ("'a", vec!["a"]),
    ] {
        let found: Vec<&str> = kinds(text)
            .into_iter()
            .filter(|(kind, _)| *kind == Kind::String)
            .map(|(_, inner)| inner)
            .collect();
        assert_eq!(found, literals, "{text}");
        assert_eq!(codes(text), ["unterminated-string"], "{text}");
    }
}

#[test]
fn literals_may_run_over_lines() {
    assert_eq!(kinds("'a\nb' ,"), [(Kind::String, "a\nb"), (Kind::Symbol(','), ",")]);
    assert_eq!(codes("'{\n\"a\": ''b''\n}'"), [""; 0]);
}

#[test]
fn other_punctuation_is_read_as_what_it_was_meant_to_be() {
    assert_eq!(
        kinds("（‘a’，”")[..3],
        [(Kind::Symbol('('), "（"), (Kind::String, "a"), (Kind::Symbol(','), "，")]
    );
    assert_eq!(codes("\u{FEFF}a\u{3000}b\u{200B}"), ["byte-order-mark", "odd-space", "odd-space"]);
}
