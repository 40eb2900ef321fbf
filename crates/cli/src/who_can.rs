//! `ramplay who-can`: what is allowed, and whether anything of a kind is.

mod args;
mod form;
mod text;

use std::io::Write as _;

use ramplay_analysis::{
    Budget, Catalogue, ESCALATIONS, Frame, Obstacle, Only, Options, can, principals, reach, sentence,
};
use ramplay_playground::{MAX_BYTES, Party, Scenario, read_all};
use ramplay_policy::{DocumentId, PolicySet, Request};
use ramplay_text::Lang;

pub(crate) use self::args::WhoCanArgs;
use self::args::WhoCanFormat;
use self::form::{AnswerForm, ListForm, PrincipalForm, WhoCanForm};
use crate::Done;
use crate::asking::unreadable;
use crate::changes::Title;
use crate::files;
use crate::given::Given;
use crate::io_error::Failure;

pub(crate) fn run(args: &WhoCanArgs) -> Done {
    let lang: Lang = args.lang.into();
    let mut form = WhoCanForm::default();
    if let Some(scenario) = scenario(args)? {
        let documents = read_all(&scenario, &[]);
        let title = |id: DocumentId| {
            let place = usize::try_from(id.0).unwrap_or(usize::MAX);
            ramplay_playground::sentence::document_name(documents.get(place), place, lang)
        };
        for party in [Party::of_consoles(&scenario, &documents), Party::of_project(&scenario, &documents)] {
            if let Some((document, _)) = party.obstacles.first() {
                let name = title(DocumentId(u32::try_from(*document).unwrap_or(u32::MAX)));
                return Err(Failure::call(&format!("`{name}` cannot be evaluated")));
            }
            ask(args, vec![args.asking.base(Some(party.request))], &party.policies, &title, &mut form)?;
        }
    } else {
        let given = Given::read_all(&args.asking.policies, args.asking.kind.map(Into::into), lang)?;
        let prepared = given.prepared();
        let set = given.set(prepared.as_ref())?;
        let base = args.asking.base(given.base());
        let names_nobody = set.resource.is_empty() && set.trust.is_empty();
        let bases = if given.base().is_some() || names_nobody {
            vec![base]
        } else {
            principals(&[&set], &base.resource_account, &Budget::new(args.budget))
                .map_err(|_| Failure::undecided(sentence::obstacle(&Obstacle::Budget, lang)))?
        };
        ask(args, bases, &set, &|id| given.title(id), &mut form)?;
    }
    let mut out = anstream::stdout().lock();
    let written = match args.format {
        WhoCanFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &form).map_err(Into::into).and_then(|()| writeln!(out))
        }
        WhoCanFormat::Text => write!(out, "{}", text::text(&form, lang)),
    };
    written.and_then(|()| out.flush()).map_err(Failure::writing)?;
    match form.obstacle() {
        Some(why) if !form.is_yes() => Err(Failure::undecided(why.to_owned())),
        _ => Ok(!form.is_yes()),
    }
}

/// The scenario, if the only file is one.
fn scenario(args: &WhoCanArgs) -> Result<Option<Scenario>, Failure> {
    // Standard input can be read once.
    let [path] = args.asking.policies.as_slice() else { return Ok(None) };
    if files::is_stdin(path) {
        return Ok(None);
    }
    let text = files::read(path, MAX_BYTES)?;
    Ok(text.and_then(|text| Scenario::from_json(&text).ok()))
}

/// Asks what was asked about one set of policies.
fn ask(
    args: &WhoCanArgs,
    mut bases: Vec<Request>,
    set: &PolicySet<'_>,
    title: Title<'_>,
    form: &mut WhoCanForm,
) -> Result<(), Failure> {
    let lang: Lang = args.lang.into();
    for base in &mut bases {
        base.checks.clear();
    }
    let catalogue = Catalogue::of_flink();
    let options = Options { steps: args.budget, catalogue: Some(&catalogue) };
    let failed = |problem: ramplay_policy::RequestProblem| unreadable(&problem, lang);
    let question = |only: &Only, what: String, code: Option<&'static str>| {
        let mut answer = AnswerForm::new(what, code);
        for base in &bases {
            let frame = Frame { only: Some(only.clone()), ..Frame::around(vec![base.clone()]) };
            let found = can(set, &frame, &options).map_err(failed)?;
            answer.add(&found, lang);
        }
        Ok::<AnswerForm, Failure>(answer)
    };
    if args.escalations {
        for one in ESCALATIONS {
            let what = if lang == Lang::En { one.en } else { one.zh };
            form.questions.push(question(&one.only(), what.to_owned(), Some(one.code))?);
        }
    } else if !args.action.is_empty() || !args.resource.is_empty() {
        let or_any = |list: &[String]| if list.is_empty() { vec!["*".to_owned()] } else { list.to_vec() };
        let (actions, resources) = (or_any(&args.action), or_any(&args.resource));
        let borrowed = |list: &[String]| list.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        let only = Only::of(
            &actions.iter().map(String::as_str).collect::<Vec<_>>(),
            &resources.iter().map(String::as_str).collect::<Vec<_>>(),
        );
        let what = match lang {
            Lang::En => format!("`{}` on `{}`", borrowed(&actions), borrowed(&resources)),
            Lang::Zh => format!("对 `{}` 执行 `{}`", borrowed(&resources), borrowed(&actions)),
        };
        form.questions.push(question(&only, what, None)?);
    } else {
        let found = reach(set, &Frame::around(bases.clone()), &options).map_err(failed)?;
        let principals = bases.iter().map(|base| PrincipalForm::new(&base.principal)).collect();
        form.lists.push(ListForm::new(principals, &found, title, lang));
    }
    Ok(())
}
