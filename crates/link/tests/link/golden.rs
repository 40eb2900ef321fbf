//! Links that were released: they open for ever.
//!
//! A line of `golden.txt` is a fragment and, behind a space, its content as JSON. Lines are added, never changed.

use ramplay_link::{Options, pack, unpack};
use serde_json::Value;

fn lines() -> impl Iterator<Item = (&'static str, Value)> {
    include_str!("../golden.txt").lines().filter(|line| !line.starts_with('#')).map(|line| {
        let (fragment, content) = line.split_once(' ').unwrap();
        (fragment, serde_json::from_str(content).unwrap())
    })
}

#[test]
fn released_links_open() {
    assert!(lines().count() >= 6);
    for (fragment, content) in lines() {
        assert_eq!(unpack(fragment).unwrap(), content, "{fragment}");
    }
}

/// As long as this version is the one that is written.
#[test]
fn released_links_are_made_again() {
    for (fragment, content) in lines() {
        assert_eq!(pack(content, Options::default()).unwrap().fragment, fragment);
    }
}
