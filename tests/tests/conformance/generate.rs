//! Generated cases. The alphabets are small, so that policies and requests meet often.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::Config;
use serde_json::{Map, Value, json};

/// A few hundred cases, or what `PROPTEST_CASES` says.
pub(crate) fn config() -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(400);
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// A whole case without its answer.
pub(crate) fn case() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => case_of(&ACTIONS, &[(3, "identity"), (2, "resource"), (2, "control"), (1, "session")]),
        1 => case_of(&ASSUME, &[(3, "identity"), (3, "trust"), (1, "control"), (1, "session")]),
    ]
}

/// What the principal's part of a request and of a policy is drawn from: type, ARN, account, id.
const PRINCIPALS: [(&str, &str, &str, Option<&str>); 18] = [
    ("ram_user", "acs:ram::1:user/alice", "1", Some("11")),
    ("ram_user", "acs:ram::1:user/alice", "1", Some("11")),
    ("ram_user", "acs:ram::1:user/alice", "1", Some("11")),
    ("ram_user", "acs:ram::1:user/alice", "1", Some("11")),
    ("ram_user", "acs:ram::1:user/爱丽", "1", None),
    ("ram_user", "acs:ram::2:user/alice", "2", Some("21")),
    ("ram_role", "acs:ram::1:role/r", "1", Some("12")),
    ("ram_role", "acs:ram::1:role/r/s", "1", Some("12")),
    ("ram_role", "acs:ram::2:role/r/s", "2", None),
    ("service_linked_role", "acs:ram::1:role/slr/s", "1", None),
    ("root", "acs:ram::1:root", "1", Some("1")),
    ("root", "acs:ram::2:root", "2", None),
    ("service", "log.aliyuncs.com", "1", None),
    ("service", "log.aliyuncs.com", "2", None),
    ("saml", "acs:ram::1:saml-provider/p", "1", None),
    ("oidc", "acs:ram::1:oidc-provider/p", "1", None),
    ("federated", "acs:ram::1:saml-provider/q", "1", None),
    ("anonymous", "anonymous", "", None),
];

const ACTIONS: [&str; 5] = ["s:Get", "s:GetAll", "S:get", "s:Put", "t:读"];
const ASSUME: [&str; 4] = ["sts:AssumeRole", "sts:AssumeRole", "STS:assumerole", "sts:AssumeRoleWithSAML"];
const ACTION_PATTERNS: [&str; 15] = [
    "*",
    "*",
    "s:*",
    "s:Get",
    "S:GET",
    "s:Get*",
    "?:Get",
    "s:???",
    "*:*t*",
    "t:?",
    "s:",
    "sts:AssumeRole",
    "sts:*",
    "sts:AssumeRole*",
    "sts:?ssumeRole",
];
const RESOURCES: [&str; 10] = [
    "acs:s:r:1:x",
    "acs:s:r:1:x/y",
    "acs:s:r:1:X",
    "acs:s:r:1:é/🦀",
    "acs:s:r:1:a\\b",
    "*",
    "",
    "acs:ram::1:role/r",
    "acs:ram:r:1:role/r",
    "acs:ram:*:1:role/r",
];
const RESOURCE_PATTERNS: [&str; 19] = [
    "*",
    "*",
    "*",
    "acs:s:*:*:x",
    "acs:s:*:*:x/*",
    "acs:s:r:1:?",
    "acs:*:x*",
    "acs:s:*y",
    "acs:s:r:1:?/?",
    "acs:s:r:1:*é*",
    "acs:s:r:1:a*",
    "acs:ram:*:1:role/*",
    "acs:ram::1:role/r",
    "acs:ram:r:1:role/r",
    "acs:ram:*",
    "",
    "?",
    "acs:**:1:**",
    "acs:s:r:1:a\\*",
];
const NODES: [&str; 4] = ["Root", "F", "M", "Elsewhere"];
const GROUPS: [&str; 2] = ["rg-1", "rg-2"];

