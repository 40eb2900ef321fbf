//! Questions about a scenario as messages, for programs that ask in the background.

use ramplay_analysis::{Goal, NeedProblem, needed, sentence};
use ramplay_playground::{
    Attach, Document, KeyValue, Matter, Party, Question, Reader, Scenario, asked, is_of_log, read_all,
};
use ramplay_policy::{Check, ContextMap, PolicyKind, Request, read};
use ramplay_text::{Lang, Lines};
use serde::{Deserialize, Serialize};

use crate::apply::{PolicyChange, policy_changes};
use crate::asking::{Asking, Unanswered};
use crate::dead::{DeadForm, dead, dead_of};
use crate::denial::{DenialForm, explain_denial, unread};
use crate::needs::{Wanted, needs_of};
use crate::repair::{RepairsForm, Ways, repair};
use crate::side::{Loose, Side, principal};
use crate::tighten::{TightForm, tighten};
use crate::who_can::{WhoCan, WhoCanForm, who_can};

/// A question.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// The tag of a language.
    pub lang: String,
    /// The steps that each comparison may take, if not as many as usual.
    #[serde(default)]
    pub steps: Option<u64>,
    /// The scenario; not needed by a question about a document alone.
    #[serde(default)]
    pub scenario: Option<Box<Scenario>>,
    /// What is asked.
    pub ask: Ask,
}

/// What is asked.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// All that is allowed.
    Everything {},
    /// Whether any of these actions is allowed on any of these resources.
    Any {
        /// Patterns; none: any.
        actions: Vec<String>,
        /// Patterns; none: any.
        resources: Vec<String>,
    },
    /// The questions that have names.
    Named {},
    /// What would allow the row of the answer with this id.
    Row {
        /// The id in the catalogue.
        row: String,
    },
    /// What would allow a question.
    Question {
        /// Who asks.
        who: Reader,
        /// The action.
        action: String,
        /// The resource.
        resource: String,
        /// Condition keys beside those of the scenario.
        #[serde(default)]
        keys: Vec<KeyValue>,
    },
    /// The smallest policies for what is needed, of all kinds together.
    Tighten {
        /// Ids of capabilities on the Logstore.
        capabilities: Vec<String>,
        /// Whether what the Flink SQL drafts need is needed.
        jobs: bool,
        /// Whether what the assertions say to be allowed on the project is needed.
        #[serde(default)]
        assertions: bool,
        /// Calls, one a line; see [`ramplay_analysis::needed`].
        calls: String,
    },
    /// The parts of the scenario's policies that change no answer.
    Dead {},
    /// The parts of a document that change no answer, wherever it is attached.
    DeadIn {
        /// The text.
        text: String,
        /// The code of its kind.
        kind: String,
    },
    /// Whether the scenario's policies explain a denial, and what would allow what was denied.
    Denial {
        /// What a service said.
        text: String,
        /// The resource, where the text does not tell.
        #[serde(default)]
        resource: String,
    },
}

/// The answer to a [`Message`].
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// To [`Ask::Everything`], [`Ask::Any`] and [`Ask::Named`].
    WhoCan(WhoCanForm),
    /// To [`Ask::Row`] and [`Ask::Question`].
    Repairs(WaysForm),
    /// To [`Ask::Tighten`].
    Tight(TightForm),
    /// To [`Ask::Dead`] and [`Ask::DeadIn`].
    Dead(DeadReply),
    /// To [`Ask::Denial`].
    Denials(DenialsReply),
    /// There is no answer: why, in words, each with where it is in what was asked, if it is there.
    Failed(Vec<FailureForm>),
}

