//! Statement written twice.

use super::prelude::*;
use std::collections::HashMap;

pub(super) const RULE: Rule = Rule {
 row: &Row {
 code: "statement-duplicate",
 class: Suggestion,
 validator: None,
 status: Stated,
 title: words("statement written twice", "语句重复"),
 message: words("statement {number} says the same as statement {first}", "第 {number} 条语句与第 {first} 条相同"),
 help: words("remove one of the two", "请删除其中一条"),
 source: source::SYNTAX,
 },
 check: Check::Document(run),
 #[cfg(test)]
 fires: &[identity(r#"{"Effect": "Allow", "Action": "log:Get*", "Resource": "*"}, ⟦{"Effect": "Allow",  "Action": "log:Get*", "Resource": "*"}⟧"#)],
 #[cfg(test)]
 silent: &[identity(r#"{"Effect": "Allow", "Action": "log:Get*", "Resource": "*"}, {"Effect": "Deny", "Action": "log:Get*", "Resource": "*"}"#)],
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let mut seen: HashMap<String, &Statement<'_>> = HashMap::new();
    for statement in &context.document.statements {
        let key: String = statement.span.of(context.text).split_whitespace().collect();
        match seen.get(&key) {
            Some(first) => {
                let (number, other) = ((statement.index + 1).to_string(), (first.index + 1).to_string());
                let finding = sink.report(statement.span).arg("number", number).arg("first", other);
                finding.statement = Some(statement.index);
                finding.related(first.span).without(statement.removal);
            }
            None => {
                seen.insert(key, statement);
            }
        }
    }
}
