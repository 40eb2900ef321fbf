//! Values of options as names: placeholders filled, and checked for what cannot be in a name.

use std::collections::BTreeMap;

use ramplay_sql::{Written, mask_patterns};

use crate::problem::BadName;

/// Longer than any name of a project, Logstore, bucket, table or topic.
const LONGEST: usize = 256;

/// A value with its placeholders filled, or the first that nothing is bound to.
pub(crate) fn fill(value: &str, bindings: &BTreeMap<String, String>) -> Result<String, Written> {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find(['$', '<']) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let Some((whole, name)) = placeholder(after) else {
            let mut characters = after.chars();
            out.extend(characters.next());
            rest = characters.as_str();
            continue;
        };
        match bound(name, whole, bindings) {
            Some(value) => out.push_str(value),
            None => return Err(Written::new(whole)),
        }
        rest = after.strip_prefix(whole).unwrap_or_default();
    }
    out.push_str(rest);
    Ok(out)
}

/// The placeholder that a text begins with, and its name: `${project}`, `<Project name>`.
fn placeholder(text: &str) -> Option<(&str, &str)> {
    let (open, close) = if text.starts_with("${") { ("${", '}') } else { ("<", '>') };
    let inner = text.strip_prefix(open)?;
    let end = inner.find(close)?;
    let whole = text.get(..open.len() + end + close.len_utf8())?;
    Some((whole, inner.get(..end)?.trim()))
}

/// What is bound to a placeholder: by its name, its name without `secret_values.`, or as it is written.
fn bound<'b>(name: &str, whole: &str, bindings: &'b BTreeMap<String, String>) -> Option<&'b str> {
    let short = name.strip_prefix("secret_values.").unwrap_or(name);
    [name, short, whole].into_iter().find_map(|key| bindings.get(key)).map(String::as_str)
}

/// Whether a text can be a name. What has a meaning in a policy must not come in by a name, nor a secret.
pub(crate) fn check(name: &str) -> Result<(), BadName> {
    if name.is_empty() {
        return Err(BadName::Empty);
    }
    if name.chars().count() > LONGEST {
        return Err(BadName::TooLong);
    }
    let stray = |c: &char| c.is_control() || c.is_whitespace() || "*?/:\\\"'`{}<>$".contains(*c);
    if let Some(stray) = name.chars().find(stray) {
        return Err(BadName::Character(stray));
    }
    if mask_patterns(name) != name {
        return Err(BadName::Secret);
    }
    Ok(())
}

/// The bucket of a path of OSS; `None` for other paths.
pub(crate) fn bucket(path: &str) -> Option<&str> {
    let rest = path.trim().strip_prefix("oss://")?;
    let authority = rest.split_once('/').map_or(rest, |(authority, _)| authority);
    // `oss://bucket.endpoint/…` is written by some tools.
    Some(authority.split_once('.').map_or(authority, |(bucket, _)| bucket))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_by_name() {
        let bindings: BTreeMap<String, String> =
            [("p", "web"), ("Project name", "app"), ("secret_values.q", "x"), ("<L>", "l")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into();
        let rows = [
            ("", Ok("")),
            ("plain", Ok("plain")),
            ("${p}", Ok("web")),
            ("${secret_values.p}", Ok("web")),
            ("${secret_values.q}", Ok("x")),
            ("${q}", Err("${q}")),
            ("a-${p}-<Project name>-b", Ok("a-web-app-b")),
            ("<L>", Ok("l")),
            ("< Project name >", Ok("app")),
            ("<nothing>", Err("<nothing>")),
            ("$p <", Ok("$p <")),
            ("é<项目>", Err("<项目>")),
        ];
        for (value, expected) in rows {
            let filled = fill(value, &bindings);
            assert_eq!(filled.as_deref().map_err(Written::as_str), expected, "{value}");
        }
    }

    #[test]
    fn names_cannot_widen_a_policy() {
        assert_eq!(check("web-1_日志.x%y"), Ok(()));
        assert_eq!(check(""), Err(BadName::Empty));
        assert_eq!(check("a*"), Err(BadName::Character('*')));
        assert_eq!(check("a/logstore/b"), Err(BadName::Character('/')));
        assert_eq!(check(&"a".repeat(300)), Err(BadName::TooLong));
        assert_eq!(check("LTAI5tFAKEFAKEFAKEFAKE01"), Err(BadName::Secret));
    }

    #[test]
    fn buckets_of_paths() {
        for (path, expected) in [
            ("oss://b/c/d", Some("b")),
            ("oss://b", Some("b")),
            ("oss://b.oss-cn-hangzhou-internal.aliyuncs.com/c", Some("b")),
            ("oss:///c", Some("")),
            ("hdfs://b/c", None),
            ("/c", None),
        ] {
            assert_eq!(bucket(path), expected, "{path}");
        }
    }
}
