//! What was done before, and dates.

mod any;
mod civil;
