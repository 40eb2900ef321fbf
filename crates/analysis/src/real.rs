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
    /// By group, and whether a region that exists is put in.
    found: BTreeMap<(usize, bool), Texts<'c>>,
}

/// For each template and combination of patterns, a shortest resource.
type Texts<'c> = BTreeMap<(&'c str, Bits), String>;

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
        Ok(Known { catalogue, account, of_group, found: BTreeMap::new() })
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
        for place in self.of_group.get(number).cloned().unwrap_or_default() {
            let Some(action) = self.catalogue.actions.get(place) else { continue };
            let mut best: Option<String> = None;
            for template in &action.resources {
                // Any region only where the one that exists does not fit.
                for region in [Some(REGION), None] {
                    if region.is_none() && (best.is_some() || !template.contains("{region}")) {
                        continue;
                    }
                    let text = self
                        .texts(number, group, region, budget)?
                        .get(&(template.as_str(), resource.clone()));
                    if let Some(text) = text
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

    /// The resources of all known actions of a group, found together: templates begin alike.
    fn texts(
        &mut self,
        number: usize,
        group: &ActionGroup,
        region: Option<&str>,
        budget: &Budget,
    ) -> Result<&Texts<'c>, Spent> {
        let free = match self.found.entry((number, region.is_some())) {
            Entry::Occupied(known) => return Ok(known.into_mut()),
            Entry::Vacant(free) => free,
        };
        let actions = self.of_group.get(number).into_iter().flatten();
        let mut templates: Vec<&'c str> = actions
            .filter_map(|&place| self.catalogue.actions.get(place))
            .flat_map(|action| action.resources.iter().map(String::as_str))
            .collect();
        templates.sort_unstable();
        templates.dedup();
        let languages: Vec<Language> =
            templates.iter().map(|template| resources(template, self.account, region)).collect();
        // In front the sets that tell regions apart, with these resources in place of all that are considered;
        // behind them a set for each template.
        let others = group.resource_sets.iter().skip(1).cloned();
        let mut sets: Vec<Vec<Language>> = std::iter::once(languages.clone()).chain(others).collect();
        let count = sets.len();
        sets.extend(languages.into_iter().map(|language| vec![language]));
        let mut texts = Texts::new();
        for cell in cells(&mut Machine::new(&sets), &REQUIRED, is_normal, budget)? {
            let of_region: Bits = (0..count).filter(|&set| cell.accepts.contains(set)).collect();
            for (at, template) in templates.iter().enumerate() {
                if cell.accepts.contains(count + at) {
                    texts.entry((template, of_region.clone())).or_insert_with(|| cell.text.clone());
                }
            }
        }
        Ok(free.insert(texts))
    }
}
