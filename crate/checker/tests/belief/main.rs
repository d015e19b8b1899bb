//! Belief against oracles that share no code with it, and the laws it must keep.

mod enumeration;
mod exact;
mod fixture;
mod laws;
mod random;
mod sampled;
