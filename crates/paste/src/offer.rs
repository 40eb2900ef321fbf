//! A document as it is offered.

use ramplay_policy::{PolicyKind, read};
use ramplay_text::json;

use crate::alike::{self, LookAlike};
use crate::chars::Punct;
use crate::edit::{self, Edit};
use crate::layout;
use crate::lex::{Kind, Lexer};
use crate::limits;
use crate::mapped::{At, Mapped};
use crate::model::{Document, Found, Wrapper};
use crate::placeholder;
use crate::problem::Problem;
use crate::recognise::Context;
use crate::repair::{Repair, RepairKind};
use crate::tree::{Node, Value};

/// A document that is being made.
#[derive(Debug)]
pub(crate) struct Offer<'a> {
    mapped: &'a Mapped,
    nodes: &'a [Node],
    region: At,
    edits: Vec<Edit>,
    /// Whether the layout has to be made anew.
    rewritten: bool,
    /// Changes outside the region.
    outside: Vec<Repair>,
    surroundings: Option<Found<Wrapper>>,
    /// The whole text, if there is nothing around the document.
    whole: bool,
}

/// What becomes of an offer.
#[derive(Debug)]
pub(crate) enum Outcome {
    Document(Box<Document>),
    LookAlike(Found<LookAlike>),
    Problem(Found<Problem>),
}

impl<'a> Offer<'a> {
    /// An object that is a policy, with or without its braces.
    pub(crate) fn policy(mapped: &'a Mapped, node: &'a Node, edits: &[Edit]) -> Self {
        let mut offer = Offer::new(mapped, std::slice::from_ref(node), node.at, edits);
        let text = mapped.text();
        if !node.at.of(text).starts_with(|first| crate::chars::punct(first) == Some(Punct::OpenBrace)) {
            if !node.has("Version") {
                let start = At::before(node.at.start);
                let text = "\"Version\": \"1\", ".to_owned();
                offer.edits.insert(0, Edit { kind: RepairKind::AddedVersion, at: start, text });
            }
            offer.wrap(RepairKind::WrappedMembers, "{", "}");
        }
        offer
    }

    /// Statements without a document: one, several, or a list of them.
    pub(crate) fn statements(mapped: &'a Mapped, nodes: &'a [Node], edits: &[Edit]) -> Self {
        let (first, last) = (nodes.first(), nodes.last());
        let region = At::new(first.map_or(0, |node| node.at.start), last.map_or(0, |node| node.at.end));
        let mut offer = Offer::new(mapped, nodes, region, edits);
        let list = matches!(nodes, [node] if matches!(node.value, Value::List(_)));
        let (open, close) = if list { ("", "") } else { ("[", "]") };
        offer.wrap(
            RepairKind::WrappedStatements,
            &format!("{{\"Version\": \"1\", \"Statement\": {open}"),
            &format!("{close}}}"),
        );
        offer.surroundings(mapped, At::new(0, mapped.text().len()));
        for pair in nodes.windows(2) {
            if let [one, other] = pair {
                let gap = At::new(one.at.end, other.at.start);
                if gap.of(mapped.text()).trim() != "," {
                    offer.edits.retain(|edit| !gap.holds(edit.at));
                    offer.edits.push(Edit {
                        kind: RepairKind::MissingComma,
                        at: gap,
                        text: ",\n".to_owned(),
                    });
                }
            }
        }
        offer
    }

    fn new(mapped: &'a Mapped, nodes: &'a [Node], region: At, edits: &[Edit]) -> Self {
        let edits = edits.iter().filter(|edit| region.holds(edit.at)).cloned().collect();
        Offer {
            mapped,
            nodes,
            region,
            edits,
            rewritten: false,
            outside: Vec::new(),
            surroundings: None,
            whole: false,
        }
    }

    fn wrap(&mut self, kind: RepairKind, open: &str, close: &str) {
        self.rewritten = true;
        // In front of all changes at the same place, and behind all of them.
        let start = Edit { kind: kind.clone(), at: At::before(self.region.start), text: open.to_owned() };
        self.edits.insert(0, start);
        self.insert(kind, self.region.end, close);
    }

    fn insert(&mut self, kind: RepairKind, at: usize, text: &str) {
        self.edits.push(Edit { kind, at: At::before(at), text: text.to_owned() });
    }

    /// Looks at what stands around the document: spaces and comments are changes, anything else is
    /// something that the document is taken out of.
    pub(crate) fn surroundings(&mut self, mapped: &Mapped, room: At) {
        let text = mapped.text();
        let (head, tail) = (At::new(room.start, self.region.start), At::new(self.region.end, room.end));
        self.whole = head.of(text).chars().chain(tail.of(text).chars()).all(crate::chars::is_space);
        if self.whole {
            return;
        }
        let mut outside = Vec::new();
        let plain = before(text, head, &mut outside) && behind(text, tail, &mut outside);
        if plain {
            self.outside = edit::repairs(mapped, edit::within(&outside, room));
        } else {
            self.surroundings = Some(Found { what: Wrapper::Surroundings, span: mapped.span(self.region) });
        }
    }

