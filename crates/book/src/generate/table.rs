//! Markdown tables.

use ramplay_flink::{Status, Text};
use ramplay_text::Lang;

/// Words of the tables.
pub(super) mod words {
    ramplay_text::labels! {
        status: "Status", "状态";
        sources: "Sources", "来源";
        note: "Note", "说明";
        code: "Code", "代码";
        rule: "Rule", "规则";
        about: "What it says", "内容";
        class: "Class", "级别";
        operator: "Operator", "运算符";
        tests: "Met when the request's value", "满足条件";
        key: "Condition key", "条件键";
        kind: "Values", "取值";
        always: "In every request", "每个请求都有";
        assumption: "Assumption", "推定";
        yes: "yes", "是";
        no: "no", "否";
        limit: "Limit", "上限";
        value: "Value", "数值";
        operation: "Operation", "操作";
        action: "Action", "权限（Action）";
        resource: "Resource", "资源";
        level: "Access level", "访问级别";
        id: "Id", "ID";
        permission: "Permission", "权限";
        capability: "Capability", "能力";
        checks: "Checks", "检查";
        policy: "Policy", "策略";
        body: "Body", "内容";
        possible: "Possible", "是否可行";
        identity: "Identity that counts", "生效的身份";
        console: "Console", "控制台";
        grant: "What is granted", "授权";
        management: "Management Console", "管理控制台";
        development: "Development Console", "开发控制台";
        preconditions: "What must be in place first", "前提条件";
        reading: "Reading", "说法";
        taken: "taken", "采用";
        source: "Source", "来源";
        date: "Date", "日期";
        step: "Step", "步骤";
        needs: "Needs", "所需权限";
        denied: "If denied", "被拒绝时";
        decided_by: "Who decides", "由谁决定";
        options: "Options that name what is accessed", "指明访问对象的选项";
        credentials: "Options that hold credentials", "含凭证的选项";
        example_fires: "Where it fires", "触发示例";
        example_silent: "Where it is silent", "不触发示例";
        ram_name: "RAM's own name", "RAM 校验中的名称";
        in_chinese: "In Chinese", "英文";
        unknown: "not known", "未知";
        sentence: "Sentence", "提示";
    }
}

/// Cells that cannot break a table.
pub(super) fn cell(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    angle_brackets(&line.replace('|', "\\|"))
}

/// Text with `<name>` in it that is no HTML: outside of backticks it is escaped.
pub(super) fn angle_brackets(text: &str) -> String {
    let pieces = text.split('`').enumerate();
    let escaped =
        pieces.map(|(at, piece)| if at % 2 == 0 { piece.replace('<', "&lt;") } else { piece.to_owned() });
    escaped.collect::<Vec<_>>().join("`")
}

/// A table.
pub(super) fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head_cells: Vec<String> = head.iter().map(|name| (*name).to_owned()).collect();
    let mut out = line(&head_cells) + &line(&vec!["---".to_owned(); head.len()]);
    for row in rows {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        out += &line(&cells);
    }
    out + "\n"
}

/// Words as code; a dash for none.
pub(super) fn codes<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    if words.is_empty() { "–".to_owned() } else { words.join(", ") }
}

/// A status in the page's words.
pub(super) fn status(status: Status, lang: Lang) -> String {
    ramplay_playground::sentence::status(status, lang).to_owned()
}

/// The keys of sources as links to their list.
pub(super) fn sources(keys: &[String], lang: Lang) -> String {
    let list = match lang {
        Lang::En => "sources.md",
        Lang::Zh => "../../reference/sources.md",
    };
    let link = |key: &String| format!("[{key}]({list}#source-{key})");
    keys.iter().map(link).collect::<Vec<_>>().join(", ")
}

/// A text that may be missing.
pub(super) fn optional(text: Option<&Text>, lang: Lang) -> String {
    text.map_or_else(String::new, |text| text.get(lang).to_owned())
}
