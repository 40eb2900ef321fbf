//! The Logstore and who reads it.

use ramplay_flink::StoreKind;
use ramplay_playground::{Action, Edit, Field, Reader};
use web_sys::HtmlSelectElement;
use yew::{Event, Html, TargetCast, html};

use super::field_input::field_input;

use crate::model::{Dispatch, Model};

pub(crate) fn logstore_form(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let store = &model.scenario.logstore;
    let reader = model.scenario.reader;
    let input = |field: Field| field_input(model, dispatch, field, None, "");
    let set_kind = dispatch.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Edit(Edit::SetStoreKind(if value == "metricstore" {
            StoreKind::Metricstore
        } else {
            StoreKind::Logstore
        }))
    });
    let set_reader = dispatch.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Edit(Edit::SetReader(if value == "job" { Reader::Job } else { Reader::Principal }))
    });
    html! {
        <section class="panel logstore">
            <h2>{ words.logstore }</h2>
            <div class="fields">
                { input(Field::Project) }
                { input(Field::Logstore) }
                { input(Field::ConsumerGroup) }
                { input(Field::ProjectRegion) }
                <div class="field">
                    <label for="store-kind">{ words.store_kind }</label>
                    <select id="store-kind" onchange={set_kind}>
                        <option value="logstore" selected={store.kind == StoreKind::Logstore}>{ words.logstore }</option>
                        <option value="metricstore" selected={store.kind == StoreKind::Metricstore}>{ words.metricstore }</option>
                    </select>
                </div>
                <div class="field">
                    <label for="reader">{ words.reader }</label>
                    <select id="reader" onchange={set_reader}>
                        <option value="principal" selected={reader == Reader::Principal}>{ words.reader_principal }</option>
                        <option value="job" selected={reader == Reader::Job}>{ words.reader_job }</option>
                    </select>
                </div>
                if reader == Reader::Job {
                    { input(Field::JobUser) }
                }
                { input(Field::ProjectAccount) }
            </div>
        </section>
    }
}
