//! What is worth saying about a policy: errors, warnings and suggestions.
//!
//! Findings are sorted into the four classes of RAM's own policy check ("Validate policies",
//! <https://help.aliyun.com/zh/ram/permission-policy-check>) and carry its names where those are known.
//! The problems of the strict reader are part of the list, so that it is complete.
//!
//! A finding is data: its [`Row`] (code, class, status, templates of its sentences), a place, the
//! user's words and sometimes a [`Fix`]. [`Finding::message`] and [`Finding::help`] are the one place
//! where sentences are made. Nothing here decides a request, and nothing knows a clock.
//!
//! ```
//! use ramplay_findings::{Class, Subject, check};
//! use ramplay_policy::{PolicyKind, read};
//! use ramplay_text::Lang;
//!
//! let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:PostLogStoreLog",
//!     "Resource": "acs:log:*:*:project/web/*"}]}"#;
//! let reading = read(text, PolicyKind::Identity);
//! let findings = check(text, &reading, &Subject::new(PolicyKind::Identity));
//! let finding = findings.first().expect("a finding");
//! assert_eq!((finding.code(), finding.class()), ("action-misspelt", Class::GeneralWarning));
//! assert_eq!(finding.span.of(text), "\"log:PostLogStoreLog\"");
//! assert_eq!(finding.help(Lang::En), "did you mean `log:PostLogStoreLogs`?");
//! ```

#[cfg(any(test, feature = "cases"))]
mod case;
mod check;
mod finding;
mod known;
mod near;
mod overlap;
mod reader;
mod render;
mod row;
mod rules;
pub mod source;
#[cfg(test)]
mod tests;
mod view;

#[cfg(any(test, feature = "cases"))]
pub use case::{Case, Cases, cases};
pub use check::{Subject, check, rows};
pub use finding::{Arg, Edit, Finding, Fix};
pub use known::keys::{GLOBAL as CONDITION_KEYS, Key as ConditionKey};
pub use ramplay_flink::Status;
pub use row::{Class, Row, Words};
