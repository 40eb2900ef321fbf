//! Whose AccessKey pair the Flink jobs of a scenario use, and what that RAM user may.

use ramplay_flink::Statement;
use ramplay_policy::{Place, PolicySet, PrincipalKind, Request, Unseen};

use crate::bounds::MAX_POLICIES;
use crate::court::{Actor, Court, Taken, Target, Withheld};
use crate::documents::{Document, Obstacle, counts};
use crate::field::{self, FieldProblem};
use crate::scenario::{Attach, Body, PolicyEntry, Reader, Scenario};
use crate::{Field, compact, is_of_log};

/// The RAM user whose AccessKey pair the jobs use.
#[derive(Debug)]
pub struct JobParty<'a> {
    /// A request of that user on the project, without checks.
    pub request: Request,
    /// The name of the user.
    pub user: &'a str,
    /// The policies that count for it. Of a document that cannot be evaluated, everything is possible.
    pub policies: PolicySet<'a>,
    /// Documents that cannot be evaluated.
    pub obstacles: Vec<(usize, Obstacle)>,
    /// Where policies of that user are attached.
    pub attach: Attach,
}

impl Scenario {
    /// Whose AccessKey pair the jobs use. Only a RAM user has one for a job: who logs on otherwise leaves it
    /// to the job's own user.
    pub fn job_reader(&self) -> Reader {
        if self.is_ram_user() { self.reader } else { Reader::Job }
    }

    /// Whether the consoles see a RAM user.
    pub fn is_ram_user(&self) -> bool {
        crate::person(self, self.logon).kind == PrincipalKind::RamUser
    }

    /// Whether anything asks what the RAM user of the Flink job may do.
    pub fn asks_for_job_user(&self) -> bool {
        self.reader == Reader::Job || (!self.jobs.drafts.is_empty() && self.job_reader() == Reader::Job)
    }
}

/// Whose AccessKey pair the jobs of a scenario use.
pub fn job_party<'a>(scenario: &'a Scenario, documents: &'a [Document]) -> JobParty<'a> {
    let reader = scenario.job_reader();
    let (actor, attach, user) = match reader {
        Reader::Principal => (Actor::Person, Attach::Identity, &scenario.identities.user),
        Reader::Job => (Actor::Job, Attach::Job, &scenario.identities.job_user),
    };
    let court = Court::new(scenario, documents, scenario.logon, actor, Target::Project);
    let Party { request, policies, obstacles } = Party::new(court);
    JobParty { request, user, policies, obstacles, attach }
}

/// Who asks in a scenario, about what, and the policies that count for it.
#[derive(Debug)]
pub struct Party<'a> {
    /// A request, without checks.
    pub request: Request,
    /// The policies that count for it. Of a document that cannot be evaluated, everything is possible.
    pub policies: PolicySet<'a>,
    /// Documents that cannot be evaluated.
    pub obstacles: Vec<(usize, Obstacle)>,
}

impl<'a> Party<'a> {
    fn new(court: Court<'a>) -> Self {
        let (request, taken) = court.into_parts();
        let (policies, obstacles) = match taken {
            Ok(Taken { set, .. }) => (set, Vec::new()),
            Err(withheld) => {
                let unseen = vec![Unseen { place: Place::Identity, may_deny: true }];
                let obstacles = match withheld {
                    Withheld::Documents(obstacles) => obstacles,
                    Withheld::Fields(_) | Withheld::Request(_) | Withheld::UnknownResource => Vec::new(),
                };
                (PolicySet { unseen, ..PolicySet::default() }, obstacles)
            }
        };
        Party { request, policies, obstacles }
    }

    /// The identity that the consoles see, on the workspace.
    pub fn of_consoles(scenario: &'a Scenario, documents: &'a [Document]) -> Self {
        Party::new(Court::new(scenario, documents, scenario.logon, Actor::Person, Target::Workspace))
    }

    /// Who reads and writes the Logstore, on its project.
    pub fn of_project(scenario: &'a Scenario, documents: &'a [Document]) -> Self {
        let actor = match scenario.reader {
            Reader::Principal => Actor::Person,
            Reader::Job => Actor::Job,
        };
        Party::new(Court::new(scenario, documents, scenario.logon, actor, Target::Project))
    }

