//! What would allow a denied row, when it is asked for.

use ramplay_flink::catalogue;
use ramplay_playground::{Mark, RowId};
use yew::{Callback, Html, Properties, function_component, html, use_state_eq};

use super::part::Part;
use crate::model::{Dispatch, Model};
use crate::module;

/// A row of the answer.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct Row {
    pub(crate) id: RowId,
    pub(crate) mark: Mark,
    pub(crate) model: Model,
    pub(crate) dispatch: Dispatch,
}

/// A button, and below it the view of the module for everything else. It stays when the row has become allowed there.
#[function_component]
pub(crate) fn Ways(Row { id, mark, model, dispatch }: &Row) -> Html {
    let open = use_state_eq(|| false);
    let Some(row) = key(*id).filter(|_| *open || mark.can_be_repaired()) else { return Html::default() };
    let toggle = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    html! {
        <div class="find">
            <button type="button" class="find-ways" aria-expanded={open.to_string()} onclick={toggle}>{ model.labels().find_ways }</button>
            if *open {
                <Part part={module::Part::Ways(row)} model={model.clone()} dispatch={dispatch.clone()} />
            }
        </div>
    }
}

/// The id of a row in the catalogue.
fn key(id: RowId) -> Option<&'static str> {
    match id {
        RowId::Capability(at) => Some(&catalogue().sls_capabilities.capabilities.get(at)?.id),
        RowId::Operation(at) => Some(&catalogue().operations.get(at)?.id),
        RowId::Console(_) | RowId::Permission(_) | RowId::Precondition(_) => None,
    }
}
