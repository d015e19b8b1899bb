//! The reasoning: answers in, belief out.

pub mod belief;
