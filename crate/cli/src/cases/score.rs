//! Counting, by the definitions that audits of symptom checkers use.

use backwise_graph::Urgency;

use super::case::Expected;
use super::play::{Named, Outcome};
use super::share::Share;

/// What came of all cases, by one rule for what was not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Told a level that says what is expected.
    pub exact: Share,
    /// Told that, or the next level above it.
    pub exact_or_one_above: Share,
    /// The same on three levels (emergency, see somebody, self-care), same day counted as see somebody.
    pub exact_of_three: Share,
    /// The same, with same day counted as an emergency, as where "a doctor immediately" is one.
    pub exact_of_three_same_day_up: Share,
    /// Told more than expected.
    pub over: Share,
    /// Told less than expected.
    pub under: Share,
    /// Emergencies told any lower level.
    pub missed_emergencies: Share,
    /// Emergencies told less than same day.
    pub emergencies_below_same_day: Share,
    /// Urgent cases told less than within days.
    pub urgent_below_within_days: Share,
    /// Self-care cases told more.
    pub self_care_over: Share,
    /// The family is the first that is named.
    pub family_first: Share,
    /// The family is among the first three that are named.
    pub family_in_three: Share,
    /// The same, without the cases that are emergencies.
    pub family_in_three_of_others: Share,
    /// Questions after the safety screens, where no emergency ended them; fewest first.
    pub asked: Vec<usize>,
}

impl Score {
    /// Counts cases: what each should be told, and what it was told.
    #[must_use]
    pub fn of<'a>(cases: impl IntoIterator<Item = (Expected, &'a str, &'a Outcome)>) -> Self {
        let mut score = Self::default();
        for (expected, family, outcome) in cases {
            score.count_level(expected, outcome.urgency);
            score.count_family(expected, rank(&outcome.named, family));
            if outcome.urgency < Urgency::Emergency {
                score.asked.push(outcome.n_asked);
            }
        }
        score.asked.sort_unstable();
        score
    }

    fn count_level(&mut self, expected: Expected, told: Urgency) {
        let levels = expected.levels();
        let one_above = told as u8 == *levels.end() as u8 + 1;
        self.exact.count(levels.contains(&told));
        self.exact_or_one_above.count(levels.contains(&told) || one_above);
        self.exact_of_three.count(is_exact_of_three(expected, told, Urgency::Emergency));
        self.exact_of_three_same_day_up.count(is_exact_of_three(expected, told, Urgency::SameDay));
        self.over.count(told > *levels.end());
        self.under.count(told < *levels.start());
        match expected {
            Expected::Emergency => {
                self.missed_emergencies.count(told < Urgency::Emergency);
                self.emergencies_below_same_day.count(told < Urgency::SameDay);
            }
            Expected::Urgent => self.urgent_below_within_days.count(told < Urgency::WithinDays),
            Expected::Routine => {}
            Expected::SelfCare => self.self_care_over.count(told > Urgency::SelfCare),
        }
    }

    fn count_family(&mut self, expected: Expected, rank: Option<usize>) {
        let in_three = rank.is_some_and(|rank| rank <= 3);
        self.family_first.count(rank == Some(1));
        self.family_in_three.count(in_three);
        if expected != Expected::Emergency {
            self.family_in_three_of_others.count(in_three);
        }
    }

    /// So many questions are enough for `percent` of the interviews; 50 is the median.
    #[must_use]
    pub fn asked_at(&self, percent: usize) -> usize {
        let rank = (self.asked.len() * percent).div_ceil(100).max(1);
        self.asked.get(rank - 1).copied().unwrap_or(0)
    }
}

/// Whether three levels agree, where everything from `emergency` on is one.
fn is_exact_of_three(expected: Expected, told: Urgency, emergency: Urgency) -> bool {
    let three = |level: Urgency| match level {
        Urgency::SelfCare => 0,
        level if level < emergency => 1,
        _ => 2,
    };
    let levels = expected.levels();
    (three(*levels.start())..=three(*levels.end())).contains(&three(told))
}

