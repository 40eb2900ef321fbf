//! From a text to what it holds: wrappers are taken off, what is left is read, and the policies in it
//! are offered.

use ramplay_policy::PolicyKind;

use crate::alike;
use crate::chars::is_blank;
use crate::find::{self, Hit};
use crate::limits;
use crate::mapped::{At, Mapped};
use crate::model::{Found, Name, Recognition, Wrapper};
use crate::offer::{self, Offer};
use crate::parse::{self, Parsed};
use crate::problem::Problem;
use crate::repair::Repair;
use crate::starts;
use crate::tree::{Defect, Node};
use crate::wrap;

/// Says what a pasted text holds.
pub fn recognise(text: &str) -> Recognition {
    let mut reader = Reader { found: Recognition::default() };
    let whole = Mapped::identity(text);
    let all = At::new(0, text.len());
    if text.len() > limits::PASTE_BYTES {
        reader.problem(
            &whole,
            Problem::TooLong { bytes: text.len(), limit: limits::PASTE_BYTES },
            At::before(0),
        );
    } else if text.chars().all(is_blank) {
        reader.problem(&whole, Problem::Empty, all);
    } else {
        reader.text(&whole, &Context::default(), 0);
        if reader.is_empty() {
            reader.problem(&whole, Problem::NoPolicy, all);
        }
    }
    reader.finish()
}

/// What is known of a text from what was around it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    pub(crate) wrappers: Vec<Found<Wrapper>>,
    pub(crate) repairs: Vec<Repair>,
    pub(crate) name: Option<Name>,
    pub(crate) kind: Option<PolicyKind>,
}

impl Context {
    fn within(&self, wrapper: Found<Wrapper>) -> Context {
        let mut inner = self.clone();
        // Escapes are taken off level by level; that is one wrapper with a number.
        if let (Wrapper::Escaped { .. }, Some(Found { what: Wrapper::Escaped { levels }, .. })) =
            (&wrapper.what, inner.wrappers.last_mut())
        {
            *levels += 1;
        } else {
            inner.wrappers.push(wrapper);
        }
        inner
    }
}

struct Reader {
    found: Recognition,
}

impl Reader {
    fn problem(&mut self, mapped: &Mapped, problem: Problem, at: At) {
        if self.found.problems.len() < limits::DOCUMENTS {
            self.found.problems.push(Found { what: problem, span: mapped.span(at) });
        }
    }

    fn is_empty(&self) -> bool {
        let found = &self.found;
        found.documents.is_empty()
            && found.look_alikes.is_empty()
            && found.listed.is_empty()
            && found.problems.is_empty()
    }

    /// Nothing more is taken out of the text.
    fn is_full(&self) -> bool {
        self.found.documents.len() >= limits::DOCUMENTS
    }

    fn finish(mut self) -> Recognition {
        self.found.documents.sort_by_key(|document| document.span);
        self.found.problems.sort_by_key(|problem| problem.span);
        self.found
    }

    /// Reads a text in any form.
    fn text(&mut self, mapped: &Mapped, context: &Context, depth: usize) {
        let text = mapped.text();
        if depth > limits::WRAPPERS || self.is_full() {
            return;
        }
        if starts::is_json(text) {
            let start = text.len() - text.trim_start_matches(is_blank).len();
            self.values(mapped, vec![parse::value_at(text, start)], context, depth);
            return;
        }
        if let Some(inside) = wrap::outer(mapped) {
            if let Some((language, at)) = alike::of_text(text) {
                self.found.look_alikes.push(here(mapped, language, at));
            }
            return self.inside(mapped, inside, context, depth);
        }
        if let Some(values) = starts::json_values(text) {
            let read = values.into_iter().map(|start| parse::value_at(text, start)).collect();
            if self.values(mapped, read, context, depth) {
                return;
            }
        }
        if let Some((language, at)) = alike::of_text(text) {
            return self.found.look_alikes.push(here(mapped, language, at));
        }
        if let Some(inside) = wrap::inner(mapped) {
            return self.inside(mapped, inside, context, depth);
        }
        if wrap::is_yaml(text) {
            return self.problem(mapped, Problem::Yaml, At::new(0, text.len()));
        }
        self.values(mapped, starts::tolerant_values(text), context, depth);
    }

    /// Reads what was unwrapped.
    fn inside(&mut self, mapped: &Mapped, inside: Vec<wrap::Inside>, context: &Context, depth: usize) {
        if inside.len() >= limits::PIECES {
            let problem = Problem::TooMany { limit: limits::PIECES };
            self.problem(mapped, problem, At::before(mapped.text().len()));
        }
        for inside in inside {
            let mut inner = context.within(inside.wrapper);
            inner.repairs.extend(inside.repairs);
            inner.name = inside.name.or(inner.name);
            inner.kind = inside.kind.or(inner.kind);
            self.text(&inside.mapped, &inner, depth + 1);
        }
    }