    /// Makes the document.
    pub(crate) fn finish(self, context: &Context) -> Outcome {
        let mapped = self.mapped;
        let edits = edit::within(&self.edits, self.region);
        let made = edit::apply(mapped.text(), self.region, &edits);
        if made.len() > limits::DOCUMENT_BYTES {
            let problem = Problem::DocumentTooLong { bytes: made.len(), limit: limits::DOCUMENT_BYTES };
            return Outcome::Problem(Found { what: problem, span: mapped.span(self.region) });
        }
        if let Some(problem) = not_json(&made) {
            let at = edits.first().map_or(self.region, |edit| edit.at);
            return Outcome::Problem(Found { what: problem, span: mapped.span(at) });
        }
        let mut wrappers = context.wrappers.clone();
        wrappers.extend(self.surroundings);
        let yaml = wrappers.iter().any(|wrapper| wrapper.what == Wrapper::Yaml);
        let text = if self.rewritten || yaml {
            layout::pretty(&made)
        } else if wrappers.is_empty() && edits.is_empty() && self.whole {
            mapped.text().to_owned()
        } else if wrappers.is_empty() {
            made
        } else {
            layout::tidy(&made)
        };
        let kind = context.kind.unwrap_or_else(|| guess(self.nodes));
        let look_alike = self.nodes.iter().find_map(alike::of_node);
        let look_alike = look_alike.map(|(what, at)| Found { what, span: mapped.span(at) });
        // An expression that was made a string may show that the document is of another language.
        let look_alike = look_alike.or_else(|| {
            let made = if edits.is_empty() { None } else { crate::parse::value_at(&text, 0).ok() };
            let (what, _) = alike::of_node(&made?.node)?;
            Some(Found { what, span: mapped.span(self.region) })
        });
        if let Some(found) = &look_alike
            && !is_ram(&text, kind)
        {
            return Outcome::LookAlike(found.clone());
        }
        let mut placeholders = Vec::new();
        for node in self.nodes {
            placeholder::in_node(mapped.text(), node, &mut placeholders);
        }
        let mut repairs = context.repairs.clone();
        repairs.extend(self.outside);
        repairs.extend(edit::repairs(mapped, edits));
        repairs.sort_by_key(|repair| repair.span.start);
        Outcome::Document(Box::new(Document {
            text,
            span: mapped.span(self.region),
            kind,
            name: context.name.clone(),
            wrappers,
            repairs,
            placeholders: placeholders
                .into_iter()
                .map(|(what, at)| Found { what, span: mapped.span(at) })
                .collect(),
            look_alike,
        }))
    }
}

/// Whether only spaces and comments stand before the document.
fn before(text: &str, head: At, outside: &mut Vec<Edit>) -> bool {
    let mut lexer = Lexer::new(text.get(..head.end).unwrap_or_default(), head.start);
    let plain = lexer.token(0).kind == Kind::End;
    outside.extend_from_slice(lexer.gaps());
    plain
}

/// Whether only spaces, comments and a few brackets and commas too many stand behind it.
fn behind(text: &str, tail: At, outside: &mut Vec<Edit>) -> bool {
    let mut lexer = Lexer::new(text.get(..tail.end).unwrap_or_default(), tail.start);
    for index in 0.. {
        let token = lexer.token(index);
        let kind = match token.kind {
            Kind::End => break,
            Kind::Punct(Punct::CloseBrace | Punct::CloseBracket) if index < limits::BRACKETS => {
                RepairKind::StrayClosing
            }
            Kind::Punct(Punct::Comma) if index < limits::BRACKETS => RepairKind::TrailingComma,
            _ => return false,
        };
        outside.push(Edit { kind, at: token.at, text: String::new() });
    }
    outside.extend_from_slice(lexer.gaps());
    true
}

/// What is wrong with a text that was to be JSON. Duplicate keys are the strict reader's business.
fn not_json(text: &str) -> Option<Problem> {
    let limits = json::Limits { bytes: limits::DOCUMENT_BYTES, depth: limits::DEPTH };
    let read = json::read(text, &limits);
    let problem = read
        .problems
        .into_iter()
        .find(|problem| !matches!(problem.kind, json::ProblemKind::DuplicateKey { .. }))?;
    Some(match problem.kind {
        json::ProblemKind::TooDeep { limit } => Problem::TooDeep { limit },
        _ => Problem::Unexpected { found: crate::parse::excerpt(problem.span.of(text)) },
    })
}

/// Whether the document can be read as a RAM policy of some kind.
fn is_ram(text: &str, kind: PolicyKind) -> bool {
    [kind, PolicyKind::Identity, PolicyKind::Resource].into_iter().any(|kind| read(text, kind).is_usable())
}

/// What kind of policy the statements make.
fn guess(nodes: &[Node]) -> PolicyKind {
    let mut principal = false;
    let mut assumes = false;
    let mut look = |statement: &Node| {
        let has = statement.has("Principal") || statement.has("NotPrincipal");
        principal |= has;
        let action = statement.member("Action");
        let trust = |action: &str| {
            let action = action.to_ascii_lowercase();
            action.starts_with("sts:assumerole") || action == "sts:setsourceidentity"
        };
        assumes |= has && action.is_some_and(|action| action.value.texts().any(trust));
    };
    for node in nodes {
        match node.member("Statement").map(|member| &member.value) {
            Some(one) if one.is_object() => look(one),
            Some(list) => list.items().iter().for_each(&mut look),
            None if node.is_object() => look(node),
            None => node.items().iter().for_each(&mut look),
        }
    }
    match (assumes, principal) {
        (true, _) => PolicyKind::Trust,
        (false, true) => PolicyKind::Resource,
        (false, false) => PolicyKind::Identity,
    }
}
