//! All scenarios that this browser has, the worked examples, and files.

mod examples;
mod files;
mod history;
mod mine;
mod words;

use std::cell::RefCell;

use ramplay_parts::locale::date_and_time;
use ramplay_parts::part::{Deed, Given, Opened, Told};
use ramplay_parts::shelf::{Local, fresh, now, opened_here};
use ramplay_playground::{Lesson, Scenario};
use ramplay_text::Lang;
use ramplay_workspace::import::{self, Import, Reason};
use ramplay_workspace::library::{self, Listing, Trouble};
use ramplay_workspace::{Fresh, Revision, history as past, sentence};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::js_sys::Reflect;
use web_sys::{Blob, File};
use yew::{Callback, Component, Context, Html, html};

use crate::read;
use crate::view::Props;
use words::{Labels, labels};

pub(crate) use files::save;

/// How the page says that something was dropped or pasted; see `static/module.js` of the page.
const GIVEN: &str = "ramplay-given";

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    Mine,
    Examples,
    Import,
}

/// Something that happened.
#[derive(Debug)]
pub(crate) enum Message {
    /// The page has another scenario or language.
    Take(Given),
    Show(Tab),
    Do(Deal),
    Export(String),
    /// A scenario gets another name: asked for, typed, or not after all.
    Naming(Option<(String, String)>),
    /// The history of a scenario is opened or closed.
    History(String),
    /// The differences to a revision, by its place.
    Compare(usize),
    Gallery(Result<JsValue, ()>),
    Search(String),
    Method(String),
    /// An example is opened.
    Example(Box<Scenario>, Opened),
    /// A file or a text was given.
    Given(JsValue),
    /// What it is, with the name of the file.
    Came(String, Result<String, Reason>),
    /// What was recognised is opened as a scenario of its own, or added to this one.
    OpenImport,
    AddImport,
}

/// Something that is done with what is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Deal {
    Open(String),
    Duplicate(String),
    Rename(String, String),
    Delete(String),
    Undelete(String),
    Purge(String),
    Discard(String),
    /// The revision at a place of the history of a scenario.
    Restore(String, usize),
}

impl From<Given> for Message {
    fn from(given: Given) -> Self {
        Message::Take(given)
    }
}

/// What a person is told after they did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    Trouble(Trouble),
    Deleted(String),
    Restored,
    NoRoom,
}

/// The view.
#[derive(Debug)]
pub(crate) struct Library {
    given: Given,
    told: Told,
    tab: Tab,
    fresh: Fresh,
    listing: Listing,
    current: Option<String>,
    said: Option<Said>,
    naming: Option<(String, String)>,
    /// The scenario whose history is open, and the revision that is compared.
    history: Option<(String, Option<usize>)>,
    gallery: Option<Result<JsValue, ()>>,
    search: String,
    method: String,
    /// What is to be imported, with the name of the file, and its text.
    import: Option<(String, String, Import)>,
    /// Listens to what is dropped or pasted.
    waiting: Closure<dyn Fn()>,
}

thread_local! {
    /// Where the next opening begins: where the last one was.
    static LAST_TAB: RefCell<Tab> = const { RefCell::new(Tab::Mine) };
}

