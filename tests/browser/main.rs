//! The built site in a real browser, one file per journey.

mod access;
mod harness;
mod hosts;
mod journeys;
mod map;
mod sheet;
mod smoke;
mod start;