/// Why there is no answer.
#[derive(Debug, Clone, Serialize)]
pub struct FailureForm {
    /// The reason, in words.
    pub says: String,
    /// What to do about it, in words; may be empty.
    pub help: String,
    /// The line of the text that was given, from 1, if it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

/// Repairs, and what each does to the scenario.
#[derive(Debug, Clone, Serialize)]
pub struct WaysForm {
    /// The repairs.
    pub answer: RepairsForm,
    /// Of each repair, the changes of the scenario; none where it cannot be made there.
    pub changes: Vec<Option<Vec<PolicyChange>>>,
}

/// Dead parts, and what becomes of the scenario without those that can be taken out together.
#[derive(Debug, Clone, Serialize)]
pub struct DeadReply {
    /// The parts; the numbers of their documents are places of policies.
    pub answer: DeadForm,
    /// Of each part, the place of its policy.
    pub policies: Vec<u32>,
    /// The changes of the scenario.
    pub changes: Vec<PolicyChange>,
}

/// Denials, each with what its repairs do to the scenario.
#[derive(Debug, Clone, Serialize)]
pub struct DenialsReply {
    /// The denials that could be asked about.
    pub denials: Vec<DenialReply>,
    /// What is wrong with the text.
    pub problems: Vec<FailureForm>,
}

/// A denial.
#[derive(Debug, Clone, Serialize)]
pub struct DenialReply {
    /// The answer.
    pub answer: DenialForm,
    /// Of each repair, the changes of the scenario.
    pub changes: Vec<Option<Vec<PolicyChange>>>,
}

/// Answers a message; `watch` is told how many parts of the work are done, and of how many.
///
/// ```
/// use ramplay_playground::example;
/// use ramplay_questions::{Ask, Message, Reply, answer};
///
/// let ask = Ask::Any { actions: vec!["log:DeleteLogStore".to_owned()], resources: Vec::new() };
/// let scenario = Some(Box::new(example()));
/// let reply = answer(&Message { lang: "en".to_owned(), steps: None, scenario, ask }, &|_, _| {});
/// let Reply::WhoCan(found) = reply else { panic!("{reply:?}") };
/// assert_eq!(found.questions[0].answer, "no");
/// ```
pub fn answer(message: &Message, watch: &dyn Fn(usize, usize)) -> Reply {
    let usual = Asking::new(Lang::of_tag(&message.lang));
    let asking = Asking { steps: message.steps.unwrap_or(usual.steps), watch, ..usual };
    let reply = match (&message.ask, &message.scenario) {
        (Ask::DeadIn { text, kind }, _) => dead_in(text, kind, &asking),
        (ask, Some(scenario)) => about(scenario, ask, &asking),
        (_, None) => Err(failure("no scenario".to_owned())),
    };
    reply.unwrap_or_else(Reply::Failed)
}

/// What is known of a question without an answer.
type Failures = Vec<FailureForm>;

fn failure(says: String) -> Failures {
    vec![FailureForm { says, help: String::new(), line: None }]
}

fn about(scenario: &Scenario, ask: &Ask, asking: &Asking<'_>) -> Result<Reply, Failures> {
    let lang = asking.lang;
    let failed = |why: Unanswered| failure(why.sentence(lang));
    let documents = read_all(scenario, &[]);
    let sides = || Side::of_scenario(scenario, &documents, lang).map_err(failed);
    let listed = |asked: WhoCan| {
        let found = who_can(&sides()?, &asked, asking).map_err(failed)?;
        Ok(Reply::WhoCan(found))
    };
    match ask {
        Ask::Everything {} => listed(WhoCan::Everything),
        Ask::Any { actions, resources } => {
            listed(WhoCan::Any { actions: actions.clone(), resources: resources.clone() })
        }
        Ask::Named {} => listed(WhoCan::Named),
        Ask::Row { row } => match Matter::of_row(scenario, &documents, row) {
            Some(matter) => ways(scenario, &documents, matter, asking),
            None => Err(failure(crate::words::nothing_checked(lang).to_owned())),
        },
        Ask::Question { who, action, resource, keys } => {
            let question = Question {
                who: *who,
                action: action.clone(),
                resource: resource.clone(),
                keys: keys.clone(),
            };
            let asked = asked(scenario, &question);
            let matter = Matter::of_question(&asked, &documents, &question);
            ways(scenario, &documents, matter, asking)
        }
        Ask::Tighten { capabilities, jobs, assertions, calls } => {
            let mut all = needed(calls).map_err(|problems| lines(calls, &problems, lang))?;
            all.extend(needs_of(scenario, &Wanted { capabilities, jobs: *jobs, assertions: *assertions }));
            if all.is_empty() {
                return Err(failure(crate::words::nothing_needed(lang).to_owned()));
            }
            let party = Party::of_project(scenario, &documents);
            let project = Side::of_party(party, &documents, lang).map_err(failed)?;
            tighten(&project, &all, asking).map(Reply::Tight).map_err(failed)
        }
        Ask::Dead {} => {
            let mut sides = sides()?;
            sides.iter_mut().for_each(Side::forget_circumstances);
            let answer = dead_of(&sides, asking).map_err(failed)?;
            Ok(Reply::Dead(dead_reply(scenario, answer)))
        }
        Ask::Denial { text, resource } => denials(scenario, &documents, text, resource, asking),
        Ask::DeadIn { text, kind } => dead_in(text, kind, asking),
    }
}

/// A denied request and what would allow it.
fn ways(
    scenario: &Scenario,
    documents: &[Document],
    matter: Matter<'_>,
    asking: &Asking<'_>,
) -> Result<Reply, Failures> {
    let failed = |why: Unanswered| failure(why.sentence(asking.lang));
    let Matter { party, attach } = matter;
    let side = Side::of_party(party, documents, asking.lang).map_err(failed)?;
    let (answer, found) = repair(&side, &side.base, Goal::Allow, Ways::default(), asking).map_err(failed)?;
    let changes = found.repairs.iter().map(|one| policy_changes(scenario, &attach, one)).collect();
    Ok(Reply::Repairs(WaysForm { answer, changes }))
}

fn denials(
    scenario: &Scenario,
    documents: &[Document],
    text: &str,
    resource: &str,
    asking: &Asking<'_>,
) -> Result<Reply, Failures> {
    let lang = asking.lang;
    let failed = |why: Unanswered| failure(why.sentence(lang));
    let found = ramplay_denial::read(text);
    let problems = unread(&found, text, !resource.is_empty(), lang);
    let mut replies = Vec::new();
    for denied in &found.denials {
        let who = scenario.reader;
        let action = denied.action.text.as_str();
        let side = Side::of_action(scenario, documents, who, action, lang).map_err(failed)?;
        let check =
            Check { action: String::new(), resource: resource.trim().to_owned(), context: ContextMap::new() };
        let base = Request { checks: vec![check], ..side.base.clone() };
        let Some(request) = denied.request(&base) else { continue };
        let ways = Ways { most: MOST_FOR_DENIAL, ..Ways::default() };
        let (answer, repairs) = explain_denial(&side, denied, &request, ways, asking).map_err(failed)?;
        let attach = if is_of_log(action) { of_reader(who) } else { Attach::Identity };
        let changes = repairs.iter().flat_map(|found| &found.repairs);
        let changes = changes.map(|one| policy_changes(scenario, &attach, one)).collect();
        replies.push(DenialReply { answer, changes });
    }
    Ok(Reply::Denials(DenialsReply { denials: replies, problems }))
}

/// Most repairs that are compared for a pasted denial, of which there can be several.
const MOST_FOR_DENIAL: usize = 6;

fn of_reader(reader: Reader) -> Attach {
    match reader {
        Reader::Principal => Attach::Identity,
        Reader::Job => Attach::Job,
    }
}

fn dead_in(text: &str, kind: &str, asking: &Asking<'_>) -> Result<Reply, Failures> {
    let kind = PolicyKind::ALL.into_iter().find(|known| known.code() == kind).unwrap_or(PolicyKind::Identity);
    let reading = read(text, kind);
    if !reading.is_usable() {
        return Ok(Reply::Dead(DeadReply {
            answer: DeadForm::default(),
            policies: Vec::new(),
            changes: Vec::new(),
        }));
    }
    let loose = Loose { title: "", kind, text, reading: &reading };
    let side = Side::of_documents("", &[loose], principal("acs:ram::1000000000000001:user/user"));
    let answer = dead(&side, asking).map_err(|why| failure(why.sentence(asking.lang)))?;
    Ok(Reply::Dead(DeadReply { answer, policies: Vec::new(), changes: Vec::new() }))
}

fn dead_reply(scenario: &Scenario, answer: DeadForm) -> DeadReply {
    let policies = answer.parts.iter().map(|part| part.number).collect();
    let place = |number: u32| usize::try_from(number).ok().filter(|at| *at < scenario.policies.len());
    let changes = answer.fixed.iter().filter_map(|one| {
        let policy = place(one.number)?;
        Some(match &one.text {
            Some(text) => PolicyChange::Rewrite { policy, text: text.clone() },
            None => PolicyChange::Remove { policy },
        })
    });
    DeadReply { policies, changes: changes.collect(), answer }
}

fn lines(calls: &str, problems: &[NeedProblem], lang: Lang) -> Failures {
    let at = Lines::new(calls);
    let form = |problem: &NeedProblem| FailureForm {
        says: sentence::need_problem(problem.kind, lang).to_owned(),
        help: String::new(),
        line: Some(at.position(problem.span.start).line),
    };
    problems.iter().map(form).collect()
}