fn case_of(actions: &'static [&'static str], layers: &[(u32, &'static str)]) -> BoxedStrategy<Value> {
    let attachment = proptest::strategy::Union::new_weighted(
        layers.iter().map(|&(weight, layer)| (weight, attachment(layer))).collect::<Vec<_>>(),
    );
    (proptest::collection::vec(attachment, 1..7), request(actions))
        .prop_map(|(policies, request)| json!({"policies": policies, "request": request}))
        .boxed()
}

fn attachment(layer: &'static str) -> BoxedStrategy<Value> {
    let places: BoxedStrategy<Value> = match layer {
        "control" => select(&NODES[..]).prop_map(|node| json!({"attached_to": node})).boxed(),
        "identity" => prop_oneof![
            2 => Just(json!({"scope": "account"})),
            1 => select(&GROUPS[..]).prop_map(|group| json!({"scope": "resource_group", "resource_group": group})),
        ]
        .boxed(),
        "resource" => any::<bool>().prop_map(|spares| json!({"spares_owner": spares})).boxed(),
        _ => Just(json!({})).boxed(),
    };
    (places, document(layer))
        .prop_map(move |(mut attachment, policy)| {
            attachment["layer"] = json!(layer);
            attachment["policy"] = policy;
            attachment
        })
        .boxed()
}

pub(crate) fn document(layer: &'static str) -> impl Strategy<Value = Value> {
    let statements = prop_oneof![
        8 => proptest::collection::vec(statement(layer), 0..4).prop_map(Value::Array),
        1 => statement(layer),
    ];
    statements.prop_map(|statements| json!({"Version": "1", "Statement": statements}))
}

pub(crate) fn statement(layer: &'static str) -> impl Strategy<Value = Value> {
    let effect = if layer == "control" || layer == "session" { 4 } else { 2 };
    let effect = prop_oneof![effect => Just("Allow"), 1 => Just("Deny")];
    let actions = prop_oneof![3 => Just(json!("*")), 5 => some_of(&ACTION_PATTERNS)];
    let resource = match layer {
        "trust" => Just(None).boxed(),
        _ => {
            let resources = prop_oneof![1 => Just(json!("*")), 1 => some_of(&RESOURCE_PATTERNS)];
            (not("Resource"), resources).prop_map(Some).boxed()
        }
    };
    let principal = match layer {
        "trust" => principal_object().prop_map(Some).boxed(),
        "resource" => prop_oneof![
            2 => Just(json!("*")),
            3 => some_of(&["*", "11", "12", "1", "2", "1?", "*1"]).prop_map(|list| match list {
                Value::String(id) => json!([id]),
                list => list,
            }),
            1 => principal_object(),
        ]
        .prop_map(Some)
        .boxed(),
        _ => Just(None).boxed(),
    };
    let condition = prop_oneof![3 => Just(None), 2 => condition().prop_map(Some)];
    (effect, not("Action"), actions, resource, principal, condition).prop_map(
        |(effect, action, actions, resource, principal, condition)| {
            let mut statement = json!({"Effect": effect, action: actions});
            if let Some((name, resources)) = resource {
                statement[name] = resources;
            }
            if let Some(principal) = principal {
                statement["Principal"] = principal;
            }
            if let Some(condition) = condition {
                statement["Condition"] = condition;
            }
            statement
        },
    )
}

fn not(element: &'static str) -> impl Strategy<Value = String> {
    prop_oneof![12 => Just(element.to_owned()), 1 => Just(format!("Not{element}"))]
}

/// One of the texts, or a list of several.
fn some_of(texts: &[&'static str]) -> BoxedStrategy<Value> {
    let several = 0..=texts.len().min(3);
    prop_oneof![
        select(texts.to_vec()).prop_map(|text| json!(text)),
        subsequence(texts.to_vec(), several).prop_map(|texts| json!(texts)),
    ]
    .boxed()
}

fn principal_object() -> BoxedStrategy<Value> {
    let ram = some_of(&[
        "acs:ram::1:root",
        "acs:ram::2:root",
        "acs:ram::*:root",
        "acs:ram:*:1:root",
        "acs:ram::1:user/alice",
        "acs:ram::1:user/*",
        "acs:ram::1:role/r",
        "acs:ram::1:role/r/s",
        "acs:ram::2:role/?",
        "acs:ram::1:user/爱?",
    ]);
    let service =
        some_of(&["log.aliyuncs.com", "2@log.aliyuncs.com", "1@log.aliyuncs.com", "ecs.aliyuncs.com"]);
    let federated =
        some_of(&["acs:ram::1:saml-provider/p", "acs:ram::1:*-provider/*", "acs:ram::1:oidc-provider/p"]);
    prop_oneof![
        4 => ram.clone().prop_map(|ram| json!({"RAM": ram})),
        2 => service.clone().prop_map(|service| json!({"Service": service})),
        2 => federated.prop_map(|federated| json!({"Federated": federated})),
        1 => (ram, service).prop_map(|(ram, service)| json!({"RAM": ram, "Service": service})),
    ]
    .boxed()
}

/// A family of operators, the keys it is used on, values that fit, and one that does not.
struct Family {
    operators: &'static [&'static str],
    keys: &'static [&'static str],
    values: &'static [&'static str],
    misfit: &'static str,
}

