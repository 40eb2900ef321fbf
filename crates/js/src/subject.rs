//! The policies that a question is asked about: a scenario, a case, or documents that stand alone.

use ramplay_case::{Case, Prepared, RunError, prepare};
use ramplay_playground::{Document, Scenario, read_all};
use ramplay_policy::{PolicyKind, Reading, Severity, read, sentence};
use ramplay_questions::{Loose, Side, principal};
use ramplay_text::Lang;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::asked::{LooseForm, Who};
use crate::forms::Problem;
use crate::{Outcome, kind_of, unanswered};

/// Who asks where nobody is said, and whose the resources are.
const ALICE: &str = "acs:ram::1000000000000001:user/alice";
const ACCOUNT: &str = "1000000000000001";

/// What policies are called that have no name.
const POLICY: &str = "policy";

pub(crate) enum Subject {
    Scenario(Box<Scenario>, Vec<Document>),
    Case(Box<Case>),
    Documents(Vec<Alone>),
}

/// A document that stands alone.
pub(crate) struct Alone {
    title: String,
    kind: PolicyKind,
    text: String,
    reading: Reading,
}

impl Subject {
    /// Reads JSON: a list is one of documents, what has a request is a case.
    pub(crate) fn read(text: &str, lang: Lang) -> Outcome<Self> {
        #[derive(Deserialize)]
        struct Peek {
            request: Option<IgnoredAny>,
        }
        let malformed = |code| move |error: serde_json::Error| Problem::new(code, error.to_string());
        if text.trim_start().starts_with('[') {
            let given: Vec<LooseForm> =
                serde_json::from_str(text).map_err(malformed("policies-malformed"))?;
            let documents = (1..).zip(given).map(|(number, one)| Alone::read(number, one, lang));
            let documents: Vec<Alone> = documents.collect::<Outcome<_>>()?;
            let first = documents.first().map(|one| one.kind);
            if documents.iter().any(|one| Some(one.kind) != first) {
                let why = "policies of several kinds are asked about together in a case".to_owned();
                return Err(Problem::new("bad-question", why));
            }
            return Ok(Subject::Documents(documents));
        }
        if serde_json::from_str(text).is_ok_and(|peek: Peek| peek.request.is_some()) {
            let case = serde_json::from_str(text).map_err(malformed("case-malformed"))?;
            return Ok(Subject::Case(Box::new(case)));
        }
        let scenario = Scenario::from_json(text);
        let scenario = scenario.map_err(|error| Problem::new(error.code, error.message))?;
        let documents = read_all(&scenario, &[]);
        Ok(Subject::Scenario(Box::new(scenario), documents))
    }

    /// The policies of a case, read.
    pub(crate) fn prepared(&self) -> Prepared<'_> {
        match self {
            Subject::Case(case) => prepare(&case.policies),
            Subject::Scenario(..) | Subject::Documents(_) => prepare(&[]),
        }
    }

    /// The account that owns the resources.
    pub(crate) fn account(&self) -> &str {
        match self {
            Subject::Scenario(scenario, _) => &scenario.identities.account,
            Subject::Case(case) => &case.request.resource_account,
            Subject::Documents(_) => ACCOUNT,
        }
    }

    /// Both parties of a scenario, or who asks of a case or of documents.
    pub(crate) fn sides<'s>(
        &'s self,
        prepared: &'s Prepared<'s>,
        who: &Who,
        lang: Lang,
    ) -> Outcome<Vec<Side<'s>>> {
        let mut sides = match self {
            Subject::Scenario(scenario, documents) => {
                Side::of_scenario(scenario, documents, lang).map_err(|why| unanswered(&why, lang))?
            }
            Subject::Case(case) => vec![Side::of_case(POLICY, case, prepared).map_err(|all| bad(&all))?],
            Subject::Documents(documents) => vec![alone(documents)],
        };
        sides.iter_mut().try_for_each(|side| who.add_to(side))?;
        Ok(sides)
    }

    /// The party that an action is asked of.
    pub(crate) fn side<'s>(
        &'s self,
        prepared: &'s Prepared<'s>,
        action: &str,
        who: &Who,
        lang: Lang,
    ) -> Outcome<Side<'s>> {
        let mut side = match self {
            Subject::Scenario(scenario, documents) => {
                Side::of_action(scenario, documents, scenario.reader, action, lang)
                    .map_err(|why| unanswered(&why, lang))?
            }
            Subject::Case(case) => Side::of_case(POLICY, case, prepared).map_err(|all| bad(&all))?,
            Subject::Documents(documents) => alone(documents),
        };
        who.add_to(&mut side)?;
        Ok(side)
    }
}

impl Alone {
    fn read(number: usize, form: LooseForm, lang: Lang) -> Outcome<Self> {
        let kind = kind_of(form.kind)?;
        let title = form.name.unwrap_or_else(|| format!("{POLICY} #{number}"));
        let text = match serde_json::from_str(form.policy.get()) {
            Ok(text) => text,
            Err(_) => form.policy.get().to_owned(),
        };
        let reading = read(&text, kind);
        match reading.diagnostics.iter().find(|found| found.severity() == Severity::Error) {
            None => Ok(Alone { title, kind, text, reading }),
            Some(found) => {
                let says = sentence::problem(&found.problem, lang);
                Err(Problem::new(found.code(), format!("{title}: {says}")))
            }
        }
    }
}

fn alone(documents: &[Alone]) -> Side<'_> {
    let loose = documents.iter().map(|Alone { title, kind, text, reading }| Loose {
        title,
        kind: *kind,
        text,
        reading,
    });
    let title = documents.first().map_or("", |first| &first.title);
    Side::of_documents(title, &loose.collect::<Vec<_>>(), principal(ALICE))
}

fn bad(errors: &[RunError]) -> Problem {
    let messages: Vec<String> = errors.iter().map(ToString::to_string).collect();
    Problem::new(errors.first().map_or("bad-document", RunError::code), messages.join("; "))
}
