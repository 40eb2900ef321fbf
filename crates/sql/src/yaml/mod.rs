//! Data-ingestion YAML: the flat block style that drafts of Flink CDC are written in.
//!
//! ```yaml
//! source:
//!   type: sls
//!   project: my-project   # a comment
//! sink:
//!   type: paimon
//!   catalog.properties.warehouse: 'oss://bucket/dir'
//! ```
//!
//! `source`, `sink` and `pipeline` are read, nested keys joined by dots; `transform` and `route`
//! name no connector and are passed over. What is not read (flow style over lines, anchors, lists)
//! gets a note. A whole reader of YAML would cost more than the rest of this crate, give most of its
//! errors for the whole text, and has no better answer for a draft.

mod line;

use ramplay_text::Span;

use crate::lex::Lexed;
use crate::limits;
use crate::model::{
    Definition, Name, OptionEntry, Settings, SettingsKind, Statement, StatementKind, Table, Uses,
};
use crate::note::{Note, NoteKind};
use crate::parse::Parsed;
use crate::written::Written;
use line::Line;

/// The blocks that data ingestion knows.
const BLOCKS: [&str; 5] = ["source", "sink", "transform", "route", "pipeline"];

/// Whether a text is data-ingestion YAML: its first line that says anything opens a block.
pub(crate) fn is_yaml(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}');
    let first = text
        .lines()
        .map(str::trim_end)
        .find(|line| !line.is_empty() && !line.trim_start().starts_with('#') && *line != "---");
    first.and_then(|line| line.split_once(':')).is_some_and(|(key, rest)| {
        let rest = rest.trim();
        BLOCKS.contains(&key.trim_end()) && (rest.is_empty() || rest.starts_with('#'))
    })
}

/// Reads a text in YAML. Comments go to `lexed`, as those of SQL do.
pub(crate) fn read(text: &str, lexed: &mut Lexed) -> Parsed {
    let mut reader = Reader { parsed: Parsed::default(), block: None, nested: Vec::new(), scalar: None };
    let mut start = 0;
    for written in text.split_inclusive('\n') {
        let line = Line::read(written, start);
        start += written.len();
        if let Some(comment) = line.comment {
            lexed.comments.push(comment);
        }
        reader.line(text, &line);
    }
    reader.finish();
    let mut parsed = reader.parsed;
    for (block, definition) in [("source", Definition::YamlSource), ("sink", Definition::YamlSink)] {
        if !parsed.tables.iter().any(|table| table.definition == definition) {
            let kind = NoteKind::MissingBlock { block };
            parsed.notes.push(Note { kind, span: Span::default() });
        }
    }
    parsed
}

struct Block {
    key: String,
    span: Span,
    key_span: Span,
    options: Vec<OptionEntry>,
}

struct Reader {
    parsed: Parsed,
    block: Option<Block>,
    /// The keys that the next line stands within, with their indentation.
    nested: Vec<(usize, String)>,
    /// The indentation of a key whose value is the lines below it.
    scalar: Option<usize>,
}

impl Reader {
    fn note(&mut self, kind: NoteKind, span: Span) {
        if self.parsed.notes.len() < limits::NOTES {
            self.parsed.notes.push(Note { kind, span });
        }
    }

    fn line(&mut self, text: &str, line: &Line) {
        if line.content.is_empty() {
            return;
        }
        if self.scalar.is_some_and(|indent| line.indent > indent) {
            self.extend(line.content);
            return;
        }
        self.scalar = None;
        if let Some(tab) = line.tab {
            self.note(NoteKind::Tab, tab);
        }
        if line.indent == 0 {
            self.top(text, line);
            return;
        }
        self.extend(line.content);
        let Some(block) = &self.block else {
            self.note(NoteKind::UnreadLine, line.content);
            return;
        };
        if matches!(block.key.as_str(), "transform" | "route") {
            return;
        }
        let Some((key, value)) = line.entry else {
            self.note(NoteKind::UnreadLine, line.content);
            return;
        };
        while self.nested.last().is_some_and(|(indent, _)| *indent >= line.indent) {
            self.nested.pop();
        }
        let written = key.inner.of(text);
        match value.filter(|value| !is_block_scalar(value.inner.of(text))) {
            Some(value) => {
                let mut joined = String::new();
                for (_, part) in &self.nested {
                    joined.push_str(part);
                    joined.push('.');
                }
                joined.push_str(written);
                let entry = OptionEntry {
                    key: Written::new(joined),
                    key_span: key.inner,
                    value_span: value.inner,
                    quoted: value.quoted,
                };
                if let Some(block) = &mut self.block {
                    block.options.push(entry);
                }
            }
            None if value.is_some() => self.scalar = Some(line.indent),
            None if self.nested.len() < 8 => self.nested.push((line.indent, written.to_owned())),
            None => self.note(NoteKind::TooDeep { limit: 8 }, line.content),
        }
    }

    /// A line without indentation: it opens a block.
    fn top(&mut self, text: &str, line: &Line) {
        self.nested.clear();
        let key = line.entry.map(|(key, _)| key);
        let known = key.filter(|key| BLOCKS.contains(&key.inner.of(text)));
        let Some(key) = known else {
            // `- source-table: …` of a list may stand without indentation.
            let is_item = line.content.of(text).starts_with('-');
            let in_list =
                self.block.as_ref().is_some_and(|block| matches!(block.key.as_str(), "transform" | "route"));
            if !(is_item && in_list) && line.content.of(text) != "---" {
                self.finish();
                self.note(NoteKind::UnreadLine, line.content);
            }
            return;
        };
        self.finish();
        let name = key.inner.of(text).to_owned();
        self.block = Some(Block { key: name, span: line.content, key_span: key.inner, options: Vec::new() });
    }

    fn extend(&mut self, span: Span) {
        if let Some(block) = &mut self.block {
            block.span.end = span.end;
        }
    }

    /// The block is over.
    fn finish(&mut self) {
        let Some(block) = self.block.take() else {
            return;
        };
        let statement = self.parsed.statements.len();
        self.parsed.statements.push(Statement {
            kind: StatementKind::YamlBlock,
            span: block.span,
            in_set: false,
        });
        let name = Name { parts: vec![Written::new(block.key.as_str())], span: block.key_span };
        let (definition, uses) = match block.key.as_str() {
            "source" => (Definition::YamlSource, Uses { read: true, ..Uses::default() }),
            "sink" => (Definition::YamlSink, Uses { written: true, ..Uses::default() }),
            "pipeline" => {
                self.parsed.settings.push(Settings {
                    kind: SettingsKind::Pipeline,
                    name: Some(name),
                    statement,
                    options: block.options,
                });
                return;
            }
            _ => return,
        };
        if !block.options.iter().any(|option| option.key.as_str() == "type") {
            self.note(NoteKind::MissingType, block.key_span);
        }
        self.parsed.tables.push(Table {
            name,
            definition,
            statement,
            columns: Vec::new(),
            options: block.options,
            like: None,
            uses,
        });
    }
}

/// Whether a value says that the lines below are the value.
fn is_block_scalar(value: &str) -> bool {
    let mut characters = value.chars();
    matches!(characters.next(), Some('|' | '>')) && characters.all(|c| matches!(c, '+' | '-' | '0'..='9'))
}
