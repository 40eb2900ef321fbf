//! Simplified Chinese.

use ramplay_text::Lang;

use super::setting;
use crate::difference::{Change, Named, Setting};
use crate::import::{Import, Reason};

pub(super) fn named(named: &Named) -> String {
    match named {
        Named::Policy(place, name) if name.is_empty() => format!("策略 {place}"),
        Named::Draft(place, name) if name.is_empty() => format!("草稿 {place}"),
        Named::Policy(_, name) => format!("策略 `{name}`"),
        Named::Draft(_, name) => format!("草稿 `{name}`"),
    }
}

pub(super) fn change(change: &Change, one: &str, two: &str, three: &str) -> String {
    match change {
        Change::Logon(..) => format!("登录方式由“{one}”改为“{two}”"),
        Change::Field(_, was, _) if was.is_empty() => format!("{one}由空改为 `{three}`"),
        Change::Field(_, _, is) if is.is_empty() => format!("{one}由 `{two}` 改为空"),
        Change::Field(..) => format!("{one}由 `{two}` 改为 `{three}`"),
        Change::Setting(Setting::Order) => "策略的顺序已更改".to_owned(),
        Change::Setting(of) => format!("已更改：{}", setting(*of, Lang::Zh)),
        Change::Added(_) => format!("添加了{one}"),
        Change::Removed(_) => format!("删除了{one}"),
        Change::Renamed(..) => format!("{one}更名为{two}"),
        Change::Moved(..) => format!("{one}的绑定由“{two}”改为“{three}”"),
        Change::Text(..) => format!("{one}的内容已更改"),
    }
}

pub(super) fn import(import: &Import) -> String {
    match import {
        Import::Scenario { scenario, .. } => format!("一个场景，包含 {} 个策略", scenario.policies.len()),
        Import::Policies(found) => format!("{} 个权限策略", found.documents.len()),
        Import::Draft { statements, tables, .. } => {
            format!("一个 Flink SQL 草稿(语句：{statements}，表：{tables})")
        }
        Import::Nothing(reason) => match reason {
            Reason::TooLong(bytes) => format!("未读取：{bytes} 字节过长"),
            Reason::NotText(at) => format!("这不是文本：第 {at} 字节不是有效的 UTF-8"),
            Reason::Scenario(error) => format!("无法读取的场景：{error}"),
            Reason::Unknown(_) => "未识别出可用的内容".to_owned(),
        },
    }
}

pub(super) fn help(reason: &Reason) -> &'static str {
    match reason {
        Reason::TooLong(_) => "请选择只包含一个场景、策略或草稿的文件。",
        Reason::NotText(_) => "请将文件保存为 UTF-8 后重试。",
        Reason::Scenario(_) => "请按提示的位置修正文件，或使用生成该文件的 ramplay 版本。",
        Reason::Unknown(_) => {
            "可识别：从此处导出的场景、任意形式的 RAM 权限策略(JSON、Terraform、命令行工具的返回结果、代码、文档)以及 Flink SQL。"
        }
    }
}
