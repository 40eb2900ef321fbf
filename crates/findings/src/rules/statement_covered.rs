//! Statement that another one covers.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "statement-covered",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("statement that another one covers", "语句已被另一条语句包含"),
        message: words("statement {number} covers this one", "第 {number} 条语句已包含此语句"),
        help: words(
            "it has no effect of its own; remove it, or narrow the other",
            "它本身不起作用；请将其删除，或收窄另一条语句",
        ),
        source: source::SYNTAX,
    },
    check: Check::Document(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#"{"Effect": "Allow", "Action": "log:*", "Resource": "*"}, ⟦{"Effect": "Allow",
                    "Action": "log:GetIndex", "Resource": "acs:log:*:*:project/p/*"}⟧"#),
        identity(r#"⟦{"Effect": "Deny", "Action": "log:GetIndex", "Resource": "*",
                    "Condition": {"Bool": {"acs:SecureTransport": "false"}}}⟧, {"Effect": "Deny", "Action": "*",
                    "Resource": "*"}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#"{"Effect": "Allow", "Action": "log:*", "Resource": "acs:log:*:*:project/p"},
                    {"Effect": "Allow", "Action": "log:GetIndex", "Resource": "acs:log:*:*:project/p/*"}"#),
        identity(r#"{"Effect": "Allow", "Action": "log:*", "Resource": "*",
                    "Condition": {"Bool": {"acs:MFAPresent": "true"}}}, {"Effect": "Allow",
                    "Action": "log:GetIndex", "Resource": "*"}"#),
    ],
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let wide = |statement: &&Statement<'_>| {
        !statement.is_conditional() && statement.principals.is_empty() && statement.effect.is_some()
    };
    let candidates: Vec<_> = context.document.statements.iter().filter(wide).take(16).collect();
    for statement in &context.document.statements {
        let other = candidates.iter().find(|other| {
            other.index != statement.index
                && other.effect == statement.effect
                && covers(other, statement)
                // Two that cover each other are the same; one of them stays.
                && (other.index < statement.index || !covers(statement, other))
        });
        // Of two that are written alike another rule speaks.
        let alike = |other: &Statement<'_>| other.span.len() == statement.span.len();
        if let Some(other) = other.filter(|other| !alike(other)) {
            let finding = sink.report(statement.span).arg("number", (other.index + 1).to_string());
            finding.statement = Some(statement.index);
            finding.related(other.span).without(statement.removal);
        }
    }
}

/// Whether everything that `other` matches is matched by `wide`, whatever the conditions. Never wrongly yes.
pub(super) fn covers(wide: &Statement<'_>, other: &Statement<'_>) -> bool {
    // Longer lists are not worth the time.
    let list = |wide: &[Entry<'_>], other: &[Entry<'_>]| {
        !other.is_empty()
            && wide.len() * other.len() <= 64
            && other.iter().all(|entry| entry.text.len() < 256 && wide.iter().any(|wide| wide.covers(entry)))
    };
    list(wide.actions(), other.actions()) && list(wide.resources(), other.resources())
}
