//! Variables against the rules of the documentation and against those that are defined.

use std::collections::BTreeSet;

use ramplay_text::Span;

use super::{Defined, Quotes, VariableKind, VariableUse, is_keyword};
use crate::limits;
use crate::model::{Definition, Language, Script, SettingsKind, StatementKind};
use crate::place::{Owner, Place};
use crate::written::Written;

/// One thing to say about variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableFinding {
    /// What it is.
    pub kind: VariableFindingKind,
    /// The name it is about; empty where nothing can be told of it.
    pub name: Written,
    /// Where; none if the variable is not used.
    pub span: Option<Span>,
}

/// What is worth saying about a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VariableFindingKind {
    /// No such variable is defined.
    Undefined {
        /// The defined one that is most like it.
        suggestion: Option<Written>,
    },
    /// There is a variable of that name, of the other kind.
    OtherKind {
        /// The kind that is defined.
        defined: VariableKind,
    },
    /// Nothing uses it.
    Unused,
    /// In a `CREATE TABLE` that is not temporary: the table becomes unusable.
    PermanentTable,
    /// In SQL, but not in a `CREATE TEMPORARY TABLE`.
    OutsideTemporaryTable,
    /// A deployment variable where only namespace variables are documented: catalogs, data ingestion.
    DeploymentVariableHere,
    /// It is named like a SQL keyword.
    Keyword,
    /// In an option, without single quotes around it.
    NotInSingleQuotes,
    /// As a name, without back-quotes around it.
    NotInBackQuotes,
    /// It is a part of a value; only whole values are documented.
    PartOfValue,
    /// It is written in a way that nothing is put in its place.
    Malformed(super::Malformed),
}

impl VariableFindingKind {
    /// Whether there is no variable of that name and kind.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Undefined { .. } | Self::OtherKind { .. })
    }
}

/// How well a rule is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The documentation says so.
    Documented,
    /// It follows from the examples of the documentation.
    Inferred,
    /// It follows from the comparison with the list of variables.
    Compared,
}

impl VariableFindingKind {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            VariableFindingKind::Undefined { .. } => "variable-undefined",
            VariableFindingKind::OtherKind { .. } => "variable-other-kind",
            VariableFindingKind::Unused => "variable-unused",
            VariableFindingKind::PermanentTable => "variable-permanent-table",
            VariableFindingKind::OutsideTemporaryTable => "variable-outside-temporary-table",
            VariableFindingKind::DeploymentVariableHere => "variable-deployment-kind",
            VariableFindingKind::Keyword => "variable-keyword",
            VariableFindingKind::NotInSingleQuotes => "variable-single-quotes",
            VariableFindingKind::NotInBackQuotes => "variable-back-quotes",
            VariableFindingKind::PartOfValue => "variable-part-of-value",
            VariableFindingKind::Malformed(malformed) => malformed.kind.code(),
        }
    }

    /// How well its rule is known.
    pub fn status(&self) -> Status {
        match self {
            VariableFindingKind::Undefined { .. }
            | VariableFindingKind::OtherKind { .. }
            | VariableFindingKind::Unused => Status::Compared,
            VariableFindingKind::PermanentTable
            | VariableFindingKind::OutsideTemporaryTable
            | VariableFindingKind::Keyword
            | VariableFindingKind::NotInSingleQuotes
            | VariableFindingKind::NotInBackQuotes => Status::Documented,
            VariableFindingKind::DeploymentVariableHere
            | VariableFindingKind::PartOfValue
            | VariableFindingKind::Malformed(_) => Status::Inferred,
        }
    }
}

/// Compares the variables of a draft with those that are `defined`, and with the rules. The
/// findings are in order of the text, unused variables at the end. References in comments are
/// neither uses nor findings.
pub fn check_variables(script: &Script, defined: &[Defined]) -> Vec<VariableFinding> {
    let live: Vec<&VariableUse> = script.variables.iter().filter(|one| one.place != Place::Comment).collect();
    let used: BTreeSet<(VariableKind, &str)> = live.iter().map(|one| (one.kind, one.name.as_str())).collect();
    let known: BTreeSet<(VariableKind, &str)> =
        defined.iter().map(|one| (one.kind, one.name.as_str())).collect();

    let mut findings = Vec::new();
    let mut suggestions = 0_usize;
    for one in &live {
        let mut say = |kind| {
            findings.push(VariableFinding { kind, name: one.name.clone(), span: Some(one.span) });
        };
        if !known.contains(&(one.kind, one.name.as_str())) {
            let other = match one.kind {
                VariableKind::Namespace => VariableKind::Deployment,
                VariableKind::Deployment => VariableKind::Namespace,
            };
            if known.contains(&(other, one.name.as_str())) {
                say(VariableFindingKind::OtherKind { defined: other });
            } else {
                // Near misses are looked for a bounded number of times: each compares with all.
                suggestions += defined.len();
                let looks = suggestions < limits::NEAR_MISSES;
                let suggestion = if looks { near_miss(one, defined, &used) } else { None };
                say(VariableFindingKind::Undefined { suggestion });
            }
        }
        if is_keyword(&one.name) {
            say(VariableFindingKind::Keyword);
        }
        placed(script, one, &mut say);
    }
    for malformed in &script.malformed {
        findings.push(VariableFinding {
            name: malformed.meant.clone().unwrap_or_default(),
            span: Some(malformed.span),
            kind: VariableFindingKind::Malformed(malformed.clone()),
        });
    }
    findings.sort_by_key(|finding| finding.span.map(|span| span.start));
    for one in defined.iter().filter(|one| !used.contains(&(one.kind, one.name.as_str()))) {
        findings.push(VariableFinding {
            kind: VariableFindingKind::Unused,
            name: Written::new(one.name.as_str()),
            span: None,
        });
    }
    findings
}

