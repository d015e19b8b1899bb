//! Belief against oracles that share no code with it, and the laws it must keep.

mod enumeration;
mod exact;
mod faults;
mod laws;
mod outside;
mod peer;
mod random;
mod sampled;
mod stop;
