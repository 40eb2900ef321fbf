//! Fields that are left out of a link, because they stand at the value that everybody starts with.
//!
//! The values are those of the day when this version was released, kept here: should the program start with others
//! one day, an old link still means what it meant. A field that is not in the table is carried as it is, so that new
//! fields need no new version.
//!
//! FROZEN: links that people keep depend on every line of this file and of `defaults.json`.

use serde_json::{Map, Value};

/// A key that begins with `?` stands for a field that may be missing: its parts count only where it is there.
fn table() -> Value {
    // A file of this crate, which every test reads.
    serde_json::from_str(include_str!("defaults.json")).unwrap_or_default()
}

fn parts_of(key: &str) -> (&str, bool) {
    key.strip_prefix('?').map_or((key, false), |name| (name, true))
}

/// Leaves out what stands at its default.
pub(super) fn prune(value: &Value) -> Value {
    prune_by(value, &table())
}

fn prune_by(value: &Value, defaults: &Value) -> Value {
    let (Value::Object(fields), Value::Object(defaults)) = (value, defaults) else { return value.clone() };
    let mut left = fields.clone();
    for (key, default) in defaults {
        let (name, optional) = parts_of(key);
        let Some(field) = fields.get(name) else { continue };
        let rest = prune_by(field, default);
        let is_default =
            if default.is_object() { rest == Value::Object(Map::new()) } else { rest == *default };
        if is_default && !optional {
            left.remove(name);
        } else {
            left.insert(name.to_owned(), rest);
        }
    }
    Value::Object(left)
}

/// Puts back what was left out.
pub(super) fn fill(value: Value) -> Value {
    fill_by(value, table())
}

fn fill_by(value: Value, defaults: Value) -> Value {
    let (mut fields, defaults) = match (value, defaults) {
        (Value::Object(fields), Value::Object(defaults)) => (fields, defaults),
        (value, _) => return value,
    };
    for (key, default) in defaults {
        let (name, optional) = parts_of(&key);
        let filled = match fields.remove(name) {
            Some(field) => fill_by(field, default),
            None if optional => continue,
            None => default,
        };
        fields.insert(name.to_owned(), filled);
    }
    Value::Object(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_table_can_be_read() {
        assert!(table().is_object());
    }

    #[test]
    fn what_is_left_out_comes_back() {
        for (value, pruned) in [
            (json!({}), json!({})),
            (json!({"version": 1, "logon": "ram_user.same_account"}), json!({})),
            (json!({"version": 2}), json!({"version": 2})),
            (json!({"logstore": {"name": "a", "kind": "logstore"}}), json!({"logstore": {"name": "a"}})),
            (json!({"circumstances": {"mfa": null, "tls": null}}), json!({"circumstances": {"tls": null}})),
            (json!({"logstore": null, "workspace": {}}), json!({"logstore": null})),
            (json!({"jobs": {"drafts": [], "assume": ["group-missing"]}}), json!({"jobs": {}})),
            (
                json!({"new": {"field": [1]}, "policies": [[]]}),
                json!({"new": {"field": [1]}, "policies": [[]]}),
            ),
        ] {
            assert_eq!(prune(&value), pruned, "{value}");
            assert_eq!(fill(prune(&value)), fill(value));
        }
        assert_eq!(fill(json!({})).get("jobs"), None);
        assert_eq!(fill(json!({"jobs": {}}))["jobs"]["assume"], json!(["group-missing"]));
    }
}
