//! Ways to print JSON.
//!
//! FROZEN: links that people keep depend on every line of this file.

/// What stands between two tokens, by a style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    Nothing,
    Space,
    /// A new line at this depth.
    Line(usize),
}

/// Which containers are printed on one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inline {
    /// Only empty ones.
    Empty,
    /// Lists of strings that end before this column.
    Short(usize),
    /// Lists without containers in them.
    Lists,
    /// Lists and objects without containers in them.
    Leaves,
    /// All.
    All,
}

/// A way to print JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    /// Its letter.
    pub(super) letter: char,
    /// One step of indentation.
    unit: &'static str,
    /// The end of a line.
    end: &'static str,
    inline: Inline,
    /// Whether a space stands behind `:`, and behind `,` on one line.
    spaced: bool,
    /// Whether `[{` and `}]` stay together.
    hugged: bool,
}

const fn style(letter: char, unit: &'static str, inline: Inline) -> Style {
    Style { letter, unit, end: "\n", inline, spaced: true, hugged: false }
}

const fn crlf(letter: char, unit: &'static str, inline: Inline) -> Style {
    Style { end: "\r\n", ..style(letter, unit, inline) }
}

const fn hugged(letter: char, unit: &'static str, inline: Inline) -> Style {
    Style { hugged: true, ..style(letter, unit, inline) }
}

/// Every style, in the order of preference.
pub(super) const STYLES: [Style; 21] = [
    Style { spaced: false, ..style('c', "", Inline::All) },
    style('s', "", Inline::All),
    style('a', "  ", Inline::Short(88)),
    style('b', "  ", Inline::Empty),
    style('d', "    ", Inline::Empty),
    style('e', "\t", Inline::Empty),
    style('f', "  ", Inline::Lists),
    style('g', "    ", Inline::Lists),
    style('h', "\t", Inline::Lists),
    style('i', "  ", Inline::Leaves),
    style('j', "    ", Inline::Leaves),
    style('k', "    ", Inline::Short(88)),
    hugged('l', "  ", Inline::Empty),
    hugged('m', "    ", Inline::Empty),
    hugged('n', "  ", Inline::Lists),
    hugged('o', "    ", Inline::Lists),
    crlf('p', "  ", Inline::Empty),
    crlf('q', "    ", Inline::Empty),
    crlf('r', "  ", Inline::Lists),
    crlf('t', "    ", Inline::Lists),
    crlf('u', "\t", Inline::Empty),
];

/// The deepest indentation that a style foretells, so that nesting cannot blow a text up.
const MAX_DEPTH: usize = 24;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Object,
    /// A list that does not begin with an object.
    List,
    /// A list that begins with an object.
    Objects,
}

impl Container {
    pub(super) fn hugs(&self) -> bool {
        self.shape == Shape::Objects
    }

    pub(super) fn is_list(&self) -> bool {
        self.shape != Shape::Object
    }
}

/// A list or an object.
#[derive(Debug, Clone, Copy)]
pub(super) struct Container {
    pub(super) shape: Shape,
    /// Whether containers are in it.
    pub(super) nested: bool,
    /// Whether anything else than strings is in it.
    pub(super) mixed: bool,
    /// The bytes of its items, each with a mark and a space.
    pub(super) length: usize,
    /// How many containers it stands in; those that hug counted, and not counted.
    pub(super) depth: usize,
    pub(super) hugged_depth: usize,
    /// The bytes of its first line, without indentation.
    pub(super) head: usize,
}

/// A token with its container: for a mark that opens or closes one, that one, else the one around it.
pub(super) struct Placed<'a> {
    pub(super) text: &'a str,
    pub(super) container: Option<Container>,
}

impl Style {
    fn depth(&self, container: &Container) -> usize {
        if self.hugged { container.hugged_depth } else { container.depth }
    }

    fn is_inline(&self, container: &Container) -> bool {
        match self.inline {
            Inline::Empty => false,
            Inline::Short(columns) => {
                let indent = self.unit.len() * self.depth(container);
                let width = (indent + container.head + container.length).saturating_sub(1);
                container.is_list() && !container.mixed && width <= columns
            }
            Inline::Lists => container.is_list() && !container.nested,
            Inline::Leaves => !container.nested,
            Inline::All => true,
        }
    }

    /// What stands between two tokens.
    fn gap(&self, left: &Placed<'_>, right: &Placed<'_>) -> Gap {
        let space = if self.spaced { Gap::Space } else { Gap::Nothing };
        match (left.text, right.text) {
            (_, "," | ":") | ("{", "}") | ("[", "]") => Gap::Nothing,
            (":", _) => space,
            (",", _) => {
                // For an opening mark, the container is the new one.
                let opens = matches!(right.text, "{" | "[");
                match left.container {
                    Some(around) if self.is_inline(&around) => space,
                    Some(around) if self.hugged && around.hugs() && opens => space,
                    Some(around) => {
                        Gap::Line(self.depth(&around) + usize::from(!(self.hugged && around.hugs())))
                    }
                    None if self.inline == Inline::All => space,
                    None => Gap::Line(0),
                }
            }
            ("{" | "[", _) => match left.container {
                Some(new) if self.is_inline(&new) || (self.hugged && new.hugs()) => Gap::Nothing,
                Some(new) => Gap::Line(self.depth(&new) + 1),
                None => Gap::Nothing,
            },
            (_, "}" | "]") => match right.container {
                Some(done) if self.is_inline(&done) => Gap::Nothing,
                Some(done) if self.hugged && done.hugs() && left.text == "}" => Gap::Nothing,
                Some(done) => Gap::Line(self.depth(&done)),
                None => Gap::Nothing,
            },
            _ => Gap::Nothing,
        }
    }

    /// The gap before each token.
    pub(super) fn foretell(&self, texts: &[Placed<'_>]) -> Vec<Gap> {
        let first = texts.first().map(|_| Gap::Nothing);
        let others = texts.iter().zip(texts.iter().skip(1)).map(|(left, right)| self.gap(left, right));
        first.into_iter().chain(others).collect()
    }

    pub(super) fn print(&self, gap: Gap, out: &mut String) {
        match gap {
            Gap::Nothing => {}
            Gap::Space => out.push(' '),
            Gap::Line(depth) => {
                out.push_str(self.end);
                (0..depth.min(MAX_DEPTH)).for_each(|_| out.push_str(self.unit));
            }
        }
    }

    pub(super) fn is(&self, gap: Gap, actual: &str) -> bool {
        match gap {
            Gap::Nothing => actual.is_empty(),
            Gap::Space => actual == " ",
            Gap::Line(depth) => {
                let depth = depth.min(MAX_DEPTH);
                actual.len() == self.end.len() + depth * self.unit.len()
                    && actual.strip_prefix(self.end).is_some_and(|rest| rest == self.unit.repeat(depth))
            }
        }
    }
}
