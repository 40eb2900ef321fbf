use ramplay_text::{Lang, Span};

use super::*;
use crate::note::NoteKind;
use crate::variables::{Defined, check_variables};
use crate::{Credential, read};

/// A draft that brings about most of what there is to say.
const DRAFT: &str = "CREATE TEMPORARY TABLE t (a INT) (
  'connector' = 'sls' 'accessKey' = 'geheim-geheim-1',
  'a' = \"${secret_values.slsak}\", 'b' = ${table}, 'c' = 'x-${known}', 'd' = '$ {known}', 'd' = '${}'
)
CREATE TABLE t (a INT) WITH ('connector' = '${secret_values.known}';
INSERT INTO `t SELECT x FROM later, `${never}` -- 'password' = 'hunter2hunter2'
; FOO; SHOW TABLES; END; CREATE TABLE later (x INT)； /* no end";

#[test]
fn sentences_keep_the_rules() {
    let script = read(DRAFT);
    let defined = [("slslak", VariableKind::Namespace), ("known", VariableKind::Deployment)]
        .map(|(name, kind)| Defined { name: name.to_owned(), kind });
    let mut all = Vec::new();
    for lang in [Lang::En, Lang::Zh] {
        all.extend(script.notes.iter().map(|one| note(one, &script, lang)));
        for finding in check_variables(&script, &defined) {
            all.push(variable(&finding, &script, lang));
            all.extend(variable_help(&finding, lang));
        }
        all.extend(script.credentials.iter().map(|one: &Credential| credential(one, lang)));
        all.push(credential_help(lang).to_owned());
    }
    for sentence in &all {
        assert!(!sentence.ends_with(['.', '。']), "{sentence}");
        assert!(!sentence.contains('\n') && sentence.matches('`').count() % 2 == 0, "{sentence}");
        assert!(
            !sentence.starts_with(|c: char| c.is_ascii_uppercase()) || sentence.starts_with("AccessKey"),
            "{sentence}"
        );
        assert!(!sentence.contains("geheim-geheim") && !sentence.contains("hunter2h"), "{sentence}");
    }
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn every_bound_is_said_in_both_languages() {
    let script = read("");
    for kind in [
        NoteKind::TooLong { bytes: 2, limit: 1 },
        NoteKind::TooManyStatements { limit: 1 },
        NoteKind::TooDeep { limit: 1 },
        NoteKind::MissingBlock { block: "sink" },
    ] {
        let one = Note { kind, span: Span::default() };
        assert_ne!(note(&one, &script, Lang::En), note(&one, &script, Lang::Zh));
    }
}
