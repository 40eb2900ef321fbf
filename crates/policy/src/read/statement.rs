//! Statements.

use ramplay_text::{Span, json};

use super::Reader;
use crate::diagnostic::{Expected, Problem, Within};
use crate::model::{Effect, PatternList, PolicyKind, Statement};
use crate::pattern::SpannedPattern;

const ELEMENTS: [&str; 7] =
    ["Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "Condition"];

/// The elements of a statement as they were found; the first of each counts.
#[derive(Default)]
struct Found<'a> {
    effect: Option<json::Node<'a>>,
    action: Option<json::Node<'a>>,
    not_action: Option<json::Node<'a>>,
    resource: Option<json::Node<'a>>,
    not_resource: Option<json::Node<'a>>,
    principal: Option<(Span, json::Node<'a>)>,
    condition: Option<json::Node<'a>>,
}

impl Reader {
    /// Reads one statement; `None` when a part without which it cannot be evaluated is bad.
    pub(super) fn statement(&mut self, node: json::Node<'_>) -> Option<Statement> {
        let span = node.span;
        let json::Value::Object(members) = node.value else {
            self.wrong_type("Statement", Expected::Statement, &node);
            return None;
        };
        let mut found = Found::default();
        for member in members {
            let (key_span, value) = (member.key_span, member.value);
            match member.key.as_ref() {
                "Effect" => keep(&mut found.effect, value),
                "Action" => keep(&mut found.action, value),
                "NotAction" => keep(&mut found.not_action, value),
                "Resource" => keep(&mut found.resource, value),
                "NotResource" => keep(&mut found.not_resource, value),
                "Principal" => keep(&mut found.principal, (key_span, value)),
                "Condition" => keep(&mut found.condition, value),
                other => self.unknown(other, Within::Statement, &ELEMENTS, key_span),
            }
        }

        let effect = self.effect(found.effect, span);
        let action = self.pair("Action", "NotAction", found.action, found.not_action, true, span);
        let not_resource_span = found.not_resource.as_ref().map(|node| node.span);
        let needs_resource =
            matches!(self.kind, PolicyKind::Identity | PolicyKind::Control | PolicyKind::Session);
        let resource =
            self.pair("Resource", "NotResource", found.resource, found.not_resource, needs_resource, span);
        if let Some(not_resource) = not_resource_span {
            self.report(Problem::NotResource, not_resource);
        }
        if let (PolicyKind::Trust, Some(list)) = (self.kind, &resource) {
            self.report(Problem::ResourceInTrust, list.span);
        }
        let takes_principal = matches!(self.kind, PolicyKind::Trust | PolicyKind::Resource);
        let principal = match found.principal {
            Some((key_span, _)) if !takes_principal => {
                self.report(Problem::PrincipalNotAllowed { kind: self.kind }, key_span);
                None
            }
            Some((_, value)) => self.principals(value),
            None => {
                if takes_principal {
                    self.missing("Principal", Within::Statement, span);
                }
                None
            }
        };
        let conditions = match found.condition {
            Some(node) => self.conditions(node),
            None => Vec::new(),
        };
        Some(Statement { span, effect: effect?, action: action?, resource, principal, conditions })
    }

    fn effect(&mut self, node: Option<json::Node<'_>>, owner: Span) -> Option<Effect> {
        let Some(node) = node else {
            self.missing("Effect", Within::Statement, owner);
            return None;
        };
        match &node.value {
            json::Value::String(text) if text == "Allow" => Some(Effect::Allow),
            json::Value::String(text) if text == "Deny" => Some(Effect::Deny),
            json::Value::String(text) => {
                self.report(Problem::BadEffect { found: text.to_string() }, node.span);
                None
            }
            _ => {
                self.wrong_type("Effect", Expected::String, &node);
                None
            }
        }
    }

    /// An element and its `Not…` form, of which at most one may be there.
    fn pair(
        &mut self,
        element: &'static str,
        negated: &'static str,
        plain: Option<json::Node<'_>>,
        not: Option<json::Node<'_>>,
        required: bool,
        owner: Span,
    ) -> Option<PatternList> {
        match (plain, not) {
            (Some(_), Some(not)) => {
                self.report(Problem::BothForms { element, negated }, not.span);
                None
            }
            (Some(node), None) => self.patterns(element, false, node),
            (None, Some(node)) => self.patterns(negated, true, node),
            (None, None) => {
                if required {
                    self.missing(element, Within::Statement, owner);
                }
                None
            }
        }
    }

    fn patterns(
        &mut self,
        element: &'static str,
        negated: bool,
        node: json::Node<'_>,
    ) -> Option<PatternList> {
        let span = node.span;
        let items = self.strings(element, node)?;
        let fold = matches!(element, "Action" | "NotAction");
        let patterns = items.into_iter().map(|(text, span)| SpannedPattern::new(text, span, fold)).collect();
        Some(PatternList { negated, span, patterns })
    }

    /// A string or a list of strings, each with its place.
    pub(super) fn strings(&mut self, element: &str, node: json::Node<'_>) -> Option<Vec<(String, Span)>> {
        match node.value {
            json::Value::String(text) => Some(vec![(text.into_owned(), node.span)]),
            json::Value::Array(items) => {
                if items.is_empty() {
                    self.report(Problem::EmptyList { element: element.to_owned() }, node.span);
                }
                let mut strings = Vec::with_capacity(items.len());
                let mut good = true;
                for item in items {
                    match item.value {
                        json::Value::String(text) => strings.push((text.into_owned(), item.span)),
                        _ => {
                            self.wrong_type(element, Expected::String, &item);
                            good = false;
                        }
                    }
                }
                good.then_some(strings)
            }
            _ => {
                self.wrong_type(element, Expected::StringOrList, &node);
                None
            }
        }
    }
}

fn keep<T>(slot: &mut Option<T>, value: T) {
    if slot.is_none() {
        *slot = Some(value);
    }
}
