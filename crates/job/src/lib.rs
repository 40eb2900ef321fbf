//! What a Flink SQL job needs, whether its RAM user may, and the least policy that lets it.
//!
//! [`analyse`] takes a draft that `ramplay-sql` has read, and a [`Job`]: whose AccessKey pair it uses and
//! what that user may. For every table it says which steps its connector takes (by `ramplay-flink`), what
//! each needs, and what the engine of `ramplay-policy` decides. [`least_policy`] makes the smallest policy
//! that allows it all. Nothing here knows a clock, a file or a network.
//!
//! ```
//! use ramplay_job::{Job, Mark, analyse};
//! use ramplay_policy::{Attached, DocumentId, PolicyKind, PolicySet, read};
//!
//! let sql = "CREATE TEMPORARY TABLE s (line STRING) WITH ('connector' = 'sls', 'project' = 'web', 'logstore' = 'access',
//!     'endpoint' = 'cn-hangzhou.log.aliyuncs.com', 'consumerGroup' = 'g',
//!     'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
//! CREATE TEMPORARY TABLE p (line STRING) WITH ('connector' = 'print');
//! INSERT INTO p SELECT line FROM s;";
//! let policy = read(r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["log:Get*", "log:List*"],
//!     "Resource": "acs:log:*:*:project/web/*"}]}"#, PolicyKind::Identity).policy;
//! let identity = vec![Attached { document: DocumentId(0), policy: &policy }];
//! let answer = analyse(&ramplay_sql::read(sql), &Job::new(PolicySet { identity, ..PolicySet::default() }));
//! let marks: Vec<_> = answer.steps().map(|(_, step)| (step.step.id.as_str(), step.mark())).collect();
//! assert_eq!(marks[..3], [("shards", Mark::Allowed), ("read", Mark::Allowed), ("group-exists", Mark::Allowed)]);
//! assert_eq!(marks[3..], [("group-create", Mark::Denied), ("progress-store", Mark::Denied)]);
//! ```
//!
//! # How it works
//! `src/uses.rs` collects what the SQL uses and how; `src/options.rs` reads the options of each use as its
//! connector does, `src/resource.rs` puts names into the resources of a step, and `src/court.rs` asks the
//! engine. A region or account that is not known is no obstacle where no policy tells it apart; where one
//! does, there is no verdict. `src/gap.rs` and `src/least.rs` make statements of what is missing and of all,
//! the fewest that `ramplay-analysis` finds. All of it is linear in the draft, but for sorting.

mod analyse;
mod checklist;
mod court;
mod gap;
mod job;
mod least;
mod model;
mod names;
mod options;
mod problem;
mod proof;
mod resource;
pub mod sentence;
mod uses;

pub use analyse::analyse;
pub use checklist::{Todo, checklist, checklist_of, part_name, terraform};
pub use gap::{Gap, Missing};
pub use job::Job;
pub use least::{Generated, GeneratedPolicy, StepAt, least_policy};
pub use model::{JobAnswer, Mark, Ruling, StepAnswer, StepVerdict, Subject, SubjectKind, Taken, Undecided};
pub use problem::{BadName, Problem, ProblemKind};
pub use proof::{Proof, prove};
pub use ramplay_analysis::Need;
