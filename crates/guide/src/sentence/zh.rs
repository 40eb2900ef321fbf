//! Simplified Chinese.

use ramplay_flink::{GrantId, catalogue};

use super::{By, Layer, Names, Place, Reason, Said, Target, What};
use crate::wish::{Access, Extent};

pub(super) fn wish(what: What, who: &str, names: &Names<'_>) -> String {
    let Names { namespace, project, logstore, job_user, .. } = names;
    match what {
        What::Management(Extent::View) => format!("{who} 打开管理控制台，查看工作空间和项目空间。"),
        What::Management(Extent::Operate) => format!("{who} 执行管理控制台的全部操作。"),
        What::Development(role) => format!("{who} 以 {} 角色在项目空间 {namespace} 中工作。", role.id()),
        What::Permission(permission) => {
            format!("{who} 在项目空间 {namespace} 中拥有“{}”权限。", permission.title.zh)
        }
        What::Logstore(Access::Pull) => {
            format!("{who} 不使用消费组读取项目 {project} 的 Logstore {logstore}。")
        }
        What::Logstore(Access::Group) => {
            format!("{who} 使用消费组读取项目 {project} 的 Logstore {logstore}。")
        }
        What::Logstore(Access::Write) => format!("{who} 写入项目 {project} 的 Logstore {logstore}。"),
        What::Assume => match &names.role {
            Some(role) => format!("{who} 扮演 RAM 角色 {role}。"),
            None => format!("{who} 扮演 RAM 角色。"),
        },
        What::Key(Access::Pull) => format!(
            "{who} 运行不使用消费组读取 Logstore {logstore} 的作业，并将 {job_user} 的 AccessKey 保存在变量中。"
        ),
        What::Key(Access::Group) => {
            format!(
                "{who} 运行使用消费组读取 Logstore {logstore} 的作业，并将 {job_user} 的 AccessKey 保存在变量中。"
            )
        }
        What::Key(Access::Write) => {
            format!("{who} 运行写入 Logstore {logstore} 的作业，并将 {job_user} 的 AccessKey 保存在变量中。")
        }
    }
}

fn attach(name: &str, create: bool, target: &Target<'_>) -> String {
    match (create, target) {
        (false, Target::Configuration(configuration)) => {
            format!("在访问配置 {configuration} 中添加系统策略 {name}。")
        }
        (true, Target::Configuration(configuration)) => {
            format!("将 {name} 的语句加入访问配置 {configuration} 的内置策略。")
        }
        (false, Target::InGroup(who, group)) => {
            format!("将系统策略 {name} 授予 {who}，授权范围为资源组 {group}。")
        }
        (true, Target::InGroup(who, group)) => {
            format!("创建自定义权限策略 {name} 并授予 {who}，授权范围为资源组 {group}。")
        }
        (false, Target::To(who)) => format!("将系统策略 {name} 授予 {who}。"),
        (true, Target::To(who)) => format!("创建自定义权限策略 {name} 并授予 {who}。"),
    }
}

fn join(who: &str, role: &str, is_custom: bool, pick: Option<&str>, names: &Names<'_>) -> String {
    let namespace = names.namespace;
    match (is_custom, pick) {
        (false, None) => format!("将 {who} 添加到项目空间 {namespace}，角色为 {role}。"),
        (false, Some(pick)) => {
            format!("将 {who} 添加到项目空间 {namespace}，角色为 {role}。在对话框中：{pick}。")
        }
        (true, None) => format!("创建自定义角色 {role}，并以该角色将 {who} 添加到项目空间 {namespace}。"),
        (true, Some(pick)) => format!(
            "创建自定义角色 {role}，并以该角色将 {who} 添加到项目空间 {namespace}。在对话框中：{pick}。"
        ),
    }
}

