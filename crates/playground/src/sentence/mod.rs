//! Sentences about a scenario, in English and Chinese. The engine's own sentences are in
//! [`ramplay_policy::sentence`].

mod en;
mod zh;

use ramplay_flink::{Caller, Console, CustomRoleProblem, Family, LogonMethod, Status, catalogue};
use ramplay_policy::StatementRef;
use ramplay_text::{Lang, fill};

use crate::console::{ConsoleAnswer, PreconditionState, Reach, Step};
use crate::court::Withheld;
use crate::documents::{Document, Obstacle};
use crate::field::{Field, FieldProblem};
use crate::labels::of_answer::labels;
use crate::scenario::{Attach, Hidden, Scenario};

/// What stands between the languages: the facts of a step that are names.
struct StepFacts<'a> {
    caller: &'a str,
    caller_account: &'a str,
    role: String,
    principal: String,
}

/// Whether a console is reached, in a few words.
pub fn reach(reach: Reach, console: Console, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en::reach(reach, console),
        Lang::Zh => zh::reach(reach, console),
    }
}

/// A step towards access, in one sentence.
pub fn step(
    step: Step,
    console: &ConsoleAnswer,
    scenario: &Scenario,
    method: LogonMethod,
    lang: Lang,
) -> String {
    let ids = &scenario.identities;
    let facts = StepFacts {
        caller: &ids.user,
        caller_account: match method.caller() {
            Caller::OtherAccountRamUser => &ids.other_account,
            Caller::ManagementAccountRamUser => &ids.management_account,
            Caller::Root | Caller::RamUser | Caller::CloudSsoUser => &ids.account,
        },
        role: principal_name(scenario, method),
        // The row of the Management Console names nobody where usually nothing has to be granted.
        principal: match console.cell.principal.as_ref().or(catalogue()
            .logon_method(method)
            .development
            .principal
            .as_ref())
        {
            Some(text) => text.get(lang).to_owned(),
            None => principal_name(scenario, method),
        },
    };
    match lang {
        Lang::En => en::step(step, &facts),
        Lang::Zh => zh::step(step, &facts),
    }
}

/// The name of the identity that the consoles see: an account's id, a user's or a role's name.
pub fn principal_name(scenario: &Scenario, method: LogonMethod) -> String {
    let ids = &scenario.identities;
    match method {
        LogonMethod::AccountPurchaser | LogonMethod::RdRoot => ids.account.clone(),
        LogonMethod::AccountOther => ids.other_account.clone(),
        LogonMethod::RamUserSameAccount
        | LogonMethod::RamUserCrossAccount
        | LogonMethod::RdRamUser
        | LogonMethod::CloudSsoRamUser => ids.user.clone(),
        LogonMethod::RamRoleSameAccount | LogonMethod::RamRoleOtherAccount => ids.role.clone(),
        LogonMethod::RdRamAdminAsRole => ids.member_role.clone(),
        LogonMethod::CloudSsoRamRole => format!("AliyunReservedSSO-{}", ids.access_configuration),
    }
}

/// How a precondition stands.
pub fn precondition_state(state: PreconditionState, lang: Lang) -> &'static str {
    match (lang, state) {
        (Lang::En, PreconditionState::Met) => "met",
        (Lang::En, PreconditionState::NotMet) => "not met",
        (Lang::En, PreconditionState::NotGiven) => "not checked: no policy given",
        (Lang::En, PreconditionState::Presumed) => "presumed",
        (Lang::En, PreconditionState::Withheld) => "no verdict",
        (Lang::Zh, PreconditionState::Met) => "满足",
        (Lang::Zh, PreconditionState::NotMet) => "不满足",
        (Lang::Zh, PreconditionState::NotGiven) => "未校验：未提供策略",
        (Lang::Zh, PreconditionState::Presumed) => "视为满足",
        (Lang::Zh, PreconditionState::Withheld) => "无结论",
    }
}

