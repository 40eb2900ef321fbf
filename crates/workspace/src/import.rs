//! What a file or a pasted text is. Nothing is used before a person says so.

use ramplay_paste::Recognition;
use ramplay_playground::{
    Attach, Body, Draft, MAX_DRAFTS, MAX_POLICIES, PolicyEntry, Scenario, ScenarioError, example,
};
use ramplay_policy::PolicyKind;
use ramplay_sql::{Script, StatementKind};

use crate::export::name_of_file;

/// Most bytes of a file that are read.
pub const MOST_BYTES: usize = ramplay_playground::MAX_BYTES;

/// What a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Import {
    /// A scenario, as this program exports it.
    Scenario {
        /// The scenario, its drafts masked.
        scenario: Box<Scenario>,
        /// How many credentials were masked in its drafts.
        masked: usize,
    },
    /// Policies, with what each was taken out of and every repair.
    Policies(Box<Recognition>),
    /// A Flink SQL draft or data ingestion YAML.
    Draft {
        /// The draft, masked.
        text: String,
        /// How many statements or blocks it has.
        statements: usize,
        /// How many tables.
        tables: usize,
        /// How many credentials were masked.
        masked: usize,
    },
    /// Nothing that can be used.
    Nothing(Reason),
}

/// Why a text cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It is longer than what is read, in bytes.
    TooLong(usize),
    /// It is no text, from this byte on.
    NotText(usize),
    /// It is a scenario with something wrong in it.
    Scenario(ScenarioError),
    /// It is none of what is known; what the reader of pasted texts says of it.
    Unknown(Box<Recognition>),
}

/// The text of a file: UTF-8, or UTF-16 with its mark.
///
/// # Errors
/// When it is too long, or no text.
pub fn decode(bytes: &[u8]) -> Result<String, Reason> {
    if bytes.len() > MOST_BYTES {
        return Err(Reason::TooLong(bytes.len()));
    }
    let wide = |big: bool| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units = pairs.iter().skip(1);
        let units = units.map(|&pair| if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) });
        let text: Result<String, _> = char::decode_utf16(units).collect();
        text.ok().filter(|_| rest.is_empty()).ok_or(Reason::NotText(2))
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(false),
        [0xfe, 0xff, ..] => wide(true),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest, 3),
        _ => utf8(bytes, 0),
    }
}

fn utf8(bytes: &[u8], from: usize) -> Result<String, Reason> {
    let text = std::str::from_utf8(bytes).map_err(|error| Reason::NotText(from + error.valid_up_to()))?;
    // Text has no null in it.
    match text.find('\0') {
        Some(at) => Err(Reason::NotText(from + at)),
        None => Ok(text.to_owned()),
    }
}

/// Says what a text is.
pub fn recognise(text: &str) -> Import {
    if text.len() > MOST_BYTES {
        return Import::Nothing(Reason::TooLong(text.len()));
    }
    match Scenario::from_json(text) {
        Ok(mut scenario) => {
            let mut masked = 0;
            for draft in &mut scenario.jobs.drafts {
                let script = ramplay_sql::read(&draft.text);
                masked += mask(&script, &mut draft.text);
            }
            return Import::Scenario { scenario: Box::new(scenario), masked };
        }
        Err(error) if is_meant_as_scenario(text) => return Import::Nothing(Reason::Scenario(error)),
        Err(_) => {}
    }
    let found = ramplay_paste::recognise(text);
    if !found.documents.is_empty() {
        return Import::Policies(Box::new(found));
    }
    let script = ramplay_sql::read(text);
    let statements = script.statements.iter().filter(|statement| is_of_a_draft(statement.kind)).count();
    if statements > 0 && found.look_alikes.is_empty() {
        let mut text = text.to_owned();
        let masked = mask(&script, &mut text);
        return Import::Draft { text, statements, tables: script.tables.len(), masked };
    }
    Import::Nothing(Reason::Unknown(Box::new(found)))
}

/// Masks what is secret in a draft; how many places.
fn mask(script: &Script, text: &mut String) -> usize {
    let masked = ramplay_sql::masked(script);
    if masked == *text {
        return 0;
    }
    *text = masked;
    script.credentials.len().max(1)
}

/// Whether an object has the fields that every scenario has and no policy.
fn is_meant_as_scenario(text: &str) -> bool {
    text.trim_start().starts_with('{') && text.contains("\"logon\"") && text.contains("\"version\"")
}

/// Statements that tell a draft from any other text.
fn is_of_a_draft(kind: StatementKind) -> bool {
    match kind {
        StatementKind::CreateTable
        | StatementKind::CreateTableAs
        | StatementKind::CreateView
        | StatementKind::CreateCatalog
        | StatementKind::CreateDatabase
        | StatementKind::CreateDatabaseAs
        | StatementKind::CreateFunction
        | StatementKind::CreateModel
        | StatementKind::Insert
        | StatementKind::BeginSet
        | StatementKind::YamlBlock => true,
        StatementKind::AddJar
        | StatementKind::Select
        | StatementKind::DeleteOrUpdate
        | StatementKind::EndSet
        | StatementKind::Set
        | StatementKind::Use
        | StatementKind::Drop
        | StatementKind::Alter
        | StatementKind::Other
        | StatementKind::Unknown => false,
    }
}

/// Where a policy of this kind is attached, if nothing else is known.
fn attach(kind: PolicyKind, scenario: &Scenario) -> Attach {
    match kind {
        PolicyKind::Identity => Attach::Identity,
        PolicyKind::Control => Attach::Control(scenario.directory.first().cloned().unwrap_or_default()),
        PolicyKind::Session => Attach::Session,
        PolicyKind::Trust => Attach::Trust,
        PolicyKind::Resource => Attach::Project,
    }
}

/// Adds what was recognised to a scenario. Whether all of it has room; if not, nothing is added.
pub fn add_to(scenario: &mut Scenario, import: &Import, file: &str) -> bool {
    let stem = name_of_file(file);
    match import {
        Import::Policies(found) => {
            if scenario.policies.len() + found.documents.len() > MAX_POLICIES {
                return false;
            }
            for document in &found.documents {
                let name = match &document.name {
                    Some(name) => name.as_str(),
                    None if found.documents.len() == 1 => stem,
                    None => "",
                };
                let entry = PolicyEntry {
                    name: name.to_owned(),
                    attach: attach(document.kind, scenario),
                    body: Body::Document(document.text.replace("\r\n", "\n").replace('\r', "\n")),
                };
                scenario.policies.push(entry);
            }
            true
        }
        Import::Draft { text, .. } => {
            if scenario.jobs.drafts.len() >= MAX_DRAFTS {
                return false;
            }
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            scenario.jobs.drafts.push(Draft { name: stem.to_owned(), text });
            true
        }
        Import::Scenario { .. } | Import::Nothing(_) => false,
    }
}

/// What was recognised as a scenario of its own: for policies and drafts, the example with them in the place of its
/// policies.
pub fn alone(import: &Import, file: &str) -> Option<Scenario> {
    if let Import::Scenario { scenario, .. } = import {
        return Some((**scenario).clone());
    }
    let mut scenario = Scenario { policies: Vec::new(), ..example() };
    if matches!(import, Import::Draft { .. }) {
        // What a draft needs is asked of the policies that are there.
        scenario = example();
    }
    add_to(&mut scenario, import, file).then_some(scenario)
}
