//! Making the view.

use std::borrow::Cow;
use std::cell::OnceCell;

use ramplay_policy::{Effect, Pattern, condition, limits};
use ramplay_text::Span;
use ramplay_text::json::{self, Member, Node};

use super::{Clause, Document, Entry, List, Principal, PrincipalKind, Statement, Value};
use super::{has_placeholder, is_invisible};

/// The view of a text; empty where the strict reader refuses the whole.
pub(crate) fn document(text: &str) -> Document<'_> {
    let limits = json::Limits { bytes: limits::BYTES, depth: limits::DEPTH };
    let mut document = Document::default();
    let Some(root) = json::read(text, &limits).value else { return document };
    collect(&root, &mut document.strings);
    let json::Value::Object(members) = root.value else { return document };
    let Some(list) = members.into_iter().find(|member| member.key == "Statement") else { return document };
    document.statements = match list.value.value {
        json::Value::Object(_) => statement(0, list.value, None).into_iter().collect(),
        json::Value::Array(items) if items.len() <= limits::STATEMENTS => {
            let removals = removals(&items);
            let numbered = items.into_iter().zip(removals).enumerate();
            numbered.filter_map(|(index, (item, removal))| statement(index, item, removal)).collect()
        }
        _ => Vec::new(),
    };
    document
}

fn collect<'a>(node: &Node<'a>, out: &mut Vec<(Cow<'a, str>, Span)>) {
    match &node.value {
        json::Value::String(text) => out.push((text.clone(), node.span)),
        json::Value::Array(items) => items.iter().for_each(|item| collect(item, out)),
        json::Value::Object(members) => members.iter().for_each(|member| collect(&member.value, out)),
        json::Value::Null | json::Value::Bool(_) | json::Value::Number(_) => {}
    }
}

/// What to take out for each item so that the list stays one: the item and one comma.
fn removals(items: &[Node<'_>]) -> Vec<Option<Span>> {
    gaps(&items.iter().map(|item| item.span).collect::<Vec<_>>())
}

fn gaps(spans: &[Span]) -> Vec<Option<Span>> {
    let mut out = Vec::with_capacity(spans.len());
    for (index, span) in spans.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|index| spans.get(index));
        out.push(match (spans.get(index + 1), previous) {
            (Some(next), _) => Some(Span { start: span.start, end: next.start }),
            (None, Some(previous)) => Some(Span { start: previous.end, end: span.end }),
            (None, None) => None,
        });
    }
    out
}

/// `None` for what is no object. It still counts: statements are numbered as they are written.
fn statement(index: usize, node: Node<'_>, removal: Option<Span>) -> Option<Statement<'_>> {
    let span = node.span;
    let json::Value::Object(members) = node.value else { return None };
    let mut statement = Statement {
        index,
        span,
        effect: None,
        effect_span: span,
        action: None,
        resource: None,
        principal: None,
        principals: Vec::new(),
        condition: None,
        condition_removal: None,
        clauses: Vec::new(),
        removal,
    };
    let places: Vec<_> = members
        .iter()
        .map(|member| Span { start: member.key_span.start, end: member.value.span.end })
        .collect();
    for (member, removal) in members.into_iter().zip(gaps(&places)) {
        let value = member.value;
        match member.key.as_ref() {
            "Effect" => {
                statement.effect_span = value.span;
                statement.effect = match &value.value {
                    json::Value::String(text) if text == "Allow" => Some(Effect::Allow),
                    json::Value::String(text) if text == "Deny" => Some(Effect::Deny),
                    _ => None,
                };
            }
            "Action" => keep(&mut statement.action, || list(value, false, true)),
            "NotAction" => keep(&mut statement.action, || list(value, true, true)),
            "Resource" => keep(&mut statement.resource, || list(value, false, false)),
            "NotResource" => keep(&mut statement.resource, || list(value, true, false)),
            "Principal" if statement.principal.is_none() => {
                statement.principal = Some(value.span);
                statement.principals = principals(value);
            }
            "Condition" if statement.condition.is_none() => {
                statement.condition = Some(value.span);
                statement.condition_removal = removal;
                statement.clauses = clauses(value);
            }
            _ => {}
        }
    }
    Some(statement)
}

fn keep<T>(slot: &mut Option<T>, make: impl FnOnce() -> T) {
    if slot.is_none() {
        *slot = Some(make());
    }
}

fn list(node: Node<'_>, negated: bool, fold: bool) -> List<'_> {
    let span = node.span;
    let entries = strings(node)
        .into_iter()
        .map(|(text, span, removal)| Entry {
            pattern: if fold { Pattern::folded(&text) } else { Pattern::new(&text) },
            placeholder: has_placeholder(&text),
            blank: text.chars().any(is_invisible),
            text,
            span,
            removal,
            meant: OnceCell::new(),
        })
        .collect();
    List { negated, span, entries }
}

/// A string or the strings of a list.
fn strings(node: Node<'_>) -> Vec<(Cow<'_, str>, Span, Option<Span>)> {
    match node.value {
        json::Value::String(text) => vec![(text, node.span, None)],
        json::Value::Array(items) => {
            let removals = removals(&items);
            let strings = items.into_iter().zip(removals).filter_map(|(item, removal)| match item.value {
                json::Value::String(text) => Some((text, item.span, removal)),
                _ => None,
            });
            strings.collect()
        }
        _ => Vec::new(),
    }
}

fn principals(node: Node<'_>) -> Vec<Principal<'_>> {
    let of = |kind: PrincipalKind, node| {
        strings(node).into_iter().map(move |(text, span, _)| Principal {
            kind,
            placeholder: has_placeholder(&text),
            text,
            span,
        })
    };
    match node.value {
        json::Value::Object(members) => {
            let kind = |member: &Member<'_>| match member.key.as_ref() {
                "RAM" => Some(PrincipalKind::Ram),
                "Service" => Some(PrincipalKind::Service),
                "Federated" => Some(PrincipalKind::Federated),
                _ => None,
            };
            let known = members.into_iter().filter_map(|member| Some((kind(&member)?, member.value)));
            known.flat_map(|(kind, value)| of(kind, value)).collect()
        }
        value => of(PrincipalKind::Listed, Node { span: node.span, value }).collect(),
    }
}

fn clauses(node: Node<'_>) -> Vec<Clause<'_>> {
    let json::Value::Object(operators) = node.value else { return Vec::new() };
    let mut clauses = Vec::new();
    for member in operators {
        let json::Value::Object(keys) = member.value.value else { continue };
        let (prefix, operator) = condition::operator(&member.key).unzip();
        let siblings = keys.len();
        for key in keys {
            clauses.push(Clause {
                prefix: prefix.flatten(),
                operator,
                operator_span: member.key_span,
                siblings,
                folded_key: key.key.to_ascii_lowercase(),
                key: key.key,
                key_span: key.key_span,
                values: values(key.value),
            });
        }
    }
    clauses
}

fn values(node: Node<'_>) -> Vec<Value<'_>> {
    let one = |node: Node<'_>, removal| {
        let text = match node.value {
            json::Value::String(text) => text.into_owned(),
            json::Value::Number(text) => text.to_owned(),
            json::Value::Bool(value) => value.to_string(),
            json::Value::Null | json::Value::Array(_) | json::Value::Object(_) => return None,
        };
        Some(Value { placeholder: has_placeholder(&text), text: text.into(), span: node.span, removal })
    };
    match node.value {
        json::Value::Array(items) => {
            let removals = removals(&items);
            items.into_iter().zip(removals).filter_map(|(item, removal)| one(item, removal)).collect()
        }
        _ => one(node, None).into_iter().collect(),
    }
}
