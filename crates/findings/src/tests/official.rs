//! The policies that the documentation prints, as far as the project carries them.

use ramplay_flink::{Attach, Body, Effect, OneOrMany, PolicyDocument, SystemPolicy, catalogue};
use ramplay_policy::PolicyKind;

use super::found;
use crate::view::quoted;
use crate::{Class, Subject};

fn strings(list: &OneOrMany) -> String {
    let items: Vec<_> = list.as_slice().iter().map(|item| quoted(item)).collect();
    format!("[{}]", items.join(", "))
}

/// The document as text, with names in the places of placeholders.
fn text(document: &PolicyDocument) -> String {
    let statements: Vec<_> = document
        .statement
        .iter()
        .map(|statement| {
            let effect = match statement.effect {
                Effect::Allow => "Allow",
                Effect::Deny => "Deny",
            };
            let mut out = format!(r#"{{"Effect": "{effect}", "Action": {}"#, strings(&statement.action));
            if let Some(principal) = &statement.principal {
                out += &format!(r#", "Principal": {}"#, strings(principal));
            }
            out += &format!(r#", "Resource": {}"#, strings(&statement.resource));
            if let Some(condition) = &statement.condition {
                let operators: Vec<_> = condition
                    .iter()
                    .map(|(operator, keys)| {
                        let keys: Vec<_> = keys
                            .iter()
                            .map(|(key, values)| format!("{}: {}", quoted(key), strings(values)))
                            .collect();
                        format!("{}: {{{}}}", quoted(operator), keys.join(", "))
                    })
                    .collect();
                out += &format!(r#", "Condition": {{{}}}"#, operators.join(", "));
            }
            out + "}"
        })
        .collect();
    let text = format!(r#"{{"Version": "1", "Statement": [{}]}}"#, statements.join(", "));
    ["project", "logstore", "region", "uid", "vpc"].iter().fold(text, |text, name| {
        text.replace(&format!("{{{name}}}"), if *name == "uid" { "*" } else { "name" })
    })
}

#[test]
fn official_policies_have_no_error_and_no_general_warning() {
    let templates = catalogue().templates.iter().map(|template| {
        let kind = match template.attach {
            Attach::Identity => PolicyKind::Identity,
            Attach::Resource => PolicyKind::Resource,
        };
        (template.id.as_str(), kind, &template.document)
    });
    let printed = |policy: &&SystemPolicy| policy.body == Body::Exact;
    let system =
        catalogue().system_policies.iter().filter(printed).filter_map(|policy| {
            Some((policy.name.as_str(), PolicyKind::Identity, policy.document.as_ref()?))
        });
    for (name, kind, document) in templates.chain(system) {
        let text = text(document);
        for finding in found(&text, &Subject::new(kind)) {
            let grave = matches!(finding.class(), Class::Error | Class::GeneralWarning);
            assert!(!grave, "{name}: {} on {}", finding.code(), finding.span.of(&text));
        }
    }
}
