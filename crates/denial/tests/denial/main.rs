//! Real forms of denials, and any text.

#[cfg(test)]
mod forms;
