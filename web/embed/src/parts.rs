//! Which parts are shown.

/// A part of the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// The policies.
    Editor,
    /// Both consoles for every logon method.
    Matrix,
    /// The table of capabilities.
    Logstore,
    /// One row with its trail, by its key.
    Verdict(String),
}

/// More rows than anybody shows one by one.
const MOST: usize = 20;

/// The parts that a text names, in its order, each once. Words that name none are passed over; where no word names
/// one, everything is shown.
pub(crate) fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for word in text.split_ascii_whitespace() {
        let part = match (word, word.split_once(':')) {
            ("editor", _) => Part::Editor,
            ("matrix", _) => Part::Matrix,
            ("logstore", _) => Part::Logstore,
            (_, Some(("verdict", row))) => Part::Verdict(row.to_owned()),
            _ => continue,
        };
        if parts.len() < MOST && !parts.contains(&part) {
            parts.push(part);
        }
    }
    if parts.is_empty() { vec![Part::Editor, Part::Matrix, Part::Logstore] } else { parts }
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};

    #[test]
    fn parts_are_named_in_their_order() {
        let row = Part::Verdict("logs.pull".into());
        for (text, expected) in [
            ("matrix", vec![Part::Matrix]),
            (" logstore  matrix logstore", vec![Part::Logstore, Part::Matrix]),
            ("verdict:logs.pull editor", vec![row, Part::Editor]),
            ("verdicts nothing matrix:x", vec![Part::Editor, Part::Matrix, Part::Logstore]),
            ("", vec![Part::Editor, Part::Matrix, Part::Logstore]),
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }

    #[test]
    fn there_is_an_end_to_them() {
        let text: Vec<String> = (0..100).map(|row| format!("verdict:{row}")).collect();
        assert_eq!(parts(&text.join(" ")).len(), super::MOST);
    }
}
