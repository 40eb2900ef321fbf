//! Comments, each at its place.

use ramplay_flink::catalogue;
use ramplay_parts::mark::prose;
use ramplay_playground::{Comment, MAX_COMMENT, MAX_NAME, Pin, sentence as page};
use ramplay_review::{Place, Subject, place, sentence};
use ramplay_text::fill;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::{Context, Event, Html, InputEvent, TargetCast as _, html};

use super::{Message, Review};

/// A comment that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The comment that it takes the place of, by its place.
    pub(super) editing: Option<usize>,
    pub(super) pin: Pin,
    pub(super) author: String,
    pub(super) text: String,
}

impl Default for Draft {
    fn default() -> Self {
        Draft { editing: None, pin: Pin::Scenario, author: String::new(), text: String::new() }
    }
}

/// Puts the caret where a comment is written.
pub(super) fn focus() {
    let field = gloo::utils::document().get_element_by_id("review-comment");
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // Without focus, the person goes there.
        drop(field.focus());
    }
}

/// Whether a comment is about this row.
pub(super) fn is_about(comment: &Comment, subject: Subject) -> bool {
    matches!(&comment.pin, Pin::Row(id) if id == subject.id())
}

/// No more bytes than a comment may have.
fn cut(text: String, most: usize) -> String {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.get(..end).unwrap_or_default().to_owned()
}

impl Review {
    /// What the policy at this place is called.
    pub(super) fn name(&self, policy: usize) -> String {
        page::document_name(self.found.documents.get(policy), policy, self.lang())
    }

    /// The comments for which this holds, to be read at their place.
    pub(super) fn said(&self, is_here: impl Fn(&Comment) -> bool) -> Html {
        let here: Vec<&Comment> =
            self.given.scenario.comments.iter().filter(|comment| is_here(comment)).collect();
        if here.is_empty() {
            return Html::default();
        }
        let one = |comment: &&Comment| {
            html! {
                <li>
                    if !comment.author.is_empty() { <strong>{ comment.author.clone() }</strong>{ ": " } }
                    { comment.text.clone() }
                </li>
            }
        };
        html! { <ul class="said-here">{ for here.iter().map(one) }</ul> }
    }

    pub(super) fn comment_button(&self, ctx: &Context<Self>, pin: Pin, name: &str) -> Html {
        let words = self.words();
        let draft = Draft { editing: None, pin, ..self.draft.clone() };
        html! {
            <button type="button" class="comment-on" aria-label={format!("{}: {name}", words.comment_on)}
                onclick={ctx.link().callback(move |_| Message::Write(draft.clone()))}>{ words.comment_on }</button>
        }
    }

    pub(super) fn comments(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let lang = self.lang();
        let documents = &self.found.documents;
        let link = ctx.link();
        let one = |(at, comment): (usize, &Comment)| {
            let found = place(comment, documents);
            let about = sentence::place(found, documents, lang);
            let Comment { pin, author, text } = comment.clone();
            let draft = Draft { editing: Some(at), pin, author, text };
            let label = |word: &str| format!("{word}: {}", comment.text.chars().take(40).collect::<String>());
            html! {
                <li key={at} data-gone={(found == Place::Gone).to_string()}>
                    <span class="place">{ prose(&about) }</span>
                    <p>
                        if !comment.author.is_empty() { <strong>{ comment.author.clone() }</strong>{ ": " } }
                        { comment.text.clone() }
                    </p>
                    <span class="buttons">
                        <button type="button" aria-label={label(words.edit)} onclick={link.callback(move |_| Message::Write(draft.clone()))}>{ words.edit }</button>
                        <button type="button" aria-label={label(words.delete)} onclick={link.callback(move |_| Message::Unsay(at))}>{ words.delete }</button>
                    </span>
                </li>
            }
        };
        html! {
            <section aria-labelledby="review-comments">
                <h3 id="review-comments">{ words.comments }</h3>
                if self.given.scenario.comments.is_empty() {
                    <p class="hint">{ words.no_comments }</p>
                }
                <ol class="comments">{ for self.given.scenario.comments.iter().enumerate().map(one) }</ol>
                { self.form(ctx) }
            </section>
        }
    }

