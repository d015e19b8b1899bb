//! From space to paper: where one stands to look.

use crate::hull::Circle;
use crate::skin::Ball;
use crate::vector::Vector;

/// Where one looks from, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// 0 sees the right side, and the figure looks to the right; 90 sees it from the front; -90 from behind.
    pub turn: f64,
    /// 0 is level with it, 90 is above it.
    pub height: f64,
}

/// A place on paper, in hundredths of body height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl View {
    /// From the side.
    pub const SIDE: Self = Self { turn: 0.0, height: 0.0 };
    /// From the front, and a little from above.
    pub const FRONT: Self = Self { turn: 90.0, height: 0.0 };
    /// Between the two.
    pub const CORNER: Self = Self { turn: 50.0, height: 12.0 };

    /// Ways to the right, up and towards the one who looks.
    fn ways(&self) -> [Vector; 3] {
        let (sin, cos) = self.turn.to_radians().sin_cos();
        let (rise, run) = self.height.to_radians().sin_cos();
        let right = Vector::new(cos, sin, 0.0);
        let level = Vector::new(sin, -cos, 0.0);
        let above = Vector::new(0.0, 0.0, 1.0);
        [right, above * run - level * rise, level * run + above * rise]
    }

    /// Where a place is seen.
    #[must_use]
    pub fn spot(&self, at: Vector) -> Spot {
        let [right, up, _] = self.ways();
        Spot { x: at.dot(right), y: -at.dot(up) }
    }

    /// How a ball is seen.
    #[must_use]
    pub fn circle(&self, ball: &Ball) -> Circle {
        let Spot { x, y } = self.spot(ball.at);
        Circle { x, y, radius: ball.radius }
    }

    /// How near a place is: more is nearer.
    #[must_use]
    pub fn nearness(&self, at: Vector) -> f64 {
        at.dot(self.ways()[2])
    }
}
