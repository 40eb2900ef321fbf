//! Ways to more access than was given, as questions to ask of policies.
//!
//! Each is an operation of RAM or STS with which an identity can give itself, or something that it controls, what
//! it does not have. The names are those of the API
//! (<https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-overview>).

use crate::frame::Only;

/// A question that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// A stable code.
    pub code: &'static str,
    /// What it asks, in English, after "can anything here".
    pub en: &'static str,
    /// The same in Chinese.
    pub zh: &'static str,
    /// The actions, any of which is enough.
    pub actions: &'static [&'static str],
    /// What they are checked on.
    pub resources: &'static [&'static str],
}

impl Question {
    /// The requests that it is about, for [`Frame::only`](crate::Frame::only).
    pub fn only(&self) -> Only {
        Only::of(self.actions, self.resources)
    }
}

/// Everything of RAM, in any account.
const RAM: &[&str] = &["acs:ram:*", "*"];

/// The ways that are known.
pub const ESCALATIONS: [Question; 9] = [
    Question {
        code: "attach-policy",
        en: "attach a policy to a RAM user, group or role",
        zh: "为 RAM 用户、用户组或角色授权策略",
        actions: &["ram:AttachPolicyToUser", "ram:AttachPolicyToGroup", "ram:AttachPolicyToRole"],
        resources: RAM,
    },
    Question {
        code: "rewrite-policy",
        en: "rewrite a policy that is attached already",
        zh: "改写已授权的策略",
        actions: &["ram:CreatePolicyVersion", "ram:SetDefaultPolicyVersion"],
        resources: RAM,
    },
    Question {
        code: "join-group",
        en: "put a RAM user into a group",
        zh: "将 RAM 用户加入用户组",
        actions: &["ram:AddUserToGroup"],
        resources: RAM,
    },
    Question {
        code: "create-access-key",
        en: "create an AccessKey for a RAM user",
        zh: "为 RAM 用户创建 AccessKey",
        actions: &["ram:CreateAccessKey"],
        resources: RAM,
    },
    Question {
        code: "set-password",
        en: "give a RAM user a password for the console",
        zh: "为 RAM 用户设置控制台登录密码",
        actions: &["ram:CreateLoginProfile", "ram:UpdateLoginProfile"],
        resources: RAM,
    },
    Question {
        code: "rewrite-trust",
        en: "change who may assume a RAM role",
        zh: "修改 RAM 角色的信任策略",
        actions: &["ram:UpdateRole", "ram:CreateRole"],
        resources: RAM,
    },
    Question {
        code: "pass-role",
        en: "hand a RAM role to a service",
        zh: "将 RAM 角色传递给云服务",
        actions: &["ram:PassRole"],
        resources: RAM,
    },
    Question {
        code: "assume-role",
        en: "assume a RAM role",
        zh: "扮演 RAM 角色",
        actions: &["sts:AssumeRole"],
        resources: RAM,
    },
    Question {
        code: "remove-guard",
        en: "remove a second factor from a RAM user",
        zh: "解绑 RAM 用户的多因素认证设备",
        actions: &["ram:UnbindMFADevice", "ram:DeleteVirtualMFADevice"],
        resources: RAM,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_both_languages_are_there() {
        let mut codes: Vec<&str> = ESCALATIONS.iter().map(|question| question.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), ESCALATIONS.len());
        assert!(
            ESCALATIONS.iter().all(|one| !one.en.is_empty() && !one.zh.is_empty() && !one.actions.is_empty())
        );
    }
}
