//! Where names stand in texts.

use serde_json::Value;

use super::{NameKind, Names};

/// What stands before `/` in a resource, and what stands behind it.
const SEGMENTS: [(&str, NameKind); 10] = [
    ("user", NameKind::User),
    ("role", NameKind::Role),
    ("access-configuration", NameKind::AccessConfiguration),
    ("project", NameKind::Project),
    ("logstore", NameKind::Logstore),
    ("metricstore", NameKind::Logstore),
    ("consumergroup", NameKind::ConsumerGroup),
    ("vvpinstance", NameKind::Workspace),
    ("vvpnamespace", NameKind::Namespace),
    ("namespace", NameKind::Namespace),
];

/// Replaces names in every text.
pub(super) fn everywhere(value: &Value, names: &mut Names) -> Value {
    match value {
        Value::String(text) => Value::String(in_text(text, names)),
        Value::Array(items) => items.iter().map(|item| everywhere(item, names)).collect(),
        Value::Object(fields) => {
            fields.iter().map(|(key, field)| (key.clone(), everywhere(field, names))).collect()
        }
        other => other.clone(),
    }
}

/// Replaces the name that a line of expectations begins with: `user zhang may …`. What else stands in it is replaced
/// like everywhere.
pub(super) fn subject(line: &str, names: &mut Names) -> String {
    let rest = line.trim_start();
    let (kind, behind) = match (rest.strip_prefix("user "), rest.strip_prefix("role ")) {
        (Some(behind), _) => (NameKind::User, behind),
        (_, Some(behind)) => (NameKind::Role, behind),
        _ => return in_text(line, names),
    };
    let behind = behind.trim_start();
    let end = behind.find(char::is_whitespace).unwrap_or(behind.len());
    let (name, behind) = behind.split_at(end);
    if matches!(name, "" | "may" | "can" | "cannot" | "must") {
        return in_text(line, names);
    }
    let word = if kind == NameKind::User { "user" } else { "role" };
    let (name, behind) = (names.other(kind, name), in_text(behind, names));
    format!("{word} {name}{behind}")
}

/// What a name is made of; `%` and `@` for those of other services, wildcards and placeholders for patterns.
fn is_part(character: char) -> bool {
    character.is_alphanumeric() || "-_.@%*?${}".contains(character)
}

/// Replaces names in a text: word by word, where a word is a longest run of the characters that names are made of.
fn in_text(text: &str, names: &mut Names) -> String {
    let is_json = text.trim_start().starts_with(['{', '[']);
    let mut out = String::with_capacity(text.len());
    // The word before, and what stands between.
    let (mut before, mut between) = ("", "");
    let mut rest = text;
    while !rest.is_empty() {
        let gap = rest.find(is_part).unwrap_or(rest.len());
        let (gap, behind) = rest.split_at(gap);
        let end = behind.find(|character| !is_part(character)).unwrap_or(behind.len());
        // The end of a sentence is not the end of a name.
        let name = behind.get(..end).unwrap_or_default().trim_end_matches('.').len();
        let (word, behind) = behind.split_at(if name == 0 { end } else { name });
        out.push_str(gap);
        between = if word.is_empty() { between } else { gap };
        match kind_of(before, between, word, is_json, names) {
            Some(kind) => out.push_str(&names.other(kind, word)),
            None => accounts(word, names, &mut out),
        }
        before = word;
        rest = behind;
    }
    out
}

/// Replaces account ids within a word, as in `1000000000000001.cn-hangzhou.fc.aliyuncs.com`.
fn accounts(word: &str, names: &mut Names, out: &mut String) {
    for piece in word.split_inclusive(|character: char| !character.is_alphanumeric()) {
        let digits = piece.trim_end_matches(|character: char| !character.is_alphanumeric());
        if is_account(digits) {
            out.push_str(&names.other(NameKind::Account, digits));
            out.push_str(piece.get(digits.len()..).unwrap_or_default());
        } else {
            out.push_str(piece);
        }
    }
}

/// What a word is the name of.
fn kind_of(before: &str, between: &str, word: &str, is_json: bool, names: &Names) -> Option<NameKind> {
    // `1000000000000001` alone, or before `@ecs.aliyuncs.com`.
    if is_account(word) {
        return Some(NameKind::Account);
    }
    if between == "/" {
        let segment = SEGMENTS.iter().find(|(segment, _)| before == *segment);
        if let Some((_, kind)) = segment {
            return Some(*kind);
        }
    }
    let has_id = |prefix: &str| {
        let id = word.strip_prefix(prefix);
        id.is_some_and(|id| {
            id.len() >= 6 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'*')
        })
    };
    if has_id("rg-") {
        return Some(NameKind::ResourceGroup);
    }
    if has_id("vpc-") && word != "vpc-example" {
        return Some(NameKind::Vpc);
    }
    // Prose and SQL: only what the scenario itself calls so. In a policy, a name is no word.
    let own = names.own.iter().find(|(_, from, _)| from == word && from.len() >= 3);
    own.filter(|_| !is_json).map(|(kind, _, _)| *kind)
}

fn is_account(word: &str) -> bool {
    (15..=17).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}
