//! Answers, as `ramplay-questions` writes them and the browser reads them.

use ramplay_parts::copy::Copyable;
use ramplay_parts::json::{field, flag, items, keys, number, string};
use ramplay_parts::mark::{prose, sign_and_word};
use ramplay_text::fill;
use wasm_bindgen::JsValue;
use web_sys::js_sys::Object;
use yew::{Callback, Html, html};

use super::words::Labels;

/// Known actions that are shown before the rest is folded away.
const MOST_SHOWN: usize = 8;

/// Whoever makes an edit of the scenario: the changes as JSON.
pub(super) type Make = Callback<JsValue>;

/// A request as one line, with backticks.
fn request(value: &JsValue, words: &'static Labels) -> String {
    let context = field(value, "context");
    let names = if context.is_object() {
        Object::keys(&Object::from(context.clone())).iter().filter_map(|key| key.as_string()).collect()
    } else {
        Vec::new()
    };
    let [action, resource, principal] = ["action", "resource", "principal"].map(|name| string(value, name));
    let slots = [("action", &*action), ("resource", &*resource), ("principal", &*principal)];
    let request = fill(words.request, &slots);
    if names.is_empty() {
        return request;
    }
    let pairs = names.iter().map(|key| format!("`{key} = {}`", keys(&context, key).join(", ")));
    let pairs: Vec<String> = pairs.collect();
    fill(words.pairs, &[("request", &request), ("pairs", &pairs.join(", "))])
}

/// An example, with whether it is of a known action.
fn example(value: &JsValue, name: &str, words: &'static Labels) -> Html {
    let request = request(&field(value, name), words);
    prose(&fill(words.example_kind, &[("request", &request), ("kind", reality(value, words))]))
}

