//! What was pasted, for the page.

use ramplay_paste::sentence;
use ramplay_text::{Lang, Lines, Span};
use serde::Serialize;

use crate::place::PlaceForm;

/// Most remarks on one document that are handed over.
const MOST: usize = 50;

/// What a text holds.
#[derive(Debug, Serialize)]
pub(crate) struct PasteForm {
    /// The policies that can be taken out of it.
    documents: Vec<OfferForm>,
    /// Why there are none, or what is in the way of more.
    remarks: Vec<RemarkForm>,
}

/// A policy that can be taken out of the text.
#[derive(Debug, Serialize)]
pub(crate) struct OfferForm {
    text: String,
    kind: &'static str,
    name: Option<String>,
    /// What it was taken out of, and every change.
    notes: Vec<RemarkForm>,
    /// How many notes were left out.
    more: usize,
}

/// A sentence about a place of the pasted text.
#[derive(Debug, Serialize)]
pub(crate) struct RemarkForm {
    code: &'static str,
    message: String,
    help: String,
    place: PlaceForm,
}

pub(crate) fn recognise(text: &str, lang: Lang) -> PasteForm {
    let found = ramplay_paste::recognise(text);
    let lines = Lines::new(text);
    let remark = |code, message: String, help: &str, span: Span| RemarkForm {
        code,
        message,
        help: help.to_owned(),
        place: PlaceForm::new(&lines, span),
    };
    let offer = |document: &ramplay_paste::Document| {
        let wrappers = document.wrappers.iter().map(|wrapper| {
            remark(wrapper.what.code(), sentence::wrapper(&wrapper.what, lang), "", wrapper.span)
        });
        let repairs = document
            .repairs
            .iter()
            .map(|repair| remark(repair.kind.code(), sentence::repair(repair, text, lang), "", repair.span));
        OfferForm {
            text: document.text.clone(),
            kind: document.kind.code(),
            name: document.name.as_ref().map(|name| name.as_str().to_owned()),
            notes: wrappers.chain(repairs).take(MOST).collect(),
            more: (document.wrappers.len() + document.repairs.len()).saturating_sub(MOST),
        }
    };
    let alike = found.look_alikes.iter().map(|alike| {
        let message = sentence::look_alike(alike.what, lang).to_owned();
        remark(alike.what.code(), message, sentence::look_alike_help(alike.what, lang), alike.span)
    });
    let problems = found.problems.iter().map(|problem| {
        let message = sentence::problem(&problem.what, lang);
        remark(problem.what.code(), message, sentence::help(&problem.what, lang), problem.span)
    });
    let listed = found.listed.first().map(|first| {
        remark(
            "listed-only",
            sentence::listed(found.listed.len(), lang),
            sentence::listed_help(lang),
            first.span,
        )
    });
    PasteForm {
        documents: found.documents.iter().filter(|document| !document.is_as_pasted()).map(offer).collect(),
        remarks: alike.chain(problems).chain(listed).take(MOST).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_lists_what_was_done_and_places_are_those_of_browsers() {
        let text = "{\"Version\": \"1\", /* 😀 */ \"Statement\": [],}";
        let found = recognise(text, Lang::En);
        let [offer] = found.documents.as_slice() else { panic!("{found:?}") };
        let codes: Vec<&str> = offer.notes.iter().map(|note| note.code).collect();
        assert_eq!(codes, ["comment", "trailing-comma"]);
        let comma: usize = text.split_at(text.rfind(",}").unwrap()).0.encode_utf16().count();
        let place = format!("{:?}", offer.notes[1].place);
        assert!(place.contains(&format!("start: {comma}")), "{place}");
        assert!(found.remarks.is_empty());
    }

    #[test]
    fn a_policy_as_it_stands_is_not_offered() {
        let found = recognise(r#"{"Version": "1", "Statement": []}"#, Lang::Zh);
        assert!(found.documents.is_empty() && found.remarks.is_empty(), "{found:?}");
    }
}
