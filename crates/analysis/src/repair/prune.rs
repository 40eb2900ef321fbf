//! Taking dead parts out of texts.

use ramplay_policy::{DocumentId, Layer, Policy, PolicySet, RequestProblem, read};

use super::amendment::{Amendment, ClauseAt};
use super::{Edited, Text, difference};
use crate::dead::{Part, What};
use crate::diff::{Options, Relation, diff};
use crate::edited::{documents, with};
use crate::frame::Frame;

/// The texts without these parts, which have to be such that they can be taken out together, as
/// [`Dead::together`](crate::Dead::together) are.
///
/// A document of which no statement is left has no text any more: it can be detached. One without a text here is
/// left as it is.
pub fn prune(set: &PolicySet<'_>, texts: &[Text<'_>], parts: &[Part]) -> Vec<Edited> {
    let mut sorted: Vec<&Part> = parts.iter().collect();
    // From the back, so that indices in front stay what they are.
    sorted.sort_by_key(|part| std::cmp::Reverse((part.at, part.what)));
    let mut edited = Vec::new();
    for given in texts {
        let own: Vec<&&Part> = sorted.iter().filter(|part| part.at.document == given.document).collect();
        if own.is_empty() {
            continue;
        }
        let whole = own.iter().filter(|part| part.what == What::Statement).count();
        let of_document = documents(set).into_iter().find(|known| known.document == given.document);
        let Some(policy) = of_document.map(|attached| attached.policy) else { continue };
        let layer = super::state::layer_in(set, given.document);
        let text = if whole == policy.statements.len() {
            // Of a control or session policy it counts that there is one.
            (!matches!(layer, Layer::Control(_) | Layer::Session)).then_some(None)
        } else {
            let taken = own.iter().try_fold(given.text.to_owned(), |text, part| without(&text, policy, part));
            // What cannot be taken out of the text as a whole stays as it is.
            taken.filter(|text| read(text, policy.kind).is_usable()).map(Some)
        };
        if let Some(text) = text {
            edited.push(Edited {
                document: given.document,
                layer,
                is_new: false,
                edit: text.as_deref().and_then(|text| difference(given.text, text)),
                text,
            });
        }
    }
    edited
}

/// Whether edited texts, read again, answer every request of the frame as the set does; `None`: not decided.
///
/// A document without a text counts as one without statements.
///
/// # Errors
/// When a value that the frame fixes is not of the type that an operator compares.
pub fn keeps(
    set: &PolicySet<'_>,
    edited: &[Edited],
    frame: &Frame,
    options: &Options<'_>,
) -> Result<Option<bool>, RequestProblem> {
    let known = documents(set);
    let read_one = |one: &Edited| {
        let kind = known.iter().find(|known| known.document == one.document)?.policy.kind;
        let policy = match &one.text {
            Some(text) => Some(read(text, kind)).filter(ramplay_policy::Reading::is_usable)?.policy,
            None => Policy { kind, statements: Vec::new() },
        };
        Some((one.document, policy))
    };
    let Some(policies) = edited.iter().map(read_one).collect::<Option<Vec<(DocumentId, Policy)>>>() else {
        return Ok(Some(false));
    };
    Ok(match diff(set, &with(set, &policies), frame, options)?.relation {
        Relation::Equivalent => Some(true),
        Relation::Undecided => None,
        _ => Some(false),
    })
}

fn without(text: &str, policy: &ramplay_policy::Policy, part: &Part) -> Option<String> {
    let statement = part.at.statement;
    let of = policy.statements.get(usize::from(statement))?;
    let entries =
        |plain: &'static str, not: &'static str, negated: bool, at: usize| Amendment::RemoveEntries {
            statement,
            element: if negated { not } else { plain },
            at: vec![at],
            entries: Vec::new(),
        };
    let clause = |at: usize| {
        let clause = of.conditions.get(at)?;
        Some(ClauseAt { statement, operator: clause.operator_name(), key: clause.key.to_string() })
    };
    let amendment = match part.what {
        What::Statement => Amendment::RemoveStatement { statement },
        What::Action(at) => entries("Action", "NotAction", of.action.negated, at),
        What::Resource(at) => entries("Resource", "NotResource", of.resource.as_ref()?.negated, at),
        What::Clause(at) => Amendment::RemoveClause { clause: clause(at)? },
        What::Value(at, value) => {
            Amendment::RemoveValues { clause: clause(at)?, at: vec![value], values: Vec::new() }
        }
    };
    amendment.apply(text)
}
