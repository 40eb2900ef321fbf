//! Fixed words.

ramplay_text::labels! {
    title: "Policy review", "策略评审";
    newly_allowed: "Newly allowed", "新增允许";
    newly_denied: "Newly explicitly denied", "新增显式拒绝";
    no_longer_allowed: "No longer allowed", "不再允许";
    other_denial: "Denied in another way: explicitly or implicitly", "拒绝方式改变：显式与隐式之间";
    unclear: "No verdict before or after", "变更前或变更后无结论";
    what: "What", "对象";
    before: "Before", "变更前";
    after: "After", "变更后";
    logon_methods: "Logon methods", "登录方式";
    every_method: "every logon method for which a changed policy counts", "变更策略适用的所有登录方式";
    of_job: "for the RAM user of the Flink job", "针对 Flink 作业的 RAM 用户";
    policies: "Policies", "权限策略";
    exactly: "For every request, not only these rows", "针对所有请求(不限于以上各行)";
    of_consoles: "The identity that the consoles see", "控制台识别的身份";
    of_project: "Who reads and writes the Logstore, with project policies", "读写 Logstore 的身份(含 Project Policy)";
    withheld: "A policy has an error or is not known, so that nothing exact can be said.", "有权限策略存在错误或未知，无法给出精确结论。";
    undecided: "Not everything was decided within the work that was allowed: there can be other changes.", "在允许的计算量内未能全部判定：可能还有其他变化。";
    assertions: "Assertions", "断言";
    comments: "Comments", "评论";
    opens: "opens", "可打开";
    does_not_open: "does not open", "无法打开";
    held: "held", "拥有";
    not_held: "not held", "未拥有";
    nothing: "No policy changed.", "没有权限策略发生变化。";
    no_verdict: "No verdict changes: neither an operation, nor a permission, nor a Logstore capability, nor the opening of a console, with any logon method.", "没有结论发生变化：任何登录方式下，操作、权限点、Logstore 能力以及控制台的打开均不受影响。";
    gone: "on something that is no longer there", "所评论的内容已不存在";
    whole: "on the scenario", "关于整个场景";
}