pub(super) fn task(said: &Said<'_>, names: &Names<'_>) -> String {
    let Names { job_user, role, .. } = names;
    let role = role.as_deref().unwrap_or_default();
    match said {
        Said::Check(text) => format!("{text}。"),
        Said::Attach { name, create, target } => attach(name, *create, target),
        Said::Join { who, role, is_custom, pick } => join(who, role, *is_custom, *pick, names),
        Said::Trust { account } => {
            format!("在 {role} 的信任策略中允许账号 {account} 执行 sts:AssumeRole。")
        }
        Said::CreateUser => format!("为作业创建仅用于 API 调用的 RAM 用户 {job_user}。"),
        Said::CreateKey => format!("为 {job_user} 创建 AccessKey。"),
        Said::CreateVariables => format!("创建两个项目变量，保存 {job_user} 的 AccessKey。"),
        Said::UseVariables => {
            "用变量代替 accessId 和 accessKey 的明文，写作 ${secret_values.名称}。".to_owned()
        }
        Said::AllowAt { node } => {
            format!("在 {node} 上绑定 FullAliyunAccess，或绑定允许该操作的其他管控策略。")
        }
        Said::AllowInSession => "扮演角色时使用同样允许该操作的会话策略，或不传会话策略。".to_owned(),
        Said::Correct => "请先更正策略和输入中的错误。".to_owned(),
        Said::Lift { policies } => {
            let policies = policies.join("、");
            format!("在 {policies} 的 Deny 语句中设置例外，或解除这些策略：显式拒绝始终优先。")
        }
        Said::LookUp { list } => {
            let list = list.join("、");
            format!("请查明此处未知且起决定作用的内容：{list}。")
        }
    }
}

pub(super) fn by(by: By, names: &Names<'_>) -> String {
    let Names { account, caller_account, project_account, .. } = names;
    match by {
        By::Account => format!("阿里云账号 {account} 本身"),
        By::Administrator => format!("账号 {account} 或其 RAM 管理员"),
        By::CallerAdministrator => format!("账号 {caller_account} 或其 RAM 管理员"),
        By::ManagementAccount => "资源目录的管理账号".to_owned(),
        By::NamespaceOwner => "拥有 owner 角色或成员管理权限的成员".to_owned(),
        By::Developer => "可创建变量并编辑草稿的成员".to_owned(),
        By::ProjectOwner => format!("日志服务项目的所有者账号 {project_account}"),
        By::Person => "登录者".to_owned(),
    }
}

pub(super) fn place(place: Place, names: &Names<'_>) -> String {
    let Names { account, caller_account, project, .. } = names;
    match place {
        Place::Ram => format!("账号 {account} 的 RAM 控制台"),
        Place::CallerRam => format!("账号 {caller_account} 的 RAM 控制台"),
        Place::CloudSso => "云 SSO 控制台".to_owned(),
        Place::ResourceDirectory => "资源目录".to_owned(),
        Place::Members => catalogue().grant(GrantId::MemberRole).place.zh.clone(),
        Place::Variables => "开发控制台的变量管理".to_owned(),
        Place::Drafts => "开发控制台的作业草稿".to_owned(),
        Place::Session => "扮演角色时".to_owned(),
        Place::ProjectPolicy => format!("项目 {project} 的项目策略（通过 SDK 设置）"),
        Place::Scenario => "此处的场景中".to_owned(),
    }
}

pub(super) fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Control(_) => "管控策略",
        Layer::Session => "会话策略",
        Layer::IdentityAccount => "身份的权限策略",
        Layer::IdentityGroup => "身份在资源组范围的权限策略",
        Layer::Resource => "项目策略",
        Layer::Trust => "信任策略",
    }
}

pub(super) fn refusal(reason: Reason, names: &Names<'_>) -> String {
    match reason {
        Reason::Console(cell) => format!("{}。", cell.basis.zh),
        Reason::AccountCannotAssume => "阿里云账号本身不能扮演角色，须由 RAM 用户扮演。".to_owned(),
        Reason::NoRole => "以这种方式登录时不调用 sts:AssumeRole。".to_owned(),
        Reason::OtherAccount => {
            format!("该 Logstore 属于账号 {}，而权限策略只对所在账号的资源生效。", names.project_account)
        }
        Reason::JobHasNoConsole => "作业的 RAM 用户只调用 API，不使用控制台。".to_owned(),
        Reason::GroupOfConfiguration => {
            "该角色的权限策略来自访问配置，已读取的页面未说明如何将其限定到资源组。".to_owned()
        }
        Reason::NoGroup => "请先指定资源组。".to_owned(),
    }
}

/// Without the blanks that stand between two Chinese characters, where a name begins with one.
pub(super) fn spaced(text: &str) -> String {
    let is_han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let mut out = String::with_capacity(text.len());
    let mut ahead = text.chars().peekable();
    while let Some(c) = ahead.next() {
        let between =
            out.chars().next_back().is_some_and(is_han) && ahead.peek().copied().is_some_and(is_han);
        if c != ' ' || !between {
            out.push(c);
        }
    }
    out
}
