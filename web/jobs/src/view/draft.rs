//! One draft: its text, its tables, and what there is to say about them.

use ramplay_drafts::Edit;
use ramplay_job::sentence;
use ramplay_sql::Severity;
use ramplay_text::{Lines, fill};
use web_sys::HtmlInputElement;
use yew::{Html, InputEvent, TargetCast, html};

use super::draft_text::draft_text;
use super::list::entries;
use super::remark::{Places, Remark, remark};
use super::{View, credentials, gap, table, variables};

pub(super) fn draft(view: View<'_>, place: usize) -> Html {
    let (words, lang) = (view.words(), view.lang());
    let desk = &view.pane.desk;
    let (Some(text), Some(kept), Some(draft)) =
        (desk.text(place), desk.scenario().jobs.drafts.get(place), desk.answer().drafts.get(place))
    else {
        return Html::default();
    };
    let lines = Lines::new(text);
    // A draft that comes and goes with others keeps what belongs to it.
    let key = desk.card(place).unwrap_or_default();
    let places = Places { draft: place, lines: &lines };
    let notes = draft.script.notes.iter().map(|note| Remark {
        code: note.kind.code(),
        span: Some(note.span),
        message: ramplay_sql::sentence::note(note, &draft.script, lang),
        help: None,
        is_error: note.kind.severity() == Severity::Error,
        action: Html::default(),
    });
    let subjects = draft.answer.subjects.iter().flat_map(|subject| {
        subject.problems.iter().map(move |problem| Remark {
            code: problem.kind.code(),
            span: Some(problem.span),
            message: format!("`{}`: {}", subject.name, sentence::problem(&problem.kind, lang)),
            help: None,
            is_error: problem.kind.is_error(),
            action: Html::default(),
        })
    });
    let remarks: Vec<Remark> = notes.chain(subjects).collect();
    let has_remarks = !remarks.is_empty();
    let remarks = entries(view, place, "remarks", remarks.into_iter(), |one| remark(view, places, one));
    let rename = view.edit.reform(move |event: InputEvent| {
        vec![Edit::SetName(place, event.target_unchecked_into::<HtmlInputElement>().value())]
    });
    let remove = view.edit.reform(move |_| vec![Edit::RemoveDraft(place)]);
    let named = fill(words.draft, &[("number", &(place + 1).to_string())]);
    html! {
        <section class="card draft" {key} aria-label={named.clone()}>
            <div class="card-head">
                <input type="text" class="name" value={kept.name.clone()} oninput={rename} placeholder={named}
                    aria-label={words.draft_name} autocomplete="off" spellcheck="false" />
                <button type="button" class="remove" onclick={remove} aria-label={words.remove} title={words.remove}>{ "×" }</button>
            </div>
            { draft_text(view, draft, text, place) }
            if has_remarks {
                <ul class="problems" aria-label={words.problems}>{ remarks.shown }</ul>
                { remarks.more }
            }
            { table::tables(view, draft, place) }
            { gap::gap(view, draft, place) }
            { credentials::credentials(view, draft, places) }
            { variables::findings(view, draft, places) }
        </section>
    }
}
