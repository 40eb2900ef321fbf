//! `ramplay tighten`: the smallest readable policy for what is needed.

mod args;

use std::fmt::{self, Write as _};
use std::io::{self, Write as _};

use ramplay_analysis::{Catalogue, Need, Options, Tight, needed, sentence, tighten};
use ramplay_policy::DocumentId;
use ramplay_text::{Lang, Lines};
use serde::Serialize;

pub(crate) use self::args::TightenArgs;
use self::args::TightenFormat;
use crate::Done;
use crate::asking::unreadable;
use crate::changes::{GroupForm, ObstacleForm, rows, sign, words};
use crate::files;
use crate::given::Given;
use crate::io_error::Failure;

/// The longest list of calls that is read, in bytes.
const MAX_BYTES: usize = 1024 * 1024;

#[derive(Serialize)]
struct TightForm {
    /// The policies, as texts.
    policies: Vec<String>,
    /// How the new policies stand to today's.
    relation: &'static str,
    says: &'static str,
    groups: Vec<GroupForm>,
    groups_complete: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    obstacles: Vec<ObstacleForm>,
    denied_today: Vec<NeedForm>,
    still_denied: Vec<NeedForm>,
}

#[derive(Serialize)]
struct NeedForm {
    action: String,
    resource: String,
}

pub(crate) fn run(args: &TightenArgs) -> Done {
    let lang: Lang = args.lang.into();
    let name = files::name(&args.needs);
    let bad = |why: String| Failure::reading(&name, io::Error::new(io::ErrorKind::InvalidData, why));
    let Some(text) = files::read(&args.needs, MAX_BYTES)? else {
        return Err(bad(format!("it is longer than {MAX_BYTES} bytes")));
    };
    let calls = match needed(&text) {
        Ok(calls) => calls,
        Err(problems) => {
            let lines = Lines::new(&text);
            for problem in &problems {
                let at = lines.position(problem.span.start);
                let says = sentence::need_problem(problem.kind, lang);
                anstream::eprintln!("{name}:{}:{}: {says}", at.line, at.column);
            }
            return Err(bad("there are lines in it that are no calls".to_owned()));
        }
    };
    let given = Given::read_all(&args.asking.policies, args.asking.kind.map(Into::into), lang)?;
    let prepared = given.prepared();
    let set = given.set(prepared.as_ref())?;
    let base = args.asking.base(given.base());
    let catalogue = Catalogue::of_flink();
    let options = Options { steps: args.budget, catalogue: Some(&catalogue) };
    let tight = tighten(&set, &calls, &base, &options).map_err(|problem| unreadable(&problem, lang))?;
    let form = form(&tight, &given, lang);
    let mut out = anstream::stdout().lock();
    let written = match args.format {
        _ if args.policy_only => form.policies.iter().try_for_each(|policy| writeln!(out, "{policy}")),
        TightenFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &form).map_err(Into::into).and_then(|()| writeln!(out))
        }
        TightenFormat::Text => write!(out, "{}", text_of(&form, false, lang)),
        TightenFormat::Markdown => write!(out, "{}", text_of(&form, true, lang)),
    };
    written.and_then(|()| out.flush()).map_err(Failure::writing)?;
    match tight.diff.obstacles.first() {
        Some(obstacle) => Err(Failure::undecided(sentence::obstacle(obstacle, lang))),
        None => Ok(tight.still_denied.is_empty()),
    }
}

fn form(tight: &Tight, given: &Given, lang: Lang) -> TightForm {
    let after = |_: DocumentId| match lang {
        Lang::En => "new policy".to_owned(),
        Lang::Zh => "新策略".to_owned(),
    };
    let needs = |needs: &[Need]| {
        let form = |need: &Need| NeedForm { action: need.action.clone(), resource: need.resource.clone() };
        needs.iter().map(form).collect()
    };
    TightForm {
        policies: tight.documents.iter().map(ramplay_flink::PolicyDocument::to_text).collect(),
        relation: tight.diff.relation.code(),
        says: sentence::relation(tight.diff.relation, lang),
        groups: GroupForm::all(&tight.diff, &|id| given.title(id), &after, lang),
        groups_complete: tight.diff.groups_complete,
        obstacles: ObstacleForm::all(&tight.diff, lang),
        denied_today: needs(&tight.denied_today),
        still_denied: needs(&tight.still_denied),
    }
}

fn text_of(form: &TightForm, is_markdown: bool, lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_text(&mut out, form, is_markdown, lang);
    out
}

fn write_text(out: &mut String, form: &TightForm, is_markdown: bool, lang: Lang) -> fmt::Result {
    let (today, still) = match lang {
        Lang::En => ("not allowed today", "still denied, by policies of other layers"),
        Lang::Zh => ("目前未被允许", "仍被其他层的策略拒绝"),
    };
    for policy in &form.policies {
        if is_markdown {
            writeln!(out, "```json\n{policy}\n```\n")?;
        } else {
            writeln!(out, "{policy}\n")?;
        }
    }
    for (what, needs) in [(today, &form.denied_today), (still, &form.still_denied)] {
        for need in needs {
            writeln!(out, "{what}: `{}` `{}`", need.action, need.resource)?;
        }
    }
    let bold = if is_markdown { "**" } else { "" };
    writeln!(out, "{bold}{}{bold}", form.says)?;
    for obstacle in &form.obstacles {
        writeln!(out, "  {}", obstacle.says)?;
    }
    let (head, indent) = if is_markdown { ("- ", "  - ") } else { ("", "    ") };
    for group in &form.groups {
        writeln!(out, "\n{head}{} {}", sign(group), group.says)?;
        for (name, value) in rows(group, lang) {
            writeln!(out, "{indent}{name}: {value}")?;
        }
    }
    if !form.groups_complete {
        writeln!(out, "\n{}", words(lang).incomplete)?;
    }
    Ok(())
}
