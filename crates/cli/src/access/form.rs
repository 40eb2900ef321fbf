//! The answer to a scenario as JSON, and what the tables are made of.

use ramplay_flink::Console;
use ramplay_playground::{
    Answer, ConsoleAnswer, Document, Mark, Obstacle, Origin, Scenario, Verdict, labels, sentence,
};
use ramplay_policy::{StatementRef, sentence as engine};
use ramplay_text::{Lang, Lines, fill};
use serde::Serialize;

/// The answer to a scenario.
#[derive(Serialize)]
pub(super) struct AnswerForm {
    /// How the person logs on.
    pub(super) logon: String,
    /// The identity that the consoles see.
    pub(super) person: String,
    pub(super) policies: Vec<PolicyForm>,
    /// Inputs that cannot be used.
    pub(super) inputs: Vec<InputForm>,
    pub(super) consoles: Vec<ConsoleForm>,
    /// The operations of the Management Console.
    pub(super) operations: Vec<RowForm>,
    /// The permissions of the Development Console.
    pub(super) permissions: Vec<PermissionForm>,
    pub(super) logstore: LogstoreForm,
    /// The same policies under every logon method.
    pub(super) logon_methods: Vec<MethodForm>,
}

/// A policy and what is wrong with it.
#[derive(Serialize)]
pub(super) struct PolicyForm {
    pub(super) name: String,
    pub(super) attached_to: String,
    /// Whether the logon method makes use of it.
    pub(super) used: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) obstacle: Option<&'static str>,
    pub(super) problems: Vec<ProblemForm>,
}

#[derive(Serialize)]
pub(super) struct ProblemForm {
    pub(super) severity: &'static str,
    pub(super) code: &'static str,
    pub(super) line: u32,
    pub(super) column: u32,
    pub(super) message: String,
}

#[derive(Serialize)]
pub(super) struct InputForm {
    pub(super) input: &'static str,
    pub(super) problem: &'static str,
}

#[derive(Serialize)]
pub(super) struct ConsoleForm {
    pub(super) console: &'static str,
    /// `open`, `provided`, `closed`, `impossible` or `withheld`.
    pub(super) reach: &'static str,
    pub(super) sentence: &'static str,
    /// How sure the documentation is: `stated`, `derived`, `assumed` or `unknown`.
    pub(super) status: &'static str,
    /// What must be so before.
    pub(super) preconditions: Vec<PreconditionForm>,
    /// What to do next to get access.
    pub(super) next: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct PreconditionForm {
    pub(super) precondition: String,
    pub(super) state: &'static str,
}

/// A row with a verdict.
#[derive(Serialize)]
pub(super) struct RowForm {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) status: &'static str,
    pub(super) verdict: &'static str,
    #[serde(skip)]
    pub(super) mark: Mark,
    /// The actions that are not allowed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) missing: Vec<String>,
    /// The statements that decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) decided_by: Vec<StatementForm>,
    /// One sentence for each check.
    pub(super) why: Vec<String>,
    /// The codes of the assumptions that it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) assumptions: Vec<&'static str>,
}

#[derive(Serialize)]
pub(super) struct StatementForm {
    pub(super) policy: String,
    /// From 1.
    pub(super) statement: u32,
}

#[derive(Serialize)]
pub(super) struct PermissionForm {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) status: &'static str,
    pub(super) held: bool,
}

#[derive(Serialize)]
pub(super) struct LogstoreForm {
    /// Who reads and writes it.
    pub(super) reader: String,
    pub(super) capabilities: Vec<RowForm>,
}

#[derive(Serialize)]
pub(super) struct MethodForm {
    pub(super) logon: &'static str,
    pub(super) title: String,
    pub(super) management: &'static str,
    pub(super) development: &'static str,
}

impl AnswerForm {
    pub(super) fn new(scenario: &Scenario, answer: &Answer, lang: Lang) -> Self {
        let writer = Writer { answer, lang };
        let method = scenario.logon;
        AnswerForm {
            logon: title(method, lang),
            person: answer.person.arn.clone(),
            policies: writer.policies(scenario),
            inputs: answer
                .fields
                .iter()
                .map(|(field, problem)| InputForm {
                    input: sentence::field_label(*field, lang),
                    problem: sentence::field_problem(*problem, lang),
                })
                .collect(),
            consoles: answer.consoles.iter().map(|console| writer.console(console, scenario)).collect(),
            operations: answer
                .operations
                .iter()
                .map(|row| {
                    let operation = row.operation;
                    let status = operation.status.code();
                    writer.row(&operation.id, operation.operation.get(lang), status, &row.verdict)
                })
                .collect(),
            permissions: answer
                .permissions
                .iter()
                .map(|row| PermissionForm {
                    id: &row.permission.id,
                    title: row.permission.title.get(lang),
                    status: row.permission.status.code(),
                    held: row.held,
                })
                .collect(),
            logstore: LogstoreForm {
                reader: answer.logstore.reader.arn.clone(),
                capabilities: answer
                    .logstore
                    .rows
                    .iter()
                    .map(|row| {
                        let capability = row.capability;
                        let status = capability.status.code();
                        writer.row(&capability.id, capability.title.get(lang), status, &row.verdict)
                    })
                    .collect(),
            },
            logon_methods: answer
                .matrix
                .iter()
                .map(|row| {
                    let [management, development] = &row.consoles;
                    MethodForm {
                        logon: row.method.id(),
                        title: title(row.method, lang),
                        management: management.reach.id(),
                        development: development.reach.id(),
                    }
                })
                .collect(),
        }
    }

