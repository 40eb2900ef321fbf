//! AccessKey in a policy.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "access-key",
        class: SecurityWarning,
        validator: None,
        status: Derived,
        title: words("AccessKey in a policy", "策略中有 AccessKey"),
        message: words("`{text}` looks like the id of an AccessKey", "`{text}` 看起来是 AccessKey ID"),
        help: words(
            "keys do not belong in policies; if its secret may have been seen, disable the key",
            "密钥不应出现在策略中；如果其 Secret 可能已泄露，请停用该密钥",
        ),
        source: source::ELEMENTS,
    },
    check: Check::Document(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "oss:*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:AccessId": ⟦"LTAI5tAbCdEfGhIjKlMnOpQr"⟧}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "oss:*", "Resource": "acs:oss:*:*:litai-bucket/*",
                    "Condition": {"StringLike": {"acs:AccessId": ["TMP.*", "STS.*"]}}"#),
    ],
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for (text, span) in &context.document.strings {
        let key = text.split(|character: char| !character.is_ascii_alphanumeric()).find(|word| {
            // The value of `acs:AccessId` may be one, and is a pattern as a rule.
            (16..=30).contains(&word.len()) && (word.starts_with("LTAI") || word.starts_with("STS"))
                && word.bytes().any(|byte| byte.is_ascii_digit()) && word.bytes().any(|byte| byte.is_ascii_lowercase())
        });
        if let Some(key) = key {
            let short: String = key.chars().take(8).collect();
            sink.report(*span).arg("text", format!("{short}…"));
        }
    }
}
