//! The built site in a real browser, one file per journey.

mod access;
mod elsewhere;
mod embed;
mod handover;
mod harness;
mod hostile;
mod hosts;
mod journeys;
mod keeping;
mod map;
mod offline;
mod package;
mod player;
mod proof;
mod search;
mod sheet;
mod smoke;
mod snippet;
mod start;
mod tested;
mod topic;
mod weight;
