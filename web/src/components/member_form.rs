//! The role in the namespace.

use ramplay_flink::NamespaceRole;
use ramplay_playground::{Action, Edit, Member, sentence};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Event, Html, InputEvent, TargetCast, html};

use crate::model::{Dispatch, Model};
use ramplay_parts::mark::prose;

pub(crate) fn member_form(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let member = &model.scenario.member;
    let value = match member {
        None => "none",
        Some(Member::System(role)) => role.id(),
        Some(Member::Custom(_)) => "custom",
    };
    let choose = dispatch.reform(|event: Event| {
        match event.target_unchecked_into::<HtmlSelectElement>().value().as_str() {
            "custom" => Action::Edit(Edit::SetCustomRole),
            role => Action::Edit(Edit::SetMember(NamespaceRole::from_id(role))),
        }
    });
    let option = |id: &'static str, word: &'static str| html! { <option value={id} selected={id == value}>{ word }</option> };
    html! {
        <section class="panel member">
            <h2 id="member-title">{ words.member }</h2>
            <select id="member" aria-labelledby="member-title" onchange={choose}>
                { option("none", words.member_none) }
                { option("viewer", "viewer") }
                { option("editor", "editor") }
                { option("owner", "owner") }
                { option("custom", words.member_custom) }
            </select>
            <p class="hint">{ words.membership_note }</p>
            if let Some(Member::Custom(role)) = member {
                <div class="field">
                    <label for="custom-name">{ words.custom_name }</label>
                    <input id="custom-name" type="text" value={role.name.clone()} spellcheck="false"
                        oninput={dispatch.reform(|event: InputEvent| {
                            Action::Edit(Edit::SetCustomName(event.target_unchecked_into::<HtmlInputElement>().value()))
                        })} />
                </div>
                <ul class="problems">
                    { for role.problems().iter().map(|problem| html! {
                        <li class="error"><code>{ problem.code() }</code>{ " " }{ prose(&sentence::custom_role_problem(problem, model.lang)) }</li>
                    }) }
                </ul>
            }
        </section>
    }
}
