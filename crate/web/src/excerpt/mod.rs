//! Pieces of the graph as they stand on a page, wherever they stand.

pub mod body_map;
mod chain;
mod link;
pub mod picture;
pub mod plan;

pub use chain::chain;
pub use link::Links;
