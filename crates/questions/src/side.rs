//! Policies that a question is asked about, wherever they come from.

use ramplay_analysis::{Budget, Obstacle, Text, principals};
use ramplay_case::{Case, Prepared, RunError};
use ramplay_playground::{Document, Origin, Party, Reader, Scenario, sentence as words};
use ramplay_policy::{
    Attached, DocumentId, PolicyKind, PolicySet, Principal, PrincipalKind, Reading, Request, ResourceAttached,
};
use ramplay_text::Lang;

use crate::asking::Unanswered;

/// Policies that a question is asked about, with who asks.
#[derive(Debug, Clone)]
pub struct Side<'p> {
    /// What to call it.
    pub name: String,
    /// What to call its documents, by their number.
    pub titles: Vec<String>,
    /// The policies where they are attached.
    pub set: PolicySet<'p>,
    /// The texts that can be changed.
    pub texts: Vec<Text<'p>>,
    /// Who asks and under what circumstances; what it asks for, where that is said.
    pub base: Request,
    /// Whether it is said who asks. If not, policies that name principals are asked for everybody whom they tell
    /// apart, and `base` is for those that name nobody.
    pub is_said: bool,
}

/// A document that stands alone.
#[derive(Debug, Clone, Copy)]
pub struct Loose<'p> {
    /// What to call it.
    pub title: &'p str,
    /// What it is attached as.
    pub kind: PolicyKind,
    /// Its text.
    pub text: &'p str,
    /// What was read of it; without errors.
    pub reading: &'p Reading,
}