    fn form(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let link = ctx.link();
        let (groups, pins) = self.pins();
        let draft = self.draft.clone();
        let chosen = link.batch_callback(move |event: Event| {
            let at = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            let pin = pins.get(usize::try_from(at).ok()?)?.clone();
            Some(Message::Draft(Draft { pin, ..draft.clone() }))
        });
        let draft = self.draft.clone();
        let named = link.callback(move |event: InputEvent| {
            let author = cut(event.target_unchecked_into::<HtmlInputElement>().value(), MAX_NAME);
            Message::Draft(Draft { author, ..draft.clone() })
        });
        let draft = self.draft.clone();
        let typed = link.callback(move |event: InputEvent| {
            let text = cut(event.target_unchecked_into::<HtmlTextAreaElement>().value(), MAX_COMMENT);
            Message::Draft(Draft { text, ..draft.clone() })
        });
        let is_edit = self.draft.editing.is_some();
        let none = Draft { author: self.draft.author.clone(), ..Draft::default() };
        html! {
            <div class="comment-form">
                <div class="field">
                    <label for="review-about">{ words.about }</label>
                    <select id="review-about" onchange={chosen}>{ groups }</select>
                </div>
                <div class="field">
                    <label for="review-author">{ words.author }</label>
                    <input type="text" id="review-author" value={self.draft.author.clone()} oninput={named} autocomplete="name" />
                </div>
                <label for="review-comment">{ words.text }</label>
                <textarea id="review-comment" rows="3" value={self.draft.text.clone()} oninput={typed} />
                <p class="buttons">
                    <button type="button" class="say" disabled={self.draft.text.trim().is_empty()}
                        onclick={link.callback(|_| Message::Say)}>{ if is_edit { words.save } else { words.add } }</button>
                    if is_edit {
                        <button type="button" onclick={link.callback(move |_| Message::Draft(none.clone()))}>{ words.cancel }</button>
                    }
                </p>
            </div>
        }
    }

    /// What a comment can be about: as options in groups, and in the same order.
    fn pins(&self) -> (Html, Vec<Pin>) {
        let words = self.words();
        let lang = self.lang();
        let mut policies: Vec<(Pin, String)> = Vec::new();
        for place in 0..self.given.scenario.policies.len() {
            let name = self.name(place);
            policies.push((Pin::Policy(place), name.clone()));
            let count = self.found.documents.get(place).map_or(0, |one| one.reading.policy.statements.len());
            policies.extend((0..count).map(|at| {
                let number = (at + 1).to_string();
                (Pin::Statement(place, at), fill(words.statement, &[("name", &name), ("number", &number)]))
            }));
        }
        let row = |subject: Subject| {
            (Pin::Row(subject.id().to_owned()), sentence::subject(subject, lang).to_owned())
        };
        let changed = self.changed_rows();
        let catalogue = catalogue();
        let capabilities = catalogue.sls_capabilities.capabilities.iter().map(Subject::Capability);
        let operations = catalogue.operations.iter().map(Subject::Operation);
        let others = capabilities.chain(operations).filter(|subject| !changed.contains(subject));
        let mut groups = vec![
            (words.policies_group, policies),
            (words.changed_group, changed.iter().copied().map(row).collect()),
            (words.rows_group, others.map(row).collect()),
        ];
        let known = self.draft.pin == Pin::Scenario
            || groups.iter().any(|(_, all)| all.iter().any(|(pin, _)| *pin == self.draft.pin));
        if !known {
            let comment = Comment { pin: self.draft.pin.clone(), author: String::new(), text: String::new() };
            let documents = &self.found.documents;
            let name = sentence::place(place(&comment, documents), documents, lang).replace('`', "");
            groups.push((words.about, vec![(self.draft.pin.clone(), name)]));
        }
        groups.retain(|(_, all)| !all.is_empty());
        let mut pins = vec![Pin::Scenario];
        pins.extend(groups.iter().flat_map(|(_, all)| all.iter().map(|(pin, _)| pin.clone())));
        let option = |pin: &Pin, name: &str| {
            html! { <option selected={*pin == self.draft.pin}>{ name.to_owned() }</option> }
        };
        let group = |(caption, all): &(&'static str, Vec<(Pin, String)>)| {
            html! { <optgroup label={*caption}>{ for all.iter().map(|(pin, name)| option(pin, name)) }</optgroup> }
        };
        let html = html! { <>{ option(&Pin::Scenario, words.whole) }{ for groups.iter().map(group) }</> };
        (html, pins)
    }
}
