//! Space: x is forward, y is to the left, z is up. Lengths are hundredths of the body's height.

use std::ops::{Add, Mul, Sub};

/// A place or a way in space.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vector {
    /// Forward.
    pub x: f64,
    /// To the left.
    pub y: f64,
    /// Up.
    pub z: f64,
}

impl Vector {
    /// From its three parts.
    #[must_use]
    pub const fn new(x: f64, y: f64, z: f64) -> Self {
        Self { x, y, z }
    }

    /// How far it reaches along `other`, when that is one long.
    #[must_use]
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// How long it is.
    #[must_use]
    pub fn length(self) -> f64 {
        self.dot(self).sqrt()
    }
}

impl Add for Vector {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y, self.z + other.z)
    }
}

impl Sub for Vector {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + other * -1.0
    }
}

impl Mul<f64> for Vector {
    type Output = Self;

    fn mul(self, by: f64) -> Self {
        Self::new(self.x * by, self.y * by, self.z * by)
    }
}

/// A place on the body and which way is forward, left and up there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Where it is.
    pub at: Vector,
    forward: Vector,
    left: Vector,
    up: Vector,
}

impl Frame {
    /// The world's own ways, at its middle.
    pub const WORLD: Self = Self {
        at: Vector::new(0.0, 0.0, 0.0),
        forward: Vector::new(1.0, 0.0, 0.0),
        left: Vector::new(0.0, 1.0, 0.0),
        up: Vector::new(0.0, 0.0, 1.0),
    };

    /// The place `way` from here, as this part of the body counts.
    #[must_use]
    pub fn point(&self, way: Vector) -> Vector {
        self.at + self.forward * way.x + self.left * way.y + self.up * way.z
    }

    /// The same frame, moved by `way`, as this part of the body counts.
    #[must_use]
    pub fn moved(self, way: Vector) -> Self {
        Self { at: self.point(way), ..self }
    }

    /// The same frame at another place.
    #[must_use]
    pub fn put(self, at: Vector) -> Self {
        Self { at, ..self }
    }

    /// Tipped forward, in degrees: up goes towards forward.
    #[must_use]
    pub fn tipped(self, degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self {
            forward: self.forward * cos - self.up * sin,
            up: self.forward * sin + self.up * cos,
            ..self
        }
    }

    /// Turned to the left, in degrees: forward goes towards left.
    #[must_use]
    pub fn turned(self, degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self {
            forward: self.forward * cos + self.left * sin,
            left: self.left * cos - self.forward * sin,
            ..self
        }
    }

    /// Leant to the left, in degrees: up goes towards left.
    #[must_use]
    pub fn leant(self, degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self { left: self.left * cos - self.up * sin, up: self.left * sin + self.up * cos, ..self }
    }

    /// Which way is up here.
    #[must_use]
    pub fn up(&self) -> Vector {
        self.up
    }

    /// Which way is forward here.
    #[must_use]
    pub fn forward(&self) -> Vector {
        self.forward
    }
}