    /// Whoever it is that asks, on what an action is about: the project for those of Simple Log Service, else the
    /// workspace. Of a person, not the RAM user that assumes the role.
    pub fn of_action(scenario: &'a Scenario, documents: &'a [Document], who: Reader, action: &str) -> Self {
        let actor = match who {
            Reader::Principal => Actor::Person,
            Reader::Job => Actor::Job,
        };
        let target = if is_of_log(action) { Target::Project } else { Target::Workspace };
        Party::new(Court::new(scenario, documents, scenario.logon, actor, target))
    }
}

impl Scenario {
    /// What is wrong with the inputs that say whose AccessKey pair it is.
    pub fn job_problems(&self) -> Vec<(Field, FieldProblem)> {
        let fields = field::reader_fields(self.logon, self.job_reader());
        fields.into_iter().filter_map(|field| Some((field, field.problem(self)?))).collect()
    }

    /// Whether the jobs' RAM user has a policy of its own.
    pub fn has_job_policy(&self) -> bool {
        let attach = self.job_attach();
        self.policies.iter().any(|entry| entry.attach == attach && counts(&entry.attach, self.logon, self))
    }

    fn job_attach(&self) -> Attach {
        match self.job_reader() {
            Reader::Principal => Attach::Identity,
            Reader::Job => Attach::Job,
        }
    }

    /// Attaches policies to the jobs' RAM user. One of the same name gives way.
    pub fn attach_to_job(&mut self, named: impl IntoIterator<Item = (String, String)>) {
        let attach = self.job_attach();
        for (name, text) in named {
            let body = Body::Document(compact(&text));
            let has_room = self.policies.len() < MAX_POLICIES;
            let mut policies = self.policies.iter_mut();
            match policies.find(|entry| entry.attach == attach && entry.name == name) {
                Some(entry) => entry.body = body,
                None if has_room => self.policies.push(PolicyEntry { name, attach: attach.clone(), body }),
                None => {}
            }
        }
    }

    /// Adds statements to the first policy of the jobs' RAM user that can take them; else attaches a policy
    /// of this name with them.
    pub fn grant_to_job(&mut self, documents: &[Document], statements: &[Statement], name: &str) {
        let attach = self.job_attach();
        let mut pasted = self.policies.iter_mut().zip(documents).filter(|(entry, _)| entry.attach == attach);
        let granted = pasted.find_map(|(entry, document)| match &mut entry.body {
            Body::Document(text) => Some((grant(document, statements)?, text)),
            Body::System(_) => None,
        });
        match granted {
            Some((new, text)) => *text = new,
            None => {
                let document = ramplay_flink::PolicyDocument::of(statements.to_vec());
                self.attach_to_job([(name.to_owned(), document.to_text())]);
            }
        }
    }
}

/// The text of a document with statements added at the end of its list, where nothing else changes; none if
/// it has errors or no statement.
pub fn grant(document: &Document, statements: &[Statement]) -> Option<String> {
    let texts = statements.iter().map(|statement| {
        let one = ramplay_flink::PolicyDocument::of(vec![statement.clone()]);
        let compact = compact(&one.to_text());
        // What stands between the brackets of the list, at the depth of its neighbour.
        let lines: Vec<&str> = compact.lines().collect();
        let inner = lines.get(3..lines.len().saturating_sub(2))?;
        let inner = inner.iter().map(|line| line.strip_prefix("    ").unwrap_or(line));
        Some(inner.collect::<Vec<_>>().join("\n"))
    });
    add_statements(document, &texts.collect::<Option<Vec<_>>>()?)
}

/// The same with the statements' own texts, for what a [`Statement`] cannot hold; they begin at the margin.
pub fn add_statements(document: &Document, statements: &[String]) -> Option<String> {
    if document.obstacle().is_some() {
        return None;
    }
    let text = &document.text;
    let last = document.reading.policy.statements.last()?.span;
    let (start, end) = (last.start as usize, last.end as usize);
    let head = text.get(..start)?;
    let line = head.get(head.rfind('\n').map_or(0, |at| at + 1)..)?;
    let indent: String = line.chars().take_while(|c| c.is_whitespace()).collect();
    let mut new = text.get(..end)?.to_owned();
    for statement in statements {
        new.push(',');
        for line in statement.lines() {
            new.push('\n');
            new.push_str(&indent);
            new.push_str(line);
        }
    }
    new.push_str(text.get(end..)?);
    Some(new)
}
