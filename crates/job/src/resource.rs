//! Resources of steps, with the names of the SQL in them.

use ramplay_flink::Step;
use ramplay_sql::Written;

use crate::job::STAND_IN;
use crate::model::Undecided;

/// What stands for a region that is not known, where the engine is asked.
const SOME_REGION: &str = "unknown";

/// A resource on which a step is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resource {
    /// As a policy grants it, or with the placeholders of the SQL.
    pub(crate) granted: String,
    /// As the engine is asked.
    pub(crate) asked: String,
    /// Whether something stands in for the region.
    pub(crate) region_unknown: bool,
    /// Whether something stands in for the account.
    pub(crate) account_unknown: bool,
}

impl Resource {
    /// The service that it is of.
    pub(crate) fn service(&self) -> &str {
        self.asked.split(':').nth(1).unwrap_or("*")
    }
}

/// A name that a resource needs.
pub(crate) enum Name<'n> {
    /// This one.
    Known(&'n str),
    /// Nothing is bound to a placeholder.
    Unfilled(&'n Written),
    /// There is none.
    None,
}

/// What is known of a resource apart from its names.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p> {
    pub(crate) region: Option<&'p str>,
    pub(crate) account: Option<&'p str>,
}

/// The resources of a step, and why they are not known.
pub(crate) fn resources<'n>(
    step: &'static Step,
    place: Place<'_>,
    name: impl Fn(&'static str) -> Name<'n>,
) -> (Vec<Resource>, Vec<Undecided>) {
    let mut why = Vec::new();
    let all = step.resources.iter().map(|template| resource(template, place, &name, &mut why)).collect();
    why.dedup();
    (all, why)
}

fn resource<'n>(
    template: &'static str,
    place: Place<'_>,
    name: &impl Fn(&'static str) -> Name<'n>,
    why: &mut Vec<Undecided>,
) -> Resource {
    let mut parts = template.splitn(5, ':');
    let (Some(acs), Some(service), Some(region), Some(account), Some(rest)) =
        (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
    else {
        // `*`: the action has no resources of its own.
        let all = template.to_owned();
        return Resource { granted: all.clone(), asked: all, region_unknown: false, account_unknown: false };
    };
    let known_region = place.region.filter(|_| region != "*");
    let rest = names(rest, name, why);
    let with = |region, account| [acs, service, region, account, &*rest].join(":");
    // A `*` in these two places is what the documentation writes in policies; services ask with real ones.
    let known_account = place.account.filter(|_| account != "*");
    Resource {
        granted: with(known_region.unwrap_or("*"), known_account.unwrap_or("*")),
        asked: with(known_region.unwrap_or(SOME_REGION), place.account.unwrap_or(STAND_IN)),
        region_unknown: known_region.is_none(),
        account_unknown: place.account.is_none(),
    }
}

/// Puts names in the place of `{name}`.
fn names<'n>(
    template: &'static str,
    name: &impl Fn(&'static str) -> Name<'n>,
    why: &mut Vec<Undecided>,
) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((key, tail)) = after.split_once('}') else { break };
        out.push_str(before);
        match name(key) {
            Name::Known(known) => out.push_str(known),
            Name::Unfilled(placeholder) => {
                out.push_str(&placeholder.to_string());
                why.push(Undecided::Unfilled { name: key, placeholder: placeholder.clone() });
            }
            Name::None => {
                out.push('{');
                out.push_str(key);
                out.push('}');
                why.push(Undecided::NoName { name: key });
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The names in the resources of a step.
pub(crate) fn names_of(step: &'static Step) -> impl Iterator<Item = &'static str> {
    let templates = step.resources.iter().map(String::as_str);
    let pieces = templates.flat_map(|template| template.split('{').skip(1));
    let names = pieces.filter_map(|piece| piece.split_once('}')).map(|(name, _)| name);
    names.filter(|name| !matches!(*name, "region" | "uid"))
}
