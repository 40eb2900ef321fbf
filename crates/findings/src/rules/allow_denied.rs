//! `Allow` that a `Deny` takes back.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "allow-denied",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("`Allow` that a `Deny` takes back", "`Allow` 被 `Deny` 完全覆盖"),
        message: words(
            "statement {number} denies everything that this one allows",
            "第 {number} 条语句拒绝了此语句允许的一切",
        ),
        help: words(
            "`Deny` wins, whatever the order; remove one of the two, or narrow the `Deny`",
            "无论顺序如何，`Deny` 优先；请删除其中一条，或收窄 `Deny`",
        ),
        source: source::EVALUATION,
    },
    check: Check::Document(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#"⟦{"Effect": "Allow", "Action": ["log:Get*", "log:List*"],
                    "Resource": "acs:log:*:*:project/p"}⟧, {"Effect": "Deny", "Action": "log:*",
                    "Resource": "*"}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#"{"Effect": "Allow", "Action": ["log:Get*", "oss:List*"], "Resource": "*"},
                    {"Effect": "Deny", "Action": "log:*", "Resource": "*"}"#),
        identity(r#"{"Effect": "Allow", "Action": "log:Get*", "Resource": "*"}, {"Effect": "Deny",
                    "Action": "log:*", "Resource": "*", "Condition": {"Bool": {"acs:SecureTransport": "false"}}}"#),
    ],
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    // Documents with many bare denials are written by programs; a few are enough to be compared with.
    let bare = |statement: &&Statement<'_>| statement.denies() && !statement.is_conditional() && statement.principals.is_empty();
    let denials: Vec<_> = context.document.statements.iter().filter(bare).take(16).collect();
    if denials.is_empty() {
        return;
    }
    for allow in context.document.statements.iter().filter(|statement| statement.allows()) {
        let Some(denial) = denials.iter().find(|denial| super::statement_covered::covers(denial, allow)) else { continue };
        let finding = sink.report(allow.span).arg("number", (denial.index + 1).to_string());
        finding.statement = Some(allow.index);
        finding.related(denial.span);
    }
}
