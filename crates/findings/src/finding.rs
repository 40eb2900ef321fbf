//! Findings.

use ramplay_policy::Problem;
use ramplay_text::{Lang, Span};

use crate::row::{Class, Row, Words};
use crate::{reader, render};

/// Something worth saying, and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What is known of this finding before it is found.
    pub row: &'static Row,
    /// Where, in bytes of the document.
    pub span: Span,
    /// Other places that belong to it.
    pub related: Vec<Span>,
    /// The statement, counted from 0.
    pub statement: Option<usize>,
    /// What cures it.
    pub fix: Option<Fix>,
    /// What stands for each `{name}` in the sentences.
    pub args: Vec<(&'static str, Arg)>,
    /// What the strict reader found; it has its own sentences.
    pub problem: Option<Problem>,
}

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Text of the document, or a number.
    Text(String),
    /// A word of ours.
    Word(Words),
}

/// A change of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The edits, in the order of the text and apart from each other.
    pub edits: Vec<Edit>,
    /// Whether the document means the same afterwards. If not, the fix says what was probably meant.
    pub keeps_meaning: bool,
}

/// A replacement of a part of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// With what.
    pub text: String,
}

impl Finding {
    /// The finding's stable code.
    pub fn code(&self) -> &'static str {
        self.row.code
    }

    /// The finding's class.
    pub fn class(&self) -> Class {
        self.row.class
    }

    /// RAM's own name for it, where its policy check has this one and the name is known.
    pub fn validator(&self) -> Option<&'static str> {
        self.problem.as_ref().and_then(reader::missing).or(self.row.validator)
    }

    /// What was found, in one line.
    pub fn message(&self, lang: Lang) -> String {
        render::message(self, lang)
    }

    /// What to do about it.
    pub fn help(&self, lang: Lang) -> String {
        render::help(self, lang)
    }

    /// Adds text of the document, or a number.
    pub(crate) fn arg(&mut self, name: &'static str, value: impl AsRef<str>) -> &mut Self {
        self.args.push((name, Arg::Text(render::shortened(value.as_ref()))));
        self
    }

    /// Adds a word of ours.
    pub(crate) fn word(&mut self, name: &'static str, words: Words) -> &mut Self {
        self.args.push((name, Arg::Word(words)));
        self
    }

    /// Adds another place.
    pub(crate) fn related(&mut self, span: Span) -> &mut Self {
        self.related.push(span);
        self
    }

    /// Adds a fix after which the document means the same.
    pub(crate) fn same(&mut self, span: Span, text: String) -> &mut Self {
        self.fix = Some(Fix { edits: vec![Edit { span, text }], keeps_meaning: true });
        self
    }

    /// Adds a fix that says what was probably meant.
    pub(crate) fn meant(&mut self, span: Span, text: String) -> &mut Self {
        self.fix = Some(Fix { edits: vec![Edit { span, text }], keeps_meaning: false });
        self
    }

    /// Adds a fix that takes out something without effect, if it can be taken out.
    pub(crate) fn without(&mut self, span: Option<Span>) -> &mut Self {
        match span {
            Some(span) => self.same(span, String::new()),
            None => self,
        }
    }
}

impl Fix {
    /// The document with the fix.
    ///
    /// ```
    /// use ramplay_findings::{Edit, Fix};
    /// use ramplay_text::Span;
    ///
    /// let edits = vec![Edit { span: Span::new(0, 3), text: "log".to_owned() }];
    /// assert_eq!(Fix { edits, keeps_meaning: false }.apply("sls:Get*"), "log:Get*");
    /// ```
    pub fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for edit in &self.edits {
            out.push_str(text.get(at..edit.span.start as usize).unwrap_or_default());
            out.push_str(&edit.text);
            at = edit.span.end as usize;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }
}
