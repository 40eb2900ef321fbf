//! Questions to a [`Script`].

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use ramplay_text::Span;

use crate::limits;
use crate::model::{Definition, Effective, Name, OptionEntry, Origin, Script, Table, Target};

impl Script {
    /// The text it was read from, as it is. Show [`masked`](crate::masked) instead.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The value of an option as it is meant: `''` resolved. It may be a secret.
    pub fn value(&self, entry: &OptionEntry) -> Cow<'_, str> {
        let written = entry.value_span.of(&self.text);
        if entry.quoted && written.contains("''") {
            written.replace("''", "'").into()
        } else {
            written.into()
        }
    }

    /// The options of a table as they work, in order: those of its models, then its own. Where both
    /// have a key, the one of the table counts.
    pub fn options_of(&self, table: usize) -> Vec<Effective<'_>> {
        let chain: Vec<_> = self.models(table).collect();
        let mut merged = Merged::default();
        for (index, model) in chain.into_iter().rev() {
            merged.put(&model.options, origin(index, table));
        }
        merged.options
    }

    /// A table and its models: what it is `LIKE`, what that is `LIKE`, as far as options are taken over.
    fn models(&self, table: usize) -> impl Iterator<Item = (usize, &Table)> {
        let mut next = Some(table);
        let chain = std::iter::from_fn(move || {
            let index = next?;
            let table = self.tables.get(index)?;
            next = table.like.as_ref().filter(|like| like.options).and_then(|like| like.table);
            Some((index, table))
        });
        chain.take(limits::LIKE_CHAIN)
    }

    /// The options at a use of a table, by its place in [`Script::references`]: those of the table,
    /// and the hint that overrides them.
    pub fn options_at(&self, reference: usize) -> Vec<Effective<'_>> {
        let Some(reference) = self.references.get(reference) else {
            return Vec::new();
        };
        let options = match reference.target {
            Target::Table(table) => self.options_of(table),
            _ => Vec::new(),
        };
        if reference.hints.is_empty() {
            return options;
        }
        let mut merged = Merged::default();
        for effective in options {
            merged.one(effective.entry, effective.origin);
        }
        merged.put(&reference.hints, Origin::Hint);
        merged.options
    }

    /// The effective value of an option, found as the connectors find it: ignoring case.
    pub fn option(&self, table: usize, key: &str) -> Option<Effective<'_>> {
        let is_it = |entry: &&OptionEntry| entry.key.eq_ignore_ascii_case(key);
        self.models(table).find_map(|(index, model)| {
            let entry = model.options.iter().rev().find(is_it)?;
            Some(Effective { entry, origin: origin(index, table) })
        })
    }

    /// The connector of a table: the option `connector`, or `type` in data-ingestion YAML.
    pub fn connector(&self, table: usize) -> Option<Cow<'_, str>> {
        let key = match self.tables.get(table)?.definition {
            Definition::YamlSource | Definition::YamlSink => "type",
            Definition::Table { .. } | Definition::TableAs { .. } => "connector",
        };
        self.option(table, key).map(|option| self.value(option.entry))
    }

    /// What is used and not defined here, each name once, in order of the first use.
    pub fn externals(&self) -> Vec<&Name> {
        let mut seen = std::collections::BTreeSet::new();
        self.references
            .iter()
            .filter(|reference| reference.target == Target::External && seen.insert(&reference.name.parts))
            .map(|reference| &reference.name)
            .collect()
    }

    /// The text of a span with the secrets in it masked.
    pub fn shown(&self, span: Span) -> String {
        crate::credentials::shown(self, span)
    }
}

/// Up to here comparing all with all is quicker than a map.
const FEW: usize = 24;

/// Options of which a later one replaces an earlier one with the same key.
#[derive(Default)]
struct Merged<'s> {
    options: Vec<Effective<'s>>,
    /// Where each key is, once there are more than a few.
    places: BTreeMap<String, usize>,
}

impl<'s> Merged<'s> {
    fn put(&mut self, entries: &'s [OptionEntry], origin: Origin) {
        for entry in entries {
            self.one(entry, origin);
        }
    }

    fn one(&mut self, entry: &'s OptionEntry, origin: Origin) {
        if self.places.is_empty() && self.options.len() < FEW {
            let is_it = |known: &&mut Effective<'_>| known.entry.key.eq_ignore_ascii_case(&entry.key);
            match self.options.iter_mut().find(is_it) {
                Some(place) => *place = Effective { entry, origin },
                None => self.options.push(Effective { entry, origin }),
            }
            return;
        }
        if self.places.is_empty() {
            let keys = self.options.iter().map(|option| option.entry.key.to_ascii_lowercase());
            self.places = keys.zip(0..).collect();
        }
        let key = entry.key.to_ascii_lowercase();
        let place = self.places.get(&key).and_then(|place| self.options.get_mut(*place));
        match place {
            Some(place) => *place = Effective { entry, origin },
            None => {
                self.places.insert(key, self.options.len());
                self.options.push(Effective { entry, origin });
            }
        }
    }
}

/// Where an option of `model` comes from, at a table.
fn origin(model: usize, table: usize) -> Origin {
    if model == table { Origin::Own } else { Origin::Like(model) }
}

impl fmt::Debug for Script {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Script")
            .field("bytes", &self.text.len())
            .field("language", &self.language)
            .field("statements", &self.statements)
            .field("tables", &self.tables)
            .field("views", &self.views)
            .field("settings", &self.settings)
            .field("references", &self.references)
            .field("variables", &self.variables)
            .field("malformed", &self.malformed)
            .field("credentials", &self.credentials)
            .field("notes", &self.notes)
            .finish()
    }
}
