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

/// The values of a text that is not JSON, as far as they can be read.
pub(crate) fn tolerant_values(text: &str) -> Vec<Result<Parsed, Defect>> {
    let mut values = Vec::new();
    let mut failed: Option<Defect> = None;
    let mut serious = false;
    let mut starts = 0;
    let mut from = 0;
    for _ in 0..limits::STARTS + limits::DOCUMENTS {
        if values.len() > limits::DOCUMENTS {
            break;
        }
        let Some(start) = next(text, from) else { break };
        let parsed = match start {
            Start::Value(at) => parse::value_at(text, at),
            Start::Members(at) => parse::members_at(text, at),
        };
        match parsed {
            Ok(parsed) => {
                from = parsed.node.at.end.max(start.at() + 1);
                let useful = matches!(start, Start::Members(_)) || interesting(&parsed);
                if useful || values.is_empty() {
                    values.push(Ok(parsed));
                }
            }
            Err(defect) => {
                // Brackets in the text around a document are no documents; the first failure counts,
                // unless only a later one is that of a document.
                let deadly = matches!(defect.problem, Problem::TooDeep { .. } | Problem::CommentSwallows);
                let alone = text.get(..start.at()).is_some_and(|head| head.chars().all(is_blank));
                let known = alone || matches!(start, Start::Members(_)) || is_known(text, start.at());
                if failed.is_none() || (known && !serious) {
                    failed = Some(defect);
                }
                serious |= known;
                from = start.at() + 1;
                starts += 1;
                let Some(again) = again(text, from).filter(|_| !deadly && starts < limits::STARTS) else {
                    break;
                };
                from = again;
            }
        }
    }
    if values.iter().flatten().all(|parsed| !interesting(parsed)) {
        values.clear();
        serious = true;
    }
    values.extend(failed.filter(|_| serious).map(Err));
    values
}

/// Whether a value leads to a policy or to another language.
fn interesting(parsed: &Parsed) -> bool {
    let node = &parsed.node;
    let statements = !node.items().is_empty() && node.items().iter().all(find::is_statement);
    find::is_statement(node)
        || statements
        || !find::hits(node).hits.is_empty()
        || !find::hits(node).listed.is_empty()
        || find::template_statements(node).is_some()
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

/// The next place where something starts that may be a document.
fn next(text: &str, from: usize) -> Option<Start> {
    let rest = text.get(from..)?;
    let bracket = rest.char_indices().find(|(_, character)| is_open(*character)).map(|(at, _)| from + at);
    let head = At0 { text, from, end: bracket.unwrap_or(text.len()) };
    if let Some(start) = head.members() {
        return Some(Start::Members(start));
    }
    let bracket = bracket?;
    // A bracket in the text before is no document if a better one follows.
    let alone = head.is_blank();
    if alone || is_known(text, bracket) {
        return Some(Start::Value(bracket));
    }
    Some(Start::Value(again(text, bracket + 1).unwrap_or(bracket)))
}

/// The next opening brace behind which a known key stands.
fn again(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.char_indices()
        .filter(|(_, character)| punct(*character) == Some(Punct::OpenBrace))
        .map(|(at, _)| from + at)
        .find(|at| is_known(text, *at))
}

fn is_open(character: char) -> bool {
    matches!(punct(character), Some(Punct::OpenBrace | Punct::OpenBracket))
}

/// Whether a known key follows the bracket.
fn is_known(text: &str, bracket: usize) -> bool {
    // Far enough for a comment, and never the rest of the text.
    const LENGTH: usize = 400;
    let end = text.floor_char_boundary((bracket + LENGTH).min(text.len()));
    let mut lexer = Lexer::new(text.get(..end).unwrap_or_default(), bracket);
    let mut index = 1;
    while lexer.token(index).kind == Kind::Punct(Punct::OpenBrace) && index < 3 {
        index += 1;
    }
    let token = lexer.token(index);
    let key = token.at.of(text).trim_matches(|character| crate::chars::quote(character).is_some()).trim();
    matches!(token.kind, Kind::Text { .. } | Kind::Word) && KEYS.contains(&key)
}

/// What stands in front of the next bracket.
struct At0<'a> {
    text: &'a str,
    from: usize,
    end: usize,
}

impl At0<'_> {
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
