//! How a session is held.

/// Who answers, and how much is asked. It changes what no answer means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Whether only what the urgency takes is asked.
    pub is_brief: bool,
    /// Whether somebody else answers than the one who is asked about.
    pub is_for_other: bool,
}

impl Manner {
    /// Only what the urgency takes.
    pub const BRIEF: Self = Self { is_brief: true, is_for_other: false };
    /// Somebody answers for somebody else.
    pub const FOR_OTHER: Self = Self { is_brief: false, is_for_other: true };

    /// One bit each, from the lowest on in the order above.
    #[must_use]
    pub fn bits(self) -> u8 {
        u8::from(self.is_brief) | u8::from(self.is_for_other) << 1
    }

    /// The manner of these bits. Others count for nothing.
    #[must_use]
    pub fn of_bits(bits: u8) -> Self {
        Self { is_brief: bits & 1 != 0, is_for_other: bits & 2 != 0 }
    }
}
