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

#[cfg(test)]
mod tests {
    use super::Magnitude;

    /// 0.1 to this power.
    fn tenths(power: u32) -> Magnitude {
        let mut product = Magnitude::ONE;
        (0..power).for_each(|_| product.multiply(0.1));
        product
    }

    fn check(found: f64, expected: f64) {
        assert!((found / expected - 1.0).abs() < 1e-12, "{found} is not {expected}");
    }

    #[test]
    fn logarithms_reach_past_what_a_float_holds() {
        check(tenths(5).ln(), 1e-5_f64.ln());
        check(tenths(1000).ln(), 1000.0 * 0.1_f64.ln());
    }

    #[test]
    fn ratios_span_shifts() {
        for power in [0, 1, 178, 179, 180, 181, 182, 183, 360, 1000] {
            check(tenths(power + 3).ratio(tenths(power)), 1e-3);
            check(tenths(power).ratio(tenths(power + 3)), 1e3);
            check(tenths(power + 200).ratio(tenths(power)), 1e-200);
        }
        assert_eq!(tenths(1000).ratio(Magnitude::ONE), 0.0);
    }
}
