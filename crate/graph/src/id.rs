//! Indices into a graph's tables: small, `Copy`, and made only by the graph and its writer.

use crate::bytes::{Bytes, Reader};

macro_rules! id {
    ($($(#[$meta:meta])* $name:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        pub struct $name(u16);

        impl $name {
            /// The id of row `index`. For whoever fills the table; readers get ids from the graph.
            ///
            /// # Panics
            /// When the table has more than 65,535 rows.
            #[must_use]
            pub fn new(index: usize) -> Self {
                Self(u16::try_from(index).expect("a table has at most 65,535 rows"))
            }

            /// The row this id names.
            #[must_use]
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }

        impl Bytes for $name {
            fn write(&self, out: &mut Vec<u8>) {
                self.0.write(out);
            }

            fn read(input: &mut Reader<'_>) -> Self {
                Self(u16::read(input))
            }
        }
    )*};
}

id! {
    /// A page: every node of the graph is one.
    PageId;
    /// A symptom or a risk: what an answer says yes or no to.
    FindingId;
    /// A cause.
    CauseId;
    /// A red flag.
    RedFlagId;
    /// A screen of several findings.
    QuestionId;
}
