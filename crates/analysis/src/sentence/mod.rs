//! Where comparisons become sentences, in English and Chinese.

mod en;
mod zh;

use ramplay_policy::Verdict;
use ramplay_text::Lang;

use crate::dead::{Part, What};
use crate::diff::{Diff, Relation};
use crate::group::{Count, Entries};
use crate::obstacle::Obstacle;
use crate::repair::{Amendment, Goal, Repair};

/// How two sides stand to each other, as a sentence without a full stop.
pub fn relation(relation: Relation, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en::relation(relation),
        Lang::Zh => zh::relation(relation),
    }
}

/// What becomes of requests that had one answer and have another.
pub fn change(from: Verdict, to: Verdict, lang: Lang) -> String {
    match lang {
        Lang::En => en::change(from, to),
        Lang::Zh => zh::change(from, to),
    }
}

/// What is changed in a document, as an order without a full stop. Statements are counted from 1.
pub fn amendment(amendment: &Amendment, lang: Lang) -> String {
    match lang {
        Lang::En => en::amendment(amendment),
        Lang::Zh => zh::amendment(amendment),
    }
}

/// What else a repair changes, as far as it can be said in one sentence.
pub fn extras(repair: &Repair, goal: Goal, lang: Lang) -> &'static str {
    let moves = |diff: &Diff| diff.moves(goal);
    let elsewhere = moves(&repair.beyond);
    let others = repair.others.as_ref().is_some_and(moves);
    let extras = match (repair.is_decided(), elsewhere, others) {
        (_, true, true) => Extras::Both,
        (_, true, false) => Extras::Elsewhere,
        (_, false, true) => Extras::Others,
        (true, false, false) => Extras::Nothing,
        (false, false, false) => Extras::Undecided,
    };
    match lang {
        Lang::En => en::extras(extras, goal),
        Lang::Zh => zh::extras(extras, goal),
    }
}

/// What else a repair changes.
#[derive(Clone, Copy)]
enum Extras {
    Nothing,
    Elsewhere,
    Others,
    Both,
    Undecided,
}

/// Whether the request itself is decided so under any conditions.
pub fn unconditional(unconditional: bool, goal: Goal, lang: Lang) -> &'static str {
    match (lang, unconditional, goal) {
        (Lang::En, true, Goal::Allow) => "the request is then allowed under any conditions",
        (Lang::En, false, Goal::Allow) => "the request is then allowed under some conditions only",
        (Lang::En, true, Goal::Deny) => "the request is then denied under any conditions",
        (Lang::En, false, Goal::Deny) => "the request is then denied under some conditions only",
        (Lang::Zh, true, Goal::Allow) => "此后该请求在任何条件下均被允许",
        (Lang::Zh, false, Goal::Allow) => "此后该请求仅在部分条件下被允许",
        (Lang::Zh, true, Goal::Deny) => "此后该请求在任何条件下均被拒绝",
        (Lang::Zh, false, Goal::Deny) => "此后该请求仅在部分条件下被拒绝",
    }
}

/// That a part changes no answer; `text` is how it is written.
pub fn dead(part: &Part, text: &str, lang: Lang) -> String {
    let number = u32::from(part.at.statement) + 1;
    match (part.what, lang) {
        (What::Statement, Lang::En) => format!("statement {number} changes no answer"),
        (What::Statement, Lang::Zh) => format!("第 {number} 条语句不影响任何结果"),
        (What::Clause(_), Lang::En) => format!("the condition on {text} changes no answer"),
        (What::Clause(_), Lang::Zh) => format!("对 {text} 的条件不影响任何结果"),
        (_, Lang::En) => format!("{text} changes no answer"),
        (_, Lang::Zh) => format!("{text} 不影响任何结果"),
    }
}

/// What is wrong with a line of calls.
#[cfg(feature = "least")]
pub fn need_problem(kind: crate::NeedProblemKind, lang: Lang) -> &'static str {
    use crate::NeedProblemKind::{Action, Context, Resource};
    match (kind, lang) {
        (Action, Lang::En) => "this is no action, such as `log:GetLogStore`",
        (Action, Lang::Zh) => "这不是操作，操作的形式如 `log:GetLogStore`",
        (Resource, Lang::En) => "behind the action there has to be a resource: an ARN or `*`",
        (Resource, Lang::Zh) => "操作之后须为资源：ARN 或 `*`",
        (Context, Lang::En) => "behind the resource there can be condition keys only: `key=value`",
        (Context, Lang::Zh) => "资源之后只能是条件键：`key=value`",
    }
}

/// Texts in backticks.
fn listed(texts: &[String]) -> String {
    texts.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ")
}

/// Why something is not decided.
pub fn obstacle(obstacle: &Obstacle, lang: Lang) -> String {
    match lang {
        Lang::En => en::obstacle(obstacle),
        Lang::Zh => zh::obstacle(obstacle),
    }
}

/// How many known actions change.
pub fn count(count: &Count, lang: Lang) -> String {
    match lang {
        Lang::En => en::count(count),
        Lang::Zh => zh::count(count),
    }
}