/// Why there is no verdict.
pub fn withheld(withheld: &Withheld, documents: &[Document], lang: Lang) -> String {
    match withheld {
        Withheld::Request(problem) => ramplay_policy::sentence::request_problem(problem, lang),
        Withheld::Documents(list) => {
            let names: Vec<_> = list
                .iter()
                .map(|(index, why)| (document_name(documents.get(*index), *index, lang), *why))
                .collect();
            match lang {
                Lang::En => en::withheld_documents(&names),
                Lang::Zh => zh::withheld_documents(&names),
            }
        }
        Withheld::Fields(fields) => {
            let names: Vec<&str> = fields.iter().map(|field| field_label(*field, lang)).collect();
            match lang {
                Lang::En => format!("correct first: {}", names.join(", ")),
                Lang::Zh => format!("请先更正：{}", names.join("、")),
            }
        }
        Withheld::UnknownResource => match lang {
            Lang::En => "it depends on the resource that is checked, which is not documented".to_owned(),
            Lang::Zh => "取决于所校验的资源，而文档没有说明".to_owned(),
        },
    }
}

/// Why a document cannot be evaluated.
pub fn obstacle(obstacle: Obstacle, lang: Lang) -> &'static str {
    match (lang, obstacle) {
        (Lang::En, Obstacle::Errors) => "it has errors",
        (Lang::En, Obstacle::UnknownBody) => {
            "the documentation does not print its body; read it with GetPolicyVersion and paste it"
        }
        (Lang::En, Obstacle::UnknownName) => "there is no system policy of this name in the catalogue",
        (Lang::Zh, Obstacle::Errors) => "存在错误",
        (Lang::Zh, Obstacle::UnknownBody) => "文档没有给出其内容；请用 GetPolicyVersion 获取后粘贴",
        (Lang::Zh, Obstacle::UnknownName) => "目录中没有这个名称的系统策略",
    }
}

/// What to call a document.
pub fn document_name(document: Option<&Document>, index: usize, lang: Lang) -> String {
    match document.and_then(|document| document.name.clone()) {
        Some(name) => name,
        None => fill(labels(lang).policy_number, &[("number", &(index + 1).to_string())]),
    }
}

/// A statement by its document's name and its number, from 1.
pub fn statement_name(documents: &[Document], at: StatementRef, lang: Lang) -> String {
    let index = at.document.0 as usize;
    let name = document_name(documents.get(index), index, lang);
    format!("{name} #{}", at.statement + 1)
}

/// What is wrong with an input.
pub fn field_problem(problem: FieldProblem, lang: Lang) -> &'static str {
    match (lang, problem) {
        (Lang::En, FieldProblem::Empty) => "must not be empty",
        (Lang::En, FieldProblem::NotDigits) => "an account ID has digits only",
        (Lang::En, FieldProblem::Characters) => "no blanks, wildcards, quotes, `:`, `/` or `\\` in a name",
        (Lang::En, FieldProblem::NotAnAddress) => "not an IP address, such as 203.0.113.7",
        (Lang::En, FieldProblem::NotADate) => "not a date with a time, such as 2026-11-22T08:00:00Z",
        (Lang::Zh, FieldProblem::Empty) => "不能为空",
        (Lang::Zh, FieldProblem::NotDigits) => "账号 ID 只含数字",
        (Lang::Zh, FieldProblem::Characters) => "名称中不能有空格、通配符、引号、`:`、`/` 或 `\\`",
        (Lang::Zh, FieldProblem::NotAnAddress) => "不是 IP 地址，例如 203.0.113.7",
        (Lang::Zh, FieldProblem::NotADate) => "不是带时间的日期，例如 2026-11-22T08:00:00Z",
    }
}

/// What is wrong with a custom role.
pub fn custom_role_problem(problem: &CustomRoleProblem, lang: Lang) -> String {
    match lang {
        Lang::En => en::custom_role_problem(problem),
        Lang::Zh => zh::custom_role_problem(problem),
    }
}

