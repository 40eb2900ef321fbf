//! What the SQL uses: tables, catalogs, and tables of catalogs, each with the ways it is used in.

use std::collections::BTreeMap;

use ramplay_flink::{ConnectorForm, TableRole};
use ramplay_sql::{
    Access, Definition, Name, OptionEntry, Role, Script, Settings, SettingsKind, StatementKind, Target, Uses,
    Written,
};
use ramplay_text::Span;

use crate::model::SubjectKind;

/// Something that is used, before anything is known about its connector.
pub(crate) struct Used<'s> {
    pub(crate) kind: SubjectKind,
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) role: Option<Role>,
    /// Where its connector is looked for; none if its catalog is not in the draft.
    pub(crate) form: Option<ConnectorForm>,
    /// The option that names the connector.
    pub(crate) connector: Option<&'s OptionEntry>,
    /// Its name within the catalog.
    pub(crate) object: Option<String>,
    pub(crate) ways: Vec<Way<'s>>,
}

/// One way in which something is used.
pub(crate) struct Way<'s> {
    pub(crate) role: TableRole,
    /// The options, of which a later one replaces an earlier one.
    pub(crate) options: Vec<&'s OptionEntry>,
}

/// All that is used, in the order of the text.
pub(crate) fn used(script: &Script) -> Vec<Used<'_>> {
    let catalogs = Catalogs::new(script);
    let mut all = tables(script, &catalogs);
    for (place, catalog) in catalogs.all() {
        let Some(name) = &catalog.name else { continue };
        all.push(Used {
            kind: SubjectKind::Catalog(place),
            name: name.dotted(),
            span: name.span,
            role: None,
            form: Some(ConnectorForm::Catalog),
            connector: named(&catalog.options, "type"),
            object: None,
            ways: vec![Way { role: TableRole::Catalog, options: catalog.options.iter().collect() }],
        });
    }
    all.extend(catalog_tables(script, &catalogs));
    all.sort_by_key(|used| used.span);
    all
}

fn named<'s>(options: &'s [OptionEntry], key: &str) -> Option<&'s OptionEntry> {
    options.iter().rev().find(|option| option.key.eq_ignore_ascii_case(key))
}

fn role(access: Access) -> Option<TableRole> {
    match access {
        Access::Read | Access::ReadDatabase => Some(TableRole::Source),
        Access::Lookup => Some(TableRole::Lookup),
        Access::Write | Access::WriteDatabase => Some(TableRole::Sink),
        Access::Like => None,
    }
}

fn tables<'s>(script: &'s Script, catalogs: &Catalogs<'s>) -> Vec<Used<'s>> {
    let mut references: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, reference) in script.references.iter().enumerate() {
        if let (Target::Table(table), true) = (reference.target, reference.runs) {
            references.entry(table).or_default().push(place);
        }
    }
    let mut all = Vec::with_capacity(script.tables.len());
    for (place, table) in script.tables.iter().enumerate() {
        let (form, key, yaml) = match table.definition {
            Definition::YamlSource => (ConnectorForm::Ingestion, "type", Some(TableRole::Source)),
            Definition::YamlSink => (ConnectorForm::Ingestion, "type", Some(TableRole::Sink)),
            Definition::Table { .. } | Definition::TableAs { .. } => {
                (ConnectorForm::Table, "connector", None)
            }
        };
        let mut connector = script.option(place, key).map(|found| found.entry);
        let (mut form, mut before, mut object) = (form, Vec::new(), None);
        // A table without a connector is stored by its catalog.
        if connector.is_none()
            && let Some(catalog) = catalogs.of(&table.name, table.statement, 3)
        {
            form = ConnectorForm::Catalog;
            connector = named(&catalog.options, "type");
            before = catalog.options.iter().collect();
            object = Some(table.name.object().to_owned());
        }
        let way = |role, options: Vec<ramplay_sql::Effective<'s>>| Way {
            role,
            options: before.iter().copied().chain(options.into_iter().map(|option| option.entry)).collect(),
        };
        let mut ways: Vec<Way<'_>> = Vec::new();
        ways.extend(yaml.map(|role| way(role, script.options_of(place))));
        for at in references.get(&place).into_iter().flatten() {
            let access = script.references.get(*at).map(|reference| reference.access);
            ways.extend(access.and_then(role).map(|role| way(role, script.options_at(*at))));
        }
        all.push(Used {
            kind: SubjectKind::Table(place),
            name: table.name.dotted(),
            span: table.name.span,
            role: Some(table.role()),
            form: Some(form),
            connector,
            object,
            ways,
        });
    }
    all
}

