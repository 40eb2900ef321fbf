//! `ramplay dead`: parts of policies that change no answer.

use std::io::Write as _;

use clap::ValueEnum;
use ramplay_analysis::{
    Budget, Edited, Frame, Obstacle, Options, Part, Relation, What, dead, diff, principals, prune, sentence,
};
use ramplay_policy::{PolicySet, read};
use ramplay_text::{Lang, Lines};
use serde::Serialize;

use crate::Done;
use crate::asking::{AskingArgs, unreadable};
use crate::given::Given;
use crate::io_error::Failure;
use crate::lang::LangArg;

/// List parts of policies that can be taken out without changing any answer
///
/// Statements, entries of lists, conditions and values, over all policies together: each is taken out, and both are
/// compared exactly. With `--fix`, the text without them.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DeadArgs {
    #[command(flatten)]
    asking: AskingArgs,
    /// Write the document without its dead parts, in the place of the answer
    #[arg(long)]
    fix: bool,
    /// How much work each comparison may do, in steps that take well below a microsecond
    #[arg(long, value_name = "STEPS", default_value_t = Budget::DEFAULT_STEPS)]
    budget: u64,
    /// How the answer is written
    #[arg(long, value_enum, default_value = "text")]
    format: DeadFormat,
    /// The language of words and sentences
    #[arg(long, value_enum, default_value = "en")]
    lang: LangArg,
}