/// The place of the first of this family, from 1.
#[must_use]
pub fn rank(named: &[Named], family: &str) -> Option<usize> {
    named.iter().position(|n| n.family == family).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(urgency: Urgency, families: &[&str], n_asked: usize) -> Outcome {
        let named = |family: &&str| Named {
            id: (*family).to_owned(),
            family: (*family).to_owned(),
            level: None,
        };
        let named = families.iter().map(named).collect();
        Outcome { urgency, named, not_cleared: Vec::new(), would_raise: Vec::new(), n_asked }
    }

    fn level(expected: Expected, told: Urgency) -> Score {
        Score::of([(expected, "joint", &outcome(told, &[], 0))])
    }

    fn share(n: usize, of: usize) -> Share {
        Share { n, of }
    }

    #[test]
    fn urgent_is_the_same_day_or_within_days() {
        for told in [Urgency::WithinDays, Urgency::SameDay] {
            assert_eq!(level(Expected::Urgent, told).exact, share(1, 1));
        }
        assert_eq!(level(Expected::Urgent, Urgency::Routine).urgent_below_within_days, share(1, 1));
        assert_eq!(level(Expected::Urgent, Urgency::Emergency).over, share(1, 1));
        assert_eq!(level(Expected::Urgent, Urgency::Emergency).exact_or_one_above, share(1, 1));
    }

    #[test]
    fn one_above_is_the_next_of_our_own_five_levels() {
        assert_eq!(level(Expected::Routine, Urgency::WithinDays).exact_or_one_above, share(1, 1));
        assert_eq!(level(Expected::Routine, Urgency::SameDay).exact_or_one_above, share(0, 1));
        assert_eq!(level(Expected::Routine, Urgency::SelfCare).exact_or_one_above, share(0, 1));
    }

    #[test]
    fn an_emergency_told_less_is_missed() {
        let same_day = level(Expected::Emergency, Urgency::SameDay);
        assert_eq!(same_day.missed_emergencies, share(1, 1));
        assert_eq!(same_day.emergencies_below_same_day, share(0, 1));
        assert_eq!((same_day.under, same_day.over), (share(1, 1), share(0, 1)));
        assert_eq!(
            level(Expected::Emergency, Urgency::WithinDays).emergencies_below_same_day,
            share(1, 1)
        );
        assert_eq!(level(Expected::Routine, Urgency::SelfCare).missed_emergencies, share(0, 0));
    }

    #[test]
    fn of_three_levels_the_same_day_is_either() {
        let same_day = level(Expected::Emergency, Urgency::SameDay);
        assert_eq!(same_day.exact_of_three, share(0, 1));
        assert_eq!(same_day.exact_of_three_same_day_up, share(1, 1));
        let routine = level(Expected::Routine, Urgency::SameDay);
        assert_eq!(routine.exact_of_three, share(1, 1));
        assert_eq!(routine.exact_of_three_same_day_up, share(0, 1));
        for told in [Urgency::WithinDays, Urgency::SameDay] {
            assert_eq!(level(Expected::Urgent, told).exact_of_three_same_day_up, share(1, 1));
        }
    }

    #[test]
    fn families_are_counted_by_their_place() {
        let first = outcome(Urgency::Routine, &["joint", "lung"], 3);
        let third = outcome(Urgency::Emergency, &["lung", "lung", "joint"], 0);
        let fourth = outcome(Urgency::Routine, &["lung", "lung", "lung", "joint"], 9);
        let cases = [
            (Expected::Routine, &first),
            (Expected::Emergency, &third),
            (Expected::Urgent, &fourth),
        ];
        let score = Score::of(cases.map(|(expected, outcome)| (expected, "joint", outcome)));
        assert_eq!(score.family_first, share(1, 3));
        assert_eq!(score.family_in_three, share(2, 3));
        assert_eq!(score.family_in_three_of_others, share(1, 2));
        assert_eq!(
            score.asked,
            [3, 9],
            "an emergency ends the questions, so its count says nothing"
        );
    }

    #[test]
    fn the_median_and_the_longest_but_few() {
        let score = Score { asked: (1..=20).collect(), ..Score::default() };
        assert_eq!((score.asked_at(50), score.asked_at(95)), (10, 19));
        assert_eq!(Score::default().asked_at(50), 0);
    }
}