/// Entries of `Action` or `Resource`; none: the statements name no such element.
pub fn entries(entries: &Entries, lang: Lang) -> String {
    let quoted = listed;
    match (entries.of.as_slice(), entries.but.as_slice(), lang) {
        ([], [], Lang::En) => "anything".to_owned(),
        ([], [], Lang::Zh) => "任意".to_owned(),
        (of, [], _) => quoted(of),
        ([], but, Lang::En) => format!("anything but {}", quoted(but)),
        ([], but, Lang::Zh) => format!("除 {} 以外", quoted(but)),
        (of, but, Lang::En) => format!("{}; anything but {}", quoted(of), quoted(but)),
        (of, but, Lang::Zh) => format!("{}；除 {} 以外", quoted(of), quoted(but)),
    }
}

/// Whether a request that shows a change exists.
pub fn reality(real: bool, lang: Lang) -> &'static str {
    match (real, lang) {
        (true, Lang::En) => "a known action on a resource that it is checked on",
        (true, Lang::Zh) => "已知操作，且该操作在此资源上鉴权",
        (false, Lang::En) => "made up: no known action is among those that change here",
        (false, Lang::Zh) => "构造的请求：此处变化的操作中没有已知操作",
    }
}

#[cfg(test)]
mod tests {
    use ramplay_policy::{Decision, Effect};

    use super::*;
    use crate::repair::{ClauseAt, Named, NewStatement};

    fn amendments() -> Vec<Amendment> {
        let text = || "x".to_owned();
        let clause = || ClauseAt { statement: 0, operator: "StringEquals".to_owned(), key: "k".to_owned() };
        let add =
            |entry: &str| Amendment::AddEntry { statement: 0, element: "Action", entry: entry.to_owned() };
        let mut all = vec![
            add("x"),
            Amendment::RemoveEntries { statement: 0, element: "Action", at: vec![0], entries: vec![text()] },
            Amendment::AllBut { statement: 0, element: "Action", entry: text() },
            Amendment::AddPrincipal { statement: 0, who: Named { of: "RAM", entry: text() } },
            Amendment::RemovePrincipal { statement: 0, at: 0, entry: text() },
            Amendment::AddValues { clause: clause(), values: vec![text()] },
            Amendment::RemoveValues { clause: clause(), at: vec![0], values: vec![text()] },
            Amendment::RemoveClause { clause: clause() },
            Amendment::AddClause { clause: clause(), value: text() },
            Amendment::RemoveStatement { statement: 0 },
            Amendment::Split { statement: 0, action: Box::new(add("x")), resource: Box::new(add("y")) },
            Amendment::Detach,
            Amendment::AttachSystem { name: text() },
        ];
        for effect in [Effect::Allow, Effect::Deny] {
            for resource in [Some(text()), None] {
                let principal = Some(Named { of: "RAM", entry: text() }).filter(|_| resource.is_none());
                let new = NewStatement { effect, principal, is_trust: false, action: text(), resource };
                all.extend([Amendment::AddStatement(new.clone()), Amendment::NewPolicy(new)]);
            }
        }
        all
    }

    #[test]
    fn both_languages_say_everything_and_nothing_twice() {
        let verdicts = [
            Verdict::Decided(Decision::Allow),
            Verdict::Decided(Decision::ExplicitDeny),
            Verdict::Decided(Decision::ImplicitDeny),
            Verdict::Denied,
            Verdict::Depends,
        ];
        for lang in Lang::ALL {
            let mut said = Vec::new();
            for from in verdicts {
                said.extend(verdicts.iter().map(|&to| change(from, to, lang)));
            }
            for relation in [
                Relation::Equivalent,
                Relation::SameAccess,
                Relation::Wider,
                Relation::Narrower,
                Relation::Incomparable,
                Relation::Undecided,
            ] {
                said.push(super::relation(relation, lang).to_owned());
            }
            let key = || "k".to_owned();
            for found in [
                Obstacle::Budget,
                Obstacle::MixedTypes { key: key() },
                Obstacle::Folding { key: key() },
                Obstacle::ManyKeys { limit: 64 },
            ] {
                said.push(obstacle(&found, lang));
            }
            for goal in [Goal::Allow, Goal::Deny] {
                for extras in
                    [Extras::Nothing, Extras::Elsewhere, Extras::Others, Extras::Both, Extras::Undecided]
                {
                    let text =
                        if lang == Lang::En { en::extras(extras, goal) } else { zh::extras(extras, goal) };
                    said.push(text.to_owned());
                }
                said.extend([true, false].map(|yes| unconditional(yes, goal, lang).to_owned()));
            }
            said.extend(amendments().iter().map(|one| amendment(one, lang)));
            assert!(said.iter().all(|text| !text.is_empty() && !text.ends_with(['.', '。'])));
            let all = said.len();
            said.sort();
            said.dedup();
            assert_eq!(said.len(), all);
        }
    }
}