    /// Takes the policies out of the values of a text. False if there was nothing in them.
    fn values(
        &mut self,
        mapped: &Mapped,
        read: Vec<Result<Parsed, Defect>>,
        context: &Context,
        depth: usize,
    ) -> bool {
        let before = self.count();
        let mut edits = Vec::new();
        let mut nodes = Vec::new();
        let mut defects = Vec::new();
        for result in read {
            match result {
                Ok(parsed) => {
                    edits.extend(parsed.edits);
                    nodes.push(parsed.node);
                }
                Err(defect) => defects.push(defect),
            }
        }
        // Bare statements that follow each other are the statements of one document. If one of them
        // cannot be read there is none: a statement that silently falls away may be a `Deny`.
        let statements = !nodes.is_empty() && nodes.iter().all(find::is_statements);
        if statements && !defects.is_empty() {
            nodes.clear();
        } else if statements {
            let offer = Offer::statements(mapped, &nodes, &edits);
            self.offer(offer, context);
        } else {
            for (index, node) in nodes.iter().enumerate() {
                if self.is_full() {
                    let problem = Problem::TooMany { limit: limits::DOCUMENTS };
                    self.problem(mapped, problem, node.at);
                    break;
                }
                // Where the next value or the end of the text is.
                let next = nodes.get(index + 1).map_or(mapped.text().len(), |next| next.at.start);
                let from =
                    index.checked_sub(1).and_then(|index| nodes.get(index)).map_or(0, |node| node.at.end);
                let room = At::new(from, next);
                self.value(mapped, node, &edits, (nodes.len() > 1, room), context, depth);
            }
        }
        for defect in defects {
            if find::is_policy_like(mapped.text()) || matches!(defect.problem, Problem::TooDeep { .. }) {
                self.problem(mapped, defect.problem, defect.at);
            }
        }
        self.count() > before
    }

    fn count(&self) -> usize {
        let found = &self.found;
        found.documents.len() + found.look_alikes.len() + found.listed.len() + found.problems.len()
    }

    /// Takes the policies out of one value.
    fn value(
        &mut self,
        mapped: &Mapped,
        node: &Node,
        edits: &[crate::edit::Edit],
        (several, room): (bool, At),
        context: &Context,
        depth: usize,
    ) {
        if let Some(at) = find::template_structure(node) {
            return self.problem(mapped, Problem::TemplateStructure, at);
        }
        if find::is_policy(node) {
            let mut offer = Offer::policy(mapped, node, edits);
            let outer = if several {
                context.within(here(mapped, Wrapper::OneOfSeveral, node.at))
            } else {
                offer.surroundings(mapped, room);
                context.clone()
            };
            return self.offer(offer, &outer);
        }
        if find::is_statements(node) {
            return self.offer(Offer::statements(mapped, std::slice::from_ref(node), edits), context);
        }
        let before = self.count();
        let hits = find::hits(node);
        for hit in hits.hits {
            if self.is_full() {
                let problem = Problem::TooMany { limit: limits::DOCUMENTS };
                return self.problem(mapped, problem, node.at);
            }
            match hit {
                Hit::Policy { node, key, name } => {
                    if let Some(at) = find::template_structure(node) {
                        self.problem(mapped, Problem::TemplateStructure, at);
                        continue;
                    }
                    let wrapper = match key {
                        Some(key) => Wrapper::JsonObject { key: key.to_owned() },
                        None => Wrapper::OneOfSeveral,
                    };
                    let inner = named(context.within(here(mapped, wrapper, node.at)), key, name);
                    self.offer(Offer::policy(mapped, node, edits), &inner);
                }
                Hit::Embedded { at, key, name } => {
                    let wrapper = match key {
                        Some(key) => Wrapper::JsonString { key: key.to_owned() },
                        None => Wrapper::StringLiteral,
                    };
                    let inner = named(context.within(here(mapped, wrapper, at)), key, name);
                    let mut builder = crate::mapped::Builder::new(mapped);
                    wrap::unescape(mapped, parse::inner(at, mapped.text()), &mut builder);
                    self.text(&builder.finish(), &inner, depth + 1);
                }
            }
        }
        if self.count() > before {
            return;
        }
        if let Some((language, at)) = alike::of_node(node) {
            self.found.look_alikes.push(here(mapped, language, at));
        } else {
            for (listed, at) in hits.listed.into_iter().take(limits::DOCUMENTS) {
                self.found.listed.push(Found { what: listed, span: mapped.span(at) });
            }
        }
    }

    /// Adds a document, or what is wrong with it.
    fn offer(&mut self, offer: Offer<'_>, context: &Context) {
        match offer.finish(context) {
            offer::Outcome::Document(document) => self.found.documents.push(*document),
            offer::Outcome::LookAlike(found) => self.found.look_alikes.push(found),
            offer::Outcome::Problem(problem) => self.found.problems.push(problem),
        }
    }
}

/// Something at a place of a text that was made from the pasted one.
fn here<T>(mapped: &Mapped, what: T, at: At) -> Found<T> {
    Found { what, span: mapped.span(at) }
}

fn named(mut context: Context, key: Option<&str>, name: Option<Name>) -> Context {
    context.name = name.or(context.name);
    if key.is_some_and(find::is_trust_key) {
        context.kind = Some(PolicyKind::Trust);
    }
    context
}

#[cfg(test)]
#[path = "tests/mod.rs"]
mod tests;
