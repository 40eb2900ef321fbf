//! What is known of services: their actions, what those are checked on, and condition keys.
//!
//! The tables are those of `ramplay-flink`'s reference in a fraction of the size; a test compares them.

pub(crate) mod keys;
mod log;
pub(crate) mod oss;
pub(crate) mod ram;
mod stream;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use ramplay_policy::Pattern;

use crate::overlap::overlaps;
use crate::view::Entry;

/// Whether an action changes something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    /// It lists or reads.
    Read,
    /// It writes, creates, changes or deletes.
    Write,
}

/// An action.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Action {
    /// The name behind the colon.
    pub(crate) name: &'static str,
    pub(crate) level: Level,
    /// Whether the documentation states what it is checked on.
    pub(crate) stated: bool,
    /// What it is checked on, any of them: `*` for no resource-level authorization, else an ARN or its
    /// relative id, with `{}` for a name. Empty where that is not known.
    pub(crate) on: &'static [&'static str],
}

const fn action(name: &'static str, level: Level, stated: bool, on: &'static [&'static str]) -> Action {
    Action { name, level, stated, on }
}

impl Action {
    /// Whether it takes effect only on `*`.
    pub(crate) fn needs_star(&self) -> bool {
        self.on == ["*"]
    }

    /// Whether all that it is checked on ends in a literal `/*`.
    pub(crate) fn ends_in_star(&self) -> bool {
        !self.on.is_empty() && self.on.iter().all(|form| form.ends_with("/*"))
    }

    /// Whether it lists what is named by a literal `/*`: one thing's ARN never matches.
    pub(crate) fn lists(&self) -> bool {
        self.ends_in_star()
            && self.name.starts_with("List")
            && !self.on.iter().any(|form| form.starts_with("resource/"))
    }

    /// Whether a resource entry can match something that the action is checked on.
    pub(crate) fn can_be_on(&self, service: &str, resource: &Entry<'_>) -> bool {
        // Nothing is said of entries that are not worth a closer look.
        !resource.is_plain() || resource.text.len() > 512 || self.on.is_empty() || {
            // Case is another matter.
            let pattern = resource.text.to_ascii_lowercase();
            self.on.iter().any(|form| overlaps(&pattern, &arn(service, form).to_ascii_lowercase()))
        }
    }
}

/// The ARN that a form stands for.
pub(crate) fn arn(service: &str, form: &str) -> String {
    if form == "*" || form.starts_with("acs:") {
        form.to_owned()
    } else {
        format!("acs:{service}:{{}}:{{}}:{form}")
    }
}

/// A service whose actions are listed, and their names ready for matching.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) code: &'static str,
    pub(crate) actions: &'static [Action],
    pub(crate) names: Vec<&'static str>,
    /// With the service, in lower case, in the order of `actions`.
    folded: Vec<String>,
}

impl Service {
    /// The listed action of an entry without a wildcard.
    pub(crate) fn find(&self, folded: &str) -> Option<&'static Action> {
        let index = self.folded.iter().position(|name| name == folded)?;
        self.actions.get(index)
    }

    /// The listed actions that a pattern in lower case matches.
    pub(crate) fn matching<'a>(&'a self, pattern: &'a Pattern) -> impl Iterator<Item = &'static Action> + 'a {
        let matched = self.folded.iter().zip(self.actions).filter(|(name, _)| pattern.matches(name));
        matched.map(|(_, action)| action)
    }
}

/// The service with this code, if its actions are listed.
pub(crate) fn service(code: &str) -> Option<&'static Service> {
    static SERVICES: OnceLock<[Service; 2]> = OnceLock::new();
    let services = SERVICES.get_or_init(|| {
        [("log", &log::LOG[..]), ("stream", &stream::STREAM[..])].map(|(code, actions)| Service {
            code,
            actions,
            names: actions.iter().map(|action| action.name).collect(),
            folded: actions
                .iter()
                .map(|action| format!("{code}:{}", action.name).to_ascii_lowercase())
                .collect(),
        })
    });
    services.iter().find(|service| service.code == code)
}

/// Products whose RAM code is another word than people think, and codes of other clouds.
/// Sources: "Services that work with RAM" for the codes; the names on the left are not codes of RAM.
const MISTAKEN: [(&str, &str); 14] = [
    ("sls", "log"),
    ("logs", "log"),
    ("logservice", "log"),
    ("flink", "stream"),
    ("vvp", "stream"),
    ("ververica", "stream"),
    ("foasconsole", "stream"),
    ("s3", "oss"),
    ("ec2", "ecs"),
    ("iam", "ram"),
    ("lambda", "fc"),
    ("cloudwatch", "cms"),
    ("dynamodb", "ots"),
    ("sqs", "mns"),
];

/// The RAM code that was probably meant.
pub(crate) fn meant(service: &str) -> Option<&'static str> {
    let found = MISTAKEN.iter().find(|(wrong, _)| service.eq_ignore_ascii_case(wrong));
    found.map(|(_, right)| *right)
}

/// The services in whose ARNs the resources of a service are named, where that is known for sure.
pub(crate) fn arn_services(service: &str) -> Option<&'static [&'static str]> {
    const KNOWN: [(&str, &[&str]); 7] = [
        ("log", &["log"]),
        ("oss", &["oss"]),
        ("stream", &["stream"]),
        ("ram", &["ram", "ims"]),
        ("sts", &["ram", "sts"]),
        ("kms", &["kms"]),
        ("mns", &["mns"]),
    ];
    KNOWN.iter().find(|(known, _)| *known == service).map(|(_, services)| *services)
}
