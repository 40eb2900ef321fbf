//! The words of reports that are not those of the page.

ramplay_text::labels! {
    title: "Access to Realtime Compute for Apache Flink", "实时计算 Flink 版访问权限";
    scenario: "Scenario", "场景";
    logon: "Logon method", "登录方式";
    identity: "The consoles see", "控制台识别的身份";
    workspace: "Workspace and namespace", "工作空间与项目空间";
    logstore: "Logstore", "Logstore";
    policies: "Policies", "权限策略";
    policy: "Policy", "权限策略";
    attached: "Attached", "绑定到";
    consoles: "Consoles", "控制台";
    console: "Console", "控制台";
    reach: "Result", "结果";
    group: "Group", "分组";
    certainty: "How sure", "确定程度";
    because: "Missing, or decided by", "缺少的权限或依据";
    missing: "missing {actions}", "缺少 {actions}";
    denied_by: "denied by {statements}", "被 {statements} 显式拒绝";
    allowed_by: "by {statements}", "依据 {statements}";
    depends_on: "depends on {layers}", "取决于 {layers}";
    made_with: "Made with ramplay {version}; catalogue of {date}. A verdict of this program is no guarantee: what it assumes is listed beside each answer.", "由 ramplay {version} 生成；事实目录日期为 {date}。本程序的结论不构成保证，其所依据的假设列于各结果旁。";
    made_short: "Made with ramplay {version}; catalogue of {date}. A verdict of this program is no guarantee.", "由 ramplay {version} 生成；事实目录日期为 {date}。本程序的结论不构成保证。";
    assumptions: "These verdicts rest on assumptions", "以上结论基于以下假设";
    open_in_playground: "Open in the playground", "在演练场中打开";
    example: "This is an example with its answer.", "这是一个示例及其结果。";
}
