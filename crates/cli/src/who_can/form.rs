//! The answer as one form, from which text and JSON are written.

use ramplay_analysis::{Can, Condition, Grant, Held, Reach, Spoken, sentence};
use ramplay_policy::Principal;
use ramplay_text::Lang;
use serde::Serialize;

use crate::changes::{GroupForm, RequestForm, Title};

#[derive(Default, Serialize)]
pub(super) struct WhoCanForm {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) lists: Vec<ListForm>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) questions: Vec<AnswerForm>,
}

/// All that is allowed to some principals.
#[derive(Serialize)]
pub(super) struct ListForm {
    pub(super) principals: Vec<PrincipalForm>,
    pub(super) grants: Vec<GrantForm>,
    pub(super) complete: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) obstacles: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct PrincipalForm {
    pub(super) principal: String,
    pub(super) account: String,
}

#[derive(Serialize)]
pub(super) struct GrantForm {
    /// `allow`, or `depends` where unknown policies decide.
    pub(super) answer: &'static str,
    /// The statements that allow.
    pub(super) statements: Vec<SpokenForm>,
    /// The known actions that are allowed on at least one resource that they are checked on.
    pub(super) known: Vec<String>,
    pub(super) counts: Vec<String>,
    pub(super) held_back: Vec<HeldForm>,
    pub(super) complete: bool,
    pub(super) example: RequestForm,
}

/// What a statement speaks of.
#[derive(Serialize)]
pub(super) struct SpokenForm {
    pub(super) document: String,
    /// From 0.
    pub(super) statement: u16,
    pub(super) actions: String,
    pub(super) resources: String,
    pub(super) conditions: Vec<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum HeldForm {
    Deny { deny: SpokenForm },
    Within { within: String },
}

/// The answer to one question.
#[derive(Serialize)]
pub(super) struct AnswerForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<&'static str>,
    pub(super) question: String,
    /// `yes`, `perhaps` if unknown policies decide, `no` where that is proven, or `undecided`.
    pub(super) answer: &'static str,
    /// Requests that show it, one for each kind of principal that can.
    pub(super) examples: Vec<ExampleForm>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) obstacles: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct ExampleForm {
    pub(super) request: RequestForm,
    /// Whether unknown policies have to allow it.
    pub(super) depends: bool,
    /// Whether its action is known and checked on such a resource.
    pub(super) real: bool,
}

impl WhoCanForm {
    /// Whether something of the kind that was asked for can be allowed.
    pub(super) fn is_yes(&self) -> bool {
        self.questions.iter().any(|question| !question.examples.is_empty())
    }

    /// Why something is not decided.
    pub(super) fn obstacle(&self) -> Option<&str> {
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
    let condition = |one: &Condition| format!("{} {}: {}", one.operator, one.key, one.values.join(", "));
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
