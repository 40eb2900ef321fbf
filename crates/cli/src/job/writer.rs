//! From the answer to a draft to its form.

use ramplay_job::{Need, Ruling, StepAnswer, StepVerdict, Subject, sentence};
use ramplay_policy::CheckTrace;
use ramplay_sql::Severity;
use ramplay_text::{Lang, Lines, Span};

use super::form::{
    At, CheckForm, ClosingForm, DeniedForm, Draft, DraftForm, MissingForm, RemarkForm, StatementForm,
    StepForm, TableForm,
};

/// What everything about a draft is written from.
pub(super) struct Writer<'w> {
    draft: &'w Draft<'w>,
    names: &'w [String],
    lines: Lines,
    lang: Lang,
}

impl<'w> Writer<'w> {
    pub(super) fn new(draft: &'w Draft<'w>, names: &'w [String], lang: Lang) -> Self {
        Writer { draft, names, lines: Lines::new(draft.script.text()), lang }
    }

    fn at(&self, span: Span) -> At {
        let position = self.lines.position(span.start);
        At { line: position.line, column: position.column }
    }

    pub(super) fn draft(&self) -> DraftForm {
        let (script, answer, lang) = (self.draft.script, self.draft.answer, self.lang);
        let missing = answer.gap.missing.iter().map(|one| MissingForm {
            action: one.need.action.clone(),
            resource: one.need.resource.clone(),
            can_be_granted: one.can_be_granted,
            sentence: sentence::missing(one, lang),
        });
        let credentials = script.credentials.iter().map(|found| RemarkForm {
            code: found.kind.code(),
            at: Some(self.at(found.span)),
            message: ramplay_sql::sentence::credential(found, lang),
            help: None,
            is_error: true,
        });
        let variables = answer.variables.iter().map(|found| RemarkForm {
            code: found.kind.code(),
            at: found.span.map(|span| self.at(span)),
            message: ramplay_sql::sentence::variable(found, script, lang),
            help: ramplay_sql::sentence::variable_help(found, lang),
            is_error: found.kind.is_missing(),
        });
        let notes = script.notes.iter().map(|note| RemarkForm {
            code: note.kind.code(),
            at: Some(self.at(note.span)),
            message: ramplay_sql::sentence::note(note, script, lang),
            help: None,
            is_error: note.kind.severity() == Severity::Error,
        });
        DraftForm {
            file: self.draft.name.to_owned(),
            tables: answer.subjects.iter().map(|subject| self.table(subject)).collect(),
            missing: missing.collect(),
            closing: self.closing(),
            credentials: credentials.collect(),
            variables: variables.collect(),
            notes: notes.collect(),
        }
    }

    fn closing(&self) -> Option<ClosingForm> {
        let gap = &self.draft.answer.gap;
        let sentence = sentence::closing(gap, self.lang)?;
        Some(ClosingForm {
            statements: gap.to_add().to_vec(),
            exact: gap.closing.is_none() || gap.closing_is_exact,
            sentence,
        })
    }

    fn table(&self, subject: &Subject) -> TableForm {
        let lang = self.lang;
        let access = subject.connector.map(|connector| &connector.access);
        let decided_by = access.into_iter().flat_map(|access| &access.decided_by);
        let problems = subject.problems.iter().map(|problem| RemarkForm {
            code: problem.kind.code(),
            at: Some(self.at(problem.span)),
            message: sentence::problem(&problem.kind, lang),
            help: None,
            is_error: problem.kind.is_error(),
        });
        TableForm {
            name: subject.name.clone(),
            at: self.at(subject.span),
            role: sentence::subject_role(subject, lang),
            connector: subject.written_connector.as_ref().map(ToString::to_string),
            title: subject.connector.map(|connector| connector.title.get(lang)),
            decided_by: decided_by.map(|who| sentence::decided_by(*who, lang)).collect(),
            access: access.map(|access| access.text.get(lang)),
            steps: subject.steps.iter().map(|step| self.step(step)).collect(),
            problems: problems.collect(),
        }
    }

    fn step(&self, answer: &StepAnswer) -> StepForm {
        let (step, lang) = (answer.step, self.lang);
        let (ruling, undecided) = match &answer.verdict {
            StepVerdict::NotRam => (None, Vec::new()),
            StepVerdict::Ruled(ruling) => (Some(&**ruling), Vec::new()),
            StepVerdict::Undecided(why) => {
                (None, why.iter().map(|why| sentence::undecided(why, lang)).collect())
            }
        };
        let traces = ruling.map_or(&[][..], |ruling| &ruling.evaluation.checks);
        let traces = traces.iter().map(Some).chain(std::iter::repeat(None));
        StepForm {
            step: &step.id,
            title: step.title.get(lang),
            role: sentence::role(answer.role, lang),
            when: sentence::taken(answer, lang),
            verdict: answer.mark().code(),
            mark: answer.mark(),
            checks: answer
                .needs
                .iter()
                .zip(traces)
                .map(|(need, trace)| self.check(need, ruling.zip(trace)))
                .collect(),
            undecided,
            grants: step.grants.as_ref().map(|text| text.get(lang)),
            if_denied: DeniedForm {
                severity: sentence::severity(step.denied.severity, lang),
                text: step.denied.text.get(lang),
                status: step.denied.status.code(),
            },
            status: step.status.code(),
            sources: step.sources.iter().map(String::as_str).collect(),
            other_readings: step.other_readings.iter().map(|reading| reading.text.get(lang)).collect(),
        }
    }

    fn check(&self, need: &Need, ruled: Option<(&Ruling, &CheckTrace)>) -> CheckForm {
        let deciding = ruled.into_iter().flat_map(|(_, trace)| trace.deciding()).map(|found| StatementForm {
            policy: self.names.get(found.at.document.0 as usize).cloned().unwrap_or_default(),
            statement: u32::from(found.at.statement) + 1,
        });
        CheckForm {
            action: need.action.clone(),
            resource: need.resource.clone(),
            decision: ruled.map(|(_, trace)| trace.verdict().code()),
            deciding: deciding.collect(),
            sentence: ruled.map(|(ruling, trace)| sentence::outcome(need, trace, &ruling.request, self.lang)),
        }
    }
}
