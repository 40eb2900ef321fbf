//! The words around an answer.

use ramplay_text::Lang;

/// The words around an answer.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is what it says")]
pub struct Labels {
    pub table: &'static str,
    pub connector: &'static str,
    pub step: &'static str,
    pub verdict: &'static str,
    pub needs: &'static str,
    /// Before what happens when a step is denied.
    pub if_denied: &'static str,
    /// Before what somebody else than RAM has to grant.
    pub grants: &'static str,
    pub on: &'static str,
    pub no_connector: &'static str,
    pub nothing_used: &'static str,
    pub problems: &'static str,
    pub credentials: &'static str,
    pub variables: &'static str,
    pub missing: &'static str,
    pub least_policy: &'static str,
    pub least_policy_part: &'static str,
    /// Before the steps that are not in the policy.
    pub left_out: &'static str,
    pub nothing_needed: &'static str,
    /// Before the steps of the guide.
    pub steps: &'static str,
}

/// The words in a language.
pub fn labels(lang: Lang) -> &'static Labels {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

const EN: Labels = Labels {
    table: "table",
    connector: "connector",
    step: "step",
    verdict: "verdict",
    needs: "needs",
    if_denied: "if denied",
    grants: "to be granted elsewhere",
    on: "on {resource}",
    no_connector: "no connector",
    nothing_used: "no table is used here",
    problems: "to look at",
    credentials: "credentials in plain text",
    variables: "variables",
    missing: "missing",
    least_policy: "least policy",
    least_policy_part: "least policy, part",
    left_out: "not in the policy, since the resource is not known",
    nothing_needed: "no policy is needed",
    steps: "steps to a job with a RAM user of its own",
};

const ZH: Labels = Labels {
    table: "表",
    connector: "连接器",
    step: "步骤",
    verdict: "结论",
    needs: "所需权限",
    if_denied: "被拒绝时",
    grants: "需在别处授予",
    on: "资源 {resource}",
    no_connector: "无连接器",
    nothing_used: "没有使用任何表",
    problems: "需要注意",
    credentials: "明文凭证",
    variables: "变量",
    missing: "缺少的权限",
    least_policy: "最小权限策略",
    least_policy_part: "最小权限策略，第",
    left_out: "资源未知，未写入策略",
    nothing_needed: "无需任何策略",
    steps: "为作业配置专用 RAM 用户的步骤",
};
