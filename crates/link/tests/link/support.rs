//! What several tests need.

use ramplay_link::{Link, Options, encode, pack};
use ramplay_playground::{Scenario, example};
use serde_json::Value;

/// The example's fragment.
pub(crate) fn example_link() -> String {
    encode(&example(), Options::default()).unwrap().fragment
}

/// A fragment of any content.
pub(crate) fn fragment(content: &Value) -> String {
    let Link { fragment, .. } = pack(content.clone(), Options::default()).unwrap();
    assert!(fragment.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{fragment}");
    fragment
}

/// A scenario as JSON.
pub(crate) fn json(scenario: &Scenario) -> Value {
    serde_json::from_str(&scenario.to_json()).unwrap()
}

/// The same, with the policies as they were before.
pub(crate) fn review_with_base() -> Value {
    serde_json::from_str(include_str!("../review-with-base.json")).unwrap()
}

/// A review: four policies, six assertions, Chinese comments.
pub(crate) fn review() -> Value {
    serde_json::from_str(include_str!("../review.json")).unwrap()
}
