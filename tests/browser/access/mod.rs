//! Everyone can use it: every distinct screen against WCAG 2.2 AA, and the way through with keys alone.

mod drawings;
mod keyboard;
pub mod laws;
mod motion;
mod pages;
mod player;
mod screens;
mod tour;
