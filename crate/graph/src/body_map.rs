//! A body to point at: the same places as a list, drawn.

use crate::bytes::{choice, record};
use crate::id::PageId;

choice! {
    /// From where a body is seen.
    pub enum Facing {
        /// From behind.
        Back = "back",
        /// From the front.
        Front = "front",
    }
}

record! {
    /// The drawing that goes with a list of places.
    pub struct BodyMap {
        /// The question that has the list, or the self-test.
        pub page: PageId,
        /// The body from each side, in the order shown.
        pub views: Vec<BodyView>,
    }
}

record! {
    /// A body from one side. Paths are SVG path data.
    pub struct BodyView {
        /// From where.
        pub facing: Facing,
        /// How wide it is; one step is a CSS pixel when it is shown at its own size.
        pub width: u16,
        /// How high it is.
        pub height: u16,
        /// The outline of the body, below everything else.
        pub outline: String,
        /// What can be pointed at.
        pub places: Vec<BodyPlace>,
        /// The lines within the outline, above everything else.
        pub detail: String,
    }
}

record! {
    /// A place on a body, both sides of it where it has two.
    pub struct BodyPlace {
        /// The option of the question that it stands for, or the sign of the self-test.
        pub page: PageId,
        /// Where a finger counts: more than is seen.
        pub area: String,
        /// What is seen of it.
        pub mark: String,
    }
}
