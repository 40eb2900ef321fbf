//! Who asks for what, as it is said on the command line.

use std::path::PathBuf;

use ramplay_analysis::SystemPolicy;
use ramplay_flink::{PolicyKind as SystemKind, catalogue};
use ramplay_policy::{Check, ContextMap, Policy, PolicyKind, Principal, PrincipalKind, Request, read};
use ramplay_text::Lang;

use crate::args::KindArg;
use crate::io_error::Failure;

/// Policies and who asks.
#[derive(Debug, clap::Args)]
pub(crate) struct AskingArgs {
    /// Policies in any form that is pasted, or one case as `ramplay evaluate` reads it, whose request is asked;
    /// `-`: standard input
    #[arg(value_name = "FILE")]
    pub(crate) policies: Vec<PathBuf>,
    /// What the documents are attached as; without it, what they look like
    #[arg(long, value_enum)]
    pub(crate) kind: Option<KindArg>,
    /// Who asks: the ARN of a RAM user, RAM role, root user or identity provider, or the name of a service
    #[arg(long, value_name = "ARN", default_value = "acs:ram::1000000000000001:user/alice")]
    pub(crate) principal: String,
    /// The account that owns the resource, if it is another one
    #[arg(long, value_name = "UID", value_parser = crate::args::uid)]
    pub(crate) resource_account: Option<String>,
    /// A condition key that the request carries
    #[arg(long = "context", value_name = "KEY=VALUE", value_parser = pair)]
    pub(crate) context: Vec<(String, String)>,
}

pub(crate) fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err("write KEY=VALUE".to_owned()),
    }
}

impl AskingArgs {
    /// The request without its checks: that of a case, or what is said here.
    pub(crate) fn base(&self, of_case: Option<Request>) -> Request {
        let mut request = of_case.unwrap_or_else(|| {
            let principal = principal(&self.principal);
            let mut request = Request::new(principal, "", "");
            request.checks.clear();
            request
        });
        if let Some(account) = &self.resource_account {
            request.resource_account.clone_from(account);
        }
        for (key, value) in &self.context {
            request.context.entry(key.clone()).or_default().push(value.clone());
        }
        request
    }
}

/// A check of one action on one resource.
pub(crate) fn check(action: &str, resource: &str) -> Check {
    Check { action: action.to_owned(), resource: resource.to_owned(), context: ContextMap::new() }
}

/// Who an ARN names; anything that is no ARN is the name of a service.
pub(crate) fn principal(arn: &str) -> Principal {
    let parts: Vec<&str> = arn.splitn(5, ':').collect();
    let (kind, account) = match parts.as_slice() {
        ["acs", "ram", _, account, what] => {
            let kind = match what.split_once('/').map_or(*what, |(kind, _)| kind) {
                "root" => PrincipalKind::Root,
                "role" => PrincipalKind::RamRole,
                "saml-provider" | "oidc-provider" => PrincipalKind::Federated,
                _ => PrincipalKind::RamUser,
            };
            (kind, (*account).to_owned())
        }
        _ => (PrincipalKind::Service, String::new()),
    };
    Principal { kind, arn: arn.to_owned(), account, uid: None }
}

/// The system policies whose bodies are known.
pub(crate) struct SystemPolicies(Vec<(&'static str, Policy)>);

impl SystemPolicies {
    pub(crate) fn known() -> Self {
        let identity = catalogue().system_policies.iter().filter(|row| row.kind == SystemKind::Identity);
        let read_one = |row: &'static ramplay_flink::SystemPolicy| {
            let reading = read(&row.document.as_ref()?.to_text(), PolicyKind::Identity);
            reading.is_usable().then_some((row.name.as_str(), reading.policy))
        };
        SystemPolicies(identity.filter_map(read_one).collect())
    }

    pub(crate) fn all(&self) -> Vec<SystemPolicy<'_>> {
        self.0.iter().map(|(name, policy)| SystemPolicy { name, policy }).collect()
    }
}

/// A request that an operator cannot read.
pub(crate) fn unreadable(problem: &ramplay_policy::RequestProblem, lang: Lang) -> Failure {
    Failure::undecided(ramplay_policy::sentence::request_problem(problem, lang))
}
