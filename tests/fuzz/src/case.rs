//! A case made of arbitrary bytes: well-formed, of few words, so that policies and requests meet often.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

type Bytes<'a, 'b> = &'a mut Unstructured<'b>;

/// Type, ARN, account and id.
const PRINCIPALS: [(&str, &str, &str, &str); 12] = [
    ("ram_user", "acs:ram::1:user/alice", "1", "11"),
    ("ram_user", "acs:ram::2:user/alice", "2", "21"),
    ("ram_user", "acs:ram::1:user/爱丽", "1", "13"),
    ("ram_role", "acs:ram::1:role/r", "1", "12"),
    ("ram_role", "acs:ram::1:role/r/s", "1", "12"),
    ("service_linked_role", "acs:ram::1:role/slr/s", "1", "14"),
    ("root", "acs:ram::1:root", "1", "1"),
    ("root", "acs:ram::2:root", "2", "2"),
    ("service", "log.aliyuncs.com", "1", ""),
    ("saml", "acs:ram::1:saml-provider/p", "1", ""),
    ("oidc", "acs:ram::1:oidc-provider/p", "1", ""),
    ("anonymous", "anonymous", "", ""),
];
const LAYERS: [&str; 6] = ["identity", "identity", "resource", "control", "session", "trust"];
const NODES: [&str; 3] = ["Root", "F", "M"];
const ACTIONS: [&str; 6] = ["s:Get", "S:get", "s:GetAll", "t:读", "sts:AssumeRole", "sts:AssumeRoleWithSAML"];
const RESOURCES: [&str; 8] = [
    "acs:s:r:1:x",
    "acs:s:r:1:x/y",
    "acs:s:r:1:X",
    "acs:s:r:1:é/🦀",
    "*",
    "",
    "acs:ram::1:role/r",
    "acs:ram:r:1:role/r",
];
/// Pieces of patterns for actions, resources, principals and values.
const PIECES: [&str; 24] = [
    "*",
    "*",
    "?",
    "s:",
    "S:",
    "Get",
    "get",
    "All",
    "sts:",
    "AssumeRole",
    "acs:",
    "ram:",
    ":",
    "1",
    "2",
    "r",
    "x",
    "X",
    "/",
    "y",
    "é",
    "🦀",
    "\\",
    "role/",
];
const PRINCIPAL_ENTRIES: [(&str, &str); 12] = [
    ("RAM", "acs:ram::1:root"),
    ("RAM", "acs:ram::*:root"),
    ("RAM", "acs:ram:*:2:root"),
    ("RAM", "acs:ram::1:user/alice"),
    ("RAM", "acs:ram::1:user/爱?"),
    ("RAM", "acs:ram::1:role/*"),
    ("RAM", "acs:ram::1:role/r/s"),
    ("Service", "log.aliyuncs.com"),
    ("Service", "1@log.aliyuncs.com"),
    ("Service", "ecs.aliyuncs.com"),
    ("Federated", "acs:ram::1:saml-provider/p"),
    ("Federated", "acs:ram::1:*-provider/*"),
];
const IDS: [&str; 7] = ["*", "11", "12", "1", "2", "1?", "*1"];

/// Operators, the keys that they are used on, and values of which some do not fit.
const FAMILIES: [(&[&str], &[&str], &[&str]); 5] = [
    (
        &[
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "StringLike",
            "StringNotLike",
        ],
        &["k:text", "K:Text", "acs:PrincipalARN"],
        &["a", "A", "ab", "", "a?", "*", "é", "acs:*:1:*", "acs:ram::1:role/r"],
    ),
    (
        &[
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
        ],
        &["k:number"],
        &["1", "1.0", "10", "9", "-2", "-0", "0.5", "9007199254740993", "9007199254740992", "ten"],
    ),
    (
        &[
            "DateEquals",
            "DateNotEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals",
        ],
        &["acs:CurrentTime", "k:date"],
        &[
            "2024-02-29T12:00:00Z",
            "2024-02-29T20:00:00+08:00",
            "2024-02-29T12:00:00",
            "2024-02-29T12:00:00.5Z",
            "2024-12-31T23:00:00-01:00",
            "yesterday",
        ],
    ),
    (&["Bool"], &["k:bool"], &["true", "false", "TRUE", "yes"]),
    (
        &["IpAddress", "NotIpAddress", "IpAddressIncludeBorder", "NotIpAddressIncludeBorder"],
        &["acs:SourceIp"],
        &["10.0.0.1", "10.0.1.0", "2001:db8::1", "::ffff:10.0.0.1", "10.0.0"],
    ),
];
const RANGES: [&str; 7] =
    ["10.0.0.0/24", "10.0.0.1/32", "0.0.0.0/0", "10.0.0.77/24", "2001:db8::/64", "::/0", "10.0.0.1"];

/// A whole case without its answer.
pub fn case(bytes: Bytes<'_, '_>) -> Result<Value> {
    let (kind, arn, account, uid) = *bytes.choose(&PRINCIPALS)?;
    let mut request = json!({
        "principal": arn, "principal_type": kind, "principal_account": account,
        "action": bytes.choose(&ACTIONS)?,
        "resource_account": bytes.choose(&["1", "1", "1", "2"])?,
        "rd_path": NODES.get(..bytes.int_in_range(0..=NODES.len())?),
        "in_management_account": bytes.ratio(1, 8)?,
        "context": context(bytes)?,
    });
    if !uid.is_empty() {
        request["principal_uid"] = json!(uid);
    }
    if bytes.ratio(1, 2)? {
        request["resource_group"] = json!("rg-1");
    }
    if bytes.ratio(1, 2)? {
        request["time"] = json!(bytes.choose(FAMILIES[2].2)?);
    }
    if bytes.ratio(1, 4)? {
        request["checks"] = Value::Array(several(bytes, 3, check)?);
    } else {
        request["resource"] = json!(bytes.choose(&RESOURCES)?);
    }
    let policies = several(bytes, 5, attachment)?;
    Ok(json!({ "policies": policies, "request": request }))
}

