//! YAML, as templates of Resource Orchestration Service are written: block mappings and sequences,
//! scalars in any quotes, flow lists of scalars. Anything else is left alone and named.

use super::{Inside, lines};
use crate::edit::json_string;
use crate::limits;
use crate::mapped::{At, Builder, Mapped};
use crate::model::Wrapper;
use crate::repair::{Repair, RepairKind};

pub(super) fn step(mapped: &Mapped) -> Option<Vec<Inside>> {
    let text = mapped.text();
    if !is_yaml(text) {
        return None;
    }
    let rows = rows(text)?;
    let mut reader =
        Reader { mapped, text, rows, next: 0, depth: 0, made: Builder::new(mapped), repairs: Vec::new() };
    let first = reader.row()?;
    reader.block(first.indent)?;
    if reader.row().is_some() {
        return None;
    }
    let all = At::new(0, text.len());
    let mut inside = Inside::new(mapped, all, reader.made.finish(), Wrapper::Yaml);
    inside.repairs = reader.repairs;
    Some(vec![inside])
}

/// Whether a text is YAML with the keys of a policy.
pub(crate) fn is_yaml(text: &str) -> bool {
    let key = |line: &str| {
        let line = line.trim_start().trim_start_matches("- ").trim_start();
        ["Version:", "Statement:", "Effect:", "Action:", "Resource:"].iter().any(|key| line.starts_with(key))
    };
    let json = text.trim_start().starts_with(['{', '[', '"']);
    !json
        && text.lines().any(|line| line.trim() == "Statement:")
        && text.lines().filter(|line| key(line)).count() > 2
}

/// A line with something in it.
#[derive(Debug, Clone, Copy)]
struct Row {
    indent: usize,
    at: At,
}

/// The lines without comments and document markers. Absent if one is indented with a tab.
fn rows(text: &str) -> Option<Vec<Row>> {
    let mut rows = Vec::new();
    for (at, line) in lines(text) {
        let body = line.trim_start_matches(' ');
        let content = body.trim_end();
        if content.is_empty() || content.starts_with('#') || content == "---" {
            continue;
        }
        if body.starts_with('\t') {
            return None;
        }
        let indent = line.len() - body.len();
        rows.push(Row { indent, at: At::new(at.start + indent, at.start + indent + content.len()) });
    }
    Some(rows)
}

struct Reader<'a> {
    mapped: &'a Mapped,
    text: &'a str,
    rows: Vec<Row>,
    next: usize,
    depth: usize,
    made: Builder<'a>,
    repairs: Vec<Repair>,
}

