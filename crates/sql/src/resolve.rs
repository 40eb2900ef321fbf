//! Names to tables and views, and what runs to roles.

use std::collections::BTreeMap;

use crate::limits;
use crate::model::{Access, Name, StatementKind, Table, Target, View};
use crate::note::{Note, NoteKind};
use crate::parse::Parsed;
use crate::written::Written;

/// The catalog and database that short names belong to.
///
/// A draft begins in the catalog `vvp` and the database `default` of the workspace (in open source
/// Flink they are called `default_catalog` and `default_database`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scope {
    catalog: Written,
    database: Written,
}

impl Default for Scope {
    fn default() -> Self {
        Scope { catalog: Written::new("vvp"), database: Written::new("default") }
    }
}

impl Scope {
    pub(crate) fn use_catalog(&mut self, name: &Name) {
        if let [catalog] = name.parts.as_slice() {
            self.catalog = catalog.clone();
            // The default database of another catalog is not known; no short name of it is
            // mistaken for one of `vvp`.
            self.database = Written::new("default");
        }
    }

    pub(crate) fn use_database(&mut self, name: &Name) {
        match name.parts.as_slice() {
            [database] => self.database = database.clone(),
            [catalog, database] => (self.catalog, self.database) = (catalog.clone(), database.clone()),
            _ => {}
        }
    }

    /// The whole path of a name.
    fn path<'n>(&'n self, name: &'n Name) -> Option<Path<'n>> {
        let path = match name.parts.as_slice() {
            [object] => [&self.catalog, &self.database, object],
            [database, object] => [&self.catalog, database, object],
            [catalog, database, object] => [catalog, database, object],
            _ => return None,
        };
        let [catalog, database, object] = path.map(Written::as_str);
        let catalog = if catalog == "default_catalog" { "vvp" } else { catalog };
        let database = if database == "default_database" { "default" } else { database };
        // What differs most comes first: it is compared first.
        Some([object, database, catalog])
    }
}

/// Object, database and catalog.
type Path<'n> = [&'n str; 3];

/// The scope that holds for a statement.
fn scope_of(scopes: &[(usize, Scope)], statement: usize) -> Option<&Scope> {
    let after = scopes.partition_point(|(first, _)| *first <= statement);
    scopes.get(after.checked_sub(1)?).map(|(_, scope)| scope)
}

/// A definition: the statement it is in, and what it defines.
#[derive(Clone, Copy)]
struct Defined {
    statement: usize,
    target: Option<Target>,
}

/// Looks up every name and finds out what each table is used for.
pub(crate) fn resolve(parsed: &mut Parsed) {
    let Parsed { tables, views, references, scopes, dropped, notes, .. } = parsed;
    let (definitions, twice) = definitions(tables, views, dropped, scopes);
    let lookup = |name: &Name, statement: usize, itself: bool| -> (Target, bool) {
        let path = scope_of(scopes, statement).and_then(|scope| scope.path(name));
        let Some(known) = path.and_then(|path| definitions.get(&path)) else {
            return (Target::External, false);
        };
        // The last one before the statement counts; what is dropped by then is gone.
        let until = known.partition_point(|one| one.statement < statement + usize::from(itself));
        match until.checked_sub(1).and_then(|last| known.get(last)) {
            Some(last) => (last.target.unwrap_or(Target::External), false),
            None => {
                let later = known.iter().find_map(|one| one.target);
                (later.unwrap_or(Target::External), later.is_some())
            }
        }
    };
    let mut early = Vec::new();
    for reference in references {
        if matches!(reference.access, Access::ReadDatabase | Access::WriteDatabase) {
            // The name of a database, which is none of a table.
            continue;
        }
        // `CREATE TABLE t AS …` writes to what it defines.
        let itself = reference.access == Access::Write;
        let (target, is_early) = lookup(&reference.name, reference.statement, itself);
        reference.target = target;
        if is_early {
            early.push(Note { kind: NoteKind::UsedBeforeDefined, span: reference.name.span });
        }
    }
    let models: Vec<Option<Target>> = tables
        .iter()
        .map(|table| Some(lookup(&table.like.as_ref()?.name, table.statement, false).0))
        .collect();
    for (table, model) in tables.iter_mut().zip(models) {
        if let (Some(like), Some(Target::Table(model))) = (&mut table.like, model) {
            like.table = Some(model);
        }
    }
    notes.extend(twice.into_iter().take(limits::NOTES));
    notes.extend(early.into_iter().take(limits::NOTES));
    run(parsed);
}

/// All that the draft defines and drops, by path, in order; and notes about second definitions.
fn definitions<'p>(
    tables: &'p [Table],
    views: &'p [View],
    dropped: &'p [(usize, Name)],
    scopes: &'p [(usize, Scope)],
) -> (BTreeMap<Path<'p>, Vec<Defined>>, Vec<Note>) {
    let tables = tables.iter().enumerate();
    let tables = tables.map(|(place, table)| (table.statement, &table.name, Some(Target::Table(place))));
    let views = views.iter().enumerate();
    let views = views.map(|(place, view)| (view.statement, &view.name, Some(Target::View(place))));
    let dropped = dropped.iter().map(|(statement, name)| (*statement, name, None));
    let mut all: Vec<_> = tables.chain(views).chain(dropped).collect();
    all.sort_by_key(|(statement, ..)| *statement);

    let mut known: BTreeMap<Path<'_>, Vec<Defined>> = BTreeMap::new();
    let mut twice = Vec::new();
    for (statement, name, target) in all {
        let Some(path) = scope_of(scopes, statement).and_then(|scope| scope.path(name)) else {
            continue;
        };
        let entries = known.entry(path).or_default();
        if target.is_some() && entries.last().is_some_and(|last| last.target.is_some()) {
            twice.push(Note { kind: NoteKind::DuplicateTable, span: name.span });
        }
        entries.push(Defined { statement, target });
    }
    (known, twice)
}

/// Follows what runs: from the statements that run to tables, through views.
fn run(parsed: &mut Parsed) {
    // The references of each view, to follow them once.
    let mut of_statement: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, reference) in parsed.references.iter().enumerate() {
        of_statement.entry(reference.statement).or_default().push(place);
    }
    let mut open: Vec<usize> = parsed
        .statements
        .iter()
        .enumerate()
        .filter(|(_, statement)| {
            matches!(
                statement.kind,
                StatementKind::Insert
                    | StatementKind::Select
                    | StatementKind::CreateTableAs
                    | StatementKind::CreateDatabaseAs
                    | StatementKind::DeleteOrUpdate
            )
        })
        .map(|(place, _)| place)
        .collect();
    while let Some(statement) = open.pop() {
        for place in of_statement.remove(&statement).unwrap_or_default() {
            let Some(reference) = parsed.references.get_mut(place) else {
                continue;
            };
            if reference.access == Access::Like {
                continue;
            }
            reference.runs = true;
            match reference.target {
                Target::Table(table) => {
                    let Some(table) = parsed.tables.get_mut(table) else {
                        continue;
                    };
                    match reference.access {
                        Access::Read => table.uses.read = true,
                        Access::Lookup => table.uses.looked_up = true,
                        Access::Write => table.uses.written = true,
                        Access::ReadDatabase | Access::WriteDatabase | Access::Like => {}
                    }
                }
                Target::View(view) => {
                    if let Some(view) = parsed.views.get_mut(view) {
                        view.used = true;
                        open.push(view.statement);
                    }
                }
                Target::External => {}
            }
        }
    }
}
