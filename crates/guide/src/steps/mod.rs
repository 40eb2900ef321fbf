//! The steps towards a wish.

mod grants;
mod job;
mod logon;
mod namespace;
mod obstacles;
mod refuse;

use ramplay_playground::{Answer, Attach, Origin, Scenario, answer};

use crate::plan::Step;
use crate::wish::{What, Who, Wish};

pub(crate) use logon::caller_account;
pub(crate) use refuse::refuse;

/// All steps, in order: first those that the documentation tells of, then what stands in the way.
pub(crate) fn all(start: &Scenario, wish: &Wish) -> Vec<Step> {
    let facts = Facts { start, wish, answer: answer(start), bare: answer(&bare(start)) };
    let mut steps = Vec::new();
    if let Who::Logon(method) = wish.who {
        logon::steps(&facts, method, &mut steps);
        if matches!(wish.what, What::Development(_) | What::Permission(_) | What::Key(_)) {
            steps.extend(namespace::join(&facts));
        }
    }
    match wish.what {
        What::Management(extent) => steps.extend(grants::management(&facts, extent)),
        What::Logstore(access) => {
            if wish.who == Who::Job {
                steps.extend(job::user());
            }
            steps.extend(grants::logstore(&facts, access));
        }
        What::Key(access) => {
            steps.extend(job::user());
            steps.extend(grants::logstore(&facts, access));
            steps.extend(job::variables());
        }
        What::Development(_) | What::Permission(_) | What::Assume => {}
    }
    obstacles::add(start, wish, &mut steps);
    steps
}

/// What the steps are made from.
struct Facts<'a> {
    start: &'a Scenario,
    wish: &'a Wish,
    answer: Answer,
    /// The answer to what the identity's own policies say alone.
    bare: Answer,
}

impl Facts<'_> {
    /// Whether the identity has all rights that policies could give without any being granted.
    fn needs_no_policy(&self) -> bool {
        let implied = |origin: &Origin| matches!(origin, Origin::Implied(_));
        let is_of_job = self.start.reader == ramplay_playground::Reader::Job
            && matches!(self.wish.what, What::Logstore(_) | What::Key(_));
        !is_of_job
            && (self.start.logon.is_root()
                || self.answer.documents.iter().any(|document| document.used && implied(&document.origin)))
    }
}

/// The scenario without what stands beside the identity's own policies.
fn bare(scenario: &Scenario) -> Scenario {
    let mut bare = scenario.clone();
    bare.policies
        .retain(|entry| !matches!(entry.attach, Attach::Session | Attach::Control(_) | Attach::Project));
    bare.unknown.retain(|hidden| {
        use ramplay_playground::Hidden::{Control, Project, Session};
        !matches!(hidden, Session | Control | Project)
    });
    bare
}