const FAMILIES: [Family; 6] = [
    Family {
        operators: &[
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "StringLike",
            "StringNotLike",
        ],
        keys: &["k:text", "K:Text", "acs:PrincipalARN", "acs:principalarn"],
        values: &[
            "a",
            "A",
            "ab",
            "",
            "*",
            "a?",
            "é",
            "acs:ram::1:user/alice",
            "acs:ram::1:role/r",
            "acs:*:1:*",
        ],
        misfit: "10",
    },
    Family {
        operators: &[
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
        ],
        keys: &["k:number"],
        values: &["1", "1.0", "10", "9", "-2", "-0", "0", "0.5", "9007199254740993", "9007199254740992"],
        misfit: "ten",
    },
    Family {
        operators: &[
            "DateEquals",
            "DateNotEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals",
        ],
        keys: &["acs:CurrentTime", "k:date", "acs:currenttime"],
        values: &[
            "2024-02-29T12:00:00Z",
            "2024-02-29T20:00:00+08:00",
            "2024-02-29T12:00:00",
            "2024-02-29T12:00:00.5Z",
            "2025-01-01T00:00:00Z",
            "2024-12-31T23:00:00-01:00",
            "2024-12-31T23:59:59Z",
        ],
        misfit: "yesterday",
    },
    Family { operators: &["Bool"], keys: &["k:bool"], values: &["true", "false", "TRUE"], misfit: "yes" },
    Family {
        operators: &["IpAddress", "NotIpAddress", "IpAddressIncludeBorder", "NotIpAddressIncludeBorder"],
        keys: &["acs:SourceIp"],
        values: &["10.0.0.1", "10.0.0.255", "10.0.1.0", "2001:db8::1", "2001:db8:0:1::", "::ffff:10.0.0.1"],
        misfit: "10.0.0",
    },
    // Text operators on the keys of the other families.
    Family {
        operators: &["StringEquals", "StringNotLike"],
        keys: &["k:number", "k:bool", "acs:SourceIp"],
        values: &["1", "true", "10.*", "*"],
        misfit: "?",
    },
];

const RANGES: [&str; 9] = [
    "10.0.0.0/24",
    "10.0.0.1/32",
    "10.0.0.1",
    "0.0.0.0/0",
    "10.0.0.77/24",
    "2001:db8::/64",
    "::/0",
    "2001:db8::1/128",
    "2001:db8::1",
];

