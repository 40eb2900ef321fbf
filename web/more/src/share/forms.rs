//! The forms in which a link is given to others.

use ramplay_link::Link;
use ramplay_link::sharing::{Advice, sentence};
use ramplay_parts::copy::Copyable;
use ramplay_parts::locale::number;
use ramplay_playground::State;
use ramplay_report::{Embed, Show, Theme, embed, markdown_link, markdown_with_verdicts};
use ramplay_text::fill;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Context, Event, Html, InputEvent, TargetCast as _, html};

use super::{Message, Share, page, qr, ticked};

impl Share {
    pub(super) fn forms(&self, ctx: &Context<Self>, link: &Link) -> Html {
        let words = self.words();
        let lang = self.given.lang;
        let address = format!("{}#{}", page(), link.fragment);
        let count = number(address.len(), lang);
        let advice = sentence::advice(Advice::of(address.len()), lang);
        let length = fill(words.characters, &[("count", &count), ("advice", advice)]);
        // What is told of the scenario beside the link is what the link tells.
        let state = State::new(Some(&scenario_of(link)), lang);
        let put = ctx.link().callback(|_| Message::Address);
        html! {
            <>
                <section class="plain-link">
                    <h3>{ words.link }</h3>
                    { self.copyable(address.clone(), words.link, true) }
                    <p class="length" role="status">{ length }</p>
                    <p class="deeds">
                        if self.is_plain() {
                            <button type="button" id="share-address" onclick={put}>{ words.to_address }</button>
                        }
                        { self.file(ctx) }
                    </p>
                    <p role="status">{ if self.addressed { words.in_address } else { "" } }</p>
                </section>
                <details>
                    <summary>{ words.markdown }</summary>
                    { self.copyable(markdown_link(&state, &self.title, &address), words.markdown, true) }
                </details>
                <details>
                    <summary>{ words.verdicts }</summary>
                    { self.copyable(markdown_with_verdicts(&state, &self.title, &address), words.verdicts, true) }
                </details>
                <details>
                    <summary>{ words.qr }</summary>
                    { qr::picture(&address, words.qr_alt).unwrap_or_else(|| html! { <p>{ words.qr_too_long }</p> }) }
                </details>
                <details>
                    <summary>{ words.embed }</summary>
                    { self.embedded(ctx, link, &state) }
                </details>
            </>
        }
    }

    fn copyable(&self, text: String, name: &'static str, long: bool) -> Html {
        let words = self.words();
        html! { <Copyable {text} {name} copy={words.copy} copied={words.copied} selected={words.selected} {long} /> }
    }

    /// The tag for another page, and what can be chosen of it.
    fn embedded(&self, ctx: &Context<Self>, link: &Link, state: &State) -> Html {
        let words = self.words();
        let events = ctx.link();
        let tag = Embed {
            fragment: &link.fragment,
            title: &self.title,
            page: &page(),
            show: &self.show,
            theme: self.theme,
            height: self.height,
            readonly: self.readonly,
        };
        let show = |show: Show| {
            let caption = match show {
                Show::Editor => words.show_editor,
                Show::Matrix => words.show_matrix,
                Show::Logstore | Show::Verdict(_) => words.show_logstore,
            };
            let is_shown = self.show.contains(&show);
            let toggle = events.callback(move |_| Message::Toggle(show.clone()));
            html! { <button type="button" aria-pressed={is_shown.to_string()} onclick={toggle}>{ caption }</button> }
        };
        let theme = events.batch_callback(|event: Event| {
            let code = event.target_unchecked_into::<HtmlSelectElement>().value();
            Theme::ALL.into_iter().find(|theme| theme.code() == code).map(Message::Theme)
        });
        let themes = Theme::ALL.into_iter().map(|theme| {
            let caption = match theme {
                Theme::System => words.system,
                Theme::Light => words.light,
                Theme::Dark => words.dark,
            };
            html! { <option value={theme.code()} selected={theme == self.theme}>{ caption }</option> }
        });
        let height = events.callback(|event: InputEvent| {
            Message::Height(event.target_unchecked_into::<HtmlInputElement>().value().parse().ok())
        });
        let readonly = ticked(ctx, Message::Readonly);
        html! {
            <>
                <p>{ words.embed_lead }</p>
                <div class="switch" role="group" aria-label={words.show}>{ for Show::USUAL.into_iter().map(show) }</div>
                <label>{ words.theme }<select id="share-theme" onchange={theme}>{ for themes }</select></label>
                <label>{ words.height }<input type="number" id="share-height" min="100" max="10000" oninput={height} /></label>
                <label class="tick"><input type="checkbox" id="share-readonly" checked={self.readonly} onchange={readonly} />
                    { " " }{ words.readonly }</label>
                { self.copyable(embed(state, &tag), words.embed, true) }
            </>
        }
    }
}

/// The scenario of a link, in its stored form.
fn scenario_of(link: &Link) -> String {
    ramplay_link::decode(&link.fragment).map(|scenario| scenario.to_json()).unwrap_or_default()
}
