//! What is shared as a link: what is in it, how far it gets, and the forms in which it is given to others.

mod forms;
mod qr;
mod words;

use ramplay_link::sharing::{inside, sentence, spot};
use ramplay_link::{
    EncodeError, Link, Options, Replaced, content, decode, pack, pseudonymised, secrets, without_accounts,
};
use ramplay_parts::part::Given;
use ramplay_playground::Scenario;
use ramplay_report::{Show, Theme};
use serde_json::Value;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::HtmlInputElement;
use yew::{Component, Context, Event, Html, InputEvent, TargetCast as _, html};

use crate::library::save;
use crate::view::Props;
use words::{Labels, labels};

/// The dialog.
#[derive(Debug)]
pub(crate) struct Share {
    given: Given,
    title: String,
    options: Options,
    show: Vec<Show>,
    theme: Theme,
    height: Option<u32>,
    readonly: bool,
    /// Whether the address of the page has the link.
    addressed: bool,
    made: Result<Link, EncodeError>,
}

/// What happens here.
#[derive(Debug)]
pub(crate) enum Message {
    Take(Given),
    Title(String),
    Mask,
    Accounts(bool),
    Pseudonyms(bool),
    Toggle(Show),
    Theme(Theme),
    Height(Option<u32>),
    Readonly(bool),
    /// The link goes into the address of the page.
    Address,
    Save,
}

impl From<Given> for Message {
    fn from(given: Given) -> Self {
        Message::Take(given)
    }
}

impl Share {
    fn words(&self) -> &'static Labels {
        labels(self.given.lang)
    }

    fn content(&self) -> Value {
        content(&self.given.scenario, &self.title)
    }

    fn make(&mut self) {
        self.made = pack(self.content(), self.options);
        self.addressed = false;
    }

    /// Whether the link holds what the page shows.
    fn is_plain(&self) -> bool {
        self.options == Options::default()
    }

    /// The names that are other ones in the link.
    fn replaced(&self) -> Vec<Replaced> {
        match self.options {
            Options { pseudonyms: true, .. } => pseudonymised(&self.content()).1,
            Options { accounts: true, .. } => without_accounts(&self.content()).1,
            _ => Vec::new(),
        }
    }

    fn choices(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let link = ctx.link();
        let title = link.callback(|event: InputEvent| {
            Message::Title(event.target_unchecked_into::<HtmlInputElement>().value())
        });
        let accounts = ticked(ctx, Message::Accounts);
        let pseudonyms = ticked(ctx, Message::Pseudonyms);
        let Options { accounts: is_accounts, pseudonyms: is_pseudonyms, .. } = self.options;
        let replaced = self.replaced();
        html! {
            <>
                <label class="whole">{ words.title }
                    <input type="text" id="share-called" maxlength={ramplay_link::TITLE.to_string()} value={self.title.clone()}
                        autocomplete="off" oninput={title} />
                </label>
                <label class="tick"><input type="checkbox" id="share-accounts" checked={is_accounts || is_pseudonyms}
                    disabled={is_pseudonyms} onchange={accounts} />{ " " }{ words.accounts }</label>
                <label class="tick"><input type="checkbox" id="share-names" checked={is_pseudonyms} onchange={pseudonyms} />
                    { " " }{ words.pseudonyms }</label>
                if !replaced.is_empty() {
                    <details class="replaced">
                        <summary>{ words.replaced }</summary>
                        <table>
                            <thead><tr><th scope="col">{ words.kind }</th><th scope="col">{ words.by }</th></tr></thead>
                            <tbody>{ for replaced.iter().map(|one| html! { <tr><td>{ &one.from }</td><td>{ &one.to }</td></tr> }) }</tbody>
                        </table>
                    </details>
                }
            </>
        }
    }

    /// Why there is no link, and where what is secret stands.
    fn refused(&self, ctx: &Context<Self>, error: &EncodeError) -> Html {
        let words = self.words();
        let lang = self.given.lang;
        let EncodeError::Secrets(found) = error else {
            let why = ramplay_link::sentence::refusal(error, lang);
            let help = ramplay_link::sentence::refusal_help(error, lang);
            return html! {
                <div class="refused" role="alert" data-code={error.code()}>
                    <p>{ why }</p>
                    <p>{ help }</p>
                    { self.file(ctx) }
                </div>
            };
        };
        // What is shown here is the person's own: the names are those that they see.
        let own = self.content();
        let own_secrets = secrets(&own);
        let found = if own_secrets.len() == found.len() { &own_secrets } else { found };
        let place = |secret| {
            let text = sentence::spot(&spot(secret, &own), lang);
            html! { <li>{ ramplay_parts::mark::prose(&text) }</li> }
        };
        html! {
            <div class="refused" role="alert" data-code={error.code()}>
                <p><strong>{ words.refused }</strong></p>
                <ul>{ for found.iter().map(place) }</ul>
                <p>{ words.disable }</p>
                <button type="button" id="share-mask" onclick={ctx.link().callback(|_| Message::Mask)}>{ words.mask }</button>
            </div>
        }
    }

    /// Everything that is in the link.
    fn inside(&self, link: &Link) -> Html {
        let words = self.words();
        let part = |part| {
            let (name, what) = sentence::inside(&part, self.given.lang);
            html! { <><dt>{ name }</dt><dd>{ what }</dd></> }
        };
        html! {
            <section class="inside">
                <h3>{ words.inside }</h3>
                if self.options.mask {
                    <p>{ words.masked }</p>
                }
                <dl>{ for inside(&link.content).into_iter().map(part) }</dl>
            </section>
        }
    }

    fn file(&self, ctx: &Context<Self>) -> Html {
        let save = ctx.link().callback(|_| Message::Save);
        html! { <button type="button" id="share-file" onclick={save}>{ self.words().file }</button> }
    }

    /// The scenario as the link would hold it, for a file: a file, too, is given to others.
    fn scenario(&self) -> Option<Scenario> {
        match &self.made {
            Ok(link) => decode(&link.fragment).ok(),
            Err(EncodeError::Secrets(_)) => None,
            Err(_) => Some((*self.given.scenario).clone()),
        }
    }
}

