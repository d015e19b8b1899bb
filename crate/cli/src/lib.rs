//! What the writer's command does that tests do as well.

pub mod cases;
pub mod difference;
pub mod found;
pub mod interview;
pub mod journeys;
pub mod matrix;
pub mod people;
pub mod played;
pub mod revision;
pub mod scaffold;
pub mod signs;
