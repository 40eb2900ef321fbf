//! Where documents start in a text.

use serde::de::IgnoredAny;

use crate::chars::{Punct, is_blank, punct};
use crate::find;
use crate::lex::{Kind, Lexer};
use crate::limits;
use crate::parse::{self, Parsed};
use crate::problem::Problem;
use crate::tree::Defect;

/// Keys that policies and answers begin with.
const KEYS: [&str; 17] = [
    "Version",
    "Statement",
    "Effect",
    "Action",
    "NotAction",
    "Resource",
    "Principal",
    "Condition",
    "Sid",
    "RequestId",
    "PolicyVersion",
    "PolicyDocument",
    "DefaultPolicyVersion",
    "Policy",
    "Policies",
    "Role",
    "ControlPolicy",
];

/// Whether the whole text is JSON.
pub(crate) fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text.trim_matches(is_blank)).is_ok()
}

/// The starts of the JSON values among the lines of a text: terminals show messages before and behind
/// them. Absent if the first value is not JSON.
pub(crate) fn json_values(text: &str) -> Option<Vec<usize>> {
    let mut values = Vec::new();
    let mut at = text.len() - text.trim_start_matches(is_blank).len();
    let mut plain = true;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let first = rest.chars().next();
        let starts = matches!(first, Some('{' | '[')) || (plain && first == Some('"'));
        if starts {
            let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<IgnoredAny>();
            if matches!(stream.next(), Some(Ok(_))) {
                values.push(at);
                if values.len() > limits::DOCUMENTS {
                    break;
                }
                at = next_start(text, at + stream.byte_offset())?;
                plain = false;
                if at == text.len() {
                    break;
                }
                continue;
            }
            if !is_log(rest) {
                return None;
            }
        } else if plain && !rest.is_empty() && first.and_then(punct).is_some() {
            return None;
        }
        plain = false;
        let line_end = rest.find('\n')?;
        at = next_start(text, at + line_end)?;
        if at == text.len() {
            break;
        }
    }
    (!values.is_empty()).then_some(values)
}

/// The next line that starts with a bracket; the end of the text if there is none. Absent if it looks
/// as if the text before goes on, or if a document starts in the middle of a line.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..).unwrap_or_default();
    if rest.trim_start().starts_with([',', '}', ']', ':']) {
        return None;
    }
    let mut at = from;
    for (index, line) in rest.split_inclusive('\n').enumerate() {
        let body = line.trim_start();
        // What follows a value on its own line is no document.
        if index > 0 || at == from {
            let start = at + line.len() - body.len();
            if body.starts_with(['{', '[']) && !is_log(body) {
                return Some(start);
            }
        }
        if line.contains('{') || line.contains("\"Statement\"") {
            return None;
        }
        at += line.len();
    }
    Some(text.len())
}

/// `[INFO] …` or `[2026-01-02 …] …`
fn is_log(line: &str) -> bool {
    line.strip_prefix('[').is_some_and(|tag| tag.starts_with(|first: char| first.is_ascii_alphanumeric()))
}

/// The values of a text that is not JSON, as far as they can be read. Values that lead to nothing are
/// left out.
pub(crate) fn tolerant_values(text: &str) -> Vec<Result<Parsed, Defect>> {
    let starts = Starts::new(text);
    let mut values = Vec::new();
    let mut failed: Option<Defect> = None;
    let mut serious = false;
    let mut failures = 0;
    let mut from = 0;
    for _ in 0..limits::STARTS + limits::DOCUMENTS {
        let Some(start) = starts.next(from) else { break };
        let parsed = match start {
            Start::Value(at) => parse::value_at(text, at),
            Start::Members(at) => parse::members_at(text, at),
        };
        match parsed {
            Ok(parsed) => {
                from = parsed.node.at.end.max(start.at() + 1);
                if matches!(start, Start::Members(_)) || interesting(&parsed) {
                    values.push(Ok(parsed));
                }
            }
            Err(defect) => {
                // Brackets in the text around a document are no documents; the first failure counts,
                // unless only a later one is that of a document.
                let deadly = matches!(defect.problem, Problem::TooDeep { .. } | Problem::CommentSwallows);
                let alone = text.get(..start.at()).is_some_and(|head| head.chars().all(is_blank));
                let known = alone || starts.is_known(start.at()) || matches!(start, Start::Members(_));
                if failed.is_none() || (known && !serious) {
                    failed = Some(defect);
                }
                serious |= known;
                failures += 1;
                if deadly || failures > limits::STARTS {
                    break;
                }
                let Some(known) = starts.known(start.at() + 1) else { break };
                from = known;
            }
        }
    }
    let serious = serious || values.is_empty();
    values.extend(failed.filter(|_| serious).map(Err));
    values
}

