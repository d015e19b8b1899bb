//! The harness of the tests that need several rooms at once.
