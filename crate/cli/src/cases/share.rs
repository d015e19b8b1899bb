//! A share of cases, and how sure it is.

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// So many.
    pub n: usize,
    /// Of so many.
    pub of: usize,
}

impl Share {
    /// One more, which holds or not.
    pub fn count(&mut self, holds: bool) {
        self.n += usize::from(holds);
        self.of += 1;
    }

    /// In percent.
    #[must_use]
    pub fn percent(self) -> f64 {
        100.0 * self.n as f64 / self.of.max(1) as f64
    }

    /// Wilson's 95 % interval, in percent.
    #[must_use]
    pub fn interval(self) -> (f64, f64) {
        const Z: f64 = 1.959_964;
        let (n, share) = (self.of.max(1) as f64, self.percent() / 100.0);
        let middle = share + Z * Z / (2.0 * n);
        let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        let scale = 100.0 / (1.0 + Z * Z / n);
        (scale * (middle - half), scale * (middle + half))
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    /// Against the formula worked out by hand.
    #[test]
    fn intervals_are_wilsons() {
        let check = |n, of, low: f64, high: f64| {
            let (found_low, found_high) = Share { n, of }.interval();
            assert!((found_low - low).abs() < 0.05, "{n}/{of}: {found_low}");
            assert!((found_high - high).abs() < 0.05, "{n}/{of}: {found_high}");
        };
        check(0, 20, 0.0, 16.1);
        check(81, 263, 25.5, 36.6);
        check(10, 10, 72.2, 100.0);
    }
}
