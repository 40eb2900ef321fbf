//! Unknown layers: the engine's answer is exactly what comes out when every policy that could stand there
//! is tried.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::subsequence;
use ramplay_case::run;
use ramplay_policy::{Decision, Layer, Must, Verdict};
use ramplay_tests::naive;
use serde_json::{Value, json};

use crate::generate::{case, config, typed};

/// The places that can be unknown, as cases write them.
const PLACES: [&str; 6] = ["control", "session", "identity", "resource_group", "resource", "trust"];

/// What is tried in a place: a policy that allows all, one that says nothing, one that denies all.
const TRIED: [&str; 3] = ["Allow", "nothing", "Deny"];

/// One place on trial: the layer as the engine names it, and the attachment without its document.
struct Trial {
    layer: Layer,
    attachment: Value,
}

/// The entry of a place whose policies are unknown.
fn unknown(place: &str) -> Value {
    match place {
        "resource_group" => json!({"layer": "identity", "scope": "resource_group", "unknown": true}),
        layer => json!({"layer": layer, "unknown": true}),
    }
}

/// The trials of a place; control policies have one for each level.
fn trials(place: &str, request: &Value) -> Vec<Trial> {
    let one = |layer, attachment| vec![Trial { layer, attachment }];
    match place {
        "control" => {
            let path = request["rd_path"].as_array().unwrap();
            let level = |(index, node): (u16, &Value)| Trial {
                layer: Layer::Control(index),
                attachment: json!({"layer": "control", "attached_to": node}),
            };
            (0..).zip(path).map(level).collect()
        }
        "session" => one(Layer::Session, json!({"layer": "session"})),
        "identity" => one(Layer::IdentityAccount, json!({"layer": "identity"})),
        "resource_group" => one(
            Layer::IdentityGroup,
            json!({"layer": "identity", "scope": "resource_group", "resource_group": request["resource_group"]}),
        ),
        "resource" => one(Layer::Resource, json!({"layer": "resource"})),
        _ => one(Layer::Trust, json!({"layer": "trust"})),
    }
}

/// A document of one statement for this place.
fn document(tried: &str, layer: Layer, request: &Value) -> Value {
    let (effect, what) = if tried == "nothing" { ("Allow", "no:Thing") } else { (tried, "*") };
    let mut statement = json!({"Effect": effect, "Action": what});
    match layer {
        Layer::Trust => {
            let who = request["principal"].as_str().unwrap();
            let account = request["principal_account"].as_str().unwrap();
            let role = who.split('/').take(2).collect::<Vec<_>>().join("/");
            statement["Principal"] = match request["principal_type"].as_str().unwrap() {
                "service" => json!({"Service": [format!("{account}@{who}"), who]}),
                "saml" | "oidc" | "federated" => json!({"Federated": [who]}),
                _ => json!({"RAM": [role, who]}),
            };
        }
        Layer::Resource => {
            statement["Principal"] = json!("*");
            statement["Resource"] = json!("*");
        }
        _ => statement["Resource"] = json!("*"),
    }
    json!({"Version": "1", "Statement": [statement]})
}

/// A case with one check, and everything said that an unknown place could leave open.
fn plain(mut case: Value, places: &[&str]) -> Value {
    let request = &mut case["request"];
    if let Some(check) = request.get("checks").and_then(|checks| checks.get(0)).cloned() {
        request["resource"] = check["resource"].clone();
        if let Some(action) = check.get("action") {
            request["action"] = action.clone();
        }
        if let Some(context) = request["context"].as_object_mut() {
            for (key, value) in check["context"].as_object().into_iter().flatten() {
                context.retain(|other, _| !other.eq_ignore_ascii_case(key));
                context.insert(key.clone(), value.clone());
            }
        }
        request.as_object_mut().unwrap().remove("checks");
    }
    if places.contains(&"control") && request["rd_path"].as_array().is_none_or(Vec::is_empty) {
        request["rd_path"] = json!(["Root"]);
    }
    if places.contains(&"resource_group") && request["resource_group"].is_null() {
        request["resource_group"] = json!("rg-unknown");
    }
    case
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn unknown_layers_are_answered_exactly(case in case(), places in subsequence(&PLACES[..], 1..=2)) {
        let case = plain(case, &places);
        // Whether a trust policy can name everybody is not documented.
        prop_assume!(!(places.contains(&"trust") && case["request"]["principal_type"] == "anonymous"));
        let policies = |more: Vec<Value>| {
            let mut case = case.clone();
            case["policies"].as_array_mut().unwrap().extend(more);
            case
        };
        let asked = policies(places.iter().map(|place| unknown(place)).collect());
        let Ok(answer) = run(&typed(&asked)) else { return Ok(()) };
        let check = &answer.checks[0];

        let trials: Vec<Trial> = places.iter().flat_map(|place| trials(place, &case["request"])).collect();
        let mut seen = BTreeSet::new();
        for combination in 0..3_usize.pow(u32::try_from(trials.len()).unwrap()) {
            let choices: Vec<&str> =
                (0..trials.len()).map(|at| TRIED[combination / 3_usize.pow(u32::try_from(at).unwrap()) % 3]).collect();
            let more = trials.iter().zip(&choices).map(|(trial, tried)| {
                let mut attachment = trial.attachment.clone();
                attachment["policy"] = document(tried, trial.layer, &case["request"]);
                attachment
            });
            let concrete = policies(more.collect());
            // A value of the request that does not fit, in a policy that the unknown ones keep from being read.
            let Ok(decision) = naive::decide(&concrete) else { return Ok(()) };
            seen.insert(decision);

            if check.verdict() == Verdict::Depends {
                let holds = check.allowed_if.iter().any(|way| way.iter().all(|need| {
                    let choice = trials.iter().zip(&choices).find(|(trial, _)| trial.layer == need.layer).unwrap().1;
                    match need.must {
                        Must::Allow => *choice == "Allow",
                        Must::NotDeny => *choice != "Deny",
                    }
                }));
                prop_assert_eq!(holds, decision == "allow", "{:#}\n{:?}", concrete, check.allowed_if);
            }
        }
        let possible: BTreeSet<&str> = answer.possible.iter().map(Decision::code).collect();
        prop_assert_eq!(possible, seen, "{:#}\n{:#?}", asked, check);
        prop_assert_eq!(check.allowed_if.is_empty(), check.verdict() != Verdict::Depends);
    }
}