/// Whether a value leads to a policy or to another language.
fn interesting(parsed: &Parsed) -> bool {
    let node = &parsed.node;
    let hits = find::hits(node);
    find::is_statements(node)
        || !hits.hits.is_empty()
        || !hits.listed.is_empty()
        || find::template_structure(node).is_some()
        || crate::alike::of_node(node).is_some()
}

#[derive(Debug, Clone, Copy)]
enum Start {
    Value(usize),
    /// Members of an object without their brace.
    Members(usize),
}

impl Start {
    fn at(self) -> usize {
        match self {
            Start::Value(at) | Start::Members(at) => at,
        }
    }
}

/// Where documents may start in a text.
struct Starts<'a> {
    text: &'a str,
    /// Opening braces behind which a known key stands.
    known: Vec<usize>,
}

impl<'a> Starts<'a> {
    fn new(text: &'a str) -> Self {
        let braces = text.char_indices().filter(|(_, character)| punct(*character) == Some(Punct::OpenBrace));
        let known = braces.map(|(at, _)| at).filter(|at| has_known_key(text, *at)).collect();
        Starts { text, known }
    }

    fn is_known(&self, at: usize) -> bool {
        self.known.binary_search(&at).is_ok()
    }

    /// The first known start from an offset on.
    fn known(&self, from: usize) -> Option<usize> {
        self.known.get(self.known.partition_point(|at| *at < from)).copied()
    }

    /// The next place where something starts that may be a document.
    fn next(&self, from: usize) -> Option<Start> {
        let rest = self.text.get(from..)?;
        let is_open = |character| matches!(punct(character), Some(Punct::OpenBrace | Punct::OpenBracket));
        let bracket = rest.find(is_open).map(|at| from + at);
        let head = Head { text: self.text, from, end: bracket.unwrap_or(self.text.len()) };
        if let Some(start) = head.members() {
            return Some(Start::Members(start));
        }
        let bracket = bracket?;
        // A bracket in the text before is no document if a better one follows.
        if head.is_blank() || self.is_known(bracket) {
            return Some(Start::Value(bracket));
        }
        Some(Start::Value(self.known(bracket).unwrap_or(bracket)))
    }
}

/// Whether a known key follows the bracket.
fn has_known_key(text: &str, bracket: usize) -> bool {
    // Far enough for a comment, and never the rest of the text.
    const LENGTH: usize = 200;
    let end = text.floor_char_boundary((bracket + LENGTH).min(text.len()));
    let text = text.get(..end).unwrap_or_default();
    // A format string has its braces doubled.
    let mut inside = text.get(bracket..).unwrap_or_default();
    for _ in 0..2 {
        let first = inside.chars().next().filter(|first| punct(*first) == Some(Punct::OpenBrace));
        inside =
            inside.get(first.map_or(0, char::len_utf8)..).unwrap_or_default().trim_start_matches(is_blank);
    }
    // Most brackets can be told from the next character.
    let plausible = |next: char| {
        crate::chars::quote(next).is_some() || next.is_ascii_alphabetic() || matches!(next, '\\' | '/' | '#')
    };
    if !inside.starts_with(plausible) {
        return false;
    }
    let mut lexer = Lexer::new(text, bracket);
    let mut index = 1;
    while lexer.token(index).kind == Kind::Punct(Punct::OpenBrace) && index < 3 {
        index += 1;
    }
    let token = lexer.token(index);
    let key = token.at.of(text).trim_matches(|character| crate::chars::quote(character).is_some()).trim();
    matches!(token.kind, Kind::Text { .. } | Kind::Word) && KEYS.contains(&key)
}

/// What stands in front of the next bracket.
struct Head<'a> {
    text: &'a str,
    from: usize,
    end: usize,
}

impl Head<'_> {
    fn text(&self) -> &str {
        self.text.get(self.from..self.end).unwrap_or_default()
    }

    fn is_blank(&self) -> bool {
        self.text().chars().all(is_blank)
    }

    /// `"Version": "1", "Statement": [` with no brace before.
    fn members(&self) -> Option<usize> {
        let head = self.text();
        if !head.contains("Statement") {
            return None;
        }
        let mut lexer = Lexer::new(self.text.get(..self.end)?, self.from);
        let mut start = None;
        let mut index = 0;
        loop {
            let token = lexer.token(index);
            if token.kind == Kind::End {
                return None;
            }
            let written = token.at.of(self.text);
            let key = written.trim_matches(|character| crate::chars::quote(character).is_some()).trim();
            let next = lexer.token(index + 1);
            let separated = next.is(Punct::Colon) || next.kind == Kind::Equals;
            if separated && matches!(key, "Version" | "Statement") && token.kind != Kind::End {
                let start = *start.get_or_insert(token.at.start);
                if key == "Statement" {
                    return Some(start);
                }
            }
            index += 1;
        }
    }
}
