//! The answer for people.

use std::fmt::{self, Write as _};

use ramplay_analysis::sentence;
use ramplay_text::Lang;

use super::form::{AnswerForm, HeldForm, ListForm, SpokenForm, WhoCanForm};
use crate::changes::{request, words};

/// Most known actions and principals that are listed.
const MOST_LISTED: usize = 12;

struct Words {
    none: &'static str,
    depends: &'static str,
    on: &'static str,
    under: &'static str,
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
    depends: "if unknown policies agree: ",
    on: "on",
    under: "under",
    not: "but not",
    within: "as far as it is within",
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
    depends: "如未知策略同意：",
    on: "资源",
    under: "条件",
    not: "但不包括",
    within: "且不超出",
    known: "已知操作",
    example: "例如",
    incomplete: "可能还有未列出的限制",
    yes: "可以",
    no: "不可以：已证明",
    perhaps: "可能：取决于未知策略",
    undecided: "未判定",
};

pub(super) fn text(form: &WhoCanForm, lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_text(&mut out, form, lang);
    out
}

fn write_text(out: &mut String, form: &WhoCanForm, lang: Lang) -> fmt::Result {
    let own = match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    };
    for (number, list) in form.lists.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        write_list(out, list, own, lang)?;
    }
    for question in &form.questions {
        write_answer(out, question, own, lang)?;
    }
    Ok(())
}

fn write_list(out: &mut String, list: &ListForm, own: &Words, lang: Lang) -> fmt::Result {
    let who = list.principals.iter().take(MOST_LISTED).map(|one| format!("`{}`", one.principal));
    let mut who = who.collect::<Vec<_>>().join(", ");
    if list.principals.len() > MOST_LISTED {
        let _ = write!(who, ", … ({})", list.principals.len());
    }
    writeln!(out, "{who}")?;
    if list.grants.is_empty() && list.obstacles.is_empty() {
        writeln!(out, "  {}", own.none)?;
    }
    for grant in &list.grants {
        writeln!(out)?;
        let depends = if grant.answer == "depends" { own.depends } else { "" };
        for part in &grant.statements {
            writeln!(out, "+ {depends}{}", spoken(part, own))?;
        }
        for held in &grant.held_back {
            match held {
                HeldForm::Deny { deny } => writeln!(out, "    {} {}", own.not, spoken(deny, own))?,
                HeldForm::Within { within } => writeln!(out, "    {} `{within}`", own.within)?,
            }
        }
        if !grant.complete {
            writeln!(out, "    {}", own.incomplete)?;
        }
        if !grant.known.is_empty() {
            let mut known: Vec<String> =
                grant.known.iter().take(MOST_LISTED).map(|one| format!("`{one}`")).collect();
            if grant.known.len() > MOST_LISTED {
                known.push("…".to_owned());
            }
            writeln!(out, "    {}: {} ({})", own.known, grant.counts.join(", "), known.join(", "))?;
        }
        writeln!(out, "    {}: {}", own.example, request(&grant.example, lang))?;
    }
    for obstacle in &list.obstacles {
        writeln!(out, "  {obstacle}")?;
    }
    if !list.complete {
        writeln!(out, "  {}", words(lang).incomplete)?;
    }
    Ok(())
}

fn spoken(part: &SpokenForm, own: &Words) -> String {
    let mut text = format!("{} {} {}", part.actions, own.on, part.resources);
    if !part.conditions.is_empty() {
        let quoted: Vec<String> = part.conditions.iter().map(|one| format!("`{one}`")).collect();
        // Writing to a string cannot fail.
        let _ = write!(text, " {} {}", own.under, quoted.join("; "));
    }
    let _ = write!(text, " (`{}` #{})", part.document, u32::from(part.statement) + 1);
    text
}

fn write_answer(out: &mut String, answer: &AnswerForm, own: &Words, lang: Lang) -> fmt::Result {
    let word = match answer.answer {
        "yes" => own.yes,
        "perhaps" => own.perhaps,
        "no" => own.no,
        _ => own.undecided,
    };
    writeln!(out, "{}: {word}", answer.question)?;
    for example in answer.examples.iter().take(MOST_LISTED) {
        let reality = sentence::reality(example.real, lang);
        writeln!(out, "    {} ({reality})", request(&example.request, lang))?;
    }
    for obstacle in &answer.obstacles {
        writeln!(out, "    {obstacle}")?;
    }
    Ok(())
}
