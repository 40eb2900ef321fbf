//! What is changed in a document, as data, and how its text becomes that.

use ramplay_policy::{Effect, Principal, PrincipalKind};
use ramplay_text::json::{Node, Value};

use super::text::{
    append, append_member, items, member, object_like, quoted, root, splice, statement, without,
    without_items, without_member,
};

/// One change of one document. Statements are counted from 0, in the text as earlier changes left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amendment {
    /// An entry more in `Action`, `NotAction`, `Resource` or `NotResource`.
    AddEntry {
        /// The statement.
        statement: u16,
        /// The element.
        element: &'static str,
        /// The entry.
        entry: String,
    },
    /// Entries less in one of these.
    RemoveEntries {
        /// The statement.
        statement: u16,
        /// The element.
        element: &'static str,
        /// The places of the entries.
        at: Vec<usize>,
        /// The entries.
        entries: Vec<String>,
    },
    /// `Action` or `Resource`, which is `*`, becomes everything but one entry.
    AllBut {
        /// The statement.
        statement: u16,
        /// `Action` or `Resource`.
        element: &'static str,
        /// The entry of the `Not…` form.
        entry: String,
    },
    /// A principal more.
    AddPrincipal {
        /// The statement.
        statement: u16,
        /// Who.
        who: Named,
    },
    /// A principal less.
    RemovePrincipal {
        /// The statement.
        statement: u16,
        /// The place among all entries.
        at: usize,
        /// The entry.
        entry: String,
    },
    /// Values more of a condition key.
    AddValues {
        /// Where.
        clause: ClauseAt,
        /// The values.
        values: Vec<String>,
    },
    /// Values less of a condition key.
    RemoveValues {
        /// Where.
        clause: ClauseAt,
        /// The places of the values.
        at: Vec<usize>,
        /// The values, as they are written.
        values: Vec<String>,
    },
    /// A condition less.
    RemoveClause {
        /// Where.
        clause: ClauseAt,
    },
    /// A condition more.
    AddClause {
        /// Where.
        clause: ClauseAt,
        /// Its value.
        value: String,
    },
    /// A statement more, at the end.
    AddStatement(NewStatement),
    /// A statement less.
    RemoveStatement {
        /// The statement.
        statement: u16,
    },
    /// A statement is cut in two, so that both together say what it said but for one action on one resource:
    /// the first has another list of actions, the second another one of resources.
    Split {
        /// The statement.
        statement: u16,
        /// What becomes of the actions.
        action: Box<Amendment>,
        /// What becomes of the resources.
        resource: Box<Amendment>,
    },
    /// The document is no longer attached.
    Detach,
    /// A new policy with one statement.
    NewPolicy(NewStatement),
    /// A system policy is attached.
    AttachSystem {
        /// Its name.
        name: String,
    },
}

/// A condition of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseAt {
    /// The statement.
    pub statement: u16,
    /// The operator as it is written, set prefix included.
    pub operator: String,
    /// The key as it is written.
    pub key: String,
}

/// A principal as statements name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// `RAM`, `Service` or `Federated`, where principals stand in an object.
    pub of: &'static str,
    /// The entry.
    pub entry: String,
}

impl Named {
    /// How a principal is named; `None` if nothing names it alone.
    pub(super) fn of(principal: &Principal, resource_account: &str) -> Option<Self> {
        let arn = principal.arn_without_session().to_owned();
        let named = |of, entry| Some(Named { of, entry });
        match principal.kind {
            PrincipalKind::Root
            | PrincipalKind::RamUser
            | PrincipalKind::RamRole
            | PrincipalKind::ServiceLinkedRole => named("RAM", arn),
            PrincipalKind::Service if principal.account == resource_account => named("Service", arn),
            PrincipalKind::Service => named("Service", format!("{}@{arn}", principal.account)),
            PrincipalKind::Federated => named("Federated", arn),
            PrincipalKind::Anonymous => None,
        }
    }
}

/// A statement that is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStatement {
    /// Its effect.
    pub effect: Effect,
    /// `Principal`, in trust policies as an object, in resource policies as a list.
    pub principal: Option<Named>,
    /// Whether principals stand in an object.
    pub is_trust: bool,
    /// `Action`.
    pub action: String,
    /// `Resource`; trust policies have none.
    pub resource: Option<String>,
}

impl NewStatement {
    fn members(&self) -> Vec<(&'static str, String)> {
        let effect = match self.effect {
            Effect::Allow => "Allow",
            Effect::Deny => "Deny",
        };
        let mut members = vec![("Effect", quoted(effect))];
        if let Some(Named { of, entry }) = &self.principal {
            let list = format!("[{}]", quoted(entry));
            let value = if self.is_trust { format!("{{{}: {list}}}", quoted(of)) } else { list };
            members.push(("Principal", value));
        }
        members.push(("Action", quoted(&self.action)));
        members.extend(self.resource.iter().map(|resource| ("Resource", quoted(resource))));
        members
    }

    /// A document of this statement alone.
    pub(super) fn document(&self) -> String {
        let inner = self.members();
        let lines: Vec<String> =
            inner.iter().map(|(key, value)| format!("      {}: {value}", quoted(key))).collect();
        format!(
            "{{\n  \"Version\": \"1\",\n  \"Statement\": [\n    {{\n{}\n    }}\n  ]\n}}\n",
            lines.join(",\n")
        )
    }
}

