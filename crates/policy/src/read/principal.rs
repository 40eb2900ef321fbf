//! `Principal`.

use ramplay_text::{Span, json};

use super::Reader;
use crate::diagnostic::{Expected, Problem, Within};
use crate::model::{PolicyKind, PrincipalEntry, Principals, Who};
use crate::pattern::Pattern;

impl Reader {
    /// Trust policies name principals in an object; resource policies in a plain list or `"*"`, and
    /// some (KMS) in an object.
    pub(super) fn principals(&mut self, node: json::Node<'_>) -> Option<Principals> {
        let span = node.span;
        let entries = match node.value {
            json::Value::Object(members) => {
                let mut entries = Vec::new();
                for member in members {
                    let read: fn(&mut Self, &str, Span) -> Who = match member.key.as_ref() {
                        "RAM" => Self::ram,
                        "Service" => |_, text, _| service(text),
                        "Federated" => Self::federated,
                        other => {
                            let known = ["RAM", "Service", "Federated"];
                            self.unknown(other, Within::Principal, &known, member.key_span);
                            continue;
                        }
                    };
                    let strings = self.strings(&member.key, member.value)?;
                    for (text, span) in strings {
                        entries.push(PrincipalEntry { span, who: read(self, &text, span) });
                    }
                }
                entries
            }
            json::Value::String(text) if text == "*" => {
                // In a trust policy nobody says what it means; it is read as any RAM identity.
                let who = match self.kind {
                    PolicyKind::Resource => Who::Everybody,
                    _ => Who::Arn(Pattern::new("*")),
                };
                vec![PrincipalEntry { span, who }]
            }
            _ if self.kind == PolicyKind::Resource => {
                let node = json::Node { span, value: node.value };
                if !matches!(node.value, json::Value::Array(_) | json::Value::String(_)) {
                    self.wrong_type("Principal", Expected::ResourcePrincipal, &node);
                    return None;
                }
                let strings = self.strings("Principal", node)?;
                strings.into_iter().map(|(text, span)| PrincipalEntry { span, who: listed(&text) }).collect()
            }
            value => {
                let node = json::Node { span, value };
                self.wrong_type("Principal", Expected::PrincipalObject, &node);
                return None;
            }
        };
        Some(Principals { span, entries })
    }

    fn ram(&mut self, text: &str, span: Span) -> Who {
        if !text.starts_with("acs:ram:") && text != "*" {
            self.report(Problem::PrincipalNotArn { value: text.to_owned() }, span);
        }
        ram_arn(text)
    }

    fn federated(&mut self, text: &str, span: Span) -> Who {
        if !text.starts_with("acs:ram:") {
            self.report(Problem::PrincipalNotArn { value: text.to_owned() }, span);
        }
        Who::Federated(Pattern::new(text))
    }
}

fn ram_arn(text: &str) -> Who {
    let root = text.strip_prefix("acs:ram:").and_then(|rest| rest.strip_suffix(":root"));
    match root.and_then(|rest| rest.split_once(':')) {
        Some((_region, account)) => Who::Account(Pattern::new(account)),
        None => Who::Arn(Pattern::new(text)),
    }
}

fn listed(text: &str) -> Who {
    if text == "*" {
        Who::Everybody
    } else if text.starts_with("acs:ram:") {
        ram_arn(text)
    } else {
        Who::Id(Pattern::new(text))
    }
}

fn service(text: &str) -> Who {
    match text.split_once('@') {
        Some((account, name)) => Who::Service { name: name.into(), account: Some(account.into()) },
        None => Who::Service { name: text.into(), account: None },
    }
}
