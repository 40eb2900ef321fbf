//! Where the caret is, as `web/editor` says it. What is not named here, and is in its contexts, is not needed.

use serde::Deserialize;

/// A place in a policy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PolicyPlace {
    /// What stands there.
    pub kind: PolicyPlaceKind,
    /// For elements: whose they are.
    pub level: Option<Level>,
    /// The element that the caret is in the value of, such as `NotAction`; or empty.
    pub element: String,
    /// The actions of the statement.
    pub actions: Vec<String>,
    /// For condition keys and their values.
    pub operator: Option<String>,
    /// For values of condition keys.
    pub condition_key: Option<String>,
    /// For values of principals: `RAM`, `Service` or `Federated`.
    pub principal_type: Option<String>,
    /// Whether a key stands there.
    pub is_key: bool,
    /// What the object or array holds already, without what is at the caret.
    pub present: Vec<String>,
    /// What is written before the caret.
    pub prefix: String,
    /// First UTF-16 unit of what stands there, without quotes.
    pub from: u32,
    /// One past the last.
    pub to: u32,
}

/// What stands at a place of a policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyPlaceKind {
    /// A key of the policy or of a statement.
    Element,
    /// A key of `Condition`.
    Operator,
    /// A key under an operator.
    ConditionKey,
    /// An action.
    Action,
    /// A resource.
    Resource,
    /// A key or value of `Principal`.
    Principal,
    /// Any other value.
    #[default]
    Value,
}

/// Whose element it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The policy's.
    Policy,
    /// A statement's.
    Statement,
}

/// A place in a Flink SQL draft.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SqlPlace {
    /// What stands there.
    pub kind: SqlPlaceKind,
    /// The table that the options belong to.
    pub table: Option<String>,
    /// Its connector, if it is written as plain text.
    pub connector: Option<String>,
    /// For values, the option's key.
    pub key: Option<String>,
    /// The keys that are there already.
    pub present: Vec<String>,
    /// Every table that the draft defines.
    pub tables: Vec<SqlTable>,
    /// What is written before the caret.
    pub prefix: String,
    /// First UTF-16 unit of what stands there, without quotes or braces.
    pub from: u32,
    /// One past the last.
    pub to: u32,
    /// Whether the caret is between quotes.
    pub inside_string: bool,
}

/// What stands at a place of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SqlPlaceKind {
    /// The key of an option.
    OptionKey,
    /// The value of an option.
    OptionValue,
    /// The name of a table.
    Table,
    /// What is within `${…}`.
    Variable,
    /// A word of the language, or any other name.
    #[default]
    Keyword,
}

/// A table of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct SqlTable {
    /// Its name.
    pub name: String,
    /// Its connector, if it is written as plain text.
    pub connector: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contexts as `web/editor` gives them; what is `undefined` there is left out here.
    #[test]
    fn contexts_of_the_editor_are_read() {
        let policy = r#"{"kind": "condition-key", "level": "statement", "element": "Condition", "operator": "Bool",
            "actions": ["log:*"], "resources": [], "path": ["Statement", 0, "Condition", "Bool"], "isKey": true,
            "present": [], "prefix": "acs:", "from": 5, "to": 9, "insideString": true, "closed": true,
            "followed": false}"#;
        let place: PolicyPlace = serde_json::from_str(policy).unwrap();
        assert_eq!((place.kind, place.level), (PolicyPlaceKind::ConditionKey, Some(Level::Statement)));
        assert_eq!((place.operator.as_deref(), place.is_key, place.to), (Some("Bool"), true, 9));
        let sql = r#"{"kind": "option-value", "table": "logs", "connector": "sls", "key": "project", "present": [],
            "tables": [{"name": "logs", "connector": "sls"}, {"name": "other"}], "prefix": "", "from": 1, "to": 1,
            "insideString": false, "closed": false, "followed": false}"#;
        let place: SqlPlace = serde_json::from_str(sql).unwrap();
        assert_eq!((place.kind, place.tables.len()), (SqlPlaceKind::OptionValue, 2));
    }
}
