//! A policy decision as JSON: the form of a case and of its answer.