fn reality(value: &JsValue, words: &'static Labels) -> &'static str {
    if flag(value, "real") { words.real } else { words.made_up }
}

/// What a statement or a change speaks of, with backticks.
fn spoken(value: &JsValue, words: &'static Labels) -> String {
    let conditions: Vec<String> = keys(value, "conditions").iter().map(|one| format!("`{one}`")).collect();
    let sentence = if conditions.is_empty() { words.spoken } else { words.spoken_if };
    let (actions, resources) = (string(value, "actions"), string(value, "resources"));
    let slots = [("actions", &*actions), ("resources", &*resources), ("conditions", &*conditions.join("; "))];
    fill(sentence, &slots)
}

/// Where a statement stands.
fn stands(value: &JsValue) -> Html {
    html! { <span class="from">{ format!("{} #{}", string(value, "document"), number(value, "statement") + 1) }</span> }
}

fn known(value: &JsValue, words: &'static Labels) -> Html {
    let all = keys(value, "known");
    if all.is_empty() {
        return Html::default();
    }
    let list = html! { <p class="known">{ for all.iter().map(|one| html! { <><code>{ one.clone() }</code>{ " " }</> }) }</p> };
    let counts = keys(value, "counts").join(", ");
    let said = html! { <>{ words.known }{ ": " }{ prose(&counts) }</> };
    if all.len() <= MOST_SHOWN {
        html! { <div><p>{ said }</p>{ list }</div> }
    } else {
        html! { <details><summary>{ said }</summary>{ list }</details> }
    }
}

/// What is allowed, and the answers to questions.
pub(super) fn who_can(value: &JsValue, words: &'static Labels) -> Html {
    html! {
        <>
            { for items(&field(value, "lists")).map(|list| one_list(&list, words)) }
            <ul class="answers">{ for items(&field(value, "questions")).map(|one| one_answer(&one, words)) }</ul>
        </>
    }
}

fn one_list(list: &JsValue, words: &'static Labels) -> Html {
    let grants: Vec<JsValue> = items(&field(list, "grants")).collect();
    let obstacles = keys(list, "obstacles");
    let grant = |grant: &JsValue| {
        let held = |held: JsValue| {
            let deny = field(&held, "deny");
            if deny.is_object() {
                html! { <p class="held">{ prose(&fill(words.not, &[("spoken", &spoken(&deny, words))])) }{ " " }{ stands(&deny) }</p> }
            } else {
                html! { <p class="held">{ prose(&fill(words.within, &[("bounds", &string(&held, "within"))])) }</p> }
            }
        };
        html! {
            <li class="grant">
                { for items(&field(grant, "statements")).map(|part| html! { <p class="spoken">{ prose(&spoken(&part, words)) }{ " " }{ stands(&part) }</p> }) }
                if string(grant, "answer") == "depends" { <p class="held">{ words.depends }</p> }
                { for items(&field(grant, "held_back")).map(held) }
                if !flag(grant, "complete") { <p class="hint">{ words.more_holds }</p> }
                { known(grant, words) }
                <p class="hint">{ prose(&fill(words.example, &[("request", &request(&field(grant, "example"), words))])) }</p>
            </li>
        }
    };
    html! {
        <section class="allowed">
            <h3>{ words.who_list }{ ": " }{ for items(&field(list, "principals")).map(|who| html! { <code>{ string(&who, "principal") }</code> }) }</h3>
            if grants.is_empty() && obstacles.is_empty() { <p class="proven">{ words.nothing_allowed }</p> }
            <ul class="grants">{ for grants.iter().map(grant) }</ul>
            { for obstacles.iter().map(|one| html! { <p class="withheld">{ prose(one) }</p> }) }
            if !flag(list, "complete") { <p class="hint">{ words.incomplete }</p> }
        </section>
    }
}

fn one_answer(one: &JsValue, words: &'static Labels) -> Html {
    let answer = string(one, "answer");
    let (class, sign, word) = match answer.as_str() {
        "yes" => ("yes", "!", words.yes),
        "no" => ("no", "✓", words.no),
        "perhaps" => ("perhaps", "◐", words.perhaps),
        _ => ("undecided", "?", words.undecided),
    };
    html! {
        <li data-answer={answer} data-code={string(one, "code")}>
            <p><span class="asked-for">{ prose(&string(one, "question")) }</span>{ ": " }{ sign_and_word(class, sign, word, false) }</p>
            { for items(&field(one, "examples")).map(|one| html! { <p>{ example(&one, "request", words) }</p> }) }
            { for keys(one, "obstacles").iter().map(|why| html! { <p class="hint">{ prose(why) }</p> }) }
        </li>
    }
}

fn groups(value: &JsValue, words: &'static Labels) -> Html {
    let group = |group: JsValue| {
        let sign = match (string(&group, "from").as_str(), string(&group, "to").as_str()) {
            (_, "allow") => "+",
            ("allow", _) => "−",
            _ => "~",
        };
        html! {
            <li>
                <p><span class="sign" aria-hidden="true">{ sign }</span>{ " " }{ prose(&string(&group, "says")) }{ ": " }
                    { prose(&spoken(&group, words)) }</p>
                { known(&group, words) }
                <p class="hint">{ example(&group, "example", words) }</p>
            </li>
        }
    };
    html! {
        <>
            <ul class="groups">{ for items(&field(value, "groups")).map(group) }</ul>
            { for items(&field(value, "obstacles")).map(|one| html! { <p class="withheld">{ prose(&string(&one, "says")) }</p> }) }
            if !flag(value, "groups_complete") { <p class="hint">{ words.incomplete }</p> }
        </>
    }
}

/// Repairs, each with what else it allows; `changes` has an edit of the scenario for each.
pub(super) fn repairs(form: &JsValue, changes: &JsValue, make: &Make, words: &'static Labels) -> Html {
    if string(form, "before") == "allow" {
        return html! { <p class="proven">{ words.reached }</p> };
    }
    let all: Vec<JsValue> = items(&field(form, "repairs")).collect();
    if all.is_empty() {
        return html! { <p>{ words.no_ways }</p> };
    }
    let changes = items(changes).chain(std::iter::repeat(JsValue::NULL));
    html! {
        <>
            <p class="about">{ words.lead_ways }</p>
            <ol class="repairs">{ for all.iter().zip(changes).map(|(one, change)| repair(one, &change, make, words)) }</ol>
            if flag(form, "more") { <p class="hint">{ words.more_ways }</p> }
        </>
    }
}

fn repair(one: &JsValue, change: &JsValue, make: &Make, words: &'static Labels) -> Html {
    let step = |step: JsValue| {
        html! {
            <li>
                { prose(&string(&step, "says")) }{ " " }<span class="from">{ string(&step, "document") }</span>
                if flag(&step, "assumed") { <span class="hint">{ " " }{ words.assumed }</span> }
            </li>
        }
    };
    let beyond = field(one, "beyond");
    let others = field(one, "others");
    let has_groups = |value: &JsValue| items(&field(value, "groups")).next().is_some();
    let ways = field(one, "needs");
    let needs = items(&ways).map(|way| {
        let all: Vec<String> = items(&way)
            .map(|need| format!("{}: {}", string(&need, "layer"), string(&need, "must")))
            .collect();
        all.join(", ")
    });
    let needs: Vec<String> = needs.collect();
    let document = |document: JsValue| {
        let text = field(&document, "text").as_string()?;
        Some(html! {
            <details>
                <summary>{ fill(words.reads, &[("document", &string(&document, "document"))]) }</summary>
                <pre>{ text }</pre>
            </details>
        })
    };
    let says = string(one, "says");
    let apply = {
        let (make, change) = (make.clone(), change.clone());
        Callback::from(move |_| make.emit(change.clone()))
    };
    html! {
        <li class="repair" data-exact={flag(one, "exact").to_string()}>
            <ul class="steps">{ for items(&field(one, "steps")).map(step) }</ul>
            <p class={if flag(one, "exact") { "proven" } else { "extras" }}>{ prose(&says) }</p>
            if field(one, "unconditional") == JsValue::FALSE { <p class="hint">{ words.some_conditions }</p> }
            if !needs.is_empty() { <p class="hint">{ words.still_needs }{ " " }{ needs.join(" | ") }</p> }
            if has_groups(&beyond) || !flag(&beyond, "groups_complete") {
                <details><summary>{ words.what_else }</summary>{ groups(&beyond, words) }</details>
            }
            if has_groups(&others) {
                <details><summary>{ words.others }</summary>{ groups(&others, words) }</details>
            }
            { for items(&field(one, "documents")).filter_map(document) }
            if change.is_object() {
                <button type="button" class="apply" onclick={apply} aria-label={format!("{}: {}", words.apply, first_step(one))}>{ words.apply }</button>
            } else {
                <p class="hint">{ words.not_here }</p>
            }
        </li>
    }
}

/// The first step of a repair, without marks.
fn first_step(one: &JsValue) -> String {
    items(&field(one, "steps")).next().map(|step| string(&step, "says").replace('`', "")).unwrap_or_default()
}

/// The least policies.
pub(super) fn tight(form: &JsValue, words: &'static Labels) -> Html {
    let calls = |name: &str, said: &'static str| {
        let all: Vec<JsValue> = items(&field(form, name)).collect();
        let one = |call: &JsValue| html! { <li><code>{ string(call, "action") }</code>{ " " }<code>{ string(call, "resource") }</code></li> };
        if all.is_empty() {
            Html::default()
        } else {
            html! { <><p>{ said }</p><ul>{ for all.iter().map(one) }</ul></> }
        }
    };
    let policy = |policy: String| {
        html! { <Copyable text={policy} name={words.new_policy} copy={words.copy} copied={words.copied} long={true} /> }
    };
    html! {
        <>
            { for keys(form, "policies").into_iter().map(policy) }
            { calls("denied_today", words.denied_today) }
            { calls("still_denied", words.still_denied) }
            <p data-relation={string(form, "relation")}>{ words.compared }{ ": " }{ prose(&string(form, "says")) }</p>
            { groups(form, words) }
        </>
    }
}

