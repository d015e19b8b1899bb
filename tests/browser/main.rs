//! The built site in a real browser, one file per journey.

mod access;
mod embed;
mod handover;
mod harness;
mod hosts;
mod journeys;
mod keeping;
mod map;
mod offline;
mod player;
mod search;
mod sheet;
mod smoke;
mod start;
mod tested;
mod topic;
mod weight;
