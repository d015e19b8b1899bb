//! Path data in few letters: steps from where the pen is, one digit behind the point, no room between.

use std::fmt::Write as _;

/// A path as it is drawn.
#[derive(Default)]
pub struct Pen {
    /// The path data so far.
    pub path: String,
    /// Where the pen is, in tenths; nothing before the path begins.
    at: Option<(i64, i64)>,
}

impl Pen {
    /// Begins here, or draws a straight line to here.
    pub fn line(&mut self, to: (f64, f64)) {
        let letter = if self.at.is_some() { 'l' } else { 'M' };
        let (x, y) = self.step(to);
        if letter == 'M' || (x, y) != (0, 0) {
            self.path.push(letter);
            self.number(x, true);
            self.number(y, false);
        }
    }

    /// Draws an arc to here, clockwise as one sees it.
    pub fn arc(&mut self, radius: f64, large: bool, to: (f64, f64)) {
        let (x, y) = self.step(to);
        // Half a circle stays one, though its ends are rounded: a radius that is too small for them is made larger.
        let chord = (x as f64).hypot(y as f64);
        let is_half = (chord - 20.0 * radius).abs() < 2.0;
        let radius = if is_half { (chord / 2.0) as i64 } else { tenths(radius) };
        self.path.push('a');
        self.number(radius, true);
        self.number(radius, false);
        write!(self.path, " 0 {}1", u8::from(large)).expect("strings take text");
        self.number(x, true);
        self.number(y, false);
    }

    /// Goes back to where it began.
    pub fn close(&mut self) {
        self.path.push('z');
    }

    /// Moves to a place and tells how far that is, in tenths.
    fn step(&mut self, (x, y): (f64, f64)) -> (i64, i64) {
        let to = (tenths(x), tenths(y));
        let from = self.at.replace(to).unwrap_or_default();
        (to.0 - from.0, to.1 - from.1)
    }

    /// A number of tenths, apart from the one before it.
    fn number(&mut self, tenths: i64, first: bool) {
        if !first && tenths >= 0 {
            self.path.push(' ');
        }
        let sign = if tenths < 0 { "-" } else { "" };
        let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
        match (whole, rest) {
            (_, 0) => write!(self.path, "{sign}{whole}"),
            (0, _) => write!(self.path, "{sign}.{rest}"),
            _ => write!(self.path, "{sign}{whole}.{rest}"),
        }
        .expect("strings take text");
    }
}

fn tenths(number: f64) -> i64 {
    (number * 10.0).round() as i64
}

/// A number with at most one digit behind the point.
#[must_use]
pub fn short(number: f64) -> f64 {
    tenths(number) as f64 / 10.0
}
