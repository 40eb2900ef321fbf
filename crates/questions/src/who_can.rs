//! What somebody can do, and whether anything of a kind is allowed.

mod form;
mod text;

use ramplay_analysis::{Catalogue, ESCALATIONS, Frame, Only, Question, can, reach_watched};
use ramplay_policy::{Place, PolicySet, Request, Unseen};
use ramplay_text::Lang;

pub use self::form::{
    AnswerForm, ExampleForm, GrantForm, HeldForm, ListForm, PrincipalForm, SpokenForm, WhoCanForm,
};
pub use self::text::text;
use crate::asking::{Asking, Unanswered};
use crate::side::Side;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhoCan {
    /// All that is allowed.
    Everything,
    /// Whether any of these actions is allowed on any of these resources; patterns as policies write them. None of
    /// one kind: any.
    Any {
        /// The actions.
        actions: Vec<String>,
        /// The resources.
        resources: Vec<String>,
    },
    /// The questions that have names; see [`named`].
    Named,
    /// Of these, the known ways to more access than was given: [`ESCALATIONS`].
    Escalations,
}

/// The questions that have names: what a person wants to know of a Logstore, and the known ways to more access than
/// was given.
pub fn named() -> impl Iterator<Item = Question> {
    LOGSTORE.into_iter().chain(ESCALATIONS)
}

/// What is asked in words, its code if it has a name, and the requests that it is about.
type Asked = (String, Option<&'static str>, Only);

const LOG: &[&str] = &["acs:log:*", "*"];

/// What cannot be undone in Simple Log Service, and what leads out of it. The actions are those of its catalogue
/// (`sls_actions.json` of `ramplay-flink`).
const LOGSTORE: [Question; 4] = [
    Question {
        code: "delete-logstore",
        en: "delete a Logstore",
        zh: "删除 Logstore",
        actions: &["log:DeleteLogStore"],
        resources: LOG,
    },
    Question {
        code: "delete-project",
        en: "delete a project of Simple Log Service",
        zh: "删除日志服务 Project",
        actions: &["log:DeleteProject"],
        resources: LOG,
    },
    Question {
        code: "delete-consumer-group",
        en: "delete a consumer group with its checkpoints",
        zh: "删除消费组及其消费位点",
        actions: &["log:DeleteConsumerGroup"],
        resources: LOG,
    },
    Question {
        code: "write-logs",
        en: "write to a Logstore",
        zh: "向 Logstore 写入日志",
        actions: &["log:PostLogStoreLogs", "log:BatchPostLogStoreLogs"],
        resources: LOG,
    },
];

/// Answers for several sides, one after the other: the lists of [`WhoCan::Everything`], or the questions, each for all
/// sides together.
///
/// # Errors
/// When a value of a request cannot be read, or nobody can be told apart within the budget.
pub fn who_can(sides: &[Side<'_>], asked: &WhoCan, asking: &Asking<'_>) -> Result<WhoCanForm, Unanswered> {
    let catalogue = Catalogue::of_flink();
    let options = asking.options(Some(&catalogue));
    let mut bases: Vec<Vec<Request>> = Vec::new();
    for side in sides {
        bases.push(side.bases()?);
    }
    let mut form = WhoCanForm::default();
    let questions: Vec<Asked> = match asked {
        WhoCan::Everything => {
            for (side, bases) in sides.iter().zip(bases) {
                let frame = Frame::around(bases.clone());
                let found = reach_watched(&side.set, &frame, &options, asking.watch)?;
                let principals = bases.iter().map(|base| PrincipalForm::new(&base.principal)).collect();
                form.lists.push(ListForm::new(principals, &found, &|id| side.title(id), asking.lang));
            }
            return Ok(form);
        }
        WhoCan::Any { actions, resources } => vec![any(actions, resources, asking.lang)],
        WhoCan::Named => named().map(|one| question(&one, asking.lang)).collect(),
        WhoCan::Escalations => ESCALATIONS.iter().map(|one| question(one, asking.lang)).collect(),
    };
    let sets: Vec<PolicySet<'_>> = sides.iter().map(|side| with_roles(&side.set)).collect();
    let of = questions.len();
    for (done, (what, code, only)) in questions.into_iter().enumerate() {
        (asking.watch)(done, of);
        let mut answer = AnswerForm::new(what, code);
        for (set, bases) in sets.iter().zip(&bases) {
            for base in bases {
                let frame = Frame { only: Some(only.clone()), ..Frame::around(vec![base.clone()]) };
                answer.add(&can(set, &frame, &options)?, asking.lang);
            }
        }
        form.questions.push(answer);
    }
    Ok(form)
}

/// A set of policies beside roles that exist: where no trust policy was given, those of the roles are unknown.
fn with_roles<'p>(set: &PolicySet<'p>) -> PolicySet<'p> {
    let mut set = set.clone();
    if set.trust.is_empty() && !set.unseen.iter().any(|unseen| unseen.place == Place::Trust) {
        set.unseen.push(Unseen { place: Place::Trust, may_deny: true });
    }
    set
}

fn question(one: &Question, lang: Lang) -> Asked {
    let word = if lang == Lang::En { one.en } else { one.zh };
    (word.to_owned(), Some(one.code), one.only())
}

fn any(actions: &[String], resources: &[String], lang: Lang) -> Asked {
    let or_any = |list: &[String]| if list.is_empty() { vec!["*".to_owned()] } else { list.to_vec() };
    let (actions, resources) = (or_any(actions), or_any(resources));
    let only = Only::of(
        &actions.iter().map(String::as_str).collect::<Vec<_>>(),
        &resources.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    let (actions, resources) = (actions.join(", "), resources.join(", "));
    let what = match lang {
        Lang::En => format!("`{actions}` on `{resources}`"),
        Lang::Zh => format!("对 `{resources}` 执行 `{actions}`"),
    };
    (what, None, only)
}
