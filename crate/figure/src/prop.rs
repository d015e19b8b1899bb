//! What a figure stands before, sits on or holds. Things take their place from the body, so they always fit.

use crate::skin::Body;
use crate::thing::{self, Piece};

/// A thing in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prop {
    /// A wall in front, where the hands are.
    Wall,
    /// A wall behind, where the body leans on it.
    WallBehind,
    /// A chair under the seat.
    Chair,
    /// A band from hand to hand.
    Band,
    /// A band from a post in front to both hands.
    FixedBand,
    /// A long stick in both hands.
    Stick,
    /// A roller between the floor and the upper back.
    Roller,
    /// A pillow under the head.
    Pillow,
    /// A cushion under the lower knee.
    Cushion,
    /// A doorway, one side of it where the right forearm is.
    Doorway,
}

impl Prop {
    /// How writers name them, in order.
    pub const NAMES: &[&str] = &[
        "wall",
        "wall-behind",
        "chair",
        "band",
        "fixed-band",
        "stick",
        "roller",
        "pillow",
        "cushion",
        "doorway",
    ];
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Wall,
        Self::WallBehind,
        Self::Chair,
        Self::Band,
        Self::FixedBand,
        Self::Stick,
        Self::Roller,
        Self::Pillow,
        Self::Cushion,
        Self::Doorway,
    ];

    /// The pieces of a thing for `body`. What does not move takes its place from `first`, the first position.
    #[must_use]
    pub fn pieces(self, body: &Body, first: &Body) -> Vec<Piece> {
        match self {
            Self::Wall => vec![thing::wall(first)],
            Self::WallBehind => vec![thing::wall_behind(first)],
            Self::Chair => thing::chair(first),
            Self::Band => vec![thing::band(body)],
            Self::FixedBand => thing::fixed_band(body, first),
            Self::Stick => vec![thing::stick(body)],
            Self::Roller => vec![thing::roller(first)],
            Self::Pillow => vec![thing::pillow(body)],
            Self::Cushion => vec![thing::cushion(first)],
            Self::Doorway => thing::doorway(first),
        }
    }
}
