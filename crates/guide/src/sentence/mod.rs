//! Sentences about wishes, steps and refusals, in English and Chinese.

mod en;
mod zh;

use ramplay_flink::{Identity, LogonMethod, catalogue};
use ramplay_playground::sentence::principal_name;
use ramplay_playground::{Attach, Member, Scenario};
use ramplay_policy::{Layer, StatementRef};
use ramplay_text::Lang;

use crate::plan::{By, Lookup, Place, Plan, State, Task};
use crate::refusal::{Reason, Refusal};
use crate::steps::caller_account;
use crate::wish::{What, Who, Wish};

/// Names that stand in the sentences.
struct Names<'a> {
    account: &'a str,
    caller: &'a str,
    caller_account: &'a str,
    job_user: &'a str,
    role: Option<String>,
    namespace: &'a str,
    project: &'a str,
    project_account: &'a str,
    logstore: &'a str,
}

impl<'a> Names<'a> {
    fn of(scenario: &'a Scenario) -> Self {
        let ids = &scenario.identities;
        let logstore = &scenario.logstore;
        Names {
            account: &ids.account,
            caller: &ids.user,
            caller_account: caller_account(scenario, scenario.logon),
            job_user: &ids.job_user,
            role: scenario.logon.assumes_role().then(|| principal_name(scenario, scenario.logon)),
            namespace: &scenario.workspace.namespace,
            project: &logstore.project,
            project_account: if logstore.account.is_empty() { &ids.account } else { &logstore.account },
            logstore: &logstore.name,
        }
    }
}