/// The defined variable that a name was probably meant to be. Of those that are as near, one that
/// nothing uses is likelier: who writes `slsak` beside `slsaks` means `slslak`.
fn near_miss(
    one: &VariableUse,
    defined: &[Defined],
    used: &BTreeSet<(VariableKind, &str)>,
) -> Option<Written> {
    let name = one.name.to_lowercase();
    let most = match name.chars().count() {
        0..=2 => 0,
        3..=4 => 1,
        5..=9 => 2,
        _ => 3,
    };
    defined
        .iter()
        .filter(|known| {
            known.name.len() <= limits::VARIABLE_NAME && known.name.len().abs_diff(name.len()) <= 4 * most
        })
        .map(|known| {
            // The restricted distance: half the price of the unrestricted one, and typing errors are
            // never so wild that they differ.
            let distance = strsim::osa_distance(&name, &known.name.to_lowercase());
            let is_used = used.contains(&(known.kind, known.name.as_str()));
            (distance, is_used, known.kind != one.kind, known)
        })
        .filter(|(distance, ..)| *distance <= most)
        .min_by_key(|(distance, is_used, other_kind, _)| (*is_used, *distance, *other_kind))
        .map(|(.., known)| Written::new(known.name.as_str()))
}

/// What there is to say about the place and the quotes of a reference.
fn placed(script: &Script, one: &VariableUse, say: &mut impl FnMut(VariableFindingKind)) {
    let deploys = one.kind == VariableKind::Deployment;
    if script.language == Language::Yaml {
        if deploys {
            say(VariableFindingKind::DeploymentVariableHere);
        }
        return;
    }
    match place_of(script, one) {
        Ground::Temporary => {}
        Ground::Permanent => say(VariableFindingKind::PermanentTable),
        Ground::Catalog if deploys => say(VariableFindingKind::DeploymentVariableHere),
        Ground::Catalog => {}
        Ground::Elsewhere => say(VariableFindingKind::OutsideTemporaryTable),
    }
    match &one.place {
        Place::OptionValue { value_span, .. } => {
            if one.quotes != Quotes::Single {
                say(VariableFindingKind::NotInSingleQuotes);
            } else if *value_span != one.span {
                say(VariableFindingKind::PartOfValue);
            }
        }
        Place::OptionKey { .. } if one.quotes != Quotes::Single => {
            say(VariableFindingKind::NotInSingleQuotes);
        }
        Place::Code => say(VariableFindingKind::NotInBackQuotes),
        Place::Literal if one.quotes == Quotes::Double => say(VariableFindingKind::NotInSingleQuotes),
        Place::OptionKey { .. } | Place::Identifier | Place::Literal | Place::Comment => {}
    }
}

/// What kind of statement a reference stands in.
enum Ground {
    Temporary,
    Permanent,
    Catalog,
    Elsewhere,
}

fn place_of(script: &Script, one: &VariableUse) -> Ground {
    if let Place::OptionValue { owner: Owner::Settings(settings), .. } = &one.place
        && script.settings.get(*settings).is_some_and(|settings| settings.kind == SettingsKind::Catalog)
    {
        return Ground::Catalog;
    }
    let Some(statement) = one.statement else {
        return Ground::Elsewhere;
    };
    let kind = script.statements.get(statement).map(|statement| statement.kind);
    if !matches!(kind, Some(StatementKind::CreateTable | StatementKind::CreateTableAs)) {
        return Ground::Elsewhere;
    }
    // There is one table to a statement, and both are in order.
    let table = script.tables.binary_search_by_key(&statement, |table| table.statement);
    match table.ok().and_then(|table| script.tables.get(table)).map(|table| table.definition) {
        Some(Definition::Table { temporary: true } | Definition::TableAs { temporary: true }) => {
            Ground::Temporary
        }
        _ => Ground::Permanent,
    }
}