impl Library {
    fn words(&self) -> &'static Labels {
        labels(self.given.lang)
    }

    fn renew(&mut self) {
        self.listing = library::list(&Local);
        self.current = opened_here();
    }

    /// Does something with what is stored, and tells the page.
    fn deal(&mut self, deal: Deal) -> Result<(), Trouble> {
        let fresh = &mut self.fresh;
        self.said = None;
        let wrote = match deal {
            Deal::Open(id) => {
                library::scenario(&Local, &id)?;
                self.told.note(Deed::Load, None, &id);
                return Ok(());
            }
            Deal::Duplicate(id) => library::duplicate(&Local, &id, now(), fresh)?,
            Deal::Rename(id, name) => {
                self.naming = None;
                library::rename(&Local, &id, name.trim(), now(), fresh)?;
                id
            }
            Deal::Delete(id) => {
                library::delete(&Local, &id, now(), fresh)?;
                self.history = None;
                self.said = Some(Said::Deleted(id.clone()));
                id
            }
            Deal::Undelete(id) => {
                library::undelete(&Local, &id, now(), fresh)?;
                id
            }
            Deal::Purge(id) => {
                library::purge(&Local, &id);
                id
            }
            Deal::Discard(key) => {
                library::discard(&Local, &key);
                return Ok(());
            }
            Deal::Restore(id, place) => {
                let revision = revision(&id, place).ok_or(Trouble::Gone)?;
                library::restore(&Local, &id, &revision, now(), fresh)?;
                self.history = Some((id.clone(), None));
                self.said = Some(Said::Restored);
                id
            }
        };
        self.told.note(Deed::Wrote, None, &wrote);
        Ok(())
    }

    fn open(&self, scenario: &Scenario, title: &str, lesson: Option<Lesson>) {
        let note = Opened { title: title.to_owned(), lesson }.write();
        self.told.note(Deed::Open, Some(scenario), &note);
    }

    /// Takes what was dropped or pasted somewhere on the page.
    fn take_given(ctx: &Context<Self>) {
        let window: JsValue = gloo::utils::window().into();
        let name = JsValue::from_str("ramplayGiven");
        let given = Reflect::get(&window, &name).unwrap_or(JsValue::UNDEFINED);
        if !given.is_undefined() {
            drop(Reflect::set(&window, &name, &JsValue::UNDEFINED));
            ctx.link().send_message(Message::Given(given));
        }
    }

    fn fetch(&self, ctx: &Context<Self>) {
        if self.tab == Tab::Examples && !matches!(self.gallery, Some(Ok(_))) {
            ctx.link().send_future(async { Message::Gallery(read::json("gallery.json").await) });
        }
    }

    fn said(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let Some(said) = &self.said else { return Html::default() };
        match said {
            Said::Trouble(trouble) => html! { sentence::trouble(*trouble, self.given.lang) },
            Said::Restored => html! { words.restored },
            Said::NoRoom => html! { words.no_room },
            Said::Deleted(id) => {
                let undo = deal(ctx, Deal::Undelete(id.clone()));
                html! {
                    <>
                        { words.deleted_one }{ " " }
                        <button type="button" class="undo-delete" onclick={undo}>{ words.undo }</button>
                    </>
                }
            }
        }
    }
}

/// The revision at a place of a history.
fn revision(id: &str, place: usize) -> Option<Revision> {
    past::of(&Local, id).0.into_iter().nth(place)
}

/// Does something with what is stored when something is clicked.
fn deal<E>(ctx: &Context<Library>, deal: Deal) -> Callback<E> {
    ctx.link().callback(move |_: E| Message::Do(deal.clone()))
}

/// A time as people here write it.
fn when(time: u64, lang: Lang) -> String {
    // Times of this millennium are exact.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    date_and_time(time as f64, lang)
}