/// A task with the names that its sentence needs.
enum Said<'a> {
    Check(&'a str),
    Attach { name: &'a str, create: bool, target: Target<'a> },
    Trust { account: &'a str },
    Join { who: String, role: &'a str, is_custom: bool, pick: Option<&'a str> },
    CreateUser,
    CreateKey,
    CreateVariables,
    UseVariables,
    AllowAt { node: &'a str },
    AllowInSession,
    Lift { policies: Vec<String> },
    Correct,
    LookUp { list: Vec<String> },
}

/// To whom a policy is granted.
enum Target<'a> {
    /// To this access configuration.
    Configuration(&'a str),
    /// To an identity with the scope of a resource group.
    InGroup(String, &'a str),
    /// To an identity.
    To(String),
}

/// What is wished, in one sentence.
pub fn wish(wish: &Wish, scenario: &Scenario, lang: Lang) -> String {
    let asked = wish.asked_in(scenario);
    let names = Names::of(&asked);
    let who = match wish.who {
        Who::Logon(method) => identity(&asked, method, lang),
        Who::Job => job_user(&names, lang),
    };
    let who = match wish.what {
        What::Assume if asked.logon.assumes_role() => caller(&names, lang),
        _ => who,
    };
    match lang {
        Lang::En => en::wish(wish.what, &who, &names),
        Lang::Zh => zh::spaced(&zh::wish(wish.what, &who, &names)),
    }
}

/// What a step of a plan is, in one sentence.
pub fn task(task: &Task, plan: &Plan, lang: Lang) -> String {
    let said = said(task, plan, lang);
    let names = Names::of(&plan.start);
    match lang {
        Lang::En => en::task(&said, &names),
        Lang::Zh => zh::spaced(&zh::task(&said, &names)),
    }
}

fn said<'a>(task: &'a Task, plan: &'a Plan, lang: Lang) -> Said<'a> {
    let scenario = &plan.start;
    match task {
        Task::Check(row) => Said::Check(row.text.get(lang)),
        Task::Attach { name, create, attach, .. } => {
            let target = target(attach, scenario, &Names::of(scenario), lang);
            Said::Attach { name, create: *create, target }
        }
        Task::Trust { account, .. } => Said::Trust { account },
        Task::Join { member, picks } => Said::Join {
            who: identity(scenario, scenario.logon, lang),
            role: match member {
                Member::System(role) => role.id(),
                Member::Custom(role) => &role.name,
            },
            is_custom: matches!(member, Member::Custom(_)),
            pick: picks.first().map(|pick| catalogue().pick(*pick).text.get(lang)),
        },
        Task::CreateUser => Said::CreateUser,
        Task::CreateKey => Said::CreateKey,
        Task::CreateVariables => Said::CreateVariables,
        Task::UseVariables => Said::UseVariables,
        Task::AllowAt { node } => Said::AllowAt { node },
        Task::AllowInSession { .. } => Said::AllowInSession,
        Task::Lift { statements } => Said::Lift { policies: policies(statements, plan) },
        Task::Correct => Said::Correct,
        Task::LookUp(list) => {
            Said::LookUp { list: list.iter().map(|one| lookup(*one, plan, lang)).collect() }
        }
    }
}

/// The policies in which statements stand, each once: by name, or by number if they have none.
fn policies(statements: &[StatementRef], plan: &Plan) -> Vec<String> {
    let after = plan.applied();
    let mut policies: Vec<String> = Vec::new();
    for at in statements {
        let index = usize::try_from(at.document.0).unwrap_or(usize::MAX);
        let name = after.policies.get(index).map_or("", |entry| entry.name.trim());
        let name =
            if name.is_empty() { format!("#{}", index.saturating_add(1)) } else { format!("`{name}`") };
        if !policies.contains(&name) {
            policies.push(name);
        }
    }
    policies
}

/// Who takes a step.
pub fn by(by: By, plan: &Plan, lang: Lang) -> String {
    let names = Names::of(&plan.start);
    match lang {
        Lang::En => en::by(by, &names),
        Lang::Zh => zh::by(by, &names),
    }
}

/// Where a step is taken.
pub fn place(place: Place, plan: &Plan, lang: Lang) -> String {
    let names = Names::of(&plan.start);
    match lang {
        Lang::En => en::place(place, &names),
        Lang::Zh => zh::place(place, &names),
    }
}

/// How a step stands, in a few words.
pub fn state(state: State, lang: Lang) -> &'static str {
    match (lang, state) {
        (Lang::En, State::Done) => "done",
        (Lang::En, State::Missing) => "missing",
        (Lang::En, State::Unknown) => "to be checked",
        (Lang::Zh, State::Done) => "已具备",
        (Lang::Zh, State::Missing) => "缺少",
        (Lang::Zh, State::Unknown) => "待确认",
    }
}

/// Why a wish cannot be granted, in one sentence.
pub fn refusal(refusal: &Refusal, scenario: &Scenario, lang: Lang) -> String {
    let names = Names::of(scenario);
    match lang {
        Lang::En => en::refusal(refusal.reason, &names),
        Lang::Zh => zh::refusal(refusal.reason, &names),
    }
}

/// What can be done in the place of what was refused, in one sentence.
pub fn instead(method: LogonMethod, lang: Lang) -> String {
    let title = catalogue().logon_method(method).title.get(lang);
    match lang {
        Lang::En => format!("Log on in another way: {title}."),
        Lang::Zh => format!("可改用其他登录方式：{title}。"),
    }
}

/// The identity that the consoles see, with its kind.
fn identity(scenario: &Scenario, method: LogonMethod, lang: Lang) -> String {
    let name = principal_name(scenario, method);
    match (method.acts_as(), lang) {
        (Identity::Account, Lang::En) => format!("Alibaba Cloud account {name}"),
        (Identity::RamUser, Lang::En) => format!("RAM user {name}"),
        (Identity::RamRole, Lang::En) => format!("RAM role {name}"),
        (Identity::Account, Lang::Zh) => format!("阿里云账号 {name}"),
        (Identity::RamUser, Lang::Zh) => format!("RAM 用户 {name}"),
        (Identity::RamRole, Lang::Zh) => format!("RAM 角色 {name}"),
    }
}

fn job_user(names: &Names<'_>, lang: Lang) -> String {
    match lang {
        Lang::En => format!("RAM user {}", names.job_user),
        Lang::Zh => format!("RAM 用户 {}", names.job_user),
    }
}

/// The RAM user that assumes the role.
fn caller(names: &Names<'_>, lang: Lang) -> String {
    let Names { caller, caller_account, .. } = names;
    match lang {
        Lang::En => format!("RAM user {caller} of account {caller_account}"),
        Lang::Zh => format!("账号 {caller_account} 的 RAM 用户 {caller}"),
    }
}

fn target<'a>(attach: &'a Attach, scenario: &'a Scenario, names: &Names<'_>, lang: Lang) -> Target<'a> {
    let who = || identity(scenario, scenario.logon, lang);
    match attach {
        Attach::Identity if scenario.logon == LogonMethod::CloudSsoRamRole => {
            Target::Configuration(&scenario.identities.access_configuration)
        }
        Attach::Group(group) => Target::InGroup(who(), group),
        Attach::Job => Target::To(job_user(names, lang)),
        Attach::Caller => Target::To(caller(names, lang)),
        Attach::Identity | Attach::Session | Attach::Trust | Attach::Control(_) | Attach::Project => {
            Target::To(who())
        }
    }
}

fn lookup(lookup: Lookup, plan: &Plan, lang: Lang) -> String {
    match (lookup, lang) {
        (Lookup::Document(at), _) => {
            let after = plan.applied();
            let entry = after.policies.get(at).map(|entry| &entry.body);
            match entry {
                Some(ramplay_playground::Body::System(name)) => format!("`{name}`"),
                _ => format!("#{}", at.saturating_add(1)),
            }
        }
        (Lookup::Layer(layer), Lang::En) => en::layer(layer).to_owned(),
        (Lookup::Layer(layer), Lang::Zh) => zh::layer(layer).to_owned(),
        (Lookup::Resource, Lang::En) => "the resource that the operation is checked on".to_owned(),
        (Lookup::Resource, Lang::Zh) => "该操作所校验的资源".to_owned(),
    }
}
