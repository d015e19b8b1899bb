//! A pose: one angle for every joint.

use crate::joint::{Joint, Side};

/// Every joint's angle, in degrees; 0 is standing at ease.
#[derive(Clone, Debug, PartialEq)]
pub struct Pose {
    angles: [[f64; 2]; Joint::N],
}

impl Default for Pose {
    fn default() -> Self {
        Self { angles: [[0.0; 2]; Joint::N] }
    }
}

/// Why an angle could not be set.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Nothing bends that is called so.
    Unknown,
    /// The joint does not go that far; its range, in degrees.
    Range(f64, f64),
}

impl Pose {
    /// The angle of a joint in the middle.
    #[must_use]
    pub fn of(&self, joint: Joint) -> f64 {
        self.angles[joint as usize][0]
    }

    /// The angle of a joint on one side.
    #[must_use]
    pub fn at(&self, side: Side, joint: Joint) -> f64 {
        self.angles[joint as usize][side as usize]
    }

    /// Sets `knee`, both of them, or `left-knee`, or `right-knee`.
    ///
    /// # Errors
    /// When there is no such joint, or when it does not bend that far.
    pub fn set(&mut self, name: &str, degrees: f64) -> Result<(), Fault> {
        let (sides, rest) = Side::split(name);
        let joint = Joint::all().find(|joint| joint.name() == rest).ok_or(Fault::Unknown)?;
        if sides.len() == 1 && !joint.paired() {
            return Err(Fault::Unknown);
        }
        let (from, to) = joint.range();
        if !(from..=to).contains(&degrees) {
            return Err(Fault::Range(from, to));
        }
        sides.iter().for_each(|side| self.angles[joint as usize][*side as usize] = degrees);
        Ok(())
    }

    /// The same pose with another lean.
    #[must_use]
    pub fn leaning(&self, degrees: f64) -> Self {
        let mut pose = self.clone();
        pose.angles[Joint::Lean as usize] = [degrees; 2];
        pose
    }

    /// The pose on the way from this one to `end`: 0 is here, 1 is there.
    #[must_use]
    pub fn towards(&self, end: &Self, share: f64) -> Self {
        let mut pose = self.clone();
        for (here, there) in pose.angles.iter_mut().flatten().zip(end.angles.iter().flatten()) {
            *here += (there - *here) * share;
        }
        pose
    }

    /// Every name that [`Pose::set`] takes.
    #[must_use]
    pub fn names() -> Vec<String> {
        let sided =
            |joint: Joint| Side::BOTH.map(|side| format!("{}-{}", side.name(), joint.name()));
        let sided = Joint::all().filter(|joint| joint.paired()).flat_map(sided);
        Joint::all().map(|joint| joint.name().to_owned()).chain(sided).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Pose};
    use crate::joint::{Joint, Side};

    #[test]
    fn one_word_sets_both_sides_and_a_side_sets_one() {
        let mut pose = Pose::default();
        pose.set("knee", 90.0).expect("knees bend");
        pose.set("left-knee", 10.0).expect("one knee bends");
        assert_eq!(pose.at(Side::Left, Joint::Knee), 10.0);
        assert_eq!(pose.at(Side::Right, Joint::Knee), 90.0);
    }

    #[test]
    fn what_does_not_bend_is_told() {
        let mut pose = Pose::default();
        assert_eq!(pose.set("kne", 1.0), Err(Fault::Unknown));
        assert_eq!(pose.set("left-neck", 1.0), Err(Fault::Unknown));
        assert_eq!(pose.set("knee", -5.0), Err(Fault::Range(0.0, 155.0)));
        assert_eq!(pose, Pose::default());
    }
}
