//! What is said to be allowed is all that is.

use proptest::prelude::*;
use proptest::sample::Index;
use ramplay_analysis::{Entries, Frame, Options, Requests, reach};
use ramplay_policy::{ContextMap, Pattern, evaluate};

use crate::generate::config;
use crate::layers::{attachment, bases, readings, set};
use crate::sets::request;

fn has(entries: &Entries, text: &str) -> bool {
    let matches = |list: &[String]| list.iter().any(|one| Pattern::new(one).matches(text));
    entries.of.is_empty() && entries.but.is_empty()
        || matches(&entries.of)
        || (!entries.but.is_empty() && !matches(&entries.but))
}

proptest! {
    #![proptest_config(config())]

    /// Every sampled request that is allowed, and every one that may be, is within a grant; examples are allowed.
    #[test]
    fn grants_are_all_that_is_allowed(
        attachments in proptest::collection::vec(attachment(), 1..4),
        at in any::<Index>(),
    ) {
        let readings = readings(&attachments);
        let set = set(&attachments, &readings);
        let base = bases()[at.index(bases().len())].clone();
        let frame = Frame { requests: Requests::AnyText, ..Frame::around(vec![base.clone()]) };
        let found = reach(&set, &frame, &Options::default()).unwrap();
        prop_assert!(found.obstacles.is_empty() && found.is_complete);
        for grant in &found.grants {
            let answer = evaluate(&set, &grant.group.example).unwrap();
            prop_assert_eq!(answer.verdict(), grant.group.to);
        }
        for action in ["a", "b", "ab", "ac", "c", "sts:assumerole", "sts:x"] {
            for resource in ["x", "y", "xy", "xzy", "z", "acs:ram::1:x"] {
                for text in ["a", "ab"] {
                    let context = ContextMap::from([
                        ("k:text".to_owned(), vec![text.to_owned()]),
                        ("acs:CurrentTime".to_owned(), vec!["2026-06-01T00:00:00Z".to_owned()]),
                    ]);
                    let asked = request(&base, action, resource, context);
                    let answer = evaluate(&set, &asked).unwrap();
                    if !answer.is_allowed() {
                        continue;
                    }
                    // What nobody grants is the root user's own, or the unknown policies'.
                    let is_within = found.grants.iter().any(|grant| {
                        grant.group.to == answer.verdict()
                            && (grant.parts.is_empty()
                                || grant.parts.iter().any(|part| {
                                    has(&Entries {
                                        of: part.actions.of.iter().map(|one| one.to_ascii_lowercase()).collect(),
                                        but: part.actions.but.iter().map(|one| one.to_ascii_lowercase()).collect(),
                                    }, action) && has(&part.resources, resource)
                                }))
                    });
                    prop_assert!(is_within, "{asked:?}: {found:?}");
                }
            }
        }
    }
}
