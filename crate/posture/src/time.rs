//! Moments and lengths of time, in whole milliseconds.

/// The latest moment that a clock may show, some 285,000 years on: what is due after it stays in range.
const LATEST: u64 = 1 << 53;

/// A moment: how long the machine's clock has been running.
///
/// Whoever drives the machine reads it from a clock that does not stop when the page sleeps. It may come late,
/// twice or out of order; the machine never goes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Elapsed(u64);

impl Elapsed {
    /// The moment this many milliseconds after the clock began. What is beyond 2⁵³ counts as that.
    #[must_use]
    pub fn from_ms(ms: u64) -> Self {
        Self(ms.min(LATEST))
    }

    /// Milliseconds since the clock began.
    #[must_use]
    pub fn ms(self) -> u64 {
        self.0
    }

    /// The moment so much later.
    #[must_use]
    pub fn after(self, span: Span) -> Self {
        Self(self.0 + span.0)
    }

    /// How long after an earlier moment this is; nothing if it is not after it.
    #[must_use]
    pub fn since(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

/// A length of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span(u64);

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// So many milliseconds.
    #[must_use]
    pub const fn from_ms(ms: u32) -> Self {
        Self(ms as u64)
    }

    /// So many seconds.
    #[must_use]
    pub const fn from_s(seconds: u16) -> Self {
        Self(seconds as u64 * 1000)
    }

    /// Its milliseconds.
    #[must_use]
    pub const fn ms(self) -> u64 {
        self.0
    }

    /// Both, one after the other.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// What is left of it when the other is over; nothing if the other is longer.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// So many times as long.
    #[must_use]
    pub fn times(self, n: u16) -> Self {
        Self(self.0 * u64::from(n))
    }

    /// Half of it, rounded down.
    #[must_use]
    pub fn half(self) -> Self {
        Self(self.0 / 2)
    }
}
