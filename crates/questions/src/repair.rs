//! The smallest changes that allow a denied request, or deny an allowed one, each with what else it changes.

mod form;
mod text;

use ramplay_analysis::{Catalogue, Goal, RepairOptions, Repairs, SystemPolicy, repair as look_for};
use ramplay_flink::{PolicyKind as SystemKind, catalogue};
use ramplay_policy::{Policy, PolicyKind, Request, read};

pub use self::form::{DocumentForm, EditForm, ExtraForm, NeedForm, RepairForm, RepairsForm, StepForm};
pub use self::text::text;
pub(crate) use self::text::write;
use crate::asking::{Asking, Unanswered};
use crate::side::Side;

/// Which repairs are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ways {
    /// Most repairs that are compared.
    pub most: usize,
    /// Whether system policies may be attached.
    pub has_system: bool,
}

impl Default for Ways {
    fn default() -> Self {
        Ways { most: RepairOptions::default().most, has_system: true }
    }
}

/// The smallest changes of a side's texts with which a request is allowed, or denied if that is the goal. A request
/// that has the answer already has none.
///
/// # Errors
/// When a value of the request is not of the type that an operator compares.
pub fn repair(
    side: &Side<'_>,
    request: &Request,
    goal: Goal,
    ways: Ways,
    asking: &Asking<'_>,
) -> Result<(RepairsForm, Repairs), Unanswered> {
    let catalogue = Catalogue::of_flink();
    let known = if ways.has_system { system_policies() } else { Vec::new() };
    let system: Vec<SystemPolicy<'_>> =
        known.iter().map(|(name, policy)| SystemPolicy { name, policy }).collect();
    let options = RepairOptions {
        diff: asking.options(Some(&catalogue)),
        system: &system,
        most: ways.most,
        watch: ramplay_analysis::Watch(asking.watch),
        ..RepairOptions::default()
    };
    let found = look_for(&side.set, &side.texts, request, goal, &options)?;
    Ok((RepairsForm::new(side, request, &found, asking.lang), found))
}

/// The system policies whose bodies are known.
fn system_policies() -> Vec<(&'static str, Policy)> {
    let identity = catalogue().system_policies.iter().filter(|row| row.kind == SystemKind::Identity);
    let read_one = |row: &'static ramplay_flink::SystemPolicy| {
        let reading = read(&row.document.as_ref()?.to_text(), PolicyKind::Identity);
        reading.is_usable().then_some((row.name.as_str(), reading.policy))
    };
    identity.filter_map(read_one).collect()
}
