//! Parts of policies that change no answer.

use ramplay_analysis::{Edited, Frame, Obstacle, Part, What, dead_of as look_for, keeps, prune, sentence};
use ramplay_text::Lines;
use serde::Serialize;

use crate::asking::{Asking, Unanswered};
use crate::paper::{Paper, Written, escape};
use crate::side::Side;

/// The answer.
#[derive(Debug, Clone, Default, Serialize)]
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
    dead_of(std::slice::from_ref(side), asking)
}

/// The parts of several sides that share documents, as the parties of a scenario do: a part changes no answer if it
/// does so for none of them. Titles are those of the first side.
///
/// # Errors
/// Those of [`dead`].
pub fn dead_of(sides: &[Side<'_>], asking: &Asking<'_>) -> Result<DeadForm, Unanswered> {
    let Some(first) = sides.first() else { return Ok(DeadForm::default()) };
    let frames: Vec<Frame> =
        sides.iter().map(|side| Ok(Frame::around(side.bases()?))).collect::<Result<_, Unanswered>>()?;
    let options = asking.options(None);
    let pairs: Vec<_> = sides.iter().map(|side| &side.set).zip(&frames).collect();
    let found = look_for(&pairs, &options, asking.watch)?;
    let mut edited: Vec<Edited> = Vec::new();
    for side in sides {
        let more = prune(&side.set, &side.texts, &found.together);
        let is_new = |one: &Edited| edited.iter().all(|known| known.document != one.document);
        let more: Vec<Edited> = more.into_iter().filter(is_new).collect();
        edited.extend(more);
    }
    for (set, frame) in pairs {
        if keeps(set, &edited, frame, &options)? != Some(true) {
            return Err(Unanswered::Undecided(Obstacle::Budget));
        }
    }
    let part = |part: &Part| {
        let text = first.texts.iter().find(|text| text.document == part.at.document);
        let text = text.map_or("", |text| text.text);
        let at = Lines::new(text).position(part.span.start);
        let written = if part.what == What::Statement { "" } else { part.span.of(text) };
        let mut alone = sides.iter().flat_map(|side| prune(&side.set, &side.texts, &[*part]));
        PartForm {
            document: first.title(part.at.document),
            number: part.at.document.0,
            statement: part.at.statement,
            what: part.what.code(),
            line: at.line,
            column: at.column,
            span: (part.span.start, part.span.end),
            text: written.to_owned(),
            together: found.together.contains(part),
            says: sentence::dead(part, written, asking.lang),
            without: alone.next().and_then(|edited| edited.text),
        }
    };
    let fixed = |edited: &Edited| FixedForm {
        document: first.title(edited.document),
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
