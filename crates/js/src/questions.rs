//! Exact questions, and their answers in the form in which `ramplay` writes them with `--format json`.

use ramplay_playground::{Matter, Party};
use ramplay_policy::Request;
use ramplay_questions::{Asking, DeadForm, DenialForm, DiffForm, RepairsForm, Side, TightForm, WhoCanForm};
use ramplay_text::Lang;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::asked::{DenialAsked, Explained, RepairAsked, TightenAsked, Who, Whom, check};
use crate::forms::Problem;
use crate::subject::Subject;
use crate::{Outcome, lang_of, read_or_default, text_of, told, unanswered};

/// The code of a question that cannot be asked.
const BAD_QUESTION: &str = "bad-question";

/// What changes from one set of policies to another; of scenarios, for each of their parties.
#[wasm_bindgen]
pub fn diff(before: &JsValue, after: &JsValue, lang: Option<String>) -> JsValue {
    told(compared(&text_of(before), &text_of(after), lang_of(lang)))
}

/// Whether anybody can do any of these, or what can be done at all.
#[wasm_bindgen(js_name = whoCan)]
pub fn who_can(policies: &JsValue, asked: &JsValue, lang: Option<String>) -> JsValue {
    told(listed(&text_of(policies), read_or_default(asked, BAD_QUESTION), lang_of(lang)))
}

/// The smallest changes that allow a denied request, or deny an allowed one.
#[wasm_bindgen]
pub fn repair(policies: &JsValue, asked: &JsValue, lang: Option<String>) -> JsValue {
    told(repaired(&text_of(policies), read_or_default(asked, BAD_QUESTION), lang_of(lang)))
}

/// The smallest readable policies for what is needed.
#[wasm_bindgen]
pub fn tighten(policies: &JsValue, needed: &JsValue, lang: Option<String>) -> JsValue {
    told(tightened(&text_of(policies), read_or_default(needed, BAD_QUESTION), lang_of(lang)))
}

/// The parts of policies that change no answer.
#[wasm_bindgen]
pub fn dead(policies: &JsValue, lang: Option<String>) -> JsValue {
    told(superfluous(&text_of(policies), lang_of(lang)))
}

/// What a service denied, whether policies explain it, and what would repair it.
#[wasm_bindgen(js_name = explainDenial)]
pub fn explain_denial(policies: &JsValue, text: &JsValue, asked: &JsValue, lang: Option<String>) -> JsValue {
    told(explained(&text_of(policies), &text_of(text), read_or_default(asked, BAD_QUESTION), lang_of(lang)))
}

fn bad(why: &str) -> Problem {
    Problem::new(BAD_QUESTION, why.to_owned())
}

fn compared(before: &str, after: &str, lang: Lang) -> Outcome<Vec<DiffForm>> {
    let (before, after) = (Subject::read(before, lang)?, Subject::read(after, lang)?);
    let (prepared_before, prepared_after) = (before.prepared(), after.prepared());
    let nobody = Who::default();
    let old = before.sides(&prepared_before, &nobody, lang)?;
    let new = after.sides(&prepared_after, &nobody, lang)?;
    if old.len() != new.len() {
        return Err(bad("a scenario is compared with a scenario"));
    }
    let forms = old.iter().zip(&new).map(|(old, new)| {
        ramplay_questions::diff(old, new, after.account(), &Asking::new(lang))
            .map_err(|why| unanswered(&why, lang))
    });
    forms.collect()
}

fn listed(policies: &str, asked: Outcome<Whom>, lang: Lang) -> Outcome<WhoCanForm> {
    let (subject, asked) = (Subject::read(policies, lang)?, asked?);
    let prepared = subject.prepared();
    let sides = subject.sides(&prepared, &asked.who, lang)?;
    ramplay_questions::who_can(&sides, &asked.asked()?, &Asking::new(lang))
        .map_err(|why| unanswered(&why, lang))
}

