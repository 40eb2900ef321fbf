//! XML answers, with the document as the text of an element.

use ramplay_policy::PolicyKind;

use super::{Inside, html};
use crate::limits;
use crate::mapped::{At, Builder, Mapped};
use crate::model::{Name, Wrapper};

/// Elements that hold documents.
const ELEMENTS: [(&str, Option<PolicyKind>); 2] =
    [("PolicyDocument", None), ("AssumeRolePolicyDocument", Some(PolicyKind::Trust))];

pub(super) fn step(mapped: &Mapped) -> Option<Vec<Inside>> {
    let text = mapped.text();
    let mut found = Vec::new();
    for (element, kind) in ELEMENTS {
        let (open, close) = (format!("<{element}>"), format!("</{element}>"));
        let name = match kind {
            Some(PolicyKind::Trust) => content(text, "RoleName").map(Name::Role),
            _ => content(text, "PolicyName").map(Name::Policy),
        };
        let mut from = 0;
        while let Some(at) = next(text, from, &open, &close).filter(|_| found.len() < limits::PIECES) {
            from = at.end;
            let mut inside = Inside::new(mapped, at, body(mapped, at), Wrapper::XmlElement { name: element });
            inside.kind = kind;
            inside.name.clone_from(&name);
            found.push(inside);
        }
    }
    (!found.is_empty()).then_some(found)
}

/// What stands between the next two tags.
fn next(text: &str, from: usize, open: &str, close: &str) -> Option<At> {
    let start = from + text.get(from..)?.find(open)? + open.len();
    let end = start + text.get(start..)?.find(close)?;
    Some(At::new(start, end))
}

/// The document, `CDATA` taken off or character references resolved.
fn body(mapped: &Mapped, at: At) -> Mapped {
    let text = at.of(mapped.text());
    let inner = text.trim().strip_prefix("<![CDATA[").and_then(|text| text.strip_suffix("]]>"));
    if let Some(inner) = inner {
        let start = at.start + text.find(inner).unwrap_or_default();
        return mapped.part(At::new(start, start + inner.len()));
    }
    let mut builder = Builder::new(mapped);
    html::references(mapped, at, &mut builder);
    builder.finish()
}

/// The text of the only element of that name; with several, none is the document's.
fn content(text: &str, name: &str) -> Option<String> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let at = next(text, 0, &open, &close)?;
    let another = text.get(at.end..).is_some_and(|rest| rest.contains(&open));
    (!another).then(|| at.of(text).trim().to_owned())
}
