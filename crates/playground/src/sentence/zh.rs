//! Simplified Chinese.

use ramplay_flink::{Console, CustomRoleProblem, Identity, LogonMethod};

use super::StepFacts;
use crate::console::{Reach, Step};
use crate::documents::Obstacle;
use crate::scenario::Attach;

pub(super) fn reach(reach: Reach, console: Console) -> &'static str {
    match (reach, console) {
        (Reach::Open, Console::Management) => "可以打开",
        (Reach::Open, Console::Development) => "可以进入项目空间",
        (Reach::Provided, _) => "前提条件成立时可以打开",
        (Reach::Closed, _) => "不能打开",
        (Reach::Impossible, _) => "此登录方式无法打开",
        (Reach::Withheld, _) => "无结论",
    }
}

pub(super) fn step(step: Step, facts: &StepFacts<'_>) -> String {
    let StepFacts { caller, caller_account, role, principal } = facts;
    match step {
        Step::LetCallerAssume => {
            format!("为账号 {caller_account} 的 RAM 用户 {caller} 授予 AliyunSTSAssumeRoleAccess。")
        }
        Step::LetCallerOpenMembers => {
            format!("为账号 {caller_account} 的 RAM 用户 {caller} 授予 AliyunResourceDirectoryFullAccess。")
        }
        Step::TrustCaller => {
            format!("在角色 {role} 的信任策略中为 sts:AssumeRole 指明 acs:ram::{caller_account}:root。")
        }
        Step::ChangeControl => "请管理账号修改管控策略：当前的管控策略不允许。".to_owned(),
        Step::ChangeSession => "扮演角色时使用允许该操作的会话策略，或不使用会话策略。".to_owned(),
        Step::RemoveDeny => "缩小或解绑含有 Deny 语句的策略。".to_owned(),
        Step::GrantPolicy => format!("授予 RAM 权限策略，授权对象：{principal}。"),
        Step::AddMember(_) => format!("添加为项目空间成员：{principal}。"),
        Step::Correct => "请先更正错误。".to_owned(),
        Step::OtherLogon => "请使用其他登录方式。".to_owned(),
    }
}

pub(super) fn withheld_documents(names: &[(String, Obstacle)]) -> String {
    let parts: Vec<String> = names
        .iter()
        .map(|(name, why)| format!("`{name}`:{}", super::obstacle(*why, ramplay_text::Lang::Zh)))
        .collect();
    parts.join("；")
}

pub(super) fn attach(attach: &Attach, method: LogonMethod) -> String {
    match attach {
        Attach::Identity => match (method, method.acts_as()) {
            (LogonMethod::CloudSsoRamRole, _) => "访问配置".to_owned(),
            (_, Identity::RamRole) => "RAM 角色".to_owned(),
            (_, Identity::RamUser | Identity::Account) => "RAM 用户".to_owned(),
        },
        Attach::Group(group) => format!("资源组 {group} 范围"),
        Attach::Session => "会话策略".to_owned(),
        Attach::Trust => "角色的信任策略".to_owned(),
        Attach::Caller => "扮演角色的 RAM 用户".to_owned(),
        Attach::Control(node) => format!("{node} 的管控策略"),
        Attach::Project => "SLS 项目策略".to_owned(),
        Attach::Job => "作业的 RAM 用户".to_owned(),
    }
}

pub(super) fn custom_role_problem(problem: &CustomRoleProblem) -> String {
    match problem {
        CustomRoleProblem::UnknownPermission { id } => format!("未知权限 `{id}`"),
        CustomRoleProblem::MissingViewerPermission { id } => format!("缺少 viewer 的权限 `{id}`"),
        CustomRoleProblem::NothingBeyondViewer => "自定义角色的权限必须多于 viewer".to_owned(),
        _ => "名称以字母开头，只含字母、数字和连字符，最多 64 个字符".to_owned(),
    }
}

pub(super) fn short_method(method: LogonMethod) -> &'static str {
    match method {
        LogonMethod::AccountPurchaser => "购买者",
        LogonMethod::AccountOther => "其他账号",
        LogonMethod::RamUserSameAccount => "同一账号",
        LogonMethod::RamUserCrossAccount => "其他账号",
        LogonMethod::RamRoleSameAccount => "同一账号",
        LogonMethod::RamRoleOtherAccount => "其他账号",
        LogonMethod::RdRoot => "根用户",
        LogonMethod::RdRamAdminAsRole => "管理员扮演",
        LogonMethod::RdRamUser => "RAM 用户",
        LogonMethod::CloudSsoRamRole => "以 RAM 角色",
        LogonMethod::CloudSsoRamUser => "以 RAM 用户",
    }
}
