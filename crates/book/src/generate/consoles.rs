//! What can be done in the consoles, and the system policies.

use std::fmt::Write as _;

use ramplay_flink::{AccessLevel, Body, NamespaceRole, OperationCheck, OperationResource, catalogue};
use ramplay_text::Lang;

use super::table::{self, optional, sources, table, words};

/// The operations of the Management Console.
pub(super) fn operations(lang: Lang) -> String {
    let labels = words::labels(lang);
    let rows = catalogue().operations.iter().map(|operation| {
        let action = match operation.check() {
            OperationCheck::Action(action) => format!("`{action}`"),
            OperationCheck::Unnamed { covered_by, by_analogy } => match lang {
                Lang::En => format!("not named; `{covered_by}` covers it, asked as `{by_analogy}`"),
                Lang::Zh => format!("文档未列出；由 `{covered_by}` 覆盖，按 `{by_analogy}` 询问"),
            },
            OperationCheck::Nothing => "–".to_owned(),
        };
        vec![
            format!("{} (`{}`)", operation.operation.get(lang), operation.id),
            action,
            level(operation.access_level).to_owned(),
            resource(operation.resource, lang).to_owned(),
            optional(operation.note.as_ref(), lang),
            table::status(operation.status, lang),
            sources(&operation.sources, lang),
        ]
    });
    let head = [
        labels.operation,
        labels.action,
        labels.level,
        labels.resource,
        labels.note,
        labels.status,
        labels.sources,
    ];
    table(&head, rows)
}

pub(super) fn level(level: AccessLevel) -> &'static str {
    match level {
        AccessLevel::Create => "create",
        AccessLevel::List => "list",
        AccessLevel::Get => "get",
        AccessLevel::Update => "update",
        AccessLevel::Delete => "delete",
        AccessLevel::Write => "write",
        AccessLevel::None | AccessLevel::Unknown => "–",
    }
}

fn resource(resource: OperationResource, lang: Lang) -> &'static str {
    match (resource, lang) {
        (OperationResource::Instance, Lang::En) => "the workspace",
        (OperationResource::Instance, Lang::Zh) => "工作空间",
        (OperationResource::Namespace, Lang::En) => "the namespace",
        (OperationResource::Namespace, Lang::Zh) => "项目空间",
        (OperationResource::All, _) => "`*`",
        (OperationResource::Unknown, Lang::En) => "not known: all forms are asked",
        (OperationResource::Unknown, Lang::Zh) => "未知：询问所有形式",
    }
}

/// The permissions of the Development Console, by function, with the roles that hold them.
pub(super) fn permissions(lang: Lang) -> String {
    let labels = words::labels(lang);
    let facts = &catalogue().console_permissions;
    let roles = &catalogue().console_roles.roles;
    let title = |role: NamespaceRole| {
        roles.iter().find(|row| row.id == role).map_or(role.id(), |row| row.title.get(lang))
    };
    let mut out = String::new();
    for function in &facts.functions {
        let rows = facts.permissions.iter().filter(|row| row.function == function.id).map(|row| {
            let held = NamespaceRole::ALL.map(|role| if row.held_by(role) { "✓" } else { "–" }.to_owned());
            let mut cells = vec![format!("{} (`{}`)", row.title.get(lang), row.id)];
            cells.extend(held);
            cells.push(optional(row.note.as_ref(), lang));
            cells.push(table::status(row.status, lang));
            cells.push(sources(&row.sources, lang));
            cells
        });
        let [owner, editor, viewer] = NamespaceRole::ALL.map(title);
        let head = [labels.permission, owner, editor, viewer, labels.note, labels.status, labels.sources];
        let _ = write!(out, "## {}\n\n{}", function.title.get(lang), table(&head, rows));
    }
    out
}

/// System policies: what is known of their bodies.
pub(super) fn system_policies(lang: Lang) -> String {
    let labels = words::labels(lang);
    let rows = catalogue().system_policies.iter().map(|policy| {
        let body = match (policy.body, lang) {
            (Body::Exact, Lang::En) => "printed in the documentation",
            (Body::Assumed, Lang::En) => "assumed from its description",
            (Body::Partial, Lang::En) => "known in part; never taken for all of it",
            (Body::Unknown, Lang::En) => "not known; it denies nothing, and an implicit deny is withheld",
            (Body::Exact, Lang::Zh) => "文档中列出",
            (Body::Assumed, Lang::Zh) => "根据描述推定",
            (Body::Partial, Lang::Zh) => "部分已知，不当作全部",
            (Body::Unknown, Lang::Zh) => "未知；视为不拒绝任何操作，且不给出隐式拒绝的结论",
        };
        vec![
            format!("`{}`", policy.name),
            policy.description.get(lang).to_owned(),
            body.to_owned(),
            optional(policy.note.as_ref(), lang),
            sources(&policy.sources, lang),
        ]
    });
    table(&[labels.policy, labels.about, labels.body, labels.note, labels.sources], rows)
}
