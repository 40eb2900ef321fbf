//! Which statements decide something, and which do not.

use std::collections::BTreeSet;

use ramplay_policy::{DocumentId, StatementRef};

use crate::answer::Answer;
use crate::console::{PreconditionAnswer, PreconditionState};
use crate::court::{Verdict, Withheld};
use crate::scenario::{Attach, Scenario};

impl Answer {
    /// The statements that decide none of the answers shown: neither an operation nor a capability nor a precondition
    /// of a console, with any logon method. They may decide requests that the page does not ask.
    ///
    /// Empty while a verdict is withheld because of a document or an input: then nobody knows what the rest decides.
    /// Documents that are not used or cannot be evaluated are left out, and those of the job's RAM user while there
    /// are drafts, which ask more than is shown here.
    pub fn idle_statements(&self, scenario: &Scenario) -> Vec<StatementRef> {
        let operations = self.operations.iter().map(|row| &row.verdict);
        let capabilities = self.logstore.rows.iter().map(|row| &row.verdict);
        let consoles = self.consoles.iter().chain(self.matrix.iter().flat_map(|row| &row.consoles));
        let mut deciding: BTreeSet<StatementRef> = BTreeSet::new();
        for verdict in operations.chain(capabilities) {
            match verdict {
                Verdict::Withheld(Withheld::UnknownResource) => {}
                Verdict::Withheld(_) => return Vec::new(),
                Verdict::Ruled(_) | Verdict::NotChecked => deciding.extend(verdict.deciding()),
            }
        }
        if self.consoles.iter().flat_map(|console| &console.preconditions).any(is_withheld) {
            return Vec::new();
        }
        for console in consoles {
            deciding.extend(console.opening.iter().flat_map(Verdict::deciding));
            deciding.extend(console.preconditions.iter().flat_map(|row| row.deciding.iter().copied()));
        }
        let mut idle = Vec::new();
        for (place, document) in self.documents.iter().enumerate() {
            let asked_elsewhere = document.attach == Attach::Job && !scenario.jobs.drafts.is_empty();
            if !document.used || document.obstacle().is_some() || asked_elsewhere {
                continue;
            }
            let Ok(place) = u32::try_from(place) else { continue };
            for (statement, _) in document.reading.policy.statements.iter().enumerate() {
                let Ok(statement) = u16::try_from(statement) else { continue };
                let at = StatementRef { document: DocumentId(place), statement };
                if !deciding.contains(&at) {
                    idle.push(at);
                }
            }
        }
        idle
    }
}

fn is_withheld(row: &PreconditionAnswer) -> bool {
    row.state == PreconditionState::Withheld
}
