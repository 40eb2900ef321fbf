//! The sentences, in English and Chinese.

use ramplay_playground::Mark;
use ramplay_text::Lang;

use crate::check::{Checked, DecidedBy, Unanswered};
use crate::line::{ExpectProblem, Wanted};

/// What is wrong with a line.
pub fn problem(problem: &ExpectProblem, lang: Lang) -> String {
    let near = |en: &str, zh: &str, near: Option<&str>| match (lang, near) {
        (Lang::En, None) => en.to_owned(),
        (Lang::En, Some(near)) => format!("{en}; perhaps `{near}` was meant"),
        (Lang::Zh, None) => zh.to_owned(),
        (Lang::Zh, Some(near)) => format!("{zh}；是否指 `{near}`"),
    };
    let (en, zh) = match problem {
        ExpectProblem::Subject { near: id } => {
            return near("no expectation begins so", "没有这样开头的预期", *id);
        }
        ExpectProblem::NoRow { near: id } => {
            return near("there is no row with this id", "没有此 ID 的行", *id);
        }
        ExpectProblem::Long => ("this line is longer than any that is read", "此行超过可读取的长度"),
        ExpectProblem::WrongClaim => (
            "permissions are held or not held, other rows are allowed or denied",
            "权限点的结论是 held 或 not held，其他行是 allowed 或 denied",
        ),
        ExpectProblem::Extra => ("these words do not belong to the expectation", "这些词不属于该预期"),
        ExpectProblem::Wanted(wanted) => match wanted {
            Wanted::Name => ("a name was expected here", "此处应为名称"),
            Wanted::May => ("`may` or `may not` was expected here", "此处应为 `may` 或 `may not`"),
            Wanted::What => (
                "an action such as `log:GetLogStore` or the id of a row was expected here",
                "此处应为操作（如 `log:GetLogStore`）或行 ID",
            ),
            Wanted::Resource => (
                "a resource was expected here: an ARN, `*`, `project/…` or `vvpinstance/…`",
                "此处应为资源：ARN、`*`、`project/…` 或 `vvpinstance/…`",
            ),
            Wanted::Claim => (
                "`is allowed`, `is denied`, `is explicitly denied`, `is implicitly denied`, `is undecided` or `is held` was expected here",
                "此处应为 `is allowed`、`is denied`、`is explicitly denied`、`is implicitly denied`、`is undecided` 或 `is held`",
            ),
            Wanted::Opens => {
                ("`opens` or `does not open` was expected here", "此处应为 `opens` 或 `does not open`")
            }
        },
    };
    match lang {
        Lang::En => en.to_owned(),
        Lang::Zh => zh.to_owned(),
    }
}

/// What was found, and by which statements.
pub fn found(checked: &Checked, lang: Lang) -> String {
    match &checked.found {
        Err(why) => unanswered(*why, lang).to_owned(),
        Ok(evidence) => {
            let verdict = mark(evidence.mark, lang);
            if evidence.decided_by.is_empty() {
                return verdict.to_owned();
            }
            let by = evidence.decided_by.iter().map(|by| statement(by, lang));
            match lang {
                Lang::En => format!("{verdict} by {}", by.collect::<Vec<_>>().join(", ")),
                Lang::Zh => format!("{verdict}，依据{}", by.collect::<Vec<_>>().join("、")),
            }
        }
    }
}

fn statement(by: &DecidedBy, lang: Lang) -> String {
    let (document, statement) = (by.document + 1, by.statement + 1);
    match (lang, by.name.as_str()) {
        (Lang::En, "") => format!("statement {statement} of policy {document}"),
        (Lang::En, name) => format!("statement {statement} of `{name}`"),
        (Lang::Zh, "") => format!("第 {document} 个策略的第 {statement} 条语句"),
        (Lang::Zh, name) => format!("`{name}` 的第 {statement} 条语句"),
    }
}

fn mark(mark: Mark, lang: Lang) -> &'static str {
    let (en, zh) = match mark {
        Mark::Allow => ("it is allowed", "允许"),
        Mark::ExplicitDeny => ("it is explicitly denied", "显式拒绝"),
        Mark::ImplicitDeny => ("it is implicitly denied", "隐式拒绝"),
        Mark::Denied => ("it is denied, explicitly or implicitly", "拒绝（显式或隐式）"),
        Mark::Depends => ("policies that were not given decide", "取决于未提供的策略"),
        Mark::NotChecked => ("it needs no permission", "无需权限"),
        Mark::Withheld => ("there is no verdict", "无结论"),
    };
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}

fn unanswered(why: Unanswered, lang: Lang) -> &'static str {
    let (en, zh) = match why {
        Unanswered::Nobody => ("the scenario has nobody of this name", "场景中没有此名称的身份"),
        Unanswered::NotOfJob => ("a job opens no console", "作业不会打开控制台"),
        Unanswered::OnlyUsers => (
            "no row of the answer asks this, and other actions can be asked for RAM users only",
            "结果中没有对应的行，而其他操作只能针对 RAM 用户提问",
        ),
        Unanswered::Resource => {
            ("it is not documented on which resource this is checked", "文档未说明校验哪个资源")
        }
        Unanswered::Withheld => ("a policy or an input has an error", "策略或输入有错误"),
    };
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}