const EXAMPLES: &str = "\
Examples:
  ramplay dead policy.json
  ramplay dead policies/*.json              also what another policy of the same identity makes superfluous
  ramplay dead policy.json --fix > smaller.json

Exit status: 0 every part counts, or --fix wrote the document; 1 some can be taken out; 2 not decided, or the call
failed.";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DeadFormat {
    /// One line for each part
    Text,
    /// One JSON object
    Json,
}

#[derive(Serialize)]
struct DeadForm {
    /// Parts of which each can be taken out alone.
    parts: Vec<PartForm>,
    /// The texts without those that can be taken out together.
    fixed: Vec<FixedForm>,
    /// Parts of which that is not decided.
    undecided: Vec<PartForm>,
}

#[derive(Serialize)]
struct PartForm {
    document: String,
    /// From 0.
    statement: u16,
    /// `statement`, `action`, `resource`, `condition` or `value`.
    what: &'static str,
    line: u32,
    column: u32,
    /// As it is written; of a statement, nothing.
    #[serde(skip_serializing_if = "String::is_empty")]
    text: String,
    /// Whether it can be taken out together with the others that can.
    together: bool,
    says: String,
}

#[derive(Serialize)]
struct FixedForm {
    document: String,
    /// Absent: nothing is left, and the policy can be detached.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

pub(crate) fn run(args: &DeadArgs) -> Done {
    let lang: Lang = args.lang.into();
    let given = Given::read_all(&args.asking.policies, args.asking.kind.map(Into::into), lang)?;
    let prepared = given.prepared();
    let set = given.set(prepared.as_ref())?;
    let texts = given.texts(prepared.as_ref());
    let mut base = args.asking.base(given.base());
    base.checks.clear();
    let names_nobody = set.resource.is_empty() && set.trust.is_empty();
    let bases = if given.base().is_some() || names_nobody {
        vec![base]
    } else {
        principals(&[&set], &base.resource_account, &Budget::new(args.budget))
            .map_err(|_| Failure::undecided(sentence::obstacle(&Obstacle::Budget, lang)))?
    };
    let frame = Frame::around(bases);
    let options = Options { steps: args.budget, catalogue: None };
    let failed = |problem: ramplay_policy::RequestProblem| unreadable(&problem, lang);
    let found = dead(&set, &frame, &options).map_err(failed)?;
    let edited = prune(&set, &texts, &found.together);
    if !is_same(&set, &edited, &frame, &options, lang)? {
        return Err(Failure::undecided(sentence::obstacle(&Obstacle::Budget, lang)));
    }
    let part = |part: &Part| {
        let text = texts.iter().find(|text| text.document == part.at.document).map_or("", |text| text.text);
        let at = Lines::new(text).position(part.span.start);
        let written = if part.what == What::Statement { "" } else { part.span.of(text) };
        PartForm {
            document: given.title(part.at.document),
            statement: part.at.statement,
            what: code(part.what),
            line: at.line,
            column: at.column,
            text: written.to_owned(),
            together: found.together.contains(part),
            says: says(part, written, lang),
        }
    };
    let form = DeadForm {
        parts: found.parts.iter().map(part).collect(),
        undecided: found.undecided.iter().map(part).collect(),
        fixed: edited
            .iter()
            .map(|one| FixedForm { document: given.title(one.document), text: one.text.clone() })
            .collect(),
    };
    let mut out = anstream::stdout().lock();
    let written = match (args.fix, args.format) {
        (true, _) => match (form.fixed.as_slice(), texts.as_slice()) {
            ([FixedForm { text: Some(text), .. }], _) => write!(out, "{text}"),
            ([], [only]) => write!(out, "{}", only.text),
            _ => {
                return Err(Failure::call(
                    "it is not one document that is changed; `--format json` has all texts",
                ));
            }
        },
        (false, DeadFormat::Json) => {
            serde_json::to_writer_pretty(&mut out, &form).map_err(Into::into).and_then(|()| writeln!(out))
        }
        (false, DeadFormat::Text) => form.parts.iter().try_for_each(|part| {
            writeln!(out, "{}:{}:{}: {}", part.document, part.line, part.column, part.says)
        }),
    };
    written.and_then(|()| out.flush()).map_err(Failure::writing)?;
    if !form.undecided.is_empty() {
        return Err(Failure::undecided(sentence::obstacle(&Obstacle::Budget, lang)));
    }
    Ok(args.fix || form.parts.is_empty())
}

/// Whether the edited texts answer alike: what was found of the parts, once more of the texts.
fn is_same(
    set: &PolicySet<'_>,
    edited: &[Edited],
    frame: &Frame,
    options: &Options<'_>,
    lang: Lang,
) -> Result<bool, Failure> {
    let kind = |one: &Edited| match one.layer {
        ramplay_policy::Layer::Control(_) => ramplay_policy::PolicyKind::Control,
        ramplay_policy::Layer::Session => ramplay_policy::PolicyKind::Session,
        ramplay_policy::Layer::Resource => ramplay_policy::PolicyKind::Resource,
        ramplay_policy::Layer::Trust => ramplay_policy::PolicyKind::Trust,
        _ => ramplay_policy::PolicyKind::Identity,
    };
    let empty = r#"{"Version": "1", "Statement": []}"#;
    let readings: Vec<_> = edited
        .iter()
        .map(|one| (one.document, read(one.text.as_deref().unwrap_or(empty), kind(one))))
        .collect();
    let mut after = set.clone();
    for (document, reading) in &readings {
        let control = after.control.iter_mut().map(|(_, attached)| attached);
        let group = after.group.iter_mut().map(|(_, attached)| attached);
        let resource = after.resource.iter_mut().map(|given| &mut given.attached);
        let plain = after.session.iter_mut().chain(&mut after.identity).chain(&mut after.trust);
        for attached in control.chain(group).chain(resource).chain(plain) {
            if attached.document == *document {
                attached.policy = &reading.policy;
            }
        }
    }
    let found = diff(set, &after, frame, options).map_err(|problem| unreadable(&problem, lang))?;
    Ok(found.relation == Relation::Equivalent)
}

fn code(what: What) -> &'static str {
    match what {
        What::Statement => "statement",
        What::Action(_) => "action",
        What::Resource(_) => "resource",
        What::Clause(_) => "condition",
        What::Value(..) => "value",
    }
}

fn says(part: &Part, text: &str, lang: Lang) -> String {
    let number = u32::from(part.at.statement) + 1;
    match (part.what, lang) {
        (What::Statement, Lang::En) => format!("statement {number} changes no answer"),
        (What::Statement, Lang::Zh) => format!("第 {number} 条语句不影响任何结果"),
        (What::Clause(_), Lang::En) => format!("the condition on {text} changes no answer"),
        (What::Clause(_), Lang::Zh) => format!("对 {text} 的条件不影响任何结果"),
        (_, Lang::En) => format!("{text} changes no answer"),
        (_, Lang::Zh) => format!("{text} 不影响任何结果"),
    }
}
