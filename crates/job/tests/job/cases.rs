//! Every draft in `tests/cases` against the answer beside it.
//!
//! A draft begins with comments that say the rest of the job, one a line: `template:` a policy of the
//! catalogue with its names, `policy:` one as JSON, `policies: unknown`, `bind:`, `assume:`, `defined:`,
//! `account: none`. `UPDATE_EXPECT=1 cargo test -p ramplay-job --test job` writes the answers anew; read
//! what changed before it is kept.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ramplay_flink::{Circumstance, catalogue};
use ramplay_job::{Job, JobAnswer, StepAnswer, StepVerdict, analyse, least_policy, sentence};
use ramplay_policy::{Attached, DocumentId, Place, PolicyKind, PolicySet, Reading, Unseen, read};
use ramplay_sql::{Defined, Script, VariableKind};
use ramplay_text::{Lang, Lines};

fn files(extensions: &[&str]) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let all = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_one =
        |path: &PathBuf| extensions.iter().any(|known| path.extension().is_some_and(|one| one == *known));
    let mut files: Vec<PathBuf> = all.filter(is_one).collect();
    files.sort();
    files
}

/// The comments at the beginning: key and value.
fn heading(text: &str) -> Vec<(&str, &str)> {
    let lines = text.lines().map_while(|line| line.strip_prefix("-- ").or_else(|| line.strip_prefix("# ")));
    lines.filter_map(|line| line.split_once(':')).map(|(key, value)| (key, value.trim())).collect()
}

fn all<'t>(heading: &'t [(&str, &'t str)], key: &'t str) -> impl Iterator<Item = &'t str> {
    heading.iter().filter(move |(known, _)| *known == key).map(|(_, value)| *value)
}

fn policies(heading: &[(&str, &str)]) -> Vec<Reading> {
    let template = |value: &str| {
        let mut words = value.split(' ');
        let id = words.next().unwrap();
        let names: Vec<(&str, &str)> = words.filter_map(|word| word.split_once('=')).collect();
        let row = catalogue().templates.iter().find(|row| row.id == id).unwrap();
        row.document.filled(&names).to_text()
    };
    let texts = all(heading, "template").map(template).chain(all(heading, "policy").map(str::to_owned));
    texts
        .map(|text| read(&text, PolicyKind::Identity))
        .inspect(|reading| assert!(reading.is_usable()))
        .collect()
}

fn job<'p>(heading: &[(&str, &str)], policies: &'p [Reading]) -> Job<'p> {
    let attached =
        (0..).zip(policies).map(|(place, one)| Attached { document: DocumentId(place), policy: &one.policy });
    let mut set = PolicySet { identity: attached.collect(), ..PolicySet::default() };
    if all(heading, "policies").next() == Some("unknown") {
        set.unseen.push(Unseen { place: Place::Identity, may_deny: true });
    }
    let mut job = Job { account: Some("1000000000000001".to_owned()), ..Job::new(set) };
    if all(heading, "account").next() == Some("none") {
        job.account = None;
    }
    let pairs = all(heading, "bind").filter_map(|pair| pair.split_once('='));
    job.bindings = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    if let Some(value) = all(heading, "assume").next() {
        job.circumstances = match value {
            "" => [].into(),
            "table-missing" => [Circumstance::TableMissing].into(),
            other => panic!("{other}"),
        };
    }
    let defined = |name: &str| Defined { name: name.to_owned(), kind: VariableKind::Namespace };
    job.defined = all(heading, "defined").next().map(|names| names.split(' ').map(defined).collect());
    job
}

fn step(out: &mut String, step: &StepAnswer) {
    let when = sentence::taken(step, Lang::En).map(|when| format!(", {when}")).unwrap_or_default();
    let role = sentence::role(step.role, Lang::En);
    let _ = writeln!(out, "    {} {} ({role}{when})", step.mark().code(), step.step.id);
    let mut checks = step.checks().map(|(_, trace)| trace.verdict().code());
    for need in &step.needs {
        let _ = writeln!(out, "      {} {} on {}", checks.next().unwrap_or("-"), need.action, need.resource);
    }
    if let StepVerdict::Undecided(why) = &step.verdict {
        for why in why {
            let _ = writeln!(out, "      {}", sentence::undecided(why, Lang::En));
        }
    }
}

fn render(script: &Script, answer: &JobAnswer) -> String {
    let mut out = String::new();
    let lines = Lines::new(script.text());
    for subject in &answer.subjects {
        let connector = subject.written_connector.as_ref().map_or("-".to_owned(), ToString::to_string);
        let id = subject.connector.map_or("unknown", |connector| &connector.id);
        let role = sentence::subject_role(subject, Lang::En);
        let _ = writeln!(out, "`{}`, {role}, {connector}: {id}", subject.name);
        for problem in &subject.problems {
            let at = lines.position(problem.span.start);
            let grade = if problem.kind.is_error() { "error" } else { "open" };
            let said = sentence::problem(&problem.kind, Lang::En);
            let _ = writeln!(out, "  {}:{} {grade} {}: {said}", at.line, at.column, problem.kind.code());
        }
        subject.steps.iter().for_each(|one| step(&mut out, one));
    }
    for finding in &answer.variables {
        let said = ramplay_sql::sentence::variable(finding, script, Lang::En);
        let _ = writeln!(out, "variable: {said}");
    }
    for one in &answer.gap.missing {
        let _ = writeln!(out, "missing: {}", sentence::missing(one, Lang::En));
    }
    for lang in Lang::ALL {
        if let Some(said) = sentence::closing(&answer.gap, lang) {
            let _ = writeln!(out, "{said}");
        }
    }
    for closing in answer.gap.to_add() {
        let (actions, resources) =
            (closing.action.as_slice().join(", "), closing.resource.as_slice().join(", "));
        let _ = writeln!(out, "closing: {actions} on {resources}");
    }
    let generated = least_policy(&[answer]);
    for statement in generated.documents.iter().flat_map(|document| &document.document.statement) {
        let (actions, resources) =
            (statement.action.as_slice().join(", "), statement.resource.as_slice().join(", "));
        let _ = writeln!(out, "policy: {actions} on {resources}");
    }
    for at in &generated.left_out {
        let why = sentence::why(answer, at.subject, at.step, Lang::En).unwrap();
        let _ = writeln!(out, "left out: {why}");
    }
    out
}

#[test]
fn drafts_are_answered_as_expected() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    let drafts = files(&["sql", "yaml"]);
    assert!(drafts.len() >= 30);
    for path in drafts {
        let text = std::fs::read_to_string(&path).unwrap();
        let heading = heading(&text);
        let policies = policies(&heading);
        let script = ramplay_sql::read(&text);
        let answer = render(&script, &analyse(&script, &job(&heading, &policies)));
        assert!(!answer.contains("FAKE") && !answer.contains("Fake0"), "{}", path.display());
        let beside = path.with_extension("expected");
        if update {
            std::fs::write(&beside, &answer).unwrap();
        } else if std::fs::read_to_string(&beside).unwrap_or_default() != answer {
            wrong.push(format!("{}:\n{answer}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "other answers than expected:\n{}", wrong.join("\n"));
}

#[test]
fn no_answer_is_without_a_draft() {
    for path in files(&["expected"]) {
        let has_draft = ["sql", "yaml"].iter().any(|extension| path.with_extension(extension).exists());
        assert!(has_draft, "{} belongs to no draft", path.display());
    }
}
