//! The words of a line.

use crate::Span;

/// The words of a line with their places, in bytes of the line, up to a word that begins with `#`: a remark.
///
/// ```
/// use ramplay_text::line_words;
///
/// let line = "log:ListShards  * # a remark";
/// let words = line_words(line);
/// assert_eq!(words.iter().map(|(word, _)| *word).collect::<Vec<_>>(), ["log:ListShards", "*"]);
/// assert_eq!(words[1].1.of(line), "*");
/// ```
pub fn line_words(line: &str) -> Vec<(&str, Span)> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in line.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if word.starts_with('#') {
            break;
        }
        if !word.is_empty() {
            words.push((word, Span::new(at, at + word.len())));
        }
        at += piece.len();
    }
    words
}