impl Reader<'_> {
    fn row(&self) -> Option<Row> {
        self.rows.get(self.next).copied()
    }

    fn sign(&mut self, before: usize, sign: &str) {
        self.made.put(At::before(before), sign);
    }

    /// A mapping or a sequence whose lines have this indentation.
    fn block(&mut self, indent: usize) -> Option<()> {
        self.depth += 1;
        if self.depth > limits::DEPTH {
            return None;
        }
        let row = self.row()?;
        let content = row.at.of(self.text);
        if content == "-" || content.starts_with("- ") {
            self.sequence(indent)?;
        } else if key(content).is_some() {
            self.mapping(indent)?;
        } else {
            self.next += 1;
            self.scalar(row.at, indent)?;
        }
        self.depth -= 1;
        Some(())
    }

    fn sequence(&mut self, indent: usize) -> Option<()> {
        let mut first = true;
        let mut end = 0;
        while let Some(row) = self.row().filter(|row| row.indent == indent) {
            let content = row.at.of(self.text);
            let Some(rest) = content.strip_prefix('-') else { break };
            self.sign(row.at.start, if first { "[" } else { ", " });
            first = false;
            let rest = rest.trim_start();
            if rest.is_empty() {
                self.next += 1;
                let inner = self.row().filter(|inner| inner.indent > indent)?;
                self.block(inner.indent)?;
            } else {
                // What follows the dash is a block of its own, indented by as much.
                let start = row.at.end - rest.len();
                let inner = Row { indent: indent + start - row.at.start, at: At::new(start, row.at.end) };
                *self.rows.get_mut(self.next)? = inner;
                self.block(inner.indent)?;
            }
            end = row.at.end;
        }
        self.sign(end, "]");
        Some(())
    }

    fn mapping(&mut self, indent: usize) -> Option<()> {
        let mut first = true;
        let mut end = 0;
        while let Some(row) = self.row().filter(|row| row.indent == indent) {
            let content = row.at.of(self.text);
            if content.starts_with("- ") {
                break;
            }
            let (written, value) = key(content)?;
            self.next += 1;
            self.sign(row.at.start, if first { "{" } else { ",\n" });
            first = false;
            let name = written.trim_matches(['"', '\'']);
            self.made.put(At::new(row.at.start, row.at.start + written.len()), &json_string(name));
            self.sign(row.at.start + written.len(), ": ");
            if uncommented(value).is_empty() {
                match self.row() {
                    Some(inner) if inner.indent > indent => self.block(inner.indent)?,
                    Some(inner) if inner.indent == indent && inner.at.of(self.text).starts_with('-') => {
                        self.sequence(indent)?;
                    }
                    _ => self.sign(row.at.end, "null"),
                }
            } else {
                self.scalar(At::new(row.at.end - value.len(), row.at.end), indent)?;
            }
            end = row.at.end;
        }
        self.sign(end, "}");
        // Lines that are indented less belong to what is around, lines indented more to nothing.
        self.row().is_none_or(|row| row.indent <= indent).then_some(())
    }

    fn scalar(&mut self, at: At, indent: usize) -> Option<()> {
        let written = uncommented(at.of(self.text));
        let at = At::new(at.start, at.start + written.len());
        let first = written.chars().next()?;
        match first {
            '"' => {
                serde_json::from_str::<String>(written).ok()?;
                self.made.keep(at);
            }
            '\'' => {
                let inner = written.strip_prefix('\'')?.strip_suffix('\'')?;
                self.made.put(at, &json_string(&inner.replace("''", "'")));
            }
            '|' | '>' => return self.block_scalar(at, indent),
            '[' => return self.flow_list(at, indent),
            '{' => return None,
            '!' => {
                let quoted = json_string(&format!("${{{written}}}"));
                self.repairs.push(Repair {
                    kind: RepairKind::Expression,
                    span: self.mapped.span(at),
                    replacement: quoted.clone(),
                });
                self.made.put(at, &quoted);
            }
            '&' | '`' | '%' | '@' => return None,
            '*' if written.len() > 1 => return None,
            _ => {
                let literal = matches!(written, "true" | "false" | "null")
                    || serde_json::from_str::<serde_json::Number>(written).is_ok();
                if literal {
                    self.made.keep(at);
                } else {
                    self.made.put(at, &json_string(written));
                }
            }
        }
        Some(())
    }

    /// `[a, 'b', "c"]` on one line.
    fn flow_list(&mut self, at: At, indent: usize) -> Option<()> {
        let inner = at.of(self.text).strip_prefix('[')?.strip_suffix(']')?;
        self.sign(at.start, "[");
        let mut start = at.start + 1;
        for (index, item) in inner.split(',').enumerate() {
            let end = start + item.len();
            let from = end - item.trim_start().len();
            if !item.trim().is_empty() {
                if index > 0 {
                    self.sign(from, ", ");
                }
                if item.contains(['[', '{', ']', '}']) {
                    return None;
                }
                self.scalar(At::new(from, from + item.trim().len()), indent)?;
            }
            start = end + 1;
        }
        self.sign(at.end, "]");
        Some(())
    }

    /// The lines behind `|` or `>`.
    fn block_scalar(&mut self, at: At, indent: usize) -> Option<()> {
        let inner = self.row().filter(|row| row.indent > indent)?;
        let mut content = String::new();
        let mut end = inner.at.end;
        while let Some(row) = self.row().filter(|row| row.indent > indent) {
            content.extend(std::iter::repeat_n(' ', row.indent.saturating_sub(inner.indent)));
            content.push_str(row.at.of(self.text));
            content.push('\n');
            end = row.at.end;
            self.next += 1;
        }
        self.made.put(At::new(at.start, end), &json_string(&content));
        Some(())
    }
}

/// A key as it is written, and what stands behind its colon, up to the end of the line.
fn key(content: &str) -> Option<(&str, &str)> {
    let colon = match content.chars().next()? {
        quote @ ('"' | '\'') => {
            let close = content.get(1..)?.find(quote)? + 2;
            content.get(close..)?.starts_with(':').then_some(close)?
        }
        '{' | '[' | '|' | '>' => return None,
        _ => content.find(": ").or_else(|| content.ends_with(':').then_some(content.len() - 1))?,
    };
    let (key, rest) = content.split_at_checked(colon)?;
    let value = rest.strip_prefix(':')?;
    (value.is_empty() || value.starts_with(' ')).then(|| (key, value.trim()))
}

/// A value without the comment behind it.
fn uncommented(value: &str) -> &str {
    if value.starts_with('#') {
        return "";
    }
    let quoted = value.starts_with(['"', '\'']);
    match value.find(" #") {
        Some(comment) if !quoted => value.get(..comment).unwrap_or(value).trim_end(),
        _ => value,
    }
}
