//! Close to the length that RAM accepts.

use super::prelude::*;
use ramplay_policy::limits;
use ramplay_text::Span;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "near-length-limit",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("close to the length that RAM accepts", "接近 RAM 的长度限制"),
        message: words(
            "the document has {length} of {limit} characters",
            "文档已有 {length} 个字符，上限为 {limit}",
        ),
        help: words(
            "blanks count as far as is known; use wildcards, or split it",
            "据目前所知空白字符也计入；请使用通配符或拆分",
        ),
        source: source::LIMITS,
    },
    check: Check::Document(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        of(PolicyKind::Session, r#"⟦{⟧"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["log:GetLogStore",
                    "log:GetIndex", "log:GetConfig", "log:GetMachineGroup", "log:GetSavedSearch",
                    "log:GetDashboard", "log:GetJob", "log:GetConsumerGroup", "log:GetMetricStore",
                    "log:GetProject", "log:GetAlert", "log:GetChart", "log:GetApp", "log:GetResource",
                    "log:GetResourceRecord", "log:GetIngestProcessor", "log:ListLogStore", "log:ListIndex",
                    "log:ListConfig", "log:ListMachineGroup", "log:ListSavedSearch", "log:ListDashboard",
                    "log:ListJob", "log:ListConsumerGroup", "log:ListMetricStore", "log:ListProject",
                    "log:ListAlert", "log:ListChart", "log:ListApp", "log:ListResource",
                    "log:ListResourceRecord", "log:ListIngestProcessor", "log:CreateLogStore",
                    "log:CreateIndex", "log:CreateConfig", "log:CreateMachineGroup", "log:CreateSavedSearch",
                    "log:CreateDashboard", "log:CreateJob", "log:CreateConsumerGroup", "log:CreateMetricStore",
                    "log:CreateProject", "log:CreateAlert", "log:CreateChart", "log:CreateApp",
                    "log:CreateResource", "log:CreateResourceRecord", "log:CreateIngestProcessor",
                    "log:UpdateLogStore", "log:UpdateIndex", "log:UpdateConfig", "log:UpdateMachineGroup",
                    "log:UpdateSavedSearch", "log:UpdateDashboard", "log:UpdateJob", "log:UpdateConsumerGroup",
                    "log:UpdateMetricStore", "log:UpdateProject", "log:UpdateAlert", "log:UpdateChart",
                    "log:UpdateApp", "log:UpdateResource", "log:UpdateResourceRecord",
                    "log:UpdateIngestProcessor", "log:DeleteLogStore", "log:DeleteIndex", "log:DeleteConfig",
                    "log:DeleteMachineGroup", "log:DeleteSavedSearch", "log:DeleteDashboard", "log:DeleteJob",
                    "log:DeleteConsumerGroup"], "Resource": "*"}]}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        of(PolicyKind::Session, r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*""#),
    ],
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some(limit) = limits::ram_length(context.subject.kind) else { return };
    // Bytes are quick to count and never fewer than characters.
    if context.text.len() * 10 < limit * 9 || context.document.statements.is_empty() {
        return;
    }
    let length = context.text.chars().count();
    if length * 10 >= limit * 9 && length <= limit {
        let end = context.text.char_indices().nth(1).map_or(0, |(index, _)| index);
        sink.report(Span::new(0, end)).arg("length", length.to_string()).arg("limit", limit.to_string());
    }
}
