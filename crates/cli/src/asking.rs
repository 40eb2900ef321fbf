//! Who asks for what, as it is said on the command line.

use std::path::PathBuf;

use ramplay_policy::{Check, ContextMap, Principal, Request};
use ramplay_questions::{Side, principal};

use crate::args::KindArg;

/// Who asks, and under what circumstances.
#[derive(Debug, clap::Args)]
pub(crate) struct WhoArgs {
    /// What the documents are attached as; without it, what they look like
    #[arg(long, value_enum)]
    pub(crate) kind: Option<KindArg>,
    /// Who asks: the ARN of a RAM user, RAM role, root user or identity provider, or the name of a service
    #[arg(long, value_name = "ARN", default_value = "acs:ram::1000000000000001:user/alice")]
    principal: String,
    /// A condition key that the request carries
    #[arg(long = "context", value_name = "KEY=VALUE", value_parser = pair)]
    context: Vec<(String, String)>,
}

/// Policies and who asks.
#[derive(Debug, clap::Args)]
pub(crate) struct AskingArgs {
    /// Policies in any form that is pasted, or one case as `ramplay evaluate` reads it, whose request is asked;
    /// `-`: standard input
    #[arg(value_name = "FILE")]
    pub(crate) policies: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) who: WhoArgs,
    /// The account that owns the resource, if it is another one
    #[arg(long, value_name = "UID", value_parser = crate::args::uid)]
    resource_account: Option<String>,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err("write KEY=VALUE".to_owned()),
    }
}

impl WhoArgs {
    /// Who asks, where nothing else says so.
    pub(crate) fn principal(&self) -> Principal {
        principal(&self.principal)
    }

    /// Adds the condition keys that the request carries.
    pub(crate) fn add_to(&self, request: &mut Request) {
        for (key, value) in &self.context {
            request.context.entry(key.clone()).or_default().push(value.clone());
        }
    }
}

impl AskingArgs {
    /// Puts what is said here into what is asked of a side.
    pub(crate) fn add_to(&self, side: &mut Side<'_>) {
        if let Some(account) = &self.resource_account {
            side.base.resource_account.clone_from(account);
        }
        self.who.add_to(&mut side.base);
    }
}

/// A check of one action on one resource.
pub(crate) fn check(action: &str, resource: &str) -> Check {
    Check { action: action.to_owned(), resource: resource.to_owned(), context: ContextMap::new() }
}
