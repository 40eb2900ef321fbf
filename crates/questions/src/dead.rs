//! Parts of policies that change no answer.

use ramplay_analysis::{Edited, Frame, Obstacle, Part, What, dead_watched, keeps, prune, sentence};
use ramplay_text::Lines;
use serde::Serialize;

use crate::asking::{Asking, Unanswered};
use crate::paper::{Paper, Written, escape};
use crate::side::Side;

/// The answer.
#[derive(Debug, Clone, Serialize)]
pub struct DeadForm {
    /// Parts of which each can be taken out alone.
    pub parts: Vec<PartForm>,
    /// The texts without those that can be taken out together: proven to answer every request as before.
    pub fixed: Vec<FixedForm>,
    /// Parts of which that is not decided.
    pub undecided: Vec<PartForm>,
}

/// A part of a statement.
#[derive(Debug, Clone, Serialize)]
pub struct PartForm {
    /// What the document is called.
    pub document: String,
    /// The document's number.
    #[serde(skip)]
    pub number: u32,
    /// From 0.
    pub statement: u16,
    /// `statement`, `action`, `resource`, `condition` or `value`.
    pub what: &'static str,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Where it stands, in bytes of the text: first and one past the last.
    pub span: (u32, u32),
    /// As it is written; of a statement, nothing.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Whether it can be taken out together with the others that can.
    pub together: bool,
    /// That it changes no answer, in words.
    pub says: String,
    /// The text without this part alone, which answers every request as before; absent where the text cannot be edited
    /// so, or nothing would be left of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without: Option<String>,
}

/// A document without its dead parts.
#[derive(Debug, Clone, Serialize)]
pub struct FixedForm {
    /// What the document is called.
    pub document: String,
    /// The document's number.
    #[serde(skip)]
    pub number: u32,
    /// The whole text. Absent: nothing is left, and the policy can be detached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// The parts of a side's policies that change no answer, over all of them together.
///
/// Of one document alone, what is found holds wherever it is attached and whatever is attached beside it: it answers
/// every request as before, be it with allow, explicit deny or nothing.
///
/// # Errors
/// When a value of a request cannot be read, or that the edited texts answer alike is not decided within the budget.
pub fn dead(side: &Side<'_>, asking: &Asking<'_>) -> Result<DeadForm, Unanswered> {
    let frame = Frame::around(side.bases()?);
    let options = asking.options(None);
    let found = dead_watched(&side.set, &frame, &options, asking.watch)?;
    let edited = prune(&side.set, &side.texts, &found.together);
    if keeps(&side.set, &edited, &frame, &options)? != Some(true) {
        return Err(Unanswered::Undecided(Obstacle::Budget));
    }
    let part = |part: &Part| {
        let text = side.texts.iter().find(|text| text.document == part.at.document);
        let text = text.map_or("", |text| text.text);
        let at = Lines::new(text).position(part.span.start);
        let written = if part.what == What::Statement { "" } else { part.span.of(text) };
        let alone = prune(&side.set, &side.texts, &[*part]);
        PartForm {
            document: side.title(part.at.document),
            number: part.at.document.0,
            statement: part.at.statement,
            what: part.what.code(),
            line: at.line,
            column: at.column,
            span: (part.span.start, part.span.end),
            text: written.to_owned(),
            together: found.together.contains(part),
            says: sentence::dead(part, written, asking.lang),
            without: alone.into_iter().next().and_then(|edited| edited.text),
        }
    };
    let fixed = |edited: &Edited| FixedForm {
        document: side.title(edited.document),
        number: edited.document.0,
        text: edited.text.clone(),
    };
    Ok(DeadForm {
        parts: found.parts.iter().map(part).collect(),
        undecided: found.undecided.iter().map(part).collect(),
        fixed: edited.iter().map(fixed).collect(),
    })
}

/// The answer for people.
pub fn text(form: &DeadForm, written: Written) -> String {
    let mut paper = Paper::new(written);
    for part in &form.parts {
        let place = format!("{}:{}:{}", part.document, part.line, part.column);
        match written {
            Written::Text => paper.item(format_args!("{place}: {}", part.says)),
            Written::Markdown => paper.item(format_args!("`{}`: {}", escape(&place), part.says)),
        }
    }
    paper.finish()
}
