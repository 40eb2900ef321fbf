//! What was recognised, as data. Sentences are made in [`sentence`](crate::sentence).

use ramplay_policy::PolicyKind;
use ramplay_text::Span;

use crate::alike::LookAlike;
use crate::problem::Problem;
use crate::repair::Repair;

/// What a pasted text holds. All spans are of the text as it was pasted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recognition {
    /// The policy documents, in the order of the text.
    pub documents: Vec<Document>,
    /// Documents of other languages that look like RAM policies.
    pub look_alikes: Vec<Found<LookAlike>>,
    /// Policies that are named in an answer without their documents.
    pub listed: Vec<Found<Listed>>,
    /// What could not be read, and why.
    pub problems: Vec<Found<Problem>>,
}

impl Recognition {
    /// The document, if the text is one policy and nothing has to be done to it.
    pub fn as_pasted(&self) -> Option<&Document> {
        match self.documents.as_slice() {
            [document] if document.is_as_pasted() => Some(document),
            _ => None,
        }
    }
}

/// Something and its place in the pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// What.
    pub what: T,
    /// Where.
    pub span: Span,
}

/// A policy document that was found.
///
/// If it is not [as it was pasted](Document::is_as_pasted), its text is an offer: show what was done,
/// and ask before it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The document: strict JSON, always.
    pub text: String,
    /// Where it stands in the pasted text.
    pub span: Span,
    /// What kind of policy it seems to be.
    pub kind: PolicyKind,
    /// What it is called, where the text says so.
    pub name: Option<Name>,
    /// What it was taken out of, from the outside in.
    pub wrappers: Vec<Found<Wrapper>>,
    /// Every change that was made, in the order of the text.
    pub repairs: Vec<Repair>,
    /// Places inside strings that someone meant to fill in.
    pub placeholders: Vec<Found<Placeholder>>,
    /// The other language that it was probably written for, though it can be read as a RAM policy.
    pub look_alike: Option<Found<LookAlike>>,
}

impl Document {
    /// Whether the document is the pasted text, with nothing taken off or changed.
    pub fn is_as_pasted(&self) -> bool {
        self.wrappers.is_empty() && self.repairs.is_empty()
    }
}

/// The name of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// The policy's name, as an answer or a template says it.
    Policy(String),
    /// The name of the role whose trust policy it is.
    Role(String),
    /// The address of a Terraform resource, such as `alicloud_ram_policy.readers`.
    Terraform(String),
}

impl Name {
    /// The name without what it is the name of.
    pub fn as_str(&self) -> &str {
        match self {
            Name::Policy(name) | Name::Role(name) | Name::Terraform(name) => name,
        }
    }
}

/// A policy that is named without its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// `PolicyName`
    pub name: String,
    /// `PolicyType`: `System` or `Custom`.
    pub policy_type: Option<String>,
}

/// What a document was taken out of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrapper {
    /// A code block of Markdown.
    MarkdownBlock,
    /// Lines that each start with a comment sign.
    CommentedOut {
        /// The sign: `#`, `//`, `>`, …
        sign: &'static str,
    },
    /// HTML: tags, `<br>`, character references.
    Html,
    /// An element of an XML answer.
    XmlElement {
        /// Its name.
        name: &'static str,
    },
    /// A string in a JSON answer or template.
    JsonString {
        /// The key that it stands under.
        key: String,
    },
    /// An object inside a JSON template.
    JsonObject {
        /// The key that it stands under.
        key: String,
    },
    /// One of several documents in one text.
    OneOfSeveral,
    /// A heredoc of Terraform or a shell.
    Heredoc,
    /// An object in `jsonencode(…)`.
    JsonEncode,
    /// A string literal of a programming language.
    StringLiteral,
    /// Several string literals, put together.
    Concatenation {
        /// How many.
        pieces: usize,
    },
    /// Backslashes before every quote.
    Escaped {
        /// How many times over.
        levels: usize,
    },
    /// YAML, written as JSON.
    Yaml,
    /// Percent encoding, as in a URL.
    PercentEncoded,
    /// Other text before or behind it, such as a command and its messages.
    Surroundings,
}

impl Wrapper {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Wrapper::MarkdownBlock => "markdown-block",
            Wrapper::CommentedOut { .. } => "commented-out",
            Wrapper::Html => "html",
            Wrapper::XmlElement { .. } => "xml-element",
            Wrapper::JsonString { .. } => "json-string",
            Wrapper::JsonObject { .. } => "json-object",
            Wrapper::OneOfSeveral => "one-of-several",
            Wrapper::Heredoc => "heredoc",
            Wrapper::JsonEncode => "jsonencode",
            Wrapper::StringLiteral => "string-literal",
            Wrapper::Concatenation { .. } => "concatenation",
            Wrapper::Escaped { .. } => "escaped",
            Wrapper::Yaml => "yaml",
            Wrapper::PercentEncoded => "percent-encoded",
            Wrapper::Surroundings => "surroundings",
        }
    }
}

/// A place that someone meant to fill in. It is the text of the span that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placeholder {
    /// `<bucket name>`
    Angle,
    /// `${var.account}`, `%{…}`, `{{ account }}`
    Template,
    /// `$account`
    Dollar,
    /// `{bucket}`
    Brace,
    /// `[bucket name]`
    Bracket,
    /// `1234****`, `i-xxxx`
    Mask,
}

impl Placeholder {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            Placeholder::Angle => "angle",
            Placeholder::Template => "template",
            Placeholder::Dollar => "dollar",
            Placeholder::Brace => "brace",
            Placeholder::Bracket => "bracket",
            Placeholder::Mask => "mask",
        }
    }
}
