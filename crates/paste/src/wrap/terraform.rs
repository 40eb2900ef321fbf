//! Terraform files: heredocs (which shells have too), `jsonencode(…)` and strings in quotes, with the
//! address of the resource.

use ramplay_policy::PolicyKind;

use super::{Inside, lines};
use crate::limits;
use crate::mapped::{At, Mapped};
use crate::model::{Name, Wrapper};

/// Attributes whose string is looked at.
const ATTRIBUTES: [&str; 5] =
    ["policy_document", "assume_role_policy_document", "policy", "document", "control_policy_document"];

pub(super) fn step(mapped: &Mapped) -> Option<Vec<Inside>> {
    let text = mapped.text();
    let mut found = Vec::new();
    let mut resource: Option<(String, String)> = None;
    let mut body: Option<Heredoc<'_>> = None;
    let mut past = 0;
    for (at, line) in lines(text) {
        if found.len() >= limits::PIECES {
            break;
        }
        if let Some(open) = &body {
            if line.trim() == open.word {
                let inner = At::new(open.start, at.start);
                found.push(inside(mapped, inner, Wrapper::Heredoc, open.attribute, resource.as_ref()));
                body = None;
            }
            continue;
        }
        if at.start < past {
            continue;
        }
        if let Some(header) = header(line) {
            resource = Some(header);
        }
        if let Some((attribute, word)) = heredoc(line) {
            let start = (at.end + 1).min(text.len());
            body = Some(Heredoc { word, attribute, start });
        } else if let Some((attribute, value)) = line.split_once('=') {
            let attribute = attribute.trim();
            let start = at.end - value.trim_start().len();
            let value = value.trim();
            if let Some(argument) = value.strip_prefix("jsonencode(") {
                let start = start + value.len() - argument.len();
                let inner = At::new(start, closing(text, start));
                past = inner.end;
                found.push(inside(mapped, inner, Wrapper::JsonEncode, attribute, resource.as_ref()));
            } else if ATTRIBUTES.contains(&attribute) && value.starts_with("\"{") {
                let inner = At::new(start, at.end);
                found.push(inside(mapped, inner, Wrapper::StringLiteral, attribute, resource.as_ref()));
            }
        } else if let Some(argument) = line.trim_start().strip_prefix("jsonencode(") {
            let start = at.end - argument.len();
            let inner = At::new(start, closing(text, start));
            past = inner.end;
            found.push(inside(mapped, inner, Wrapper::JsonEncode, "", resource.as_ref()));
        }
    }
    if let Some(open) = body {
        let inner = At::new(open.start, text.len());
        found.push(inside(mapped, inner, Wrapper::Heredoc, open.attribute, resource.as_ref()));
    }
    (!found.is_empty()).then_some(found)
}

struct Heredoc<'a> {
    word: &'a str,
    attribute: &'a str,
    start: usize,
}

/// `resource "type" "name"`
fn header(line: &str) -> Option<(String, String)> {
    let rest = line.trim().strip_prefix("resource")?.trim_start();
    let mut quoted = rest.split('"').skip(1).step_by(2);
    Some((quoted.next()?.to_owned(), quoted.next()?.to_owned()))
}

/// The attribute and the closing word of a heredoc that starts in this line.
fn heredoc(line: &str) -> Option<(&str, &str)> {
    let (head, tail) = line.split_once("<<")?;
    let tail = tail.trim_start_matches(['-', '~']).trim_start();
    let tail = tail.trim_start_matches(['"', '\'']);
    let length = tail.find(|character: char| !(character.is_ascii_alphanumeric() || character == '_'));
    let word = tail.get(..length.unwrap_or(tail.len()))?;
    let is_word = word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    // In a document `<<` stands inside a string.
    let in_document = head.contains(['"', '{']);
    let attribute = head.trim().trim_end_matches('=').trim();
    (is_word && !in_document).then_some((attribute, word))
}

/// Where the parenthesis closes that was opened before `start`.
fn closing(text: &str, start: usize) -> usize {
    let mut depth = 1_usize;
    let mut quoted = false;
    let mut escaped = false;
    for (offset, character) in text.get(start..).unwrap_or_default().char_indices() {
        if std::mem::take(&mut escaped) {
            continue;
        }
        match character {
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            '\n' => quoted = false,
            '(' if !quoted => depth += 1,
            ')' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return start + offset;
                }
            }
            _ => {}
        }
    }
    text.len()
}

fn inside(
    mapped: &Mapped,
    at: At,
    wrapper: Wrapper,
    attribute: &str,
    resource: Option<&(String, String)>,
) -> Inside {
    let mut inside = Inside::part(mapped, at, wrapper);
    let of = |wanted: &str| resource.is_some_and(|(found, _)| found == wanted);
    inside.name = resource.map(|(kind, name)| Name::Terraform(format!("{kind}.{name}")));
    inside.kind = match attribute {
        "assume_role_policy_document" | "assume_role_policy" => Some(PolicyKind::Trust),
        "document" if of("alicloud_ram_role") => Some(PolicyKind::Trust),
        _ if of("alicloud_resource_manager_control_policy") => Some(PolicyKind::Control),
        _ => None,
    };
    inside
}
