//! Action that is probably misspelt.

use super::prelude::*;
use crate::known::service;
use crate::near::near;
use crate::view::is_wild;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-misspelt",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("action that is probably misspelt", "操作名称可能拼写有误"),
        message: words("unknown action `{action}`", "未知的操作 `{action}`"),
        help: words("did you mean `{meant}`?", "是否想写 `{meant}`？"),
        source: source::SLS,
    },
    check: Check::Action(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"log:PostLogStoreLog"⟧, ⟦"log:ListLogStore"⟧,
                    ⟦"stream:DescribeInstances"⟧, ⟦"stream:CreateDeploymnet"⟧], "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": ⟦"log:Pots*"⟧, "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": ["log:PostLogStoreLogs", "log:PutIngestProcessor", "log:Post*",
                    "ecs:DescribeInstance", "log:CreateAlert", "log:Query*"], "Resource": "*""#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    if let Some(meant) = meant(entry) {
        sink.report(entry.span).arg("action", &entry.text).arg("meant", meant).meant(entry.span, quoted(meant));
    }
}

/// The action that was probably meant, if the one written is not listed and close to one that is.
pub(super) fn meant<'a>(entry: &'a Entry<'_>) -> Option<&'a str> {
    entry.meant.get_or_init(|| look(entry)).as_deref()
}

fn look(entry: &Entry<'_>) -> Option<String> {
    let service = entry.service().filter(|_| entry.is_plain()).and_then(service)?;
    let (_, name) = entry.text.split_once(':')?;
    if let Some(verb) = name.strip_suffix('*') {
        // `Pots*`: a verb that is close to one that many actions start with.
        let near = |known: &&&str| {
            verb.len() == known.len() && verb != **known && strsim::osa_distance(verb, known) == 1
        };
        let known = !VERBS.contains(&verb) && service.matching(&entry.pattern).next().is_none();
        return VERBS.iter().find(near).filter(|_| known).map(|verb| format!("{}:{verb}*", service.code));
    }
    if is_wild(name) || service.find(entry.pattern.as_str()).is_some() {
        return None;
    }
    let near = near(name, &service.names).or_else(|| {
        // The API has no `Vvp` where the action has: `DescribeInstances`, `stream:DescribeVvpInstances`.
        service.names.iter().find(|known| known.contains("Vvp") && known.replacen("Vvp", "", 1) == name).copied()
    });
    near.map(|name| format!("{}:{name}", service.code))
}

/// Verbs that policies put a `*` behind.
const VERBS: [&str; 10] =
    ["Post", "List", "Query", "Check", "Search", "Create", "Update", "Delete", "Describe", "Modify"];
