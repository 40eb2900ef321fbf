//! Requests that exist: known actions on resources that they are checked on.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::automaton::{Language, Machine, cells};
use crate::bits::Bits;
use crate::budget::{Budget, Spent};
use crate::catalogue::{Catalogue, resources};
use crate::explore::{ActionGroup, BaseResult, REQUIRED, is_normal};

/// A region that exists; tried first.
const REGION: &str = "cn-hangzhou";

/// Known actions and their resources, placed in what was explored for one base.
pub(crate) struct Known<'c> {
    catalogue: &'c Catalogue,
    account: &'c str,
    /// For each group of actions, the known ones in it, by their place in the catalogue.
    of_group: Vec<Vec<usize>>,
    /// By group, template, and whether a region that exists is put in: a shortest resource for each combination
    /// of patterns.
    by_template: BTreeMap<(usize, &'c str, bool), BTreeMap<Bits, String>>,
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
            // Neighbours in the order of the alphabet begin alike: what they share is read once.
            let mut sorted: Vec<(String, usize)> = (0..)
                .zip(&catalogue.actions)
                .map(|(place, action)| (action.action.to_ascii_lowercase(), place))
                .collect();
            sorted.sort_unstable();
            let start = result.actions.start();
            let mut read: Vec<(char, u32)> = Vec::new();
            for (text, place) in &sorted {
                let shared = text.chars().zip(&read).take_while(|(char, (known, _))| char == known).count();
                read.truncate(shared);
                for char in text.chars().skip(shared) {
                    let state = read.last().map_or(start, |(_, state)| *state);
                    read.push((char, result.actions.step(state, char, budget)?));
                }
                let accepts = result.actions.accepts(read.last().map_or(start, |(_, state)| *state));
                let is_in = |group: &ActionGroup| group.cells.iter().any(|cell| cell.accepts == accepts);
                if let Some(group) = result.groups.iter().position(is_in)
                    && let Some(list) = of_group.get_mut(group)
                {
                    list.push(*place);
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
                // Any region only where the one that exists does not fit.
                for region in [Some(REGION), None] {
                    if region.is_none() && (best.is_some() || !template.contains("{region}")) {
                        continue;
                    }
                    let texts = match self.by_template.entry((number, template, region.is_some())) {
                        Entry::Occupied(known) => known.into_mut(),
                        Entry::Vacant(free) => {
                            free.insert(texts(group, resources(template, self.account, region), budget)?)
                        }
                    };
                    if let Some(text) = texts.get(resource)
                        && best.as_ref().is_none_or(|best| text.len() < best.len())
                    {
                        best = Some(text.clone());
                    }
                }
            }
            found.extend(best.map(|text| (place, text)));
        }
        Ok(found)
    }
}

/// For each combination of patterns that these resources can have, a shortest one.
fn texts(
    group: &ActionGroup,
    considered: Language,
    budget: &Budget,
) -> Result<BTreeMap<Bits, String>, Spent> {
    let considered = vec![considered];
    let others = group.resource_sets.iter().skip(1);
    let mut machine = Machine::new(std::iter::once(&considered).chain(others));
    let found = cells(&mut machine, &REQUIRED, is_normal, budget)?;
    Ok(found.into_iter().map(|cell| (cell.accepts, cell.text)).collect())
}