/// Makes policies of the case unknown, each for itself.
pub fn hide(case: &mut Value, bytes: Bytes<'_, '_>) -> Result<()> {
    for attachment in case["policies"].as_array_mut().into_iter().flatten() {
        if bytes.ratio(1, 3)?
            && let Some(fields) = attachment.as_object_mut()
        {
            fields.remove("policy");
            fields.remove("spares_owner");
            fields.insert("unknown".to_owned(), json!(true));
            // Somewhere in the directory.
            if fields["layer"] == "control" && bytes.ratio(1, 3)? {
                fields.remove("attached_to");
            }
        }
    }
    Ok(())
}

fn check(bytes: Bytes<'_, '_>) -> Result<Value> {
    let mut check = json!({ "resource": bytes.choose(&RESOURCES)?, "context": context(bytes)? });
    if bytes.ratio(1, 3)? {
        check["action"] = json!(bytes.choose(&ACTIONS)?);
    }
    Ok(check)
}

fn attachment(bytes: Bytes<'_, '_>) -> Result<Value> {
    let layer = *bytes.choose(&LAYERS)?;
    let statements = several(bytes, 3, |bytes| statement(layer, bytes))?;
    let mut attachment = json!({ "layer": layer, "policy": { "Version": "1", "Statement": statements } });
    match layer {
        "control" => attachment["attached_to"] = json!(bytes.choose(&NODES)?),
        "identity" if bytes.ratio(1, 3)? => {
            attachment["scope"] = json!("resource_group");
            attachment["resource_group"] = json!(bytes.choose(&["rg-1", "rg-2"])?);
        }
        "resource" => attachment["spares_owner"] = json!(bytes.arbitrary::<bool>()?),
        _ => {}
    }
    Ok(attachment)
}

fn statement(layer: &str, bytes: Bytes<'_, '_>) -> Result<Value> {
    let mut statement = json!({ "Effect": if bytes.ratio(1, 3)? { "Deny" } else { "Allow" } });
    let name = |name: &str, negated| if negated { format!("Not{name}") } else { name.to_owned() };
    statement[name("Action", bytes.ratio(1, 8)?)] = patterns(bytes)?;
    if layer != "trust" {
        statement[name("Resource", bytes.ratio(1, 8)?)] = patterns(bytes)?;
    }
    if layer == "trust" || (layer == "resource" && bytes.ratio(1, 3)?) {
        let mut principal = Map::new();
        for (kind, entry) in several(bytes, 3, |bytes| Ok(*bytes.choose(&PRINCIPAL_ENTRIES)?))? {
            let entries = principal.entry(kind).or_insert_with(|| json!([]));
            entries.as_array_mut().into_iter().for_each(|entries| entries.push(json!(entry)));
        }
        if principal.is_empty() {
            principal.insert("RAM".to_owned(), json!(["acs:ram::1:root"]));
        }
        statement["Principal"] = Value::Object(principal);
    } else if layer == "resource" {
        let ids = several(bytes, 2, |bytes| Ok(json!(bytes.choose(&IDS)?)))?;
        statement["Principal"] = Value::Array(ids);
    }
    if bytes.ratio(1, 3)? {
        statement["Condition"] = condition(bytes)?;
    }
    Ok(statement)
}

/// `*`, or some patterns of some pieces. Few, as the naive evaluator tries everything.
fn patterns(bytes: Bytes<'_, '_>) -> Result<Value> {
    if bytes.ratio(1, 3)? {
        return Ok(json!("*"));
    }
    let pattern = |bytes: Bytes<'_, '_>| Ok(several(bytes, 6, |bytes| Ok(*bytes.choose(&PIECES)?))?.concat());
    Ok(json!(several(bytes, 3, pattern)?))
}

fn condition(bytes: Bytes<'_, '_>) -> Result<Value> {
    let mut condition = Map::new();
    for _ in 0..bytes.int_in_range(0..=3)? {
        let (operators, keys, values) = bytes.choose(&FAMILIES)?;
        let operator = bytes.choose(operators)?;
        let values = if operator.contains("IpAddress") { &RANGES[..] } else { *values };
        let prefix = bytes.choose(&["", "", "ForAnyValue:", "ForAllValues:"])?;
        let key = bytes.choose(keys)?;
        let values = several(bytes, 3, |bytes| Ok(json!(bytes.choose(values)?)))?;
        condition.entry(format!("{prefix}{operator}")).or_insert_with(|| json!({}))[key] = json!(values);
    }
    Ok(Value::Object(condition))
}

fn context(bytes: Bytes<'_, '_>) -> Result<Value> {
    let mut context = Map::new();
    for (_, keys, values) in &FAMILIES {
        if bytes.ratio(1, 2)? {
            let values = several(bytes, 3, |bytes| Ok(json!(bytes.choose(values)?)))?;
            context.insert((*bytes.choose(keys)?).to_owned(), json!(values));
        }
    }
    Ok(Value::Object(context))
}

/// Up to so many.
fn several<T>(
    bytes: Bytes<'_, '_>,
    most: usize,
    mut one: impl FnMut(Bytes<'_, '_>) -> Result<T>,
) -> Result<Vec<T>> {
    (0..bytes.int_in_range(0..=most)?).map(|_| one(bytes)).collect()
}
