//! Cedar. It has no wildcards over actions, so that action and resource are strings that are matched with
//! `like`, whose `*` crosses everything as RAM's does; it does not ignore the case of actions.

use std::hint::black_box;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, EntityUid, PolicySet, Request, Response, RestrictedExpression,
};

use super::{Row, must};
use crate::Result;
use crate::timing::{micros, once};
use crate::workload::{Workload, cedar};

pub fn measure(workload: &Workload) -> Result<Vec<Row>> {
    let text = cedar(&workload.statements()?);
    let (authorizer, entities) = (Authorizer::new(), Entities::empty());
    let policies: PolicySet = text.parse()?;
    workload.check(|action, resource| {
        let answer = authorizer.is_authorized(&request(action, resource)?, &policies, &entities);
        Ok(answer.decision() == Decision::Allow)
    })?;
    let asked = request(&workload.action, &workload.resource)?;
    let prepared =
        micros(|| authorizer.is_authorized(black_box(&asked), black_box(&policies), black_box(&entities)));
    let text = workload.time_text(|| -> Result<Response> {
        let policies: PolicySet = black_box(&text).parse()?;
        let asked = request(&workload.action, &workload.resource)?;
        Ok(authorizer.is_authorized(&asked, &policies, &entities))
    });
    Ok(vec![Row { answers: "decision, ids of deciding policies", explains: true, prepared, text }])
}

fn request(action: &str, resource: &str) -> Result<Request> {
    let context = Context::from_pairs([
        ("action".to_owned(), RestrictedExpression::new_string(action.to_owned())),
        ("resource".to_owned(), RestrictedExpression::new_string(resource.to_owned())),
    ])?;
    let entity = |text: &str| -> Result<EntityUid> { Ok(text.parse()?) };
    let (principal, action, resource) =
        (entity("User::\"alice\"")?, entity("Action::\"call\"")?, entity("Resource::\"any\"")?);
    Ok(Request::new(principal, action, resource, context, None)?)
}

pub fn hostile(pattern: &str, text: &str) -> Result<f64> {
    let (authorizer, entities) = (Authorizer::new(), Entities::empty());
    let policies: PolicySet =
        format!("permit(principal, action, resource) when {{ context.resource like {pattern:?} }};")
            .parse()?;
    let warm = request("", "")?;
    authorizer.is_authorized(&warm, &policies, &entities);
    let asked = request("", text)?;
    let (answer, micros) = once(|| authorizer.is_authorized(&asked, &policies, &entities));
    must(answer.decision() == Decision::Deny, "the pattern matches")?;
    Ok(micros)
}