    /// Whether nothing had to be withheld because of the input.
    pub(super) fn is_complete(&self) -> bool {
        let rows = self.operations.iter().chain(&self.logstore.capabilities);
        self.inputs.is_empty()
            && self
                .policies
                .iter()
                .all(|policy| policy.problems.iter().all(|problem| problem.severity != "error"))
            && rows.filter(|row| row.mark == Mark::Withheld).count() == 0
    }
}

fn title(method: ramplay_flink::LogonMethod, lang: Lang) -> String {
    let family = sentence::short_family(method.family(), lang);
    format!("{family}: {}", sentence::short_method(method, lang))
}

#[derive(Clone, Copy)]
struct Writer<'a> {
    answer: &'a Answer,
    lang: Lang,
}

impl Writer<'_> {
    fn policies(self, scenario: &Scenario) -> Vec<PolicyForm> {
        // What a logon method brings along is of interest with that method only.
        let idle = |document: &Document| !document.used && matches!(document.origin, Origin::Implied(_));
        let documents = self.answer.documents.iter().enumerate().filter(|(_, document)| !idle(document));
        documents
            .map(|(index, document)| {
                let lines = Lines::new(&document.text);
                let problem = |found: &ramplay_policy::Diagnostic| {
                    let at = lines.position(found.span.start);
                    ProblemForm {
                        severity: match found.severity() {
                            ramplay_policy::Severity::Error => "error",
                            ramplay_policy::Severity::Warning => "warning",
                        },
                        code: found.code(),
                        line: at.line,
                        column: at.column,
                        message: engine::problem(&found.problem, self.lang),
                    }
                };
                let obstacle = document.obstacle().filter(|obstacle| *obstacle != Obstacle::Errors);
                PolicyForm {
                    name: sentence::document_name(Some(document), index, self.lang),
                    attached_to: sentence::attach(&document.attach, scenario.logon, self.lang),
                    used: document.used,
                    obstacle: obstacle.map(|obstacle| sentence::obstacle(obstacle, self.lang)),
                    problems: document.reading.diagnostics.iter().map(problem).collect(),
                }
            })
            .collect()
    }

    fn console(self, console: &ConsoleAnswer, scenario: &Scenario) -> ConsoleForm {
        let lang = self.lang;
        ConsoleForm {
            console: match console.console {
                Console::Management => "management",
                Console::Development => "development",
            },
            reach: console.reach.id(),
            sentence: sentence::reach(console.reach, console.console, lang),
            status: console.cell.status.code(),
            preconditions: console
                .preconditions
                .iter()
                .map(|row| PreconditionForm {
                    precondition: row.row.text.get(lang).to_owned(),
                    state: sentence::precondition_state(row.state, lang),
                })
                .collect(),
            next: console
                .next
                .iter()
                .map(|step| sentence::step(*step, console, scenario, scenario.logon, lang))
                .collect(),
        }
    }

    fn row(self, id: &'static str, title: &'static str, status: &'static str, verdict: &Verdict) -> RowForm {
        let ruling = match verdict {
            Verdict::Ruled(ruling) => Some(ruling),
            Verdict::NotChecked | Verdict::Withheld(_) => None,
        };
        let why = match verdict {
            Verdict::NotChecked => Vec::new(),
            Verdict::Withheld(why) => vec![sentence::withheld(why, &self.answer.documents, self.lang)],
            Verdict::Ruled(ruling) => {
                let path = &ruling.request.directory_path;
                // Here nothing makes code of what stands in backticks.
                let request = labels(self.lang).check.replace('`', "");
                let checks = ruling.request.checks.iter().zip(&ruling.evaluation.checks);
                let said = checks.map(|(check, trace)| {
                    let outcome = engine::outcome(trace, check, path, self.lang);
                    let slots = [("action", &*check.action), ("resource", &*check.resource)];
                    format!("{}: {outcome}", fill(&request, &slots))
                });
                said.collect()
            }
        };
        RowForm {
            id,
            title,
            status,
            verdict: code(verdict.mark()),
            mark: verdict.mark(),
            missing: ruling
                .map(|ruling| ruling.missing().map(|(_, check)| check.action.clone()).collect())
                .unwrap_or_default(),
            decided_by: verdict.deciding().into_iter().map(|at| self.statement(at)).collect(),
            why,
            assumptions: ruling
                .map(|ruling| {
                    ruling.evaluation.assumptions().iter().map(ramplay_policy::Assumption::code).collect()
                })
                .unwrap_or_default(),
        }
    }

    fn statement(self, at: StatementRef) -> StatementForm {
        let index = at.document.0 as usize;
        let document = self.answer.documents.get(index);
        StatementForm {
            policy: sentence::document_name(document, index, self.lang),
            statement: u32::from(at.statement) + 1,
        }
    }
}

fn code(mark: Mark) -> &'static str {
    match mark {
        Mark::Allow => "allow",
        Mark::ExplicitDeny => "explicit_deny",
        Mark::ImplicitDeny => "implicit_deny",
        Mark::Denied => "denied",
        Mark::Depends => "depends",
        Mark::NotChecked => "not_checked",
        Mark::Withheld => "withheld",
    }
}
