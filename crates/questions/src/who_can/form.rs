//! The answer as data that serializes.

use ramplay_analysis::{Can, Grant, Held, Reach, Spoken, sentence};
use ramplay_policy::Principal;
use ramplay_text::Lang;
use serde::Serialize;

use crate::changes::{GroupForm, RequestForm, Title, condition};

/// The answer.
#[derive(Debug, Clone, Default, Serialize)]
pub struct WhoCanForm {
    /// All that is allowed, if that was asked: one list for each side.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<ListForm>,
    /// The questions, each with its answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<AnswerForm>,
}

/// All that is allowed to some principals.
#[derive(Debug, Clone, Serialize)]
pub struct ListForm {
    /// Whom it is allowed to.
    pub principals: Vec<PrincipalForm>,
    /// By the statements that allow it.
    pub grants: Vec<GrantForm>,
    /// Whether that is all.
    pub complete: bool,
    /// Why not everything is decided, in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub obstacles: Vec<String>,
}

/// Somebody.
#[derive(Debug, Clone, Serialize)]
pub struct PrincipalForm {
    /// The ARN, or the name of a service.
    pub principal: String,
    /// The account.
    pub account: String,
}

/// What the same statements allow.
#[derive(Debug, Clone, Serialize)]
pub struct GrantForm {
    /// `allow`, or `depends` where unknown policies decide.
    pub answer: &'static str,
    /// The statements that allow.
    pub statements: Vec<SpokenForm>,
    /// The known actions that are allowed on at least one resource that they are checked on.
    pub known: Vec<String>,
    /// How many these are, one for each service, in words.
    pub counts: Vec<String>,
    /// What keeps some requests from being allowed that these statements allow.
    pub held_back: Vec<HeldForm>,
    /// Whether that is all that holds it back.
    pub complete: bool,
    /// A request that is allowed.
    pub example: RequestForm,
}

/// What a statement speaks of.
#[derive(Debug, Clone, Serialize)]
pub struct SpokenForm {
    /// What the document is called.
    pub document: String,
    /// From 0.
    pub statement: u16,
    /// Its actions, in words.
    pub actions: String,
    /// Its resources, in words.
    pub resources: String,
    /// Its conditions, one each.
    pub conditions: Vec<String>,
}

/// What holds a grant back.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum HeldForm {
    /// A Deny.
    Deny {
        /// What it speaks of.
        deny: SpokenForm,
    },
    /// A control or session policy that allows less.
    Within {
        /// What it is called.
        within: String,
    },
}

/// The answer to one question.
#[derive(Debug, Clone, Serialize)]
pub struct AnswerForm {
    /// Of a question that has a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    /// The question, in words.
    pub question: String,
    /// `yes`, `perhaps` if unknown policies decide, `no` where that is proven, or `undecided`.
    pub answer: &'static str,
    /// Requests that show it, one for each kind of principal that can.
    pub examples: Vec<ExampleForm>,
    /// Why it is not decided, in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub obstacles: Vec<String>,
}

/// A request that shows something.
#[derive(Debug, Clone, Serialize)]
pub struct ExampleForm {
    /// The request.
    pub request: RequestForm,
    /// Whether unknown policies have to allow it.
    pub depends: bool,
    /// Whether its action is known and checked on such a resource.
    pub real: bool,
}

impl WhoCanForm {
    /// Whether something of the kind that was asked for can be allowed.
    pub fn is_yes(&self) -> bool {
        self.questions.iter().any(|question| !question.examples.is_empty())
    }

    /// Why something is not decided.
    pub fn obstacle(&self) -> Option<&str> {
        let lists = self.lists.iter().flat_map(|list| &list.obstacles);
        lists.chain(self.questions.iter().flat_map(|one| &one.obstacles)).map(String::as_str).next()
    }
}

impl PrincipalForm {
    pub(super) fn new(principal: &Principal) -> Self {
        PrincipalForm { principal: principal.arn.clone(), account: principal.account.clone() }
    }
}

impl ListForm {
    pub(super) fn new(principals: Vec<PrincipalForm>, found: &Reach, title: Title<'_>, lang: Lang) -> Self {
        ListForm {
            principals,
            grants: found.grants.iter().map(|one| grant(one, title, lang)).collect(),
            complete: found.is_complete,
            obstacles: found.obstacles.iter().map(|one| sentence::obstacle(one, lang)).collect(),
        }
    }
}

fn grant(grant: &Grant, title: Title<'_>, lang: Lang) -> GrantForm {
    let group = GroupForm::new(&grant.group, title, title, lang);
    let held = |held: &Held| match held {
        Held::Deny(part) => HeldForm::Deny { deny: spoken(part, title, lang) },
        Held::Within(document) => HeldForm::Within { within: title(*document) },
    };
    GrantForm {
        answer: group.to,
        statements: grant.parts.iter().map(|part| spoken(part, title, lang)).collect(),
        known: group.known,
        counts: group.counts,
        held_back: grant.held_back.iter().map(held).collect(),
        complete: grant.is_complete,
        example: group.example,
    }
}

fn spoken(part: &Spoken, title: Title<'_>, lang: Lang) -> SpokenForm {
    SpokenForm {
        document: title(part.at.document),
        statement: part.at.statement,
        actions: sentence::entries(&part.actions, lang),
        resources: sentence::entries(&part.resources, lang),
        conditions: part.conditions.iter().map(condition).collect(),
    }
}

impl AnswerForm {
    pub(super) fn new(question: String, code: Option<&'static str>) -> Self {
        AnswerForm { code, question, answer: "no", examples: Vec::new(), obstacles: Vec::new() }
    }

    /// What was found for one kind of principal.
    pub(super) fn add(&mut self, found: &Can, lang: Lang) {
        let shown = found.surely.as_ref().or(found.perhaps.as_ref());
        self.examples.extend(shown.map(|request| ExampleForm {
            request: RequestForm::new(request),
            depends: found.surely.is_none(),
            real: found.real,
        }));
        for obstacle in &found.obstacles {
            let text = sentence::obstacle(obstacle, lang);
            if !self.obstacles.contains(&text) {
                self.obstacles.push(text);
            }
        }
        self.answer = match (self.examples.iter().any(|one| !one.depends), self.examples.is_empty()) {
            (true, _) => "yes",
            (false, false) => "perhaps",
            (false, true) if self.obstacles.is_empty() => "no",
            (false, true) => "undecided",
        };
    }
}
