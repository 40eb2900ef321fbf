//! Where the policies are in a tree: the tree itself, parts of it, or documents in its strings.

use crate::mapped::At;
use crate::model::{Listed, Name};
use crate::tree::{Node, Value};

/// Keys of statements, as RAM writes them.
const STATEMENT_KEYS: [&str; 6] =
    ["Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal"];

/// Something in a tree that leads to a policy.
#[derive(Debug)]
pub(crate) enum Hit<'a> {
    /// The object is a policy. The key that it stands under, if any.
    Policy { node: &'a Node, key: Option<&'a str>, name: Option<Name> },
    /// A string that holds a document.
    Embedded { at: At, key: Option<&'a str>, name: Option<Name> },
}

/// Whether the object is a policy document, complete or not: the strict reader says what is missing.
pub(crate) fn is_policy(node: &Node) -> bool {
    let statement = node.member("Statement").map(|member| &member.value.value);
    let nothing_else =
        || node.members().iter().all(|member| matches!(member.key.trim(), "Version" | "Statement"));
    match statement {
        Some(Value::List(_) | Value::Object(_)) => true,
        Some(Value::Expression) => false,
        Some(Value::Text(_) | Value::Scalar) => nothing_else(),
        None => node.has("Version") && nothing_else(),
    }
}

/// A template expression that stands in the place of statements or conditions: only rendering the
/// template says what the document is.
pub(crate) fn template_structure(node: &Node) -> Option<At> {
    let expression = |node: &Node| matches!(node.value, Value::Expression).then_some(node.at);
    let statements = &node.member("Statement")?.value;
    let one = statements.is_object().then_some(statements);
    expression(statements).or_else(|| {
        one.into_iter().chain(statements.items()).find_map(|statement| {
            let condition = statement.member("Condition").map(|member| &member.value);
            expression(statement).or_else(|| {
                let condition = condition?;
                let tests = condition.members().iter().map(|member| &member.value);
                expression(condition).or_else(|| tests.into_iter().find_map(expression))
            })
        })
    })
}

/// Whether the object is a statement without a document.
pub(crate) fn is_statement(node: &Node) -> bool {
    node.has("Effect") && !node.has("Statement") && STATEMENT_KEYS.iter().any(|key| node.has(key))
}

/// A statement without a document, or a list of them.
pub(crate) fn is_statements(node: &Node) -> bool {
    is_statement(node) || (!node.items().is_empty() && node.items().iter().all(is_statement))
}

/// Whether statements have such a key.
pub(crate) fn is_statement_key(key: &str) -> bool {
    STATEMENT_KEYS.contains(&key) || matches!(key, "Effect" | "Condition" | "Sid")
}

/// Whether a tree has anything of a policy in it, so that its problems are worth a message.
pub(crate) fn is_policy_like(text: &str) -> bool {
    ["Statement", "Effect", "\"Action", "PolicyDocument"].iter().any(|word| text.contains(word))
}

/// The names that hold for everything in an object.
#[derive(Debug, Clone, Default)]
struct Scope<'a> {
    policy: Option<&'a str>,
    role: Option<&'a str>,
}

/// What leads to policies, and the policies that are only named.
#[derive(Debug, Default)]
pub(crate) struct Hits<'a> {
    pub(crate) hits: Vec<Hit<'a>>,
    pub(crate) listed: Vec<(Listed, At)>,
}

/// Looks through a tree.
pub(crate) fn hits(node: &Node) -> Hits<'_> {
    let mut hits = Hits::default();
    hits.walk(node, None, &Scope::default());
    hits
}

impl<'a> Hits<'a> {
    fn walk(&mut self, node: &'a Node, key: Option<&'a str>, scope: &Scope<'a>) {
        if is_policy(node) {
            self.hits.push(Hit::Policy { node, key, name: scope.name(key) });
            return;
        }
        match &node.value {
            Value::Text(text) if is_embedded(text) => {
                self.hits.push(Hit::Embedded { at: node.at, key, name: scope.name(key) });
            }
            Value::List(items) => items.iter().for_each(|item| self.walk(item, key, scope)),
            Value::Object(members) => {
                let scope = scope.within(node);
                self.list(node);
                for member in members {
                    self.walk(&member.value, Some(&member.key), &scope);
                }
            }
            Value::Text(_) | Value::Scalar | Value::Expression => {}
        }
    }

    fn list(&mut self, node: &Node) {
        let text = |key| node.member(key).and_then(|member| member.value.text()).map(str::to_owned);
        if let Some(member) = node.member("PolicyName")
            && let Some(name) = text("PolicyName")
        {
            self.listed.push((Listed { name, policy_type: text("PolicyType") }, member.value.at));
        }
    }
}

impl<'a> Scope<'a> {
    /// The names that an object adds: its own, or those of what it describes.
    fn within(&self, node: &'a Node) -> Scope<'a> {
        let own =
            |keys: &[&str]| -> Option<&'a str> { keys.iter().find_map(|key| node.member(key)?.value.text()) };
        let nested = |outer: &str, keys: &[&str]| -> Option<&'a str> {
            let described = &node.member(outer)?.value;
            keys.iter().find_map(|key| described.member(key)?.value.text())
        };
        let policy = own(&["PolicyName", "policy_name", "policyName"])
            .or_else(|| nested("Policy", &["PolicyName"]))
            .or_else(|| nested("ControlPolicy", &["PolicyName"]));
        let role = own(&["RoleName", "role_name", "roleName"]).or_else(|| nested("Role", &["RoleName"]));
        Scope { policy: policy.or(self.policy), role: role.or(self.role) }
    }

    fn name(&self, key: Option<&str>) -> Option<Name> {
        let policy = || self.policy.map(|name| Name::Policy(name.to_owned()));
        let role = || self.role.map(|name| Name::Role(name.to_owned()));
        if key.is_some_and(is_trust_key) { role() } else { policy() }
    }
}

/// Keys that a role's trust policy stands under.
pub(crate) fn is_trust_key(key: &str) -> bool {
    matches!(key, "AssumeRolePolicyDocument" | "assume_role_policy_document" | "assumeRolePolicyDocument")
}

/// Whether a string holds a document.
fn is_embedded(text: &str) -> bool {
    // A string of a string has its quotes first.
    let start = text.trim_start_matches(|character: char| character.is_whitespace() || character == '"');
    let encoded = start.starts_with("%7B") || start.starts_with("%7b");
    encoded || (start.starts_with(['{', '[']) && start.contains("Statement"))
}