fn condition() -> impl Strategy<Value = Value> {
    let clause = (0..FAMILIES.len()).prop_flat_map(|family| {
        let Family { operators, keys, values, misfit } = &FAMILIES[family];
        let values = if operators.contains(&"IpAddress") { &RANGES[..] } else { values };
        let prefix = prop_oneof![4 => Just(""), 1 => Just("ForAnyValue:"), 1 => Just("ForAllValues:")];
        let bare = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_else(|_| json!(text));
        let values = prop_oneof![
            60 => some_of(values),
            6 => select(values).prop_map(bare),
            1 => Just(json!(misfit)),
        ];
        (prefix, select(*operators), select(*keys), values)
    });
    proptest::collection::vec(clause, 0..3).prop_map(|clauses| {
        let mut condition = Map::new();
        for (prefix, operator, key, values) in clauses {
            condition.entry(format!("{prefix}{operator}")).or_insert_with(|| json!({}))[key] = values;
        }
        Value::Object(condition)
    })
}

fn context() -> BoxedStrategy<Value> {
    let keys = FAMILIES.iter().take(5).map(|Family { keys, values, misfit, .. }| {
        let values = prop_oneof![40 => some_of(values), 1 => Just(json!(misfit))];
        prop_oneof![2 => Just(None), 3 => (select(*keys), values).prop_map(Some)].boxed()
    });
    keys.collect::<Vec<_>>()
        .prop_map(|keys| keys.into_iter().flatten().map(|(key, value)| (key.to_owned(), value)).collect())
        .prop_map(Value::Object)
        .boxed()
}

fn request(actions: &'static [&'static str]) -> impl Strategy<Value = Value> {
    let check = (
        prop_oneof![2 => Just(None), 1 => select(actions).prop_map(Some)],
        select(&RESOURCES[..]),
        prop_oneof![1 => Just(json!({})), 1 => context()],
    )
        .prop_map(|(action, resource, context)| {
            let mut check = json!({"resource": resource, "context": context});
            if let Some(action) = action {
                check["action"] = json!(action);
            }
            check
        });
    let checks = prop_oneof![4 => Just(Vec::new()), 1 => proptest::collection::vec(check, 1..4)];
    (
        select(&PRINCIPALS[..]),
        (select(actions), select(&RESOURCES[..]), checks),
        prop_oneof![3 => Just("1"), 1 => Just("2")],
        prop_oneof![Just(None), select(&GROUPS[..]).prop_map(Some)],
        context(),
        prop_oneof![
            3 => Just(None),
            3 => Just(Some("2024-02-29T12:00:00Z")),
            3 => Just(Some("2025-06-01T00:00:00+08:00")),
            1 => Just(Some("now")),
        ],
        prop_oneof![
            2 => Just(json!([])),
            1 => Just(json!(["Root", "M"])),
            1 => Just(json!(["Root", "F", "M"])),
        ],
        prop_oneof![5 => Just(false), 1 => Just(true)],
    )
        .prop_map(|(principal, what, resource_account, group, context, time, path, management)| {
            let (kind, arn, account, uid) = principal;
            let (action, resource, checks) = what;
            let mut request = json!({
                "principal": arn, "principal_type": kind, "principal_account": account,
                "action": action, "resource_account": resource_account,
                "context": context, "rd_path": path, "in_management_account": management,
            });
            let mut put = |name: &str, value: Option<&str>| {
                if let Some(value) = value {
                    request[name] = json!(value);
                }
            };
            put("principal_uid", uid);
            put("resource_group", group);
            put("time", time);
            if checks.is_empty() {
                put("resource", Some(resource));
            } else {
                request["checks"] = Value::Array(checks);
            }
            request
        })
}

/// The case as the engine's side reads it.
pub(crate) fn typed(case: &Value) -> ramplay_case::Case {
    let mut case = case.clone();
    case["id"] = json!("generated");
    case["why"] = json!("generated");
    case["expected"] = json!("error");
    serde_json::from_value(case).unwrap()
}
