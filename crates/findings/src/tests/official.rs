//! The policies that the documentation prints, as far as the project carries them.

use ramplay_flink::{Attach, Body, Effect, OneOrMany, PolicyDocument, Statement, SystemPolicy, catalogue};
use ramplay_policy::PolicyKind;

use super::found;
use crate::view::quoted;
use crate::{Class, Subject};

fn strings(list: &OneOrMany) -> String {
    let items: Vec<_> = list.as_slice().iter().map(|item| quoted(item)).collect();
    format!("[{}]", items.join(", "))
}

fn statement(statement: &Statement) -> String {
    let effect = match statement.effect {
        Effect::Allow => "Allow",
        Effect::Deny => "Deny",
    };
    let mut members = vec![
        format!(r#""Effect": "{effect}""#),
        format!(r#""Action": {}"#, strings(&statement.action)),
        format!(r#""Resource": {}"#, strings(&statement.resource)),
    ];
    members.extend(statement.principal.as_ref().map(|list| format!(r#""Principal": {}"#, strings(list))));
    if let Some(condition) = &statement.condition {
        let operators = condition.iter().map(|(operator, keys)| {
            let keys = keys.iter().map(|(key, values)| format!("{}: {}", quoted(key), strings(values)));
            format!("{}: {{{}}}", quoted(operator), keys.collect::<Vec<_>>().join(", "))
        });
        members.push(format!(r#""Condition": {{{}}}"#, operators.collect::<Vec<_>>().join(", ")));
    }
    format!("{{{}}}", members.join(", "))
}

/// The document as text, with names in the places of placeholders.
fn text(document: &PolicyDocument) -> String {
    let statements: Vec<_> = document.statement.iter().map(statement).collect();
    let text = format!(r#"{{"Version": "1", "Statement": [{}]}}"#, statements.join(", "));
    ["project", "logstore", "region", "uid", "vpc", "bucket"].iter().fold(text, |text, name| {
        let value = if *name == "uid" { "*" } else { "name" };
        text.replace(&format!("{{{name}}}"), value)
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
