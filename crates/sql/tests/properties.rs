//! What holds for every text.

#[path = "draft/spans.rs"]
mod spans;

use proptest::prelude::*;
use ramplay_sql::{Defined, Place, Script, VariableKind, check_variables, masked, read, rewrite, sentence};
use ramplay_text::Lang;

/// Pieces that drafts are made of, and those that break them.
const PIECES: &[&str] = &[
    "CREATE TEMPORARY TABLE t ",
    "CREATE TABLE `a`.b ",
    "(a INT, b AS c METADATA FROM 'x' VIRTUAL)",
    " WITH (",
    "'connector' = 'sls'",
    "'accessKey' = 'geheim-99'",
    "LIKE t (INCLUDING ALL)",
    "INSERT INTO t ",
    "SELECT * FROM ",
    "t JOIN u FOR SYSTEM_TIME AS OF x ",
    "TABLE(TUMBLE(TABLE t, DESCRIPTOR(a)))",
    "/*+ OPTIONS('a' = 'b') */",
    "/*",
    "*/",
    "--",
    "\n",
    ";",
    "(",
    ")",
    ",",
    "'",
    "`",
    "\"",
    "''",
    "=",
    ".",
    "${secret_values.x}",
    "${",
    "$ {y}",
    "}",
    "BEGIN STATEMENT SET;",
    "END;",
    "WITH q AS (",
    "UNION ALL ",
    "SET 'a' = 'b'",
    "USE CATALOG c",
    "AS ",
    "名字",
    "（",
    "，",
    "‘",
    "’",
    "\u{FEFF}",
    "\u{3000}",
    "😀",
    "source:\n",
    "  type: sls\n",
    "sink:",
    "LTAI5tFAKEFAKEFAKEFAKE01",
    "://u:p@h",
    "password=\"x1\"",
    "<",
    ">",
    "\r\n",
    "\t",
    "E",
    "EXECUTE ",
    "1e5",
    "CREATE VIEW v AS ",
    "DROP TABLE t",
];

fn drafts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,200}",
        prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat()),
    ]
}

fn everything(script: &Script) -> String {
    use std::fmt::Write as _;
    let defined = [Defined { name: "x".to_owned(), kind: VariableKind::Namespace }];
    let mut out = format!("{script:?}");
    for lang in [Lang::En, Lang::Zh] {
        for note in &script.notes {
            out.push_str(&sentence::note(note, script, lang));
        }
        for finding in check_variables(script, &defined) {
            write!(out, "{finding:?}").ok();
            out.push_str(&sentence::variable(&finding, script, lang));
            out.push_str(&sentence::variable_help(&finding, lang).unwrap_or_default());
        }
        for credential in &script.credentials {
            out.push_str(&sentence::credential(credential, lang));
        }
    }
    out.push_str(&masked(script));
    let new = rewrite(script, &defined);
    for variable in &new.variables {
        write!(out, "{variable:?}").ok();
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_and_spans_hold(text in drafts()) {
        let script = read(&text);
        spans::check(&text, &script);
        everything(&script);
        for table in 0..script.tables.len() {
            script.options_of(table);
        }
        for reference in 0..script.references.len() {
            script.options_at(reference);
        }
    }

    #[test]
    fn masking_keeps_the_layout(text in drafts()) {
        let script = read(&text);
        let masked = masked(&script);
        let columns = |text: &str| text.split('\n').map(|line| line.chars().count()).collect::<Vec<_>>();
        prop_assert_eq!(columns(&text), columns(&masked));
    }

    #[test]
    fn a_rewritten_draft_keeps_only_what_was_left(text in drafts()) {
        let script = read(&text);
        let new = rewrite(&script, &[]);
        let again = read(&new.text);
        let in_options = again
            .credentials
            .iter()
            .filter(|credential| matches!(credential.place, Place::OptionValue { .. }))
            .count();
        prop_assert_eq!(in_options, 0, "{}", new.text);
        let mut names: Vec<_> = new.variables.iter().map(|variable| &variable.name).collect();
        names.sort();
        names.dedup();
        prop_assert_eq!(names.len(), new.variables.len());
    }

    /// A secret in any draft, whole or broken, shows in nothing that is made of it.
    #[test]
    fn secrets_are_never_shown(
        before in prop::collection::vec(prop::sample::select(PIECES), 0..12),
        after in prop::collection::vec(prop::sample::select(PIECES), 0..12),
        form in prop::sample::select(vec![
            "\n'accessId' = 'LTAI5tQQQQwwwwEEEErrrr12',\n",
            "\n-- LTAI5tQQQQwwwwEEEErrrr12\n",
            "\n LTAI5tQQQQwwwwEEEErrrr12 \n",
            "\n`LTAI5tQQQQwwwwEEEErrrr12`\n",
            "\nCREATE TABLE LTAI5tQQQQwwwwEEEErrrr12 WITH (LTAI5tQQQQwwwwEEEErrrr12 = '1')\n",
            "\n${LTAI5tQQQQwwwwEEEErrrr12}\n",
            "\n$ {LTAI5tQQQQwwwwEEEErrrr12}\n",
        ]),
    ) {
        let text = format!("{}{form}{}", before.concat(), after.concat());
        let shown = everything(&read(&text));
        prop_assert!(!shown.contains("QQQQ") && !shown.contains("rrrr12"), "{text}\n{shown}");
    }
}

#[test]
fn texts_that_are_too_long_are_not_read() {
    let script = read(&"a".repeat(ramplay_sql::limits::BYTES + 1));
    assert_eq!(script.notes[0].kind.code(), "sql-too-long");
    assert!(script.text().is_empty());
}

#[test]
fn deep_nesting_is_bounded() {
    let text = format!(
        "INSERT INTO a SELECT * FROM b WHERE x IN {} SELECT 1;\nSELECT * FROM c",
        "(".repeat(100_000)
    );
    let script = read(&text);
    assert!(script.notes.iter().any(|note| note.kind.code() == "too-deep"));
    assert_eq!(script.references.last().unwrap().name.object(), "c");
}
