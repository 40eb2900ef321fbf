//! A JSON value as bytes that are short and foretellable, and that say themselves where they end.
//!
//! JSON without white space and with sorted keys, but strings hold every character as it is, except `\"` and `\\`, and
//! a string that looks like a JSON text is written by its layout between apostrophes, so that a policy is not a text
//! within a text.
//!
//! FROZEN: links that people keep depend on every line of this file.

use serde_json::{Map, Number, Value};

use super::layout;

/// How deep containers may nest.
pub(super) const MAX_DEPTH: usize = 32;

/// Why bytes are not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Broken {
    /// They are none that [`write()`] makes.
    Form,
    /// They are more than are read, or what they stand for is.
    Long,
}

/// Whether a string is written by its layout.
fn is_document(text: &str) -> bool {
    text.trim_start_matches([' ', '\n', '\r', '\t']).starts_with(['{', '['])
}

/// Writes a value; `None` if it is nested too deeply.
pub(super) fn write(value: &Value, out: &mut String) -> Option<()> {
    write_at(value, 0, out)
}

fn write_at(value: &Value, depth: usize, out: &mut String) -> Option<()> {
    if depth > MAX_DEPTH {
        return None;
    }
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(bool) => out.push_str(if *bool { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::String(text) if is_document(text) => {
            out.push('\'');
            layout::write(text, out);
            out.push('\'');
        }
        Value::String(text) => write_string(text, out),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_at(item, depth + 1, out)?;
            }
            out.push(']');
        }
        Value::Object(fields) => {
            // Sorted, whatever order the map keeps: same content, same link.
            let mut keys: Vec<&String> = fields.keys().collect();
            keys.sort_unstable();
            out.push('{');
            for (index, key) in keys.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_string(key, out);
                out.push(':');
                write_at(fields.get(key)?, depth + 1, out)?;
            }
            out.push('}');
        }
    }
    Some(())
}

fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out.push('"');
}

/// Where bytes come from, one at a time.
pub(super) trait Source {
    /// The next byte.
    fn next(&mut self) -> Result<u8, Broken>;
}

/// Reads a value, which must be an object, and not a byte more.
pub(super) fn read(source: &mut impl Source, limit: usize) -> Result<Value, Broken> {
    let mut reader = Reader { source, limit };
    match reader.source.next()? {
        b'{' => reader.object(0),
        _ => Err(Broken::Form),
    }
}

struct Reader<'a, S> {
    source: &'a mut S,
    /// How many bytes may still be made: a short form may stand for a long text.
    limit: usize,
}

impl<S: Source> Reader<'_, S> {
    /// Reads a value that begins with this byte; also the byte behind it, where only that tells its end.
    fn value(&mut self, first: u8, depth: usize) -> Result<(Value, Option<u8>), Broken> {
        if depth > MAX_DEPTH {
            return Err(Broken::Form);
        }
        Ok((
            match first {
                b'{' => self.object(depth)?,
                b'[' => self.array(depth)?,
                b'"' => Value::String(self.string()?),
                b'\'' => Value::String(self.document()?),
                _ => return self.word(first).map(|(word, next)| (word, Some(next))),
            },
            None,
        ))
    }

    fn object(&mut self, depth: usize) -> Result<Value, Broken> {
        let mut fields = Map::new();
        let mut byte = self.source.next()?;
        if byte == b'}' {
            return Ok(Value::Object(fields));
        }
        loop {
            if byte != b'"' {
                return Err(Broken::Form);
            }
            let key = self.string()?;
            if self.source.next()? != b':' {
                return Err(Broken::Form);
            }
            let first = self.source.next()?;
            let (value, behind) = self.value(first, depth + 1)?;
            // A key twice would be a second way to write the same value.
            if fields.insert(key, value).is_some() {
                return Err(Broken::Form);
            }
            match behind.map_or_else(|| self.source.next(), Ok)? {
                b',' => byte = self.source.next()?,
                b'}' => return Ok(Value::Object(fields)),
                _ => return Err(Broken::Form),
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Value, Broken> {
        let mut items = Vec::new();
        let mut byte = self.source.next()?;
        if byte == b']' {
            return Ok(Value::Array(items));
        }
        loop {
            let (value, behind) = self.value(byte, depth + 1)?;
            items.push(value);
            match behind.map_or_else(|| self.source.next(), Ok)? {
                b',' => byte = self.source.next()?,
                b']' => return Ok(Value::Array(items)),
                _ => return Err(Broken::Form),
            }
        }
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self, first: u8) -> Result<(Value, u8), Broken> {
        let mut word = String::new();
        let mut byte = first;
        while byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.') {
            // The longest number is that of an `f64`.
            if word.len() >= 32 {
                return Err(Broken::Form);
            }
            word.push(char::from(byte));
            byte = self.source.next()?;
        }
        let value = match word.as_str() {
            "null" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => Value::Number(word.parse::<Number>().map_err(|_| Broken::Form)?),
        };
        Ok((value, byte))
    }

    fn string(&mut self) -> Result<String, Broken> {
        let mut bytes = Vec::new();
        loop {
            match self.source.next()? {
                b'"' => break,
                b'\\' => match self.source.next()? {
                    byte @ (b'"' | b'\\') => bytes.push(byte),
                    _ => return Err(Broken::Form),
                },
                byte => bytes.push(byte),
            }
        }
        self.limit = self.limit.checked_sub(bytes.len()).ok_or(Broken::Long)?;
        String::from_utf8(bytes).map_err(|_| Broken::Form)
    }

    fn document(&mut self) -> Result<String, Broken> {
        let mut bytes = Vec::new();
        loop {
            match self.source.next()? {
                b'\'' => break,
                b'`' => {
                    // Out of the ordinary: a character in place of itself, or a gap up to the next mark.
                    bytes.push(b'`');
                    let mut byte = self.source.next()?;
                    bytes.push(byte);
                    while !matches!(byte, b'\'' | b'"' | b'`') {
                        byte = self.source.next()?;
                        bytes.push(byte);
                    }
                }
                byte => bytes.push(byte),
            }
        }
        let form = String::from_utf8(bytes).map_err(|_| Broken::Form)?;
        let text = layout::read(&form, self.limit)?;
        self.limit = self.limit.checked_sub(text.len()).ok_or(Broken::Long)?;
        Ok(text)
    }
}
