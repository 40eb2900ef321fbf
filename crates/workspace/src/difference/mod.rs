//! What changed between two states of a scenario.

mod text;

use std::collections::BTreeSet;

use ramplay_flink::LogonMethod;
use ramplay_playground::{Attach, Body, Draft, Field, PolicyEntry, Scenario};

pub use text::{Line, lines};

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// How the person logs on.
    Logon(LogonMethod, LogonMethod),
    /// A single-line input, before and after.
    Field(Field, String, String),
    /// Something else, which is not shown in detail.
    Setting(Setting),
    /// A policy came.
    Added(Named),
    /// A policy went.
    Removed(Named),
    /// A policy has another name.
    Renamed(Named, Named),
    /// A policy is attached elsewhere.
    Moved(Named, Attach, Attach),
    /// The text of a policy or a draft.
    Text(Named, Vec<Line>),
}

/// What is told by name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// The role in the namespace.
    Member,
    /// The place in the Resource Directory.
    Directory,
    /// Which policies cannot be seen.
    Unknown,
    /// Who reads and writes the Logstore.
    Reader,
    /// Logstore or Metricstore.
    StoreKind,
    /// `acs:MFAPresent`
    Mfa,
    /// `acs:SecureTransport`
    Tls,
    /// Tags and other condition keys.
    Keys,
    /// What is said of the Flink SQL drafts: variables, placeholders, assumptions.
    Jobs,
    /// The order of the policies.
    Order,
    /// The policies that a review compares with.
    Base,
    /// What is expected of the answer.
    Assertions,
    /// What people said.
    Comments,
}

/// A policy or a draft, by its name or its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// A policy, by its place from 1 and its name, which may be empty.
    Policy(usize, String),
    /// A Flink SQL draft, likewise.
    Draft(usize, String),
}

/// What changed, in the order of the page.
pub fn changes(before: &Scenario, after: &Scenario) -> Vec<Change> {
    let mut changes = Vec::new();
    if before.logon != after.logon {
        changes.push(Change::Logon(before.logon, after.logon));
    }
    for field in Field::ALL {
        let (old, new) = (field.get(before), field.get(after));
        if old != new {
            changes.push(Change::Field(field, old.to_owned(), new.to_owned()));
        }
    }
    policies(&before.policies, &after.policies, &mut changes);
    let (old, new) = (&before.circumstances, &after.circumstances);
    let settings = [
        (Setting::Member, before.member != after.member),
        (Setting::Directory, before.directory != after.directory),
        (Setting::Unknown, before.unknown != after.unknown),
        (Setting::Reader, before.reader != after.reader),
        (Setting::StoreKind, before.logstore.kind != after.logstore.kind),
        (Setting::Mfa, old.mfa != new.mfa),
        (Setting::Tls, old.tls != new.tls),
        (Setting::Keys, old.keys != new.keys),
    ];
    let settings = settings.into_iter().filter(|(_, changed)| *changed);
    changes.extend(settings.map(|(setting, _)| Change::Setting(setting)));
    drafts(&before.jobs.drafts, &after.jobs.drafts, &mut changes);
    let (old, new) = (&before.jobs, &after.jobs);
    if (&old.variables, &old.bindings, &old.assume) != (&new.variables, &new.bindings, &new.assume) {
        changes.push(Change::Setting(Setting::Jobs));
    }
    let review = [
        (Setting::Base, before.base != after.base),
        (Setting::Assertions, before.assertions.lines != after.assertions.lines),
        (Setting::Comments, before.comments != after.comments),
    ];
    let review = review.into_iter().filter(|(_, changed)| *changed);
    changes.extend(review.map(|(setting, _)| Change::Setting(setting)));
    changes
}

