//! The built site in a real browser, one file per journey.

mod harness;
mod hosts;
mod journeys;
mod smoke;
mod start;
