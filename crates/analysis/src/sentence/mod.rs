//! Where comparisons become sentences, in English and Chinese.

mod en;
mod zh;

use ramplay_policy::Verdict;
use ramplay_text::Lang;

use crate::diff::Relation;
use crate::group::{Count, Entries};
use crate::obstacle::Obstacle;

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
    let quoted =
        |texts: &[String]| texts.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ");
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
    use ramplay_policy::Decision;

    use super::*;

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
            assert!(said.iter().all(|text| !text.is_empty() && !text.ends_with(['.', '。'])));
            let all = said.len();
            said.sort();
            said.dedup();
            assert_eq!(said.len(), all);
        }
    }
}