/// Pairs of what is the same thing before and after: the first test that holds for something not yet paired.
fn pairs<T>(before: &[T], after: &[T], tests: &[fn(&T, &T) -> bool]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let (mut olds, mut news) = (BTreeSet::new(), BTreeSet::new());
    for test in tests {
        for (new, is) in after.iter().enumerate() {
            if news.contains(&new) {
                continue;
            }
            let found =
                before.iter().enumerate().position(|(old, was)| !olds.contains(&old) && test(was, is));
            if let Some(old) = found {
                olds.insert(old);
                news.insert(new);
                pairs.push((old, new));
            }
        }
    }
    pairs
}

fn named(entry: &PolicyEntry, place: usize) -> Named {
    let name = match &entry.body {
        Body::System(name) => name,
        Body::Document(_) => &entry.name,
    };
    Named::Policy(place + 1, name.clone())
}

/// Which policy before is which after, by their places: the same, the same name and place of attachment, the same
/// text, the same name, or without a name the same place of attachment.
pub fn policy_pairs(before: &[PolicyEntry], after: &[PolicyEntry]) -> Vec<(usize, usize)> {
    let tests: [fn(&PolicyEntry, &PolicyEntry) -> bool; 5] = [
        |was, is| was == is,
        |was, is| was.name == is.name && was.attach == is.attach && !was.name.is_empty(),
        |was, is| was.body == is.body,
        |was, is| was.name == is.name && !was.name.is_empty(),
        |was, is| was.attach == is.attach && was.name.is_empty() && is.name.is_empty(),
    ];
    pairs(before, after, &tests)
}

fn policies(before: &[PolicyEntry], after: &[PolicyEntry], changes: &mut Vec<Change>) {
    let pairs = policy_pairs(before, after);
    let mut order = pairs.clone();
    order.sort_by_key(|(_, new)| *new);
    for (old, was) in before.iter().enumerate() {
        if !pairs.iter().any(|(paired, _)| *paired == old) {
            changes.push(Change::Removed(named(was, old)));
        }
    }
    for (new, is) in after.iter().enumerate() {
        let Some(pair) = pairs.iter().find(|(_, paired)| *paired == new) else {
            changes.push(Change::Added(named(is, new)));
            continue;
        };
        let Some(was) = before.get(pair.0) else { continue };
        match (&was.body, &is.body) {
            (Body::Document(old), Body::Document(text)) => {
                if was.name != is.name {
                    changes.push(Change::Renamed(named(was, pair.0), named(is, new)));
                }
                if old != text {
                    changes.push(Change::Text(named(is, new), lines(old, text)));
                }
            }
            (old, text) if old != text => {
                changes.push(Change::Removed(named(was, pair.0)));
                changes.push(Change::Added(named(is, new)));
                continue;
            }
            _ => {}
        }
        if was.attach != is.attach {
            changes.push(Change::Moved(named(is, new), was.attach.clone(), is.attach.clone()));
        }
    }
    if !order.is_sorted_by_key(|(old, _)| *old) {
        changes.push(Change::Setting(Setting::Order));
    }
}

fn drafts(before: &[Draft], after: &[Draft], changes: &mut Vec<Change>) {
    let tests: [fn(&Draft, &Draft) -> bool; 3] =
        [|was, is| was == is, |was, is| was.name == is.name, |was, is| was.text == is.text];
    let pairs = pairs(before, after, &tests);
    let named = |draft: &Draft, place: usize| Named::Draft(place + 1, draft.name.clone());
    for (old, was) in before.iter().enumerate() {
        if !pairs.iter().any(|(paired, _)| *paired == old) {
            changes.push(Change::Removed(named(was, old)));
        }
    }
    for (new, is) in after.iter().enumerate() {
        let pair = pairs.iter().find(|(_, paired)| *paired == new);
        let Some((old, was)) = pair.and_then(|(old, _)| Some((*old, before.get(*old)?))) else {
            changes.push(Change::Added(named(is, new)));
            continue;
        };
        if was.name != is.name {
            changes.push(Change::Renamed(named(was, old), named(is, new)));
        }
        if was.text != is.text {
            changes.push(Change::Text(named(is, new), lines(&was.text, &is.text)));
        }
    }
}
