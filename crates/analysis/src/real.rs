//! Requests that exist: known actions on resources that they are checked on.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::automaton::{Language, Machine, cells};
use crate::bits::Bits;
use crate::budget::{Budget, Spent};
use crate::catalogue::{Catalogue, resources};
use crate::explore::{ActionGroup, BaseResult, is_normal};

/// A region that exists; tried first.
const REGION: &str = "cn-hangzhou";

/// Known actions and their resources, placed in what was explored for one base.
pub(crate) struct Known<'c> {
    catalogue: &'c Catalogue,
    account: &'c str,
    /// For each group of actions, the known ones in it, by their place in the catalogue.
    of_group: Vec<Vec<usize>>,
    /// By group and template: a shortest resource for each combination of patterns.
    by_template: BTreeMap<(usize, &'c str), BTreeMap<Bits, String>>,
}

impl<'c> Known<'c> {
    pub(crate) fn new(
        catalogue: &'c Catalogue,
        account: &'c str,
        result: &mut BaseResult,
        budget: &Budget,
    ) -> Result<Self, Spent> {
        let mut of_group = vec![Vec::new(); result.groups.len()];
        if !result.groups.is_empty() {
            for (place, action) in catalogue.actions.iter().enumerate() {
                let mut state = result.actions.start();
                for char in action.action.to_ascii_lowercase().chars() {
                    state = result.actions.step(state, char, budget)?;
                }
                let accepts = result.actions.accepts(state);
                let is_in = |group: &ActionGroup| group.cells.iter().any(|cell| cell.accepts == accepts);
                if let Some(group) = result.groups.iter().position(is_in)
                    && let Some(list) = of_group.get_mut(group)
                {
                    list.push(place);
                }
            }
        }
        Ok(Known { catalogue, account, of_group, by_template: BTreeMap::new() })
    }

    /// The known actions that are checked on a resource of this combination, by their place in the catalogue,
    /// each with a shortest such resource.
    pub(crate) fn on(
        &mut self,
        number: usize,
        group: &ActionGroup,
        resource: &Bits,
        budget: &Budget,
    ) -> Result<Vec<(usize, String)>, Spent> {
        let mut found = Vec::new();
        for &place in self.of_group.get(number).into_iter().flatten() {
            let Some(action) = self.catalogue.actions.get(place) else { continue };
            let mut best: Option<String> = None;
            for template in &action.resources {
                let texts = match self.by_template.entry((number, template)) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(free) => free.insert(texts(group, template, self.account, budget)?),
                };
                if let Some(text) = texts.get(resource)
                    && best.as_ref().is_none_or(|best| text.len() < best.len())
                {
                    best = Some(text.clone());
                }
            }
            found.extend(best.map(|text| (place, text)));
        }
        Ok(found)
    }
}

/// For each combination of patterns that resources of a template can have, a shortest one; in a region that
/// exists where there is one.
fn texts(
    group: &ActionGroup,
    template: &str,
    account: &str,
    budget: &Budget,
) -> Result<BTreeMap<Bits, String>, Spent> {
    let mut texts = BTreeMap::new();
    let mut regions = vec![Some(REGION), None];
    if !template.contains("{region}") {
        regions.truncate(1);
    }
    for region in regions {
        let considered = vec![resources(template, account, region)];
        let others = group.resource_sets.iter().skip(1);
        let sets: Vec<&Vec<Language>> = std::iter::once(&considered).chain(others).collect();
        let mut machine = Machine::new(sets);
        // The resources that were considered, and those that are of interest.
        for cell in cells(&mut machine, &[0, 1], is_normal, budget)? {
            texts.entry(cell.accepts).or_insert(cell.text);
        }
    }
    Ok(texts)
}
