//! Questions to a [`Script`].

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use ramplay_text::Span;

use crate::limits;
use crate::model::{Definition, Effective, Name, OptionEntry, Origin, Script, Target};

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
        let mut chain = Vec::new();
        let mut next = Some(table);
        while let Some(index) = next
            && let Some(table) = self.tables.get(index)
            && chain.len() < limits::LIKE_CHAIN
        {
            chain.push((index, table));
            next = table.like.as_ref().filter(|like| like.options).and_then(|like| like.table);
        }
        let mut merged = Merged::default();
        for (index, model) in chain.into_iter().rev() {
            let origin = if index == table { Origin::Own } else { Origin::Like(index) };
            merged.put(&model.options, origin);
        }
        merged.options
    }

    /// The options at a use of a table, by its place in [`Script::references`]: those of the table,
    /// and the hint that overrides them.
    pub fn options_at(&self, reference: usize) -> Vec<Effective<'_>> {
        let mut merged = Merged::default();
        let Some(reference) = self.references.get(reference) else {
            return Vec::new();
        };
        if let Target::Table(table) = reference.target {
            for effective in self.options_of(table) {
                merged.one(effective.entry, effective.origin);
            }
        }
        merged.put(&reference.hints, Origin::Hint);
        merged.options
    }

    /// The effective value of an option, found as the connectors find it: ignoring case.
    pub fn option(&self, table: usize, key: &str) -> Option<Effective<'_>> {
        self.options_of(table).into_iter().find(|option| option.entry.key.eq_ignore_ascii_case(key))
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

/// Options of which a later one replaces an earlier one with the same key.
#[derive(Default)]
struct Merged<'s> {
    options: Vec<Effective<'s>>,
    places: BTreeMap<String, usize>,
}

impl<'s> Merged<'s> {
    fn put(&mut self, entries: &'s [OptionEntry], origin: Origin) {
        for entry in entries {
            self.one(entry, origin);
        }
    }

    fn one(&mut self, entry: &'s OptionEntry, origin: Origin) {
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