/// Tables that the draft uses and does not define, each once.
fn catalog_tables<'s>(script: &'s Script, catalogs: &Catalogs<'s>) -> Vec<Used<'s>> {
    let mut all: Vec<(Used<'s>, Uses)> = Vec::new();
    let mut places: BTreeMap<(Option<usize>, &[Written]), usize> = BTreeMap::new();
    for (place, reference) in script.references.iter().enumerate() {
        let (Target::External, true, Some(role)) = (reference.target, reference.runs, role(reference.access))
        else {
            continue;
        };
        let is_database = matches!(reference.access, Access::ReadDatabase | Access::WriteDatabase);
        let parts = if is_database { 2 } else { 3 };
        let catalog = catalogs.of(&reference.name, reference.statement, parts);
        let key = (catalog.map(|catalog| catalog.statement), reference.name.parts.as_slice());
        let at = *places.entry(key).or_insert(all.len());
        if at == all.len() {
            let used = Used {
                kind: SubjectKind::CatalogTable(place),
                name: reference.name.dotted(),
                span: reference.name.span,
                role: None,
                form: catalog.map(|_| ConnectorForm::Catalog),
                connector: catalog.and_then(|catalog| named(&catalog.options, "type")),
                object: (!is_database).then(|| reference.name.object().to_owned()),
                ways: Vec::new(),
            };
            all.push((used, Uses::default()));
        }
        let Some((used, uses)) = all.get_mut(at) else { continue };
        let options = catalog.into_iter().flat_map(|catalog| &catalog.options).chain(&reference.hints);
        used.ways.push(Way { role, options: options.collect() });
        match role {
            TableRole::Source | TableRole::Catalog => uses.read = true,
            TableRole::Sink => uses.written = true,
            TableRole::Lookup => uses.looked_up = true,
        }
    }
    let with_role = |(used, uses): (Used<'s>, Uses)| Used { role: Some(uses.role()), ..used };
    all.into_iter().map(with_role).collect()
}

/// The catalogs of a draft, and which one short names belong to.
struct Catalogs<'s> {
    by_name: BTreeMap<&'s str, (usize, &'s Settings)>,
    /// `USE CATALOG`, by the statement, in order.
    current: Vec<(usize, String)>,
}

impl<'s> Catalogs<'s> {
    fn new(script: &'s Script) -> Self {
        let catalogs =
            script.settings.iter().enumerate().filter(|(_, settings)| settings.kind == SettingsKind::Catalog);
        let by_name = catalogs
            .filter_map(|(place, catalog)| Some((catalog.name.as_ref()?.object(), (place, catalog))))
            .collect();
        let uses = script.statements.iter().enumerate().filter(|(_, one)| one.kind == StatementKind::Use);
        let current = uses
            .filter_map(|(place, statement)| {
                let mut words = statement.span.of(script.text()).split_whitespace().skip(1);
                let is_catalog = words.next()?.eq_ignore_ascii_case("catalog");
                let name = words.next()?.trim_matches('`').to_owned();
                is_catalog.then_some((place, name))
            })
            .collect();
        Catalogs { by_name, current }
    }

    fn all(&self) -> Vec<(usize, &'s Settings)> {
        self.by_name.values().copied().collect()
    }

    /// The catalog of a name whose full form has this many parts.
    fn of(&self, name: &Name, statement: usize, parts: usize) -> Option<&'s Settings> {
        let first = name.parts.first()?.as_str();
        let catalog = if name.parts.len() == parts {
            first
        } else {
            let until = self.current.partition_point(|(place, _)| *place < statement);
            self.current.get(until.checked_sub(1)?)?.1.as_str()
        };
        self.by_name.get(catalog).map(|(_, catalog)| *catalog)
    }
}
