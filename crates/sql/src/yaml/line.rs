//! One line of YAML.

use ramplay_text::Span;

/// A key or value: what is within its quotes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scalar {
    pub(super) inner: Span,
    pub(super) quoted: bool,
}

/// A line, taken apart.
#[derive(Debug)]
pub(super) struct Line {
    /// Spaces before it.
    pub(super) indent: usize,
    /// A tab among them, which YAML refuses.
    pub(super) tab: Option<Span>,
    /// Without indentation and comment.
    pub(super) content: Span,
    pub(super) comment: Option<Span>,
    /// `key: value`, if it is that.
    pub(super) entry: Option<(Scalar, Option<Scalar>)>,
}

impl Line {
    /// Takes a line apart that begins at the byte `start` of the text.
    pub(super) fn read(written: &str, start: usize) -> Line {
        let (mark, line) = match written.strip_prefix('\u{FEFF}') {
            Some(rest) if start == 0 => ('\u{FEFF}'.len_utf8(), rest),
            _ => (0, written),
        };
        let start = start + mark;
        let line = line.trim_end();
        let body = line.trim_start_matches([' ', '\t']);
        let indent = line.len() - body.len();
        let tab = line.get(..indent).and_then(|spaces| spaces.find('\t'));
        let comment = comment(body);
        let content = body.get(..comment.unwrap_or(body.len())).unwrap_or_default().trim_end();
        let from = start + indent;
        Line {
            indent,
            tab: tab.map(|at| Span::new(start + at, start + at + 1)),
            content: Span::new(from, from + content.len()),
            comment: comment.map(|at| Span::new(from + at, from + body.len())),
            entry: entry(content, from),
        }
    }
}

/// Where a comment begins: at `#`, first or behind a space, outside quotes.
fn comment(body: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = ' ';
    for (at, character) in body.char_indices() {
        match (quote, character) {
            (Some(open), close) if open == close => quote = None,
            (Some(_), _) => {}
            // A quote opens only where a scalar can begin: not in `it's`.
            (None, '\'' | '"') if matches!(before, ' ' | '\t' | ':' | '[' | '{' | ',' | '-') => {
                quote = Some(character);
            }
            (None, '#') if matches!(before, ' ' | '\t') => return Some(at),
            _ => {}
        }
        before = character;
    }
    None
}

fn entry(content: &str, from: usize) -> Option<(Scalar, Option<Scalar>)> {
    let colon = colon(content)?;
    let key = scalar(content.get(..colon)?, from)?;
    let behind = content.get(colon + 1..)?;
    Some((key, scalar(behind, from + colon + 1)))
}

/// The colon behind the key: at the end, or with a space behind it.
fn colon(content: &str) -> Option<usize> {
    let skip = match content.chars().next()? {
        quote @ ('\'' | '"') => content.get(1..)?.find(quote)? + 2,
        '-' | '{' | '[' | '?' | '&' | '*' => return None,
        _ => 0,
    };
    let rest = content.get(skip..)?;
    let ends = |at: usize| {
        rest.get(at + 1..).is_none_or(|behind| behind.is_empty() || behind.starts_with([' ', '\t']))
    };
    rest.match_indices(':').map(|(at, _)| at).find(|at| ends(*at)).map(|at| skip + at)
}

fn scalar(written: &str, from: usize) -> Option<Scalar> {
    let lead = written.len() - written.trim_start().len();
    let bare = written.trim();
    let start = from + lead;
    let quote = bare.chars().next().filter(|first| matches!(first, '\'' | '"'));
    match quote {
        Some(quote) if bare.len() > 1 && bare.ends_with(quote) => {
            Some(Scalar { inner: Span::new(start + 1, start + bare.len() - 1), quoted: true })
        }
        _ if bare.is_empty() => None,
        _ => Some(Scalar { inner: Span::new(start, start + bare.len()), quoted: false }),
    }
}
