//! The options of one use of a table, as its connector understands them.

use std::cell::{OnceCell, RefCell};

use ramplay_flink::endpoint::{Endpoint, EndpointProblem, oss_endpoint, sls_endpoint};
use ramplay_flink::{Connector, CredentialPlace, Meaning, ResourceOption, TableRole};
use ramplay_sql::{OptionEntry, Script, Written};
use ramplay_text::Span;

use crate::job::Job;
use crate::names;
use crate::problem::{BadName, Problem, ProblemKind};
use crate::resource::Name;

/// One option that its connector knows.
struct Value {
    option: &'static ResourceOption,
    /// Filled, or what is not bound.
    text: Result<String, Written>,
    span: Span,
    /// Whether it can be a name; asked once, since many steps need the same name.
    checked: OnceCell<Result<(), BadName>>,
}

/// The options of one use of a table.
pub(crate) struct Options<'s> {
    script: &'s Script,
    connector: &'static Connector,
    values: Vec<Value>,
    /// The name of the table in its catalog, which names what no option does.
    object: Option<String>,
    /// What was noticed on the way.
    problems: RefCell<Vec<Problem>>,
}

impl<'s> Options<'s> {
    /// Reads `entries`, of which a later one replaces an earlier one with the same meaning.
    pub(crate) fn new(
        script: &'s Script,
        job: &Job<'_>,
        connector: &'static Connector,
        entries: &[&OptionEntry],
        object: Option<String>,
    ) -> Self {
        let mut values: Vec<Value> = Vec::new();
        for entry in entries {
            let Some(option) = connector.option(&entry.key) else { continue };
            let text = names::fill(&script.value(entry), &job.bindings);
            values.retain(|value| !std::ptr::eq(value.option, option));
            values.push(Value { option, text, span: entry.value_span, checked: OnceCell::new() });
        }
        Options { script, connector, values, object, problems: RefCell::default() }
    }

    /// What is wrong with the options, as far as it was noticed.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }

    fn say(&self, kind: ProblemKind, span: Span) {
        let problem = Problem { kind, span };
        let mut problems = self.problems.borrow_mut();
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// Looks for options that are required for a role and are not there; `span` is that of the table.
    pub(crate) fn require(&self, role: TableRole, entries: &[&OptionEntry], span: Span) {
        let required = self.connector.options.iter().filter(|option| option.required_for.contains(&role));
        for option in required {
            if !self.values.iter().any(|value| std::ptr::eq(value.option, option)) {
                self.say(ProblemKind::MissingOption { option: &option.name }, span);
            }
        }
        for credential in self.connector.credentials.iter().filter(|one| one.required) {
            let is_it = |entry: &&OptionEntry| {
                self.connector.credential(&entry.key).is_some_and(|found| std::ptr::eq(found, credential))
            };
            if credential.place == CredentialPlace::With && !entries.iter().any(is_it) {
                self.say(ProblemKind::MissingOption { option: &credential.name }, span);
            }
        }
    }

    /// The value of an option, for the conditions of steps. What is not known holds a variable there.
    pub(crate) fn value(&self, option: &str) -> Option<&str> {
        let value = self.values.iter().find(|value| value.option.name == option)?;
        Some(value.text.as_deref().unwrap_or("${}"))
    }

    /// The region that the endpoint names.
    pub(crate) fn region(&self) -> Option<String> {
        let mut region = None;
        for value in self.values.iter().filter(|value| value.option.means == Meaning::Endpoint) {
            let fills = value.option.fills.as_deref() == Some("region");
            let Some(found) = self.endpoint(value, fills) else { continue };
            match found {
                Err(problem) => self.say(ProblemKind::Endpoint(problem), value.span),
                Ok(Endpoint { region: Some(named), is_listed, .. }) => {
                    if !is_listed {
                        self.say(ProblemKind::UnlistedRegion { region: named.clone() }, value.span);
                    }
                    region = region.or(fills.then_some(named));
                }
                Ok(_) => {}
            }
        }
        region
    }

    /// Reads an endpoint, if it is known how those of its service are formed.
    fn endpoint(&self, value: &Value, fills: bool) -> Option<Result<Endpoint, EndpointProblem>> {
        let mut actions = self.connector.steps.iter().flat_map(|step| &step.actions);
        let read: fn(&str) -> Result<Endpoint, EndpointProblem> =
            if fills && actions.any(|action| action.starts_with("log:")) {
                sls_endpoint
            } else if value.option.name.ends_with("oss.endpoint") {
                oss_endpoint
            } else {
                return None;
            };
        Some(value.text.as_deref().map_err(|_| EndpointProblem::Unfilled).and_then(read))
    }

    /// The name that fills a placeholder of resources.
    pub(crate) fn name(&self, key: &str) -> Name<'_> {
        let Some(value) = self.values.iter().find(|value| value.option.fills.as_deref() == Some(key)) else {
            return match &self.object {
                Some(object) if !self.fills(key) && names::check(object).is_ok() => Name::Known(object),
                _ => Name::None,
            };
        };
        let option = value.option.name.as_str();
        let text = match &value.text {
            Ok(text) => text.as_str(),
            Err(placeholder) => {
                self.say(ProblemKind::Unfilled { option, placeholder: placeholder.clone() }, value.span);
                return Name::Unfilled(placeholder);
            }
        };
        let name = if value.option.means == Meaning::Path {
            let Some(bucket) = names::bucket(text) else {
                self.say(ProblemKind::ForeignPath, value.span);
                return Name::None;
            };
            bucket
        } else {
            text
        };
        // What the reader of the SQL takes for a credential is no name either.
        let is_shown = || self.script.shown(value.span) == value.span.of(self.script.text());
        let check = || names::check(name).and_then(|()| is_shown().then_some(()).ok_or(BadName::Secret));
        match value.checked.get_or_init(check) {
            Ok(()) => Name::Known(name),
            Err(why) => {
                self.say(ProblemKind::BadName { option, why: *why }, value.span);
                Name::None
            }
        }
    }

    /// Whether an option of the connector fills the placeholder.
    pub(crate) fn fills(&self, key: &str) -> bool {
        self.connector.options.iter().any(|option| option.fills.as_deref() == Some(key))
    }
}
