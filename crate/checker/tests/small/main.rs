//! The reasoning on made-up graphs that are small enough to be read.

mod answered;
mod budget;
mod causes;
mod chain;
mod evidence;
mod fhir;
mod fit;
mod handover;
mod known;
mod left;
mod little;
mod observed;
mod plan;
#[cfg(feature = "serde")]
mod protocol;
mod session;
mod sheet;
mod sorting;
mod step;
mod told;
mod triage;
mod worth;
mod would_raise;
