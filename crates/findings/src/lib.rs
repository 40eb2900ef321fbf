//! What is worth saying about a policy: errors, warnings and suggestions.