/// Parts that change no answer.
pub(super) fn dead(reply: &JsValue, make: &Make, words: &'static Labels) -> Html {
    let form = field(reply, "answer");
    let parts: Vec<JsValue> = items(&field(&form, "parts")).collect();
    let undecided: Vec<JsValue> = items(&field(&form, "undecided")).collect();
    let part = |part: &JsValue| {
        let (document, line) = (string(part, "document"), number(part, "line").to_string());
        let place = fill(words.place, &[("document", &document), ("line", &line)]);
        html! { <li data-what={string(part, "what")}><span class="from">{ place }</span>{ " " }{ prose(&string(part, "says")) }</li> }
    };
    let changes = field(reply, "changes");
    let all = {
        let (make, changes) = (make.clone(), changes.clone());
        Callback::from(move |_| make.emit(changes.clone()))
    };
    html! {
        <>
            if parts.is_empty() && undecided.is_empty() { <p class="proven">{ words.no_dead }</p> }
            <ul class="dead">{ for parts.iter().map(part) }</ul>
            if !undecided.is_empty() {
                <p class="withheld">{ words.undecided }</p>
                <ul class="dead">{ for undecided.iter().map(part) }</ul>
            }
            if items(&changes).next().is_some() {
                <button type="button" class="apply" onclick={all}>{ words.take_all }</button>
            }
        </>
    }
}

