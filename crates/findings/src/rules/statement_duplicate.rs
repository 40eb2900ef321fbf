//! Statement written twice.

use super::prelude::*;
use crate::view::Seen;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "statement-duplicate",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("statement written twice", "语句重复"),
        message: words(
            "statement {number} says the same as statement {first}",
            "第 {number} 条语句与第 {first} 条相同",
        ),
        help: words("remove one of the two", "请删除其中一条"),
        source: source::SYNTAX,
    },
    check: Check::Document(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#"{"Effect": "Allow", "Action": "log:Get*", "Resource": "*"},
                    ⟦{"Effect": "Allow",  "Action": "log:Get*", "Resource": "*"}⟧"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#"{"Effect": "Allow", "Action": "log:Get*", "Resource": "*"}, {"Effect": "Deny",
                    "Action": "log:Get*", "Resource": "*"}"#),
    ],
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let statements = &context.document.statements;
    let bare = |statement: &Statement<'_>| statement.span.of(context.text).split_whitespace().collect::<String>();
    let keys: Vec<String> = statements.iter().map(bare).collect();
    let mut seen = Seen::default();
    for (statement, key) in statements.iter().zip(&keys) {
        let Some(first) = seen.before(key, statement.span) else { continue };
        let other = statements.iter().find(|other| other.span == first).map_or(0, |other| other.index);
        let finding = sink
            .report(statement.span)
            .arg("number", (statement.index + 1).to_string())
            .arg("first", (other + 1).to_string());
        finding.statement = Some(statement.index);
        finding.related(first).without(statement.removal);
    }
}
