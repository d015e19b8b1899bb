//! Chance that is the same every time, here and in a browser.

/// Numbers drawn from a seed, by SplitMix64.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The dice of interview `n` under a seed: no other interview has them.
    #[must_use]
    pub fn new(seed: u32, n: u32) -> Self {
        let mut dice = Self(u64::from(seed) << 32 | u64::from(n));
        // Neighbours are far apart after one draw.
        Self(dice.draw())
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ bits >> 31
    }

    /// A number below `n`, which is not 0.
    pub fn below(&mut self, n: usize) -> usize {
        (((self.draw() >> 32) * n as u64) >> 32) as usize
    }

    /// True so often in a hundred.
    pub fn percent(&mut self, so_often: usize) -> bool {
        self.below(100) < so_often
    }

    /// One of several, of which there is at least one.
    pub fn pick<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        &several[self.below(several.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    /// The first numbers of SplitMix64 from 0, as its authors publish them.
    #[test]
    fn it_is_splitmix64() {
        let mut dice = Dice(0);
        assert_eq!(dice.draw(), 0xe220_a839_7b1d_cdaf);
        assert_eq!(dice.draw(), 0x6e78_9e6a_a1b9_65f4);
    }

    #[test]
    fn every_number_below_comes_and_no_other() {
        let mut dice = Dice::new(1, 2);
        let mut seen = [0; 7];
        (0..700).for_each(|_| seen[dice.below(7)] += 1);
        assert!(seen.iter().all(|n| *n > 50), "{seen:?}");
    }
}
