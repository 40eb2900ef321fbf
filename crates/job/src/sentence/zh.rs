//! Simplified Chinese.

use ramplay_flink::{DecidedBy, Severity};
use ramplay_text::Lang;

use crate::checklist::Todo;
use crate::gap::{Gap, Missing};
use crate::model::{Mark, Undecided};
use crate::problem::{BadName, ProblemKind};
use crate::proof::Proof;

pub(super) const VARIABLE: &str = "是否执行取决于变量的值";

pub(super) fn problem(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::NoConnector => "没有指定连接器的参数".to_owned(),
        ProblemKind::ConnectorUnfilled => "连接器为变量或占位符，无法得知所需权限".to_owned(),
        ProblemKind::UnknownConnector { suggestion: Some(name) } => {
            format!("未知的连接器，是否指 `{name}`？")
        }
        ProblemKind::UnknownConnector { suggestion: None } => "未知的连接器，无法得知所需权限".to_owned(),
        ProblemKind::RoleNotSupported { role } => {
            format!("文档中该连接器不支持用作{}", super::role(*role, Lang::Zh))
        }
        ProblemKind::ForeignCatalog => "SQL 中未定义该表所属的 Catalog，无法得知所需权限".to_owned(),
        ProblemKind::MissingOption { option } => format!("缺少必填参数 `{option}`"),
        ProblemKind::Unfilled { option, placeholder } => {
            format!("`{option}` 含有 `{placeholder}`，尚未为其指定值")
        }
        ProblemKind::BadName { option, why } => match why {
            BadName::Empty => format!("`{option}` 为空"),
            BadName::TooLong => format!("`{option}` 超过任何名称的长度"),
            BadName::Character(found) => format!("`{option}` 中有名称不允许的字符 `{found}`"),
            BadName::Secret => format!("`{option}` 的值疑似 AccessKey"),
        },
        ProblemKind::Endpoint(problem) => problem.message(Lang::Zh),
        ProblemKind::UnlistedRegion { region } => {
            format!("`{region}` 不在该服务的已知地域中，可能是新地域")
        }
        ProblemKind::ForeignPath => "路径不以 `oss://` 开头，无法得知所需权限".to_owned(),
    }
}

pub(super) fn undecided(why: &Undecided) -> String {
    match why {
        Undecided::Unfilled { name, placeholder } => {
            format!("无法判定：`{name}` 为 `{placeholder}`，尚未为其指定值")
        }
        Undecided::NoName { name } => format!("无法判定：`{name}` 未知"),
        Undecided::Region => "无法判定：策略限定了地域，而地域未知".to_owned(),
        Undecided::Account => "无法判定：策略限定了账号，而账号未知".to_owned(),
        Undecided::NoResource => "无法判定：文档未说明在哪个资源上校验".to_owned(),
        Undecided::Request(_) => "无法判定：条件无法读取请求中的值".to_owned(),
    }
}

pub(super) fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::NotRam => "不由 RAM 决定",
        Mark::Allowed => "允许",
        Mark::NotTaken => "不执行",
        Mark::Depends => "取决于未提供的策略",
        Mark::Undecided => "无法判定",
        Mark::Denied => "拒绝",
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::JobFails => "作业失败",
        Severity::Warning => "作业继续运行，但功能不完整",
        Severity::Harmless => "没有影响",
        Severity::Unknown => "后果未知",
    }
}

pub(super) fn decided_by(who: DecidedBy) -> &'static str {
    match who {
        DecidedBy::Ram => "RAM 权限策略",
        DecidedBy::InstanceAcl => "实例的用户与访问控制列表",
        DecidedBy::Grants => "数据库中的授权",
        DecidedBy::Nothing => "无需授权",
        DecidedBy::Unknown => "未知",
    }
}

pub(super) fn missing(missing: &Missing) -> String {
    let need = &missing.need;
    let said = format!("`{}` 在 `{}` 上被拒绝", need.action, need.resource);
    if missing.can_be_granted {
        said
    } else {
        format!("{said}，且基于身份的策略无法改变：请查看是哪条语句或哪一层拒绝")
    }
}

pub(super) fn closing(gap: &Gap) -> String {
    match (&gap.closing, gap.closing_is_exact) {
        (None, _) if gap.statements.is_empty() => "基于身份的策略无法补齐缺少的权限".to_owned(),
        (None, _) | (Some(_), true) => "以下语句可补齐缺少的权限，且不多授予任何权限".to_owned(),
        (Some(_), false) => "以下语句可补齐缺少的权限，但授予的多于所缺；最小权限策略不会如此".to_owned(),
    }
}

pub(super) fn proof(proof: &Proof) -> String {
    let Proof { needed, denied, actions, extra } = proof;
    match (denied.first(), extra.first()) {
        (None, None) => {
            format!(
                "已验证：允许所需的全部 {needed} 项(操作与资源)，且 {actions} 个已知操作在其他资源上均不允许"
            )
        }
        (Some(need), _) => format!("未允许所需的 `{}`(资源 `{}`)", need.action, need.resource),
        (None, Some(need)) => format!("允许了并不需要的 `{}`(资源 `{}`)", need.action, need.resource),
    }
}

pub(super) fn todo(todo: &Todo) -> String {
    match todo {
        Todo::CreateUser { user } => {
            format!("创建 RAM 用户 `{user}`，仅启用 OpenAPI 访问，不启用控制台访问")
        }
        Todo::CreatePolicy { policy, .. } => format!("创建自定义策略 `{policy}`"),
        Todo::AttachPolicy { policy, user } => format!("将 `{policy}` 授予 `{user}`"),
        Todo::CreateAccessKey { user } => format!("为 `{user}` 创建 AccessKey"),
        Todo::CreateVariables { names } => {
            format!("在项目空间的安全中心的变量管理中创建变量 `{}`", names.join("`、`"))
        }
        Todo::ReplaceCredentials { credentials } => format!("用变量替换明文凭证，共 {credentials} 处"),
        Todo::RotateKeys => "轮换曾以明文出现的密钥".to_owned(),
    }
}
