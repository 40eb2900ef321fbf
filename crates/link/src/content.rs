//! What is in a link: a scenario, and what it is called.

use ramplay_playground::Scenario;
use serde_json::Value;

/// The longest title, in characters.
pub const TITLE: usize = 120;

/// The field beside those of the scenario.
const FIELD: &str = "title";

/// What a link held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What the scenario is called: one line of at most [`TITLE`] characters; may be empty.
    pub title: String,
    /// The scenario.
    pub scenario: Scenario,
}

/// The content of a scenario's link. Without a title it is the scenario's stored form.
pub fn content(scenario: &Scenario, title: &str) -> Value {
    // A scenario that was written can be read.
    let mut content: Value = serde_json::from_str(&scenario.to_json()).unwrap_or_default();
    let title = plain(title);
    if let Value::Object(fields) = &mut content
        && !title.is_empty()
    {
        fields.insert(FIELD.to_owned(), Value::String(title));
    }
    content
}

/// Takes the title out of a content, so that the scenario is left. A title that is no text stays where it is.
pub(crate) fn take_title(content: &mut Value) -> String {
    let Value::Object(fields) = content else { return String::new() };
    if !fields.get(FIELD).is_some_and(Value::is_string) {
        return String::new();
    }
    let title = fields.remove(FIELD);
    title.as_ref().and_then(Value::as_str).map(plain).unwrap_or_default()
}

/// A title as it can stand anywhere.
fn plain(title: &str) -> String {
    let line: String = title.chars().map(|c| if c.is_control() { ' ' } else { c }).take(TITLE).collect();
    line.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ramplay_playground::example;
    use serde_json::json;

    #[test]
    fn a_title_is_one_short_line() {
        for (title, kept) in [
            ("", ""),
            ("  ", ""),
            ("谁可以写入", "谁可以写入"),
            ("two\nlines\u{0}", "two lines"),
            (&"长".repeat(200), &*"长".repeat(TITLE)),
        ] {
            let mut content = content(&example(), title);
            assert_eq!(take_title(&mut content), kept);
            assert_eq!(content, super::content(&example(), ""));
        }
    }

    #[test]
    fn what_is_no_title_is_left_to_the_reader_of_scenarios() {
        for content in [json!({"title": 1}), json!([]), json!({})] {
            let mut left = content.clone();
            assert_eq!(take_title(&mut left), "");
            assert_eq!(left, content);
        }
    }
}
