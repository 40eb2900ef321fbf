//! A policy decision as JSON: the form of a case and of its answer.
//!
//! A [`Case`] is one JSON object: policies where they are attached, and a request. [`run`] hands it to the
//! engine, and [`answer`] writes what comes out. `ramplay evaluate`, the worked cases of the tests and
//! every other program speak this one form.
//!
//! ```
//! use ramplay_case::{Case, Detail, answer, prepare};
//! use ramplay_text::Lang;
//!
//! let line = r#"{"id": "read", "policies": [{"layer": "identity", "policy": {"Version": "1", "Statement": [
//!       {"Effect": "Allow", "Action": "log:Get*", "Resource": "*"}]}}],
//!     "request": {"principal": "acs:ram::1000000000000001:user/alice", "principal_type": "ram_user",
//!       "principal_account": "1000000000000001", "resource_account": "1000000000000001",
//!       "action": "log:GetLogStore", "resource": "acs:log:cn-hangzhou:1000000000000001:project/p/logstore/l"}}"#;
//! let case: Case = serde_json::from_str(line)?;
//! let written = answer(&case, &prepare(&case.policies), Detail::Brief, Lang::En);
//! assert_eq!(written.code, "allow");
//! assert!(written.line.starts_with(r#"{"id":"read","decision":"allow""#));
//! # Ok::<(), serde_json::Error>(())
//! ```

mod answer;
mod form;
mod run;

pub use answer::{Detail, Written, answer, error_line};
pub use form::{Attachment, Case, CheckForm, Expected, LayerName, PrincipalType, RequestForm, Scope, Values};
pub use run::{Answer, Prepared, Readings, RunError, prepare, run};