/// What a box that is ticked means.
fn ticked(ctx: &Context<Share>, message: fn(bool) -> Message) -> yew::Callback<Event> {
    ctx.link()
        .callback(move |event: Event| message(event.target_unchecked_into::<HtmlInputElement>().checked()))
}

/// The address of the page, without what stands behind `?` and `#`.
fn page() -> String {
    let location = gloo::utils::window().location();
    location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default()
}

/// What the scenario is called in the page's head: no view is handed that, as no other needs it.
fn title() -> String {
    let field = gloo::utils::document().get_element_by_id("title");
    let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Puts a link into the address, in place of what is there, so that nothing is loaded. Whether the browser did.
fn put_into_address(fragment: &str) -> bool {
    let history = gloo::utils::window().history();
    let address = format!("{}#{fragment}", page());
    history.is_ok_and(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)).is_ok())
}

impl Component for Share {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let given = ctx.props().given.clone();
        let title = title();
        let options = Options::default();
        let made = pack(content(&given.scenario, &title), options);
        Share {
            given,
            title,
            options,
            show: Show::USUAL.to_vec(),
            theme: Theme::System,
            height: None,
            readonly: true,
            addressed: false,
            made,
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Take(given) => {
                let is_same = self.given.scenario == given.scenario;
                self.given = given;
                if !is_same {
                    self.make();
                }
            }
            Message::Title(title) => {
                self.title = title;
                self.make();
            }
            Message::Mask => {
                self.options.mask = true;
                self.make();
            }
            Message::Accounts(on) => {
                self.options.accounts = on;
                self.make();
            }
            Message::Pseudonyms(on) => {
                self.options.pseudonyms = on;
                self.make();
            }
            Message::Toggle(show) => {
                if !self.show.contains(&show) {
                    self.show.push(show);
                } else if self.show.len() > 1 {
                    self.show.retain(|one| *one != show);
                }
            }
            Message::Theme(theme) => self.theme = theme,
            Message::Height(height) => self.height = height,
            Message::Readonly(on) => self.readonly = on,
            Message::Address => {
                self.addressed = self.made.as_ref().is_ok_and(|link| put_into_address(&link.fragment));
            }
            Message::Save => {
                if let Some(scenario) = self.scenario() {
                    save(&self.title, &scenario);
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! {
            <div class="share">
                <p>{ self.words().lead }</p>
                { self.choices(ctx) }
                { match &self.made {
                    Ok(link) => html! { <>{ self.inside(link) }{ self.forms(ctx, link) }</> },
                    Err(error) => self.refused(ctx, error),
                } }
            </div>
        }
    }
}
