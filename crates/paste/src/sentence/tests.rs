use std::fmt::Write as _;

use ramplay_text::Lang;

use super::*;
use crate::recognise;

/// Texts that together have every repair, wrapper and problem.
const TEXTS: [&str; 34] = [
    "\u{FEFF}{\u{A0}\\n Version: '1'， “Statement”: [ /* c */ {`Effect` = \"Allow\",, \"Action\" : \"a\\_b\t\", \"Resource\": None,} {\"Effect\": var.x, \"Action\": \"a\" + \"b\"}]",
    "{\"Version\": \"1\", \"Statement\": [{{\"Effect\": \"Allow\"}}, }, {\"Effect\": \"Deny\"}]}",
    "{\"Effect\": \"Allow\", \"Action\": \"a:b\", \"Resource\": \"*\"}",
    "\"Statement\": []",
    "```\n{\"Version\": \"1\", \"Statement\": []}\n```",
    "# {\n# \"Version\": \"1\", \"Statement\": []\n# }",
    "<pre>{\"Version\": \"1\", \"Statement\": []}</pre>",
    "<a><PolicyDocument>{\"Version\": \"1\", \"Statement\": []}</PolicyDocument></a>",
    "{\"PolicyDocument\": \"{\\\"Statement\\\": []}\"}",
    "{\"Properties\": {\"Statement\": []}}",
    "[{\"Version\": \"1\", \"Statement\": []}, {\"Version\": \"1\", \"Statement\": []}]",
    "policy = <<EOF\n{\"Version\": \"1\", \"Statement\": []}\nEOF",
    "policy = jsonencode({ Version = \"1\", Statement = [] })",
    "\"{\\\"Version\\\": \\\"1\\\", \\\"Statement\\\": []}\"",
    "\"{\\\"Version\\\": \\\"1\\\", \\\"Statement\\\": [\\\"\" + name + \"\\\"]\" +\n \"}\"",
    "{\\\"Version\\\": \\\"1\\\", \\\"Statement\\\": []}",
    "{\\\\\\\"Version\\\\\\\": \\\\\\\"1\\\\\\\", \\\\\\\"Statement\\\\\\\": []}",
    "%7B%22Version%22%3A%221%22%2C%22Statement%22%3A%5B%5D%7D",
    "$ cat p\n{\"Version\": \"1\", \"Statement\": []}\n$",
    "",
    "nothing",
    "Version: '1'\nStatement:\n- Effect: Allow\n  Action: a:b\n",
    "Version: '1'\nStatement:\n- &x\n  Effect: Allow\n  Action: a:b\n",
    "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\n}]}",
    "{\"Version\": \"1\", /* \"Statement\": []}",
    "{\"Version\": \"1\", \"Statement\": [] // }",
    "{\"Version\": \"1\", \"Statement\": [{ ]}",
    "{\"Version\": \"1\", \"Statement\": [",
    "{\"Version\": \"1\", \"Statement\": [{\"RAM\"}]}",
    "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", {}}]}",
    "{\"Version\": \"1\", %{ if x } \"Statement\": []}",
    "{\"Version\": \"1\", \"Statement\": ${x",
    "{\"Version\": \"1\", \"Statement\": [...]}",
    "{\"Version\": \"1\", \"Statement\": [\"\\d\", \"é\"]}",
];

/// Every message in both languages, as a table.
#[test]
fn messages_read_well() {
    let mut table = String::new();
    for text in TEXTS {
        let found = recognise(text);
        for lang in Lang::ALL {
            let mut line = |code: &str, message: &str, help: &str| {
                assert!(
                    !message.ends_with('.') && !help.ends_with('.') && !message.ends_with('。'),
                    "{message} / {help}"
                );
                writeln!(table, "{code}: {message} | {help}").unwrap();
            };
            for document in &found.documents {
                for found in &document.wrappers {
                    line(found.what.code(), &wrapper(&found.what, lang), "");
                }
                for found in &document.repairs {
                    line(found.kind.code(), &repair(found, text, lang), "");
                }
            }
            for found in &found.problems {
                line(found.what.code(), &problem(&found.what, lang), help(&found.what, lang));
            }
        }
    }
    for language in LookAlike::ALL {
        for lang in Lang::ALL {
            writeln!(
                table,
                "{}: {} | {}",
                language.code(),
                look_alike(language, lang),
                look_alike_help(language, lang)
            )
            .unwrap();
        }
    }
    for lang in Lang::ALL {
        let words = [
            listed(1, lang),
            listed(2, lang),
            listed_help(lang).to_owned(),
            placeholder(Placeholder::Mask, "****", lang),
            placeholder(Placeholder::Angle, "<x>", lang),
            problem(&Problem::TooLong { bytes: 2, limit: 1 }, lang),
            problem(&Problem::DocumentTooLong { bytes: 2, limit: 1 }, lang),
            problem(&Problem::TooDeep { limit: 1 }, lang),
            problem(&Problem::TooMany { limit: 1 }, lang),
            problem(&Problem::StrayClosing { bracket: '}' }, lang),
            problem(&Problem::Unexpected { found: "(".to_owned() }, lang),
        ];
        writeln!(table, "{}", words.join("\n")).unwrap();
    }
    insta::assert_snapshot!(table);
}
