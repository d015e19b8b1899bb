//! A product of many small numbers that neither underflows nor rounds on the way.

const SHIFT: i32 = 600;

/// A positive number: a mantissa, and how often it was shifted up by 2^600. Shifts are exact.
#[derive(Debug, Clone, Copy)]
pub struct Magnitude {
    mantissa: f64,
    shifts: i32,
}

impl Magnitude {
    pub const ONE: Self = Self { mantissa: 1.0, shifts: 0 };

    /// Multiplies by a factor of 1e-120 or more.
    pub fn multiply(&mut self, factor: f64) {
        self.mantissa *= factor;
        if self.mantissa < libm::ldexp(1.0, -SHIFT) {
            self.mantissa *= libm::ldexp(1.0, SHIFT);
            self.shifts += 1;
        }
    }

    /// How many times larger this is than another.
    pub fn ratio(self, other: Self) -> f64 {
        let quotient = self.mantissa / other.mantissa;
        match self.shifts - other.shifts {
            0 => quotient,
            apart => libm::ldexp(quotient, -SHIFT.saturating_mul(apart)),
        }
    }

    /// The natural logarithm.
    pub fn ln(self) -> f64 {
        libm::log(self.mantissa) - f64::from(self.shifts * SHIFT) * core::f64::consts::LN_2
    }
}
