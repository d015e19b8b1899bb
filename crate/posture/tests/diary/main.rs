//! What was done before: its text, two diaries made one, two tests side by side; dates.

mod any;
mod civil;
mod compare;
mod merge;
mod text;
