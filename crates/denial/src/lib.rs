//! What a service said when it denied a request, read into the request.
//!
//! Services say it in many wrappings: a line of a log, JSON with escaped JSON in it, XML, the decoded diagnostic
//! message. What they share are the names of fields, which are documented: [`read()`] looks for those names wherever
//! they stand and keeps the place of every value. [`explain`] asks the engine whether policies explain the denial,
//! and for the same reason.
//!
//! Sources: the answer of `DecodeDiagnosticMessage`
//! (<https://help.aliyun.com/zh/ram/developer-reference/api-ram-2015-05-01-decodediagnosticmessage>), the errors of OSS
//! (<https://www.alibabacloud.com/help/en/oss/support/0003-00000201>), and of Simple Log Service, whose message names
//! action and resource.
//!
//! ```
//! use ramplay_denial::read;
//!
//! let text = "401 Unauthorized: denied by sts or ram, action: log:ListShards, \
//!     resource: acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access, itemscount: 243";
//! let read = read(text);
//! let denial = &read.denials[0];
//! assert_eq!(denial.action.text, "log:ListShards");
//! assert_eq!(denial.action.span.of(text), "log:ListShards");
//! assert!(denial.resource.as_ref().is_some_and(|resource| resource.text.ends_with("/logstore/access")));
//! ```

mod explain;
mod field;
mod problem;
mod report;
mod scan;
pub mod sentence;

pub use explain::{Explained, Kind, explain};
pub use problem::{Problem, ProblemKind};
pub use report::{Circumstance, Denial, Read, Written, read};

/// The longest text that is read, in bytes.
pub const MAX_BYTES: usize = 256 * 1024;
