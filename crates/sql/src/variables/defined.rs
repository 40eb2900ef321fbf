//! Lists of variables, as people keep them.

use super::VariableKind;

/// A variable that exists. Its value is never asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defined {
    /// Its name.
    pub name: String,
    /// Whose variable it is.
    pub kind: VariableKind,
}

/// The variables that a text names, one a line: `name`, `secret_values.name`, `${secret_values.name}`, or
/// `${name}` for one of the deployment. Whatever stands behind a name, such as its value, is passed over; `#`
/// begins a comment.
pub fn read_names(text: &str) -> Vec<Defined> {
    let lines = text.trim_start_matches('\u{FEFF}').lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(name).collect()
}

fn name(line: &str) -> Option<Defined> {
    let (word, is_reference) = match line.strip_prefix("${").and_then(|rest| rest.split_once('}')) {
        Some((word, _)) => (word, true),
        None => (line.split([' ', '\t', '=', ',', ':', ';']).next()?, false),
    };
    let (name, kind) = match word.trim().strip_prefix("secret_values.") {
        Some(name) => (name, VariableKind::Namespace),
        None if is_reference => (word.trim(), VariableKind::Deployment),
        None => (word, VariableKind::Namespace),
    };
    (!name.is_empty()).then(|| Defined { name: name.to_owned(), kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_variables() {
        use VariableKind::{Deployment, Namespace};
        for (line, expected) in [
            ("slslak", Some(("slslak", Namespace))),
            ("secret_values.slslak", Some(("slslak", Namespace))),
            ("${secret_values.slslak}", Some(("slslak", Namespace))),
            ("${day}", Some(("day", Deployment))),
            ("slslak = not-to-be-read", Some(("slslak", Namespace))),
            ("slslak,Plain", Some(("slslak", Namespace))),
            ("=x", None),
            ("${}", None),
            ("# slslak", None),
        ] {
            let found = read_names(line);
            let found = found.first().map(|one| (one.name.as_str(), one.kind));
            assert_eq!(found, expected, "{line}");
        }
    }
}