impl Amendment {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Amendment::AddEntry { .. } => "add-entry",
            Amendment::RemoveEntries { .. } => "remove-entries",
            Amendment::AllBut { .. } => "all-but",
            Amendment::AddPrincipal { .. } => "add-principal",
            Amendment::RemovePrincipal { .. } => "remove-principal",
            Amendment::AddValues { .. } => "add-values",
            Amendment::RemoveValues { .. } => "remove-values",
            Amendment::RemoveClause { .. } => "remove-condition",
            Amendment::AddClause { .. } => "add-condition",
            Amendment::AddStatement(_) => "add-statement",
            Amendment::RemoveStatement { .. } => "remove-statement",
            Amendment::Split { .. } => "split-statement",
            Amendment::Detach => "detach",
            Amendment::NewPolicy(_) => "new-policy",
            Amendment::AttachSystem { .. } => "attach-system-policy",
        }
    }

    /// The text with the change; `None` if the text has no such place, or nothing would be left where something
    /// has to be.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        let root = root(text)?;
        let of = |index: &u16| statement(&root, *index);
        match self {
            Amendment::AddEntry { statement, element, entry } => {
                append(text, &member(of(statement)?, element)?.value, &quoted(entry))
            }
            Amendment::RemoveEntries { statement, element, at, .. } => {
                without_items(text, &member(of(statement)?, element)?.value, at)
            }
            Amendment::AllBut { statement, element, entry } => {
                let found = member(of(statement)?, element)?;
                let text = splice(text, found.value.span, &quoted(entry))?;
                splice(&text, found.key_span, &quoted(&format!("Not{element}")))
            }
            Amendment::AddPrincipal { statement, who } => add_principal(text, of(statement)?, who),
            Amendment::RemovePrincipal { statement, at, .. } => remove_principal(text, of(statement)?, *at),
            Amendment::AddValues { clause, values } => {
                values.iter().try_fold(text.to_owned(), |text, value| {
                    append(&text, values_of(&super::text::root(&text)?, clause)?, &quoted(value))
                })
            }
            Amendment::RemoveValues { clause, at, .. } => without_items(text, values_of(&root, clause)?, at),
            Amendment::RemoveClause { clause } => remove_clause(text, of(&clause.statement)?, clause),
            Amendment::AddClause { clause, value } => add_clause(text, of(&clause.statement)?, clause, value),
            Amendment::AddStatement(new) => {
                let list = &member(&root, "Statement")?.value;
                let object = object_like(text, items(list).last().copied(), &new.members());
                append(text, list, &object)
            }
            Amendment::RemoveStatement { statement } => {
                without_items(text, &member(&root, "Statement")?.value, &[usize::from(*statement)])
            }
            Amendment::Split { statement, action, resource } => {
                let original = of(statement)?.span.of(text);
                let list = &member(&root, "Statement")?.value;
                // The copy goes to the end, so that the places of all others stay.
                let text = append(text, list, original)?;
                let copy = u16::try_from(items(list).len()).ok()?;
                resource.moved(copy)?.apply(&action.apply(&text)?)
            }
            Amendment::NewPolicy(new) => Some(new.document()),
            Amendment::Detach | Amendment::AttachSystem { .. } => None,
        }
    }

    /// The same change of another statement.
    fn moved(&self, to: u16) -> Option<Amendment> {
        let mut moved = self.clone();
        match &mut moved {
            Amendment::AddEntry { statement, .. }
            | Amendment::RemoveEntries { statement, .. }
            | Amendment::AllBut { statement, .. } => *statement = to,
            _ => return None,
        }
        Some(moved)
    }
}

fn values_of<'n, 'a>(root: &'n Node<'a>, clause: &ClauseAt) -> Option<&'n Node<'a>> {
    let condition = &member(statement(root, clause.statement)?, "Condition")?.value;
    Some(&member(&member(condition, &clause.operator)?.value, &clause.key)?.value)
}

fn remove_clause(text: &str, statement: &Node<'_>, clause: &ClauseAt) -> Option<String> {
    let condition = &member(statement, "Condition")?.value;
    let operator = &member(condition, &clause.operator)?.value;
    without_member(text, operator, &clause.key)
        .or_else(|| without_member(text, condition, &clause.operator))
        .or_else(|| without_member(text, statement, "Condition"))
}

fn add_clause(text: &str, statement: &Node<'_>, clause: &ClauseAt, value: &str) -> Option<String> {
    let value = quoted(value);
    let keys = || format!("{{{}: {value}}}", quoted(&clause.key));
    let Some(condition) = member(statement, "Condition") else {
        let operators = format!("{{{}: {}}}", quoted(&clause.operator), keys());
        return append_member(text, statement, "Condition", &operators);
    };
    match member(&condition.value, &clause.operator) {
        Some(operator) => append_member(text, &operator.value, &clause.key, &value),
        None => append_member(text, &condition.value, &clause.operator, &keys()),
    }
}

fn add_principal(text: &str, statement: &Node<'_>, who: &Named) -> Option<String> {
    let principal = &member(statement, "Principal")?.value;
    let entry = quoted(&who.entry);
    match &principal.value {
        Value::Object(_) => match member(principal, who.of) {
            Some(list) => append(text, &list.value, &entry),
            None => append_member(text, principal, who.of, &format!("[{entry}]")),
        },
        _ => append(text, principal, &entry),
    }
}

fn remove_principal(text: &str, statement: &Node<'_>, at: usize) -> Option<String> {
    let principal = &member(statement, "Principal")?.value;
    let Value::Object(members) = &principal.value else { return without_items(text, principal, &[at]) };
    let mut at = at;
    for (place, list) in members.iter().enumerate() {
        let count = items(&list.value).len();
        if at < count {
            return without_items(text, &list.value, &[at]).or_else(|| {
                let span = |member: &ramplay_text::json::Member<'_>| ramplay_text::Span {
                    start: member.key_span.start,
                    end: member.value.span.end,
                };
                without(text, &members.iter().map(span).collect::<Vec<_>>(), place)
            });
        }
        at -= count;
    }
    None
}
