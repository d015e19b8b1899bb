//! What was done before: its text, two diaries made one, two tests side by side, the last tests as a table; then
//! reminders and dates.

mod any;
mod calendar;
mod civil;
mod compare;
mod merge;
mod plot;
mod text;
