//! What was done before: its text, two diaries made one, and dates.

mod any;
mod civil;
mod merge;
mod text;
