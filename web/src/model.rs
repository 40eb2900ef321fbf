//! The state as components see it.

use std::ops::Deref;
use std::rc::Rc;

use ramplay_parts::trail::Reader;
use ramplay_playground::{Action, Labels, State, labels};
use yew::Callback;

/// The page's state, shared by all components and compared by identity: every change makes a new one.
#[derive(Debug, Clone)]
pub(crate) struct Model(pub(crate) Rc<State>);

impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Model {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

impl Model {
    /// The fixed words in the chosen language.
    pub(crate) fn labels(&self) -> &'static Labels {
        labels(self.lang)
    }

    /// What sentences about statements are made from.
    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader { documents: &self.answer.documents, lang: self.lang }
    }
}

/// Where components send what happened.
pub(crate) type Dispatch = Callback<Action>;

/// Sends what an event means, if it means anything.
pub(crate) fn some<E: 'static>(
    dispatch: &Dispatch,
    meaning: impl Fn(E) -> Option<Action> + 'static,
) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |event| {
        if let Some(action) = meaning(event) {
            dispatch.emit(action);
        }
    })
}
