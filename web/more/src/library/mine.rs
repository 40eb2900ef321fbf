//! What this browser has stored.

use ramplay_text::fill;
use ramplay_workspace::library::{Aside, Entry};
use web_sys::HtmlInputElement;
use yew::{Context, Html, InputEvent, SubmitEvent, TargetCast as _, html};

use super::{Deal, Library, Message, deal, when};

impl Library {
    pub(super) fn mine(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let listing = &self.listing;
        html! {
            <>
                <p class="hint">{ words.kept_here }</p>
                if listing.scenarios.is_empty() {
                    <p>{ words.nothing }</p>
                }
                <ul class="scenarios">{ for listing.scenarios.iter().map(|entry| self.entry(ctx, entry)) }</ul>
                if !listing.deleted.is_empty() {
                    <details class="deleted">
                        <summary><h3>{ words.deleted }{ format!(" ({})", listing.deleted.len()) }</h3></summary>
                        <ul class="scenarios">{ for listing.deleted.iter().map(|entry| self.gone(ctx, entry)) }</ul>
                    </details>
                }
                if !listing.aside.is_empty() {
                    <section class="aside">
                        <h3>{ words.unreadable }</h3>
                        <p>{ words.unreadable_help }</p>
                        { for listing.aside.iter().map(|aside| self.aside(ctx, aside)) }
                    </section>
                }
            </>
        }
    }

    fn name<'a>(&self, entry: &'a Entry) -> &'a str {
        if entry.head.name.is_empty() { self.words().untitled } else { &entry.head.name }
    }

    fn entry(&self, ctx: &Context<Self>, entry: &Entry) -> Html {
        let words = self.words();
        let lang = self.given.lang;
        let name = self.name(entry).to_owned();
        let id = entry.id.clone();
        let is_current = self.current.as_ref() == Some(&id);
        let button = |caption: &'static str, class: &'static str, onclick| {
            html! { <button type="button" {class} aria-label={format!("{caption}: {name}")} {onclick}>{ caption }</button> }
        };
        let of = |message: fn(String) -> Message| {
            let id = id.clone();
            ctx.link().callback(move |_| message(id.clone()))
        };
        let rename = {
            let naming = Some((id.clone(), entry.head.name.clone()));
            ctx.link().callback(move |_| Message::Naming(naming.clone()))
        };
        let naming = self.naming.as_ref().filter(|(of, _)| *of == id);
        let compared = self.history.as_ref().filter(|(of, _)| *of == id).map(|(_, compared)| *compared);
        html! {
            <li data-id={id.clone()} key={id.clone()}>
                <div class="scenario-head">
                    if let Some((_, typed)) = naming {
                        { self.naming(ctx, &id, typed) }
                    } else {
                        <strong>{ name.clone() }</strong>
                    }
                    if is_current {
                        <span class="chip">{ words.current }</span>
                    }
                    if entry.head.untouched {
                        <span class="chip">{ words.example_chip }</span>
                    }
                    <span class="when">{ fill(words.edited, &[("when", &when(entry.head.edited, lang))]) }</span>
                </div>
                <div class="deeds">
                    if !is_current {
                        { button(words.open, "open", deal(ctx, Deal::Open(id.clone()))) }
                    }
                    { button(words.duplicate, "duplicate", deal(ctx, Deal::Duplicate(id.clone()))) }
                    { button(words.rename, "rename", rename) }
                    { button(words.history, "history", of(Message::History)) }
                    { button(words.export, "export", of(Message::Export)) }
                    { button(words.delete, "delete", deal(ctx, Deal::Delete(id.clone()))) }
                </div>
                { compared.map(|compared| self.history(ctx, &id, compared)) }
            </li>
        }
    }

    fn naming(&self, ctx: &Context<Self>, id: &str, typed: &str) -> Html {
        let words = self.words();
        let (to, of) = (id.to_owned(), id.to_owned());
        let input = ctx.link().callback(move |event: InputEvent| {
            let name = event.target_unchecked_into::<HtmlInputElement>().value();
            Message::Naming(Some((of.clone(), name)))
        });
        let name = typed.to_owned();
        let save = ctx.link().callback(move |event: SubmitEvent| {
            event.prevent_default();
            Message::Do(Deal::Rename(to.clone(), name.clone()))
        });
        html! {
            <form class="naming" onsubmit={save}>
                <input type="text" aria-label={words.new_name} maxlength="120" autofocus={true} value={typed.to_owned()} oninput={input} />
                <button type="submit">{ words.save }</button>
                <button type="button" onclick={ctx.link().callback(|_| Message::Naming(None))}>{ words.cancel }</button>
            </form>
        }
    }

    fn gone(&self, ctx: &Context<Self>, entry: &Entry) -> Html {
        let words = self.words();
        let (name, id) = (self.name(entry), &entry.id);
        html! {
            <li data-id={id.clone()} key={id.clone()}>
                <div class="scenario-head">
                    <strong>{ name.to_owned() }</strong>
                    <span class="when">{ when(entry.head.deleted.unwrap_or_default(), self.given.lang) }</span>
                </div>
                <div class="deeds">
                    <button type="button" class="bring-back" aria-label={format!("{}: {name}", words.bring_back)}
                        onclick={deal(ctx, Deal::Undelete(id.clone()))}>{ words.bring_back }</button>
                    <button type="button" class="purge" aria-label={format!("{}: {name}", words.purge)}
                        onclick={deal(ctx, Deal::Purge(id.clone()))}>{ words.purge }</button>
                </div>
            </li>
        }
    }

    fn aside(&self, ctx: &Context<Self>, aside: &Aside) -> Html {
        let words = self.words();
        html! {
            <div key={aside.key.clone()} class="unreadable">
                <p><code>{ aside.key.clone() }</code>{ " " }{ aside.why.clone() }</p>
                <textarea readonly={true} aria-label={format!("{}: {}", words.unreadable, aside.key)} value={aside.text.clone()} />
                <button type="button" onclick={deal(ctx, Deal::Discard(aside.key.clone()))}
                    aria-label={format!("{}: {}", words.purge, aside.key)}>{ words.purge }</button>
            </div>
        }
    }
}