/// The caption of an input.
pub fn field_label(field: Field, lang: Lang) -> &'static str {
    let labels = labels(lang);
    match field {
        Field::Account => labels.account,
        Field::OtherAccount => labels.other_account,
        Field::ManagementAccount => labels.management_account,
        Field::User => labels.user,
        Field::Role => labels.role,
        Field::MemberRole => labels.member_role,
        Field::AccessConfiguration => labels.access_configuration,
        Field::JobUser => labels.job_user,
        Field::Region | Field::ProjectRegion => labels.region,
        Field::Instance => labels.instance,
        Field::Namespace => labels.namespace,
        Field::ProjectAccount => labels.project_account,
        Field::Project => labels.project,
        Field::Logstore => labels.logstore,
        Field::ConsumerGroup => labels.consumer_group,
        Field::SourceIp => labels.source_ip,
        Field::SourceVpc => labels.source_vpc,
        Field::Time => labels.time,
        Field::ResourceGroup => labels.resource_group,
    }
}

/// Where a policy is attached.
pub fn attach(attach: &Attach, method: LogonMethod, lang: Lang) -> String {
    match lang {
        Lang::En => en::attach(attach, method),
        Lang::Zh => zh::attach(attach, method),
    }
}

/// A place whose policies may not all be known.
pub fn hidden(hidden: Hidden, lang: Lang) -> &'static str {
    match (lang, hidden) {
        (Lang::En, Hidden::Identity) => "policies attached to the identity",
        (Lang::En, Hidden::Group) => "policies in the resource group",
        (Lang::En, Hidden::Session) => "the session policy",
        (Lang::En, Hidden::Trust) => "the role's trust policy",
        (Lang::En, Hidden::Caller) => "policies of the RAM user that assumes the role",
        (Lang::En, Hidden::Control) => "control policies",
        (Lang::En, Hidden::Project) => "the SLS project policy",
        (Lang::En, Hidden::Job) => "policies of the job's RAM user",
        (Lang::Zh, Hidden::Identity) => "绑定到该身份的策略",
        (Lang::Zh, Hidden::Group) => "资源组范围的策略",
        (Lang::Zh, Hidden::Session) => "会话策略",
        (Lang::Zh, Hidden::Trust) => "角色的信任策略",
        (Lang::Zh, Hidden::Caller) => "扮演角色的 RAM 用户的策略",
        (Lang::Zh, Hidden::Control) => "管控策略",
        (Lang::Zh, Hidden::Project) => "SLS Project 策略",
        (Lang::Zh, Hidden::Job) => "作业的 RAM 用户的策略",
    }
}

/// How many statements of a policy decide none of the answers shown.
pub fn idle(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, 1) => {
            "1 statement decides none of the answers shown. It may decide requests that are not asked here."
                .to_owned()
        }
        (Lang::En, _) => format!(
            "{count} statements decide none of the answers shown. They may decide requests that are not asked here."
        ),
        (Lang::Zh, _) => format!("有 {count} 条语句对当前显示的结果不起作用，但可能影响此处未列出的请求。"),
    }
}

/// A status, as a word.
pub fn status(status: Status, lang: Lang) -> &'static str {
    match (lang, status) {
        (Lang::En, Status::Stated) => "stated",
        (Lang::En, Status::Derived) => "derived",
        (Lang::En, Status::Assumed) => "assumed",
        (Lang::En, Status::Unknown) => "unknown",
        (Lang::Zh, Status::Stated) => "文档说明",
        (Lang::Zh, Status::Derived) => "推导",
        (Lang::Zh, Status::Assumed) => "假设",
        (Lang::Zh, Status::Unknown) => "未知",
    }
}

/// A logon method in two or three words, next to its family's name.
pub fn short_method(method: LogonMethod, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en::short_method(method),
        Lang::Zh => zh::short_method(method),
    }
}

/// A family in a word or two.
pub fn short_family(family: Family, lang: Lang) -> &'static str {
    match (lang, family) {
        (Lang::En, Family::Account) => "Account",
        (Lang::En, Family::RamUser) => "RAM user",
        (Lang::En, Family::RamRole) => "RAM role",
        (Lang::En, Family::ResourceDirectory) => "RD",
        (Lang::En, Family::CloudSso) => "SSO",
        (Lang::Zh, Family::Account) => "账号",
        (Lang::Zh, Family::RamUser) => "RAM 用户",
        (Lang::Zh, Family::RamRole) => "RAM 角色",
        (Lang::Zh, Family::ResourceDirectory) => "资源目录",
        (Lang::Zh, Family::CloudSso) => "云 SSO",
    }
}
