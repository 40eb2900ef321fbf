//! The way in as a picture: who logs on, what must be so, which layers decide, which console opens.

use ramplay_flink::Console;
use ramplay_parts::mark::{reach_mark, sign_and_word, status_chip};
use ramplay_parts::part::Given;
use ramplay_playground::{
    Answer, Gate, Level, Mark, Node, PreconditionState, Stage, Way, answer, sentence, way,
};
use yew::{Component, Context, Html, classes, html};

use crate::view::Props;
use crate::words::{Labels, labels};

/// The view.
#[derive(Debug)]
pub(crate) struct WayIn(Given);

impl WayIn {
    fn words(&self) -> &'static Labels {
        labels(self.0.lang)
    }

    fn gate(&self, gate: &Gate) -> Html {
        let words = self.words();
        let word = match gate.state {
            PreconditionState::Met => words.met,
            PreconditionState::NotMet => words.not_met,
            PreconditionState::NotGiven => words.not_given,
            PreconditionState::Presumed => words.presumed,
            PreconditionState::Withheld => words.withheld,
        };
        let mark = gate.state.mark();
        html! {
            <li class={classes!("box", mark.class())} data-mark={format!("{mark:?}")}>
                { sign_and_word(mark.class(), mark.sign(), word, false) }
                <p>{ gate.row.text.get(self.0.lang).to_owned() }{ status_chip(gate.row.status, self.0.lang) }</p>
            </li>
        }
    }

    fn layers(&self, way: &Way, found: &Answer) -> Html {
        let words = self.words();
        let (lang, path) = (self.0.lang, &self.0.scenario.directory);
        // Nothing is asked after the first layer that does not allow.
        let stop =
            way.layers.iter().position(|stage| !stage.mark.is_allowed() && stage.mark != Mark::Depends);
        let stage = |(at, stage): (usize, &Stage)| {
            let names = stage
                .documents
                .iter()
                .map(|&index| sentence::document_name(found.documents.get(index), index, lang));
            let names: Vec<String> = names.collect();
            html! {
                <li class={classes!("box", stage.mark.class())} data-mark={format!("{:?}", stage.mark)}>
                    { sign_and_word(stage.mark.class(), stage.mark.sign(), stage.mark.word(lang), false) }
                    <p><strong>{ ramplay_policy::sentence::layer(stage.layer, path, lang) }</strong></p>
                    if !names.is_empty() { <ul class="names">{ for names.into_iter().map(|name| html! { <li>{ name }</li> }) }</ul> }
                    if stop == Some(at) { <p class="stop">{ words.stopped }</p> }
                </li>
            }
        };
        way.layers.iter().enumerate().map(stage).collect()
    }

    fn level(&self, level: &Level, found: &Answer) -> Html {
        let words = self.words();
        let lang = self.0.lang;
        let kind = match level.kind {
            Node::Root => words.root_node,
            Node::Folder => words.folder_node,
            Node::Member => words.member_node,
        };
        let name = |index: &usize| {
            html! { <li>{ sentence::document_name(found.documents.get(*index), *index, lang) }</li> }
        };
        html! {
            <li data-mark={level.mark.map(|mark| format!("{mark:?}"))}>
                <div class={classes!("box", level.mark.map(Mark::class))}>
                    <p><strong>{ level.name.clone() }</strong>{ " " }<span class="hint">{ kind }</span>
                        if let Some(mark) = level.mark { { " " }{ sign_and_word(mark.class(), mark.sign(), mark.word(lang), false) } }
                    </p>
                    if level.documents.is_empty() { <p class="hint">{ words.no_control }</p> }
                    <ul class="names">{ for level.documents.iter().map(name) }</ul>
                    if level.unknown { <p class="hint">{ words.maybe_more }</p> }
                </div>
            </li>
        }
    }
}

impl Component for WayIn {
    type Message = Given;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        WayIn(ctx.props().given.clone())
    }

    fn update(&mut self, _ctx: &Context<Self>, given: Given) -> bool {
        self.0 = given;
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let words = self.words();
        let lang = self.0.lang;
        let found = answer(&self.0.scenario);
        let way = way(&self.0.scenario, &found);
        let console = |console: Console, title: &'static str| {
            let reach = found.console(console).reach;
            html! {
                <li class={classes!("box", "end", reach.class())} data-console={console.id()}>
                    <p><strong>{ title }</strong></p>
                    { reach_mark(reach, sentence::reach(reach, console, lang), false) }
                </li>
            }
        };
        let page = ramplay_playground::labels(lang);
        html! {
            <div class="way">
                <p class="about">{ words.way_lead }</p>
                <ol class="flow">
                    <li class="box start"><p class="hint">{ words.logs_on }</p>
                        { match &way.start { Some(arn) => html! { <code>{ arn.clone() }</code> }, None => html! { <p>{ words.sso_user }</p> } } }</li>
                    { for way.gates.iter().map(|gate| self.gate(gate)) }
                    if let Some(role) = &way.role {
                        <li class="box role"><p class="hint">{ words.becomes }</p><code>{ role.clone() }</code></li>
                    }
                    <li class="box"><p class="hint">{ words.seen_as }</p><code>{ found.person.arn.clone() }</code></li>
                    <li class="box label"><p class="hint">{ words.to_open }</p>
                        if way.layers.is_empty() { <p>{ words.no_policy_needed }</p> }</li>
                    { self.layers(&way, &found) }
                    { console(Console::Management, page.management) }
                    { console(Console::Development, page.development) }
                </ol>
                <h3>{ words.directory }</h3>
                if way.directory.is_empty() {
                    <p class="hint">{ words.no_directory }</p>
                } else {
                    <ol class="tree">{ for way.directory.iter().map(|level| self.level(level, &found)) }</ol>
                }
            </div>
        }
    }
}
