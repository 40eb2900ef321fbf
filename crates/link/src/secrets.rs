//! What must never stand in a link: AccessKey pairs, temporary keys and their tokens, credentials in SQL.
//!
//! The forms and the names of options are those of `ramplay-sql`, which looks at every text here. What only the name
//! of an option tells counts where a text is SQL: in a policy, `password` is a word like any other.

use ramplay_sql::{CredentialKind, FoundBy, Script, mask};
use ramplay_text::Span;
use serde_json::Value;

/// A secret, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// What it is.
    pub kind: CredentialKind,
    /// A stable code of what it is, such as `plain-access-key-id`.
    pub code: &'static str,
    /// The text that it stands in, as a JSON pointer into the content.
    pub path: String,
    /// Its place in that text, in bytes.
    pub span: Span,
    /// Its first characters and `****`: never more of it.
    pub masked: String,
}

/// Every secret in a content, in the order of its texts.
pub fn secrets(content: &Value) -> Vec<Secret> {
    let mut found = Vec::new();
    look(content, &mut String::new(), &mut found);
    found
}

/// The content with every secret masked.
pub fn without_secrets(content: &Value) -> Value {
    match content {
        Value::String(text) => Value::String(masked(text)),
        Value::Array(items) => items.iter().map(without_secrets).collect(),
        Value::Object(fields) => {
            fields.iter().map(|(key, value)| (masked(key), without_secrets(value))).collect()
        }
        other => other.clone(),
    }
}

fn look(value: &Value, path: &mut String, found: &mut Vec<Secret>) {
    let length = path.len();
    match value {
        Value::String(text) => look_at(text, path, found),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push('/');
                path.push_str(&index.to_string());
                look(item, path, found);
                path.truncate(length);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                path.push('/');
                // The path is shown: a secret in a key is none there.
                path.push_str(&masked(key).replace('~', "~0").replace('/', "~1"));
                look_at(key, path, found);
                look(field, path, found);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

fn look_at(text: &str, path: &str, found: &mut Vec<Secret>) {
    let Some(script) = read(text) else { return };
    found.extend(credentials(&script, text).map(|credential| Secret {
        kind: credential.kind,
        code: credential.kind.code(),
        path: path.to_owned(),
        span: credential.span,
        masked: credential.masked.clone(),
    }));
}

/// The shortest text with a secret in it: a quoted option of a draft.
const LEAST: usize = 12;

fn read(text: &str) -> Option<Script> {
    (text.len() >= LEAST).then(|| ramplay_sql::read(text))
}

fn credentials<'a>(script: &'a Script, text: &'a str) -> impl Iterator<Item = &'a ramplay_sql::Credential> {
    // A policy is JSON, and so is no draft.
    let is_sql = !text.trim_start().starts_with(['{', '[']);
    let counts = move |found: &FoundBy| is_sql || *found != FoundBy::Name;
    script.credentials.iter().filter(move |one| counts(&one.found_by) && !is_masked(one.span.of(text)))
}

/// Whether no more of a secret is left than [`mask`] leaves. The analysis of jobs counts it as one in plain text all
/// the same, since the draft that was masked has it; a link has not.
fn is_masked(text: &str) -> bool {
    let head = text.trim_end_matches('*');
    text.len() >= head.len() + 4 && head.chars().count() <= 4
}

/// A text with its secrets masked.
fn masked(text: &str) -> String {
    let Some(script) = read(text) else { return text.to_owned() };
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for credential in credentials(&script, text) {
        let (start, end) = (credential.span.start as usize, credential.span.end as usize);
        out.push_str(text.get(at..start).unwrap_or_default());
        out.push_str(&mask(credential.span.of(text)));
        at = end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const ID: &str = "LTAI5tAbCdEfGhIjKlMnOpQr";

    fn paths(content: &Value) -> Vec<(&'static str, String)> {
        secrets(content).into_iter().map(|secret| (secret.code, secret.path)).collect()
    }

    #[test]
    fn secrets_anywhere() {
        let policy = format!(r#"{{"Condition": {{"StringEquals": {{"acs:AccessId": "{ID}"}}}}}}"#);
        let sql = "CREATE TABLE t (a INT) WITH ('connector' = 'sls', 'accessKey' = 'not-in-plain-text');";
        let content = json!({
            "policies": [{"document": policy, "name": ID}],
            "jobs": {"drafts": [{"text": sql}]},
            "notes": format!("the token is CAIS{}", "aB3/".repeat(20)),
        });
        let expected = [
            ("plain-access-key-secret", "/jobs/drafts/0/text"),
            ("plain-security-token", "/notes"),
            ("plain-access-key-id", "/policies/0/document"),
            ("plain-access-key-id", "/policies/0/name"),
        ];
        assert_eq!(paths(&content), expected.map(|(code, path)| (code, path.to_owned())));
        for secret in secrets(&content) {
            assert!(secret.masked.ends_with("****") && secret.masked.len() <= 8, "{}", secret.masked);
        }
        let clean = without_secrets(&content);
        assert_eq!(paths(&clean), []);
        assert!(!clean.to_string().contains(ID) && !clean.to_string().contains("not-in-plain-text"));
    }

    #[test]
    fn secrets_of_a_review() {
        let content = json!({
            "base": [{"document": format!("{{\"Condition\": \"{ID}\"}}")}],
            "assertions": {"lines": ["job can write", format!("user {ID} may read")]},
            "comments": [{"text": format!("the key is {ID}"), "author": ID}],
        });
        let expected = ["/assertions/lines/1", "/base/0/document", "/comments/0/author", "/comments/0/text"];
        assert_eq!(paths(&content), expected.map(|path| ("plain-access-key-id", path.to_owned())));
        assert_eq!(paths(&without_secrets(&content)), []);
    }

    #[test]
    fn no_secrets() {
        for text in [
            r#"{"Action": "ram:ChangePassword", "Condition": {"StringEquals": {"password": "is a word here"}}}"#,
            "WITH ('connector' = 'sls', 'accessKey' = '${secret_values.key}')",
            "STS.* and LTAI* are patterns",
            "ResourceDirectoryAccountAccessRole",
        ] {
            assert_eq!(paths(&json!({ "text": text })), [], "{text}");
        }
    }
}
