//! Whose AccessKey pair it is.

use ramplay_drafts::Edit;
use ramplay_parts::mark::prose;
use ramplay_playground::{Reader, Withheld, sentence};
use ramplay_text::fill;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Event, Html, InputEvent, TargetCast, html};

use super::View;

pub(super) fn user(view: View<'_>) -> Html {
    let words = view.words();
    let desk = &view.pane.desk;
    let scenario = desk.scenario();
    let reader = scenario.job_reader();
    let choose = view.edit.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        vec![Edit::SetReader(if value == "job" { Reader::Job } else { Reader::Principal })]
    });
    let rename = view.edit.reform(|event: InputEvent| {
        vec![Edit::SetUser(event.target_unchecked_into::<HtmlInputElement>().value())]
    });
    let obstacles = &desk.answer().obstacles;
    let withheld = (!obstacles.is_empty())
        .then(|| sentence::withheld(&Withheld::Documents(obstacles.clone()), desk.documents(), view.lang()));
    let problems = scenario.job_problems().into_iter().map(|(_, problem)| {
        html! { <p class="field-problem">{ prose(sentence::field_problem(problem, view.lang())) }</p> }
    });
    html! {
        <div class="job-user">
            <div class="fields">
                <div class="field">
                    <label for="jobs-reader">{ words.whose }</label>
                    <select id="jobs-reader" onchange={choose}>
                        if scenario.is_ram_user() {
                            <option value="principal" selected={reader == Reader::Principal}>{ fill(words.whose_person, &[("user", &scenario.identities.user)]) }</option>
                        }
                        <option value="job" selected={reader == Reader::Job}>{ words.whose_job }</option>
                    </select>
                </div>
                if reader == Reader::Job {
                    <div class="field">
                        <label for="jobs-user">{ words.user_name }</label>
                        <input id="jobs-user" type="text" value={scenario.identities.job_user.clone()} oninput={rename} autocomplete="off" spellcheck="false" />
                    </div>
                }
            </div>
            <p class="seen-as"><code>{ desk.answer().user.arn.clone() }</code></p>
            { for problems }
            if let Some(withheld) = withheld { <p class="withheld">{ prose(&withheld) }</p> }
            if !scenario.has_job_policy() && !desk.answer().drafts.is_empty() { <p class="hint">{ words.no_policy }</p> }
        </div>
    }
}
