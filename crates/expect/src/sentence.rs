//! The sentences, in English and Chinese.

use ramplay_playground::Mark;
use ramplay_text::{Lang, fill};

use crate::check::{Checked, DecidedBy, Unanswered};
use crate::coverage::{Coverage, Covered};
use crate::drift::Drift;
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

/// What became of expectations since they were made, as a sentence without a full stop; none if nobody noted with what
/// they were made.
pub fn drift(drift: &Drift, lang: Lang) -> Option<String> {
    let made = drift.made.as_ref()?;
    let differs = drift.differs().len();
    let sentence = match (lang, differs) {
        (Lang::En, 0) => {
            "{held} of {all} held when they were made, with engine {engine} and facts of {catalogue}; it is the same today"
        }
        (Lang::En, 1) => {
            "{held} of {all} held when they were made, with engine {engine} and facts of {catalogue}; 1 differs today"
        }
        (Lang::En, _) => {
            "{held} of {all} held when they were made, with engine {engine} and facts of {catalogue}; {differs} differ today"
        }
        (Lang::Zh, 0) => "创建时(引擎 {engine}，事实数据 {catalogue})有 {held}/{all} 条成立，目前结果相同",
        (Lang::Zh, _) => {
            "创建时(引擎 {engine}，事实数据 {catalogue})有 {held}/{all} 条成立，目前有 {differs} 条不同"
        }
    };
    let all = made.held.saturating_add(made.missed.len());
    let slots = [
        ("held", made.held.to_string()),
        ("all", all.to_string()),
        ("engine", made.engine.clone()),
        ("catalogue", made.catalogue.clone()),
        ("differs", differs.to_string()),
    ];
    let slots: Vec<(&str, &str)> = slots.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Some(fill(sentence, &slots))
}

/// What can have made expectations come out otherwise than when they were made, as a sentence without a full stop;
/// none if nothing differs.
pub fn cause(drift: &Drift, lang: Lang) -> Option<String> {
    if drift.differs().is_empty() {
        return None;
    }
    let sentence = match (lang, drift.is_same_program()) {
        (Lang::En, true) => "engine and facts are the same: the scenario was edited since",
        (Lang::Zh, true) => "引擎与事实数据相同：之后编辑过场景",
        (Lang::En, false) => {
            "today they are checked with engine {engine} and facts of {catalogue}: these changed, or the scenario was edited since"
        }
        (Lang::Zh, false) => {
            "目前使用引擎 {engine} 与事实数据 {catalogue} 检查：引擎或事实数据已更新，或之后编辑过场景"
        }
    };
    Some(fill(sentence, &[("engine", &drift.now.engine), ("catalogue", &drift.now.catalogue)]))
}

/// How many statements expectations protect, as a sentence without a full stop.
pub fn coverage(coverage: &Coverage, lang: Lang) -> String {
    let sentence = match (lang, coverage.untried) {
        (Lang::En, 0) => "{protected} of {all} statements are protected by an assertion",
        (Lang::En, _) => {
            "{protected} of {all} statements are protected by an assertion; {untried} more were not tried"
        }
        (Lang::Zh, 0) => "{all} 条语句中有 {protected} 条受断言保护",
        (Lang::Zh, _) => "{all} 条语句中有 {protected} 条受断言保护；另有 {untried} 条未检查",
    };
    let slots = [coverage.protected(), coverage.statements.len(), coverage.untried].map(|n| n.to_string());
    let [protected, all, untried] = &slots;
    fill(sentence, &[("protected", protected), ("all", all), ("untried", untried)])
}

/// Whether an expectation protects a statement, as a sentence without a full stop. `name` is what its policy is called.
pub fn covered(covered: &Covered, name: &str, lang: Lang) -> String {
    let sentence = match (lang, covered.statement, covered.is_protected()) {
        (Lang::En, Some(_), false) => "no assertion protects statement {statement} of `{name}`",
        (Lang::En, None, false) => "no assertion protects `{name}`",
        (Lang::En, Some(_), true) => "statement {statement} of `{name}` is protected",
        (Lang::En, None, true) => "`{name}` is protected",
        (Lang::Zh, Some(_), false) => "没有断言保护 `{name}` 的第 {statement} 条语句",
        (Lang::Zh, None, false) => "没有断言保护 `{name}`",
        (Lang::Zh, Some(_), true) => "`{name}` 的第 {statement} 条语句受断言保护",
        (Lang::Zh, None, true) => "`{name}` 受断言保护",
    };
    let statement = covered.statement.map_or(0, |statement| statement + 1).to_string();
    fill(sentence, &[("statement", &statement), ("name", name)])
}