impl Component for Library {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { given, told, .. } = ctx.props().clone();
        let link = ctx.link().clone();
        let waiting = Closure::<dyn Fn()>::new(move || {
            link.send_message(Message::Show(Tab::Import));
        });
        let listener = waiting.as_ref().unchecked_ref();
        // Without it, what is dropped is taken when the view is opened.
        drop(gloo::utils::window().add_event_listener_with_callback(GIVEN, listener));
        Self::take_given(ctx);
        let library = Library {
            given,
            told,
            tab: LAST_TAB.with_borrow(|tab| *tab),
            fresh: fresh(),
            listing: library::list(&Local),
            current: opened_here(),
            said: None,
            naming: None,
            history: None,
            gallery: None,
            search: String::new(),
            method: String::new(),
            import: None,
            waiting,
        };
        library.fetch(ctx);
        library
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        let listener = self.waiting.as_ref().unchecked_ref();
        drop(gloo::utils::window().remove_event_listener_with_callback(GIVEN, listener));
        LAST_TAB.set(self.tab);
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Take(given) => {
                self.given = given;
                self.renew();
            }
            Message::Show(tab) => {
                self.tab = tab;
                self.said = None;
                Self::take_given(ctx);
                self.fetch(ctx);
            }
            Message::Do(deal) => {
                if let Err(trouble) = self.deal(deal) {
                    self.said = Some(Said::Trouble(trouble));
                }
                self.renew();
            }
            Message::Export(id) => match library::scenario(&Local, &id) {
                Ok((head, scenario)) => files::save(&head.name, &scenario),
                Err(trouble) => self.said = Some(Said::Trouble(trouble)),
            },
            Message::Naming(naming) => self.naming = naming,
            Message::History(id) => {
                let is_open = self.history.as_ref().is_some_and(|(open, _)| *open == id);
                self.history = (!is_open).then_some((id, None));
            }
            Message::Compare(place) => {
                if let Some((_, compared)) = &mut self.history {
                    *compared = (*compared != Some(place)).then_some(place);
                }
            }
            Message::Gallery(gallery) => self.gallery = Some(gallery),
            Message::Search(text) => self.search = text,
            Message::Method(method) => self.method = method,
            Message::Example(scenario, Opened { title, lesson }) => {
                self.open(&scenario, &title, lesson);
                return false;
            }
            Message::Given(given) => {
                self.tab = Tab::Import;
                if let Some(text) = given.as_string() {
                    ctx.link().send_message(Message::Came(String::new(), Ok(text)));
                } else if let Ok(file) = given.dyn_into::<File>() {
                    let name = file.name();
                    let blob: Blob = file.into();
                    ctx.link().send_future(async move { Message::Came(name, read::text(blob).await) });
                }
            }
            Message::Came(name, text) => {
                self.said = None;
                self.import = Some(match text {
                    Ok(text) => {
                        let import = import::recognise(&text);
                        (name, text, import)
                    }
                    Err(reason) => (name, String::new(), Import::Nothing(reason)),
                });
            }
            Message::OpenImport => {
                let opened = self.import.as_ref().and_then(|(file, _, import)| {
                    Some((import::alone(import, file)?, ramplay_workspace::export::name_of_file(file)))
                });
                match opened {
                    Some((scenario, title)) => self.open(&scenario, title, None),
                    None => self.said = Some(Said::NoRoom),
                }
            }
            Message::AddImport => {
                let mut scenario = (*self.given.scenario).clone();
                let added = self
                    .import
                    .as_ref()
                    .is_some_and(|(file, _, import)| import::add_to(&mut scenario, import, file));
                if added {
                    self.told.tell(Deed::Edit, Some(&scenario));
                    self.told.tell(Deed::Close, None);
                } else {
                    self.said = Some(Said::NoRoom);
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let tab = |tab: Tab, id: &'static str, caption: &'static str| {
            let chosen = self.tab == tab;
            let choose = ctx.link().callback(move |_| Message::Show(tab));
            html! {
                <button type="button" role="tab" id={format!("library-tab-{id}")} class={chosen.then_some("chosen")}
                    aria-selected={chosen.to_string()} aria-controls="library-panel" onclick={choose}>{ caption }</button>
            }
        };
        let (current, panel) = match self.tab {
            Tab::Mine => ("mine", self.mine(ctx)),
            Tab::Examples => ("examples", self.examples(ctx)),
            Tab::Import => ("import", self.files(ctx)),
        };
        html! {
            <div class="shelf">
                <div class="tabs" role="tablist">
                    { tab(Tab::Mine, "mine", words.mine) }
                    { tab(Tab::Examples, "examples", words.examples) }
                    { tab(Tab::Import, "import", words.import) }
                </div>
                <p class="said" role="status">{ self.said(ctx) }</p>
                <div role="tabpanel" id="library-panel" aria-labelledby={format!("library-tab-{current}")}>{ panel }</div>
            </div>
        }
    }
}
