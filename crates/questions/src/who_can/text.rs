//! The answer for people.

use ramplay_analysis::sentence;
use ramplay_text::{Lang, fill};

use super::form::{AnswerForm, HeldForm, ListForm, SpokenForm, WhoCanForm};
use crate::changes::{request, words};
use crate::paper::{Mark, Paper, Written, escape};

/// Most known actions and principals that are listed.
const MOST_LISTED: usize = 12;

struct Words {
    none: &'static str,
    depends: &'static str,
    spoken: &'static str,
    spoken_if: &'static str,
    not: &'static str,
    within: &'static str,
    known: &'static str,
    example: &'static str,
    incomplete: &'static str,
    yes: &'static str,
    no: &'static str,
    perhaps: &'static str,
    undecided: &'static str,
}

const EN: Words = Words {
    none: "nothing is allowed: proven",
    depends: "if unknown policies agree: {spoken}",
    spoken: "{actions} on {resources} ({place})",
    spoken_if: "{actions} on {resources} under {conditions} ({place})",
    not: "but not {spoken}",
    within: "as far as it is within `{bounds}`",
    known: "known",
    example: "for example",
    incomplete: "more can hold it back than is listed",
    yes: "yes",
    no: "no: proven",
    perhaps: "perhaps: unknown policies decide",
    undecided: "not decided",
};

const ZH: Words = Words {
    none: "已证明没有允许任何请求",
    depends: "如未知策略同意：{spoken}",
    spoken: "{actions}，资源 {resources}（{place}）",
    spoken_if: "{actions}，资源 {resources}，条件 {conditions}（{place}）",
    not: "但不包括 {spoken}",
    within: "且不超出 `{bounds}`",
    known: "已知操作",
    example: "例如",
    incomplete: "可能还有未列出的限制",
    yes: "可以",
    no: "不可以：已证明",
    perhaps: "可能：取决于未知策略",
    undecided: "未判定",
};

/// The answer for people.
pub fn text(form: &WhoCanForm, written: Written, lang: Lang) -> String {
    let own = match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    };
    let mut paper = Paper::new(written);
    for list in &form.lists {
        paper.gap();
        write_list(&mut paper, list, own, lang);
    }
    for question in &form.questions {
        write_answer(&mut paper, question, own, lang);
    }
    paper.finish()
}

fn write_list(paper: &mut Paper, list: &ListForm, own: &Words, lang: Lang) {
    let who = list.principals.iter().map(|one| one.principal.clone()).collect::<Vec<_>>();
    let who = some_of(&who);
    let count = list.principals.len();
    if count > MOST_LISTED {
        paper.heading(format_args!("{who} ({count})"));
    } else {
        paper.heading(who);
    }
    if list.grants.is_empty() && list.obstacles.is_empty() {
        paper.remark(own.none);
    }
    for grant in &list.grants {
        paper.gap();
        let sentence = if grant.answer == "depends" { own.depends } else { "{spoken}" };
        for part in &grant.statements {
            paper.entry(0, Mark::Sign("+"), fill(sentence, &[("spoken", &spoken(part, own))]));
        }
        for held in &grant.held_back {
            match held {
                HeldForm::Deny { deny } => {
                    paper.point(0, fill(own.not, &[("spoken", &spoken(deny, own))]));
                }
                HeldForm::Within { within } => {
                    paper.point(0, fill(own.within, &[("bounds", &escape(within))]));
                }
            }
        }
        if !grant.complete {
            paper.point(0, own.incomplete);
        }
        if !grant.known.is_empty() {
            let known = some_of(&grant.known);
            paper.point(0, format_args!("{}: {} ({known})", own.known, grant.counts.join(", ")));
        }
        paper.point(0, format_args!("{}: {}", own.example, request(&grant.example, lang)));
    }
    for obstacle in &list.obstacles {
        paper.remark(obstacle);
    }
    if !list.complete {
        paper.remark(words(lang).incomplete);
    }
}

/// Some of these, in backticks.
fn some_of(all: &[String]) -> String {
    let mut some: Vec<String> = all.iter().take(MOST_LISTED).map(|one| format!("`{one}`")).collect();
    if all.len() > MOST_LISTED {
        some.push("…".to_owned());
    }
    some.join(", ")
}

fn spoken(part: &SpokenForm, own: &Words) -> String {
    let quoted: Vec<String> = part.conditions.iter().map(|one| format!("`{one}`")).collect();
    let sentence = if quoted.is_empty() { own.spoken } else { own.spoken_if };
    let place = format!("`{}` #{}", escape(&part.document), u32::from(part.statement) + 1);
    let slots = [
        ("actions", &*part.actions),
        ("resources", &*part.resources),
        ("conditions", &*quoted.join("; ")),
        ("place", &*place),
    ];
    fill(sentence, &slots)
}

fn write_answer(paper: &mut Paper, answer: &AnswerForm, own: &Words, lang: Lang) {
    let word = match answer.answer {
        "yes" => own.yes,
        "perhaps" => own.perhaps,
        "no" => own.no,
        _ => own.undecided,
    };
    paper.item(format_args!("{}: {word}", answer.question));
    for example in answer.examples.iter().take(MOST_LISTED) {
        let reality = sentence::reality(example.real, lang);
        paper.point(0, format_args!("{} ({reality})", request(&example.request, lang)));
    }
    for obstacle in &answer.obstacles {
        paper.point(0, obstacle);
    }
}