/// Denials.
pub(super) fn denials(reply: &JsValue, make: &Make, words: &'static Labels) -> Html {
    let all: Vec<JsValue> = items(&field(reply, "denials")).collect();
    let one = |one: &JsValue| {
        let form = field(one, "answer");
        let ways = field(&form, "repairs");
        html! {
            <section class="denied" data-explained={string(&form, "explained")}>
                <p>{ prose(&request(&field(&form, "request"), words)) }</p>
                <p class="outcome">{ prose(&string(&form, "says")) }</p>
                <p>{ prose(&string(&form, "because")) }</p>
                if ways.is_object() { { repairs(&ways, &field(one, "changes"), make, words) } }
            </section>
        }
    };
    html! {
        <>
            { failures(&field(reply, "problems"), words) }
            if all.is_empty() { <p class="withheld">{ words.no_denial }</p> }
            { for all.iter().map(one) }
        </>
    }
}

/// Why there is no answer, or what is wrong with a text.
pub(super) fn failures(list: &JsValue, words: &'static Labels) -> Html {
    let one = |one: JsValue| {
        let line = field(&one, "line").is_truthy();
        let line = line.then(|| fill(words.line, &[("line", &number(&one, "line").to_string())]) + ": ");
        html! { <p class="withheld">{ line }{ prose(&string(&one, "says")) }{ " " }<span class="help">{ prose(&string(&one, "help")) }</span></p> }
    };
    items(list).map(one).collect()
}

/// An answer of any kind.
pub(super) fn answer(reply: &JsValue, make: &Make, words: &'static Labels) -> Html {
    let kind = |name: &str| Some(field(reply, name)).filter(JsValue::is_object);
    if let Some(found) = kind("who_can") {
        who_can(&found, words)
    } else if let Some(found) = kind("repairs") {
        repairs(&field(&found, "answer"), &field(&found, "changes"), make, words)
    } else if let Some(found) = kind("tight") {
        tight(&found, words)
    } else if let Some(found) = kind("dead") {
        dead(&found, make, words)
    } else if let Some(found) = kind("denials") {
        denials(&found, make, words)
    } else {
        failures(&field(reply, "failed"), words)
    }
}
