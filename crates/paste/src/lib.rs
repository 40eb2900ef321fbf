//! Reads what people paste: recognises its form and offers the repaired policy.