fn repaired(policies: &str, asked: Outcome<RepairAsked>, lang: Lang) -> Outcome<RepairsForm> {
    let (subject, asked) = (Subject::read(policies, lang)?, asked?);
    let prepared = subject.prepared();
    let side = match (&asked.row, &asked.action, &asked.resource, &subject) {
        (Some(row), None, None, Subject::Scenario(scenario, documents)) => {
            let matter = Matter::of_row(scenario, documents, row);
            let matter = matter.ok_or_else(|| bad("no permission is checked for this row"))?;
            let mut side =
                Side::of_party(matter.party, documents, lang).map_err(|why| unanswered(&why, lang))?;
            asked.who.add_to(&mut side)?;
            side
        }
        (None, Some(action), Some(resource), _) => {
            let mut side = subject.side(&prepared, action, &asked.who, lang)?;
            side.base.checks = vec![check(action, resource)];
            side
        }
        (None, None, None, Subject::Case(_)) => subject.side(&prepared, "", &asked.who, lang)?,
        _ => return Err(bad("say `action` and `resource`, the `row` of a scenario, or give a case")),
    };
    let asking = Asking::new(lang);
    let found = ramplay_questions::repair(&side, &side.base, asked.goal(), asked.ways(), &asking);
    found.map(|(form, _)| form).map_err(|why| unanswered(&why, lang))
}

fn tightened(policies: &str, asked: Outcome<TightenAsked>, lang: Lang) -> Outcome<TightForm> {
    let (subject, asked) = (Subject::read(policies, lang)?, asked?);
    let prepared = subject.prepared();
    let mut calls = asked.calls(lang)?;
    let mut side = match &subject {
        Subject::Scenario(scenario, documents) => {
            calls.extend(ramplay_questions::needs_of(scenario, &asked.wanted()));
            let party = Party::of_project(scenario, documents);
            let mut side = Side::of_party(party, documents, lang).map_err(|why| unanswered(&why, lang))?;
            asked.who.add_to(&mut side)?;
            side
        }
        _ if asked.jobs || asked.assertions || !asked.capabilities.is_empty() => {
            return Err(bad("only a scenario has `capabilities`, `jobs` and `assertions`"));
        }
        _ => subject.side(&prepared, "", &asked.who, lang)?,
    };
    if calls.is_empty() {
        return Err(bad("nothing is needed"));
    }
    side.base.checks.clear();
    ramplay_questions::tighten(&side, &calls, &Asking::new(lang)).map_err(|why| unanswered(&why, lang))
}

fn superfluous(policies: &str, lang: Lang) -> Outcome<DeadForm> {
    let subject = Subject::read(policies, lang)?;
    let prepared = subject.prepared();
    let mut sides = subject.sides(&prepared, &Who::default(), lang)?;
    sides.iter_mut().for_each(Side::forget_circumstances);
    ramplay_questions::dead_of(&sides, &Asking::new(lang)).map_err(|why| unanswered(&why, lang))
}

fn explained(policies: &str, text: &str, asked: Outcome<DenialAsked>, lang: Lang) -> Outcome<Explained> {
    let (subject, asked) = (Subject::read(policies, lang)?, asked?);
    let prepared = subject.prepared();
    let found = ramplay_denial::read(text);
    let problems = ramplay_questions::unread(&found, text, asked.resource.is_some(), lang);
    let denials = found.denials.iter().filter_map(|denied| {
        let side = subject.side(&prepared, &denied.action.text, &asked.who, lang);
        side.and_then(|side| {
            let given = asked.resource.iter().map(|resource| check("", resource)).collect();
            let base = Request { checks: given, ..side.base.clone() };
            let Some(request) = denied.request(&base) else { return Ok(None) };
            ramplay_questions::explain_denial(&side, denied, &request, asked.ways(), &Asking::new(lang))
                .map(|(form, _)| Some(form))
                .map_err(|why| unanswered(&why, lang))
        })
        .transpose()
    });
    let denials = denials.collect::<Outcome<Vec<DenialForm>>>()?;
    if denials.is_empty() {
        let all: Vec<&str> = problems.iter().map(|problem| problem.says.as_str()).collect();
        return Err(Problem::new("no-denial", all.join("; ")));
    }
    Ok(Explained { denials, problems })
}
