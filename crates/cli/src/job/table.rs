//! The answer as tables for people.

use std::fmt::{Result, Write as _};

use anstyle::{AnsiColor, Style};
use comfy_table::presets::NOTHING;
use comfy_table::{Cell, ContentArrangement, Table, TableComponent};
use ramplay_flink::PolicyDocument;
use ramplay_job::Mark;
use ramplay_job::sentence::{self, Labels, labels};
use ramplay_text::{Lang, fill};

use super::form::{AnswerForm, ClosingForm, DraftForm, RemarkForm, StepForm, TableForm};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Everything, with colours; whoever writes it strips them where there is no terminal.
pub(super) fn tables(form: &AnswerForm, with_steps: bool, lang: Lang) -> String {
    let mut out = String::new();
    let mut writer = Writer { out: &mut out, words: labels(lang), lang };
    // Writing to a string cannot fail.
    let _ = writer.all(form);
    if with_steps {
        let _ = writer.steps(form);
    }
    out
}

struct Writer<'o> {
    out: &'o mut String,
    words: &'static Labels,
    lang: Lang,
}

impl Writer<'_> {
    fn all(&mut self, form: &AnswerForm) -> Result {
        for draft in &form.drafts {
            self.draft(draft)?;
        }
        let (words, parts) = (self.words, form.least_policy.len());
        for (number, policy) in (1..).zip(&form.least_policy) {
            match parts {
                1 => writeln!(self.out, "{BOLD}{}{BOLD:#}", words.least_policy)?,
                _ => writeln!(self.out, "{BOLD}{} {number}/{parts}{BOLD:#}", words.least_policy_part)?,
            }
            for (number, steps) in (1..).zip(&policy.why) {
                for step in steps {
                    writeln!(self.out, "  {DIM}#{number} {step}{DIM:#}")?;
                }
            }
            writeln!(self.out, "{}\n", policy.text)?;
        }
        if parts == 0 && form.left_out.is_empty() {
            writeln!(self.out, "{}", words.nothing_needed)?;
        }
        if !form.left_out.is_empty() {
            writeln!(self.out, "{BOLD}{}{BOLD:#}", words.left_out)?;
            for step in &form.left_out {
                writeln!(self.out, "  {step}")?;
            }
        }
        Ok(())
    }

    /// What there is to do, numbered, each with its command.
    fn steps(&mut self, form: &AnswerForm) -> Result {
        writeln!(self.out, "\n{BOLD}{}{BOLD:#}", self.words.steps)?;
        for (number, step) in (1..).zip(&form.steps) {
            writeln!(self.out, "{number:>3}. {}", step.title)?;
            if let Some(command) = &step.command {
                writeln!(self.out, "     {DIM}{command}{DIM:#}")?;
            }
        }
        Ok(())
    }

    fn draft(&mut self, draft: &DraftForm) -> Result {
        let words = self.words;
        writeln!(self.out, "{BOLD}{}{BOLD:#}", draft.file)?;
        if draft.tables.is_empty() {
            writeln!(self.out, "{}", words.nothing_used)?;
        } else {
            let mut table = new_table(&[words.table, words.step, words.verdict, words.needs]);
            for one in &draft.tables {
                self.rows(&mut table, one);
            }
            writeln!(self.out, "{table}")?;
        }
        writeln!(self.out)?;
        let problems = draft
            .tables
            .iter()
            .flat_map(|table| table.problems.iter().map(|problem| (Some(table.name.as_str()), problem)));
        let notes = draft.notes.iter().map(|note| (None, note));
        self.remarks(words.problems, problems.chain(notes))?;
        self.remarks(words.credentials, draft.credentials.iter().map(|one| (None, one)))?;
        if !draft.credentials.is_empty() {
            writeln!(self.out, "  {DIM}{}{DIM:#}\n", ramplay_sql::sentence::credential_help(self.lang))?;
        }
        self.remarks(words.variables, draft.variables.iter().map(|one| (None, one)))?;
        if !draft.missing.is_empty() {
            writeln!(self.out, "{BOLD}{}{BOLD:#}", words.missing)?;
            for one in &draft.missing {
                writeln!(self.out, "  {}", one.sentence)?;
            }
            writeln!(self.out)?;
        }
        draft.closing.as_ref().map_or(Ok(()), |closing| self.closing(closing))
    }

    /// The statements, as they are put into a document.
    fn closing(&mut self, closing: &ClosingForm) -> Result {
        writeln!(self.out, "{}", closing.sentence)?;
        let document = PolicyDocument::of(closing.statements.clone());
        let text = document.to_text();
        // What stands between the brackets of the list.
        let lines: Vec<&str> = text.lines().collect();
        let inner = lines.get(3..lines.len().saturating_sub(2)).unwrap_or_default();
        for line in inner {
            writeln!(self.out, "{}", line.strip_prefix("    ").unwrap_or(line))?;
        }
        writeln!(self.out)
    }

    fn remarks<'r>(
        &mut self,
        title: &str,
        remarks: impl Iterator<Item = (Option<&'r str>, &'r RemarkForm)>,
    ) -> Result {
        let mut remarks = remarks.peekable();
        if remarks.peek().is_none() {
            return Ok(());
        }
        writeln!(self.out, "{BOLD}{title}{BOLD:#}")?;
        for (table, remark) in remarks {
            let colour = if remark.is_error { AnsiColor::Red } else { AnsiColor::Yellow };
            let style = colour.on_default();
            let at = remark.at.map(|at| format!("{}:{} ", at.line, at.column)).unwrap_or_default();
            let table = table.map(|name| format!("`{name}` ")).unwrap_or_default();
            writeln!(self.out, "  {at}{table}{style}{}{style:#} [{}]", remark.message, remark.code)?;
            if let Some(help) = &remark.help {
                writeln!(self.out, "    {DIM}{help}{DIM:#}")?;
            }
        }
        writeln!(self.out)
    }

    fn rows(&self, table: &mut Table, one: &TableForm) {
        let connector = match (&one.connector, one.title) {
            (Some(name), Some(title)) => format!("{name}: {title}"),
            (Some(name), None) => name.clone(),
            (None, _) => self.words.no_connector.to_owned(),
        };
        let mut name = format!("{} ({})\n{DIM}{connector}{DIM:#}", one.name, one.role);
        if one.steps.is_empty() {
            let access = one.access.unwrap_or_default();
            let sign = if one.problems.is_empty() { "–" } else { "?" };
            table.add_row([Cell::new(name), Cell::new(""), Cell::new(sign), Cell::new(access)]);
            return;
        }
        for step in &one.steps {
            table.add_row([
                Cell::new(std::mem::take(&mut name)),
                Cell::new(title(step)),
                Cell::new(verdict(step.mark, self.lang)),
                Cell::new(self.needs(step)),
            ]);
        }
    }

    fn needs(&self, step: &StepForm) -> String {
        let mut lines: Vec<String> = Vec::new();
        let mut resource = None;
        for check in &step.checks {
            let by = check.deciding.first().filter(|_| step.mark == Mark::Allowed);
            let by = by.map(|at| format!("  {DIM}{} #{}{DIM:#}", at.policy, at.statement));
            let is_denied = step.mark == Mark::Denied && check.decision != Some("allow");
            let action = if is_denied {
                let style = AnsiColor::Red.on_default();
                format!("{style}{}{style:#}", check.action)
            } else {
                check.action.clone()
            };
            if resource != Some(&check.resource) {
                lines.extend(resource.map(|resource| fill(self.words.on, &[("resource", resource)])));
                resource = Some(&check.resource);
            }
            lines.push(format!("{action}{}", by.unwrap_or_default()));
        }
        lines.extend(resource.map(|resource| fill(self.words.on, &[("resource", resource)])));
        lines.extend(step.undecided.iter().cloned());
        lines.extend(step.grants.map(|grants| format!("{}: {grants}", self.words.grants)));
        if step.mark == Mark::Denied {
            lines.push(format!("{DIM}{}: {}{DIM:#}", self.words.if_denied, step.if_denied.text));
        }
        lines.join("\n")
    }
}

fn title(step: &StepForm) -> String {
    match &step.when {
        Some(when) => format!("{}\n{DIM}{when}{DIM:#}", step.title),
        None => step.title.to_owned(),
    }
}

fn verdict(mark: Mark, lang: Lang) -> String {
    let (colour, sign) = match mark {
        Mark::Allowed => (AnsiColor::Green, "✓"),
        Mark::Denied => (AnsiColor::Red, "✗"),
        Mark::Depends => (AnsiColor::Yellow, "◐"),
        Mark::Undecided => (AnsiColor::Yellow, "?"),
        Mark::NotRam | Mark::NotTaken => (AnsiColor::BrightBlack, "–"),
    };
    let style = colour.on_default();
    format!("{style}{sign} {}{style:#}", sentence::mark(mark, lang))
}

fn new_table(titles: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_preset(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_style(TableComponent::HeaderLines, '─');
    table.set_style(TableComponent::MiddleHeaderIntersections, ' ');
    table.set_header(titles.iter().map(|title| Cell::new(*title)));
    table
}