impl<'p> Side<'p> {
    /// Documents that stand alone, asked by `principal` if they name nobody. Control and session policies are
    /// compared by what they say themselves, as if they were the identity's.
    pub fn of_documents(name: &str, documents: &[Loose<'p>], principal: Principal) -> Self {
        let mut set = PolicySet::default();
        let mut texts = Vec::new();
        for (number, loose) in (0..).zip(documents) {
            let document = DocumentId(number);
            let attached = Attached { document, policy: &loose.reading.policy };
            match loose.kind {
                PolicyKind::Resource => set.resource.push(ResourceAttached { attached, spares_owner: true }),
                PolicyKind::Trust => set.trust.push(attached),
                PolicyKind::Identity | PolicyKind::Control | PolicyKind::Session => {
                    set.identity.push(attached);
                }
            }
            texts.push(Text { document, text: loose.text });
        }
        let titles = documents.iter().map(|loose| loose.title.to_owned()).collect();
        let mut base = Request::new(principal, "", "");
        base.checks.clear();
        Side { name: name.to_owned(), titles, set, texts, base, is_said: false }
    }

    /// The policies of a case in all layers, asked by the principal of its request.
    ///
    /// # Errors
    /// Every error of its documents.
    pub fn of_case(name: &str, case: &Case, prepared: &'p Prepared<'p>) -> Result<Self, Vec<RunError>> {
        let titles = (1..).zip(&case.policies).map(|(number, attachment)| {
            attachment.name.clone().unwrap_or_else(|| format!("{name} #{number}"))
        });
        let texts = (0..).zip(&prepared.texts);
        let texts = texts
            .filter_map(|(number, text)| Some(Text { document: DocumentId(number), text: text.as_deref()? }));
        Ok(Side {
            name: name.to_owned(),
            titles: titles.collect(),
            set: prepared.policies()?,
            texts: texts.collect(),
            base: case.request.to_request(),
            is_said: true,
        })
    }

    /// The policies of a scenario that count for one of its parties.
    ///
    /// # Errors
    /// When a document that counts cannot be evaluated.
    pub fn of_party(party: Party<'p>, documents: &'p [Document], lang: Lang) -> Result<Self, Unanswered> {
        let title = |(place, document): (usize, &Document)| words::document_name(Some(document), place, lang);
        if let Some((place, _)) = party.obstacles.first() {
            return Err(Unanswered::Document(words::document_name(documents.get(*place), *place, lang)));
        }
        let is_written = |document: &&Document| matches!(document.origin, Origin::Pasted);
        let texts = (0..).zip(documents).filter(|(_, document)| is_written(document));
        Ok(Side {
            name: party.request.principal.arn.clone(),
            titles: documents.iter().enumerate().map(title).collect(),
            set: party.policies,
            texts: texts
                .map(|(number, document)| Text { document: DocumentId(number), text: &document.text })
                .collect(),
            base: party.request,
            is_said: true,
        })
    }

    /// The parties of a scenario: the identity that the consoles see, on the workspace, and who reads and writes the
    /// Logstore, on its project.
    ///
    /// # Errors
    /// When a document that counts cannot be evaluated.
    pub fn of_scenario(
        scenario: &'p Scenario,
        documents: &'p [Document],
        lang: Lang,
    ) -> Result<Vec<Self>, Unanswered> {
        [Party::of_consoles(scenario, documents), Party::of_project(scenario, documents)]
            .into_iter()
            .map(|party| Side::of_party(party, documents, lang))
            .collect()
    }

    /// Leaves condition keys and time of the request open: a part of a policy that changes no answer under some
    /// circumstances may change one under others.
    pub fn forget_circumstances(&mut self) {
        self.base.context.clear();
        self.base.time = None;
    }

    /// The party of a scenario that an action is asked of: its project for those of Simple Log Service, else its
    /// workspace. Policies of the job's RAM user count if the scenario asks for it.
    ///
    /// # Errors
    /// When a document that counts cannot be evaluated.
    pub fn of_action(
        scenario: &'p Scenario,
        documents: &'p [Document],
        who: Reader,
        action: &str,
        lang: Lang,
    ) -> Result<Self, Unanswered> {
        Side::of_party(Party::of_action(scenario, documents, who, action), documents, lang)
    }

    /// What to call a document.
    pub fn title(&self, id: DocumentId) -> String {
        let place = usize::try_from(id.0).unwrap_or(usize::MAX);
        self.titles.get(place).cloned().unwrap_or_default()
    }

    /// Who asks, one request without checks for each: who is said, or everybody whom the policies tell apart.
    ///
    /// # Errors
    /// When they cannot be told apart within the usual budget.
    pub fn bases(&self) -> Result<Vec<Request>, Unanswered> {
        Side::bases_of(&[self], &self.base.resource_account)
    }

    /// The same for several sides, on resources of an account.
    ///
    /// # Errors
    /// When they cannot be told apart within the usual budget.
    pub fn bases_of(sides: &[&Side<'_>], account: &str) -> Result<Vec<Request>, Unanswered> {
        let said = sides.iter().find(|side| side.is_said);
        let names_nobody = sides.iter().all(|side| side.set.resource.is_empty() && side.set.trust.is_empty());
        let alone = match (said, sides) {
            (Some(said), _) => Some(*said),
            (None, [only]) if names_nobody => Some(*only),
            (None, _) => None,
        };
        if let Some(side) = alone {
            return Ok(vec![Request { checks: Vec::new(), ..side.base.clone() }]);
        }
        let sets: Vec<&PolicySet<'_>> = sides.iter().map(|side| &side.set).collect();
        let found = principals(&sets, account, &Budget::default());
        found.map_err(|_| Unanswered::Undecided(Obstacle::Budget))
    }
}

/// Who an ARN names; anything that is no ARN is the name of a service.
pub fn principal(arn: &str) -> Principal {
    let parts: Vec<&str> = arn.splitn(5, ':').collect();
    let (kind, account) = match parts.as_slice() {
        ["acs", "ram", _, account, what] => {
            let kind = match what.split_once('/').map_or(*what, |(kind, _)| kind) {
                "root" => PrincipalKind::Root,
                "role" => PrincipalKind::RamRole,
                "saml-provider" | "oidc-provider" => PrincipalKind::Federated,
                _ => PrincipalKind::RamUser,
            };
            (kind, (*account).to_owned())
        }
        _ => (PrincipalKind::Service, String::new()),
    };
    Principal { kind, arn: arn.to_owned(), account, uid: None }
}
