//! Three-valued evaluation of red-flag rules (Kleene's strong logic).
//!
//! A finding that is unsure, or not asked yet, leaves a rule undecided unless the other parts decide it.

use backwise_graph::{FindingId, Rule, Truth};

/// What a rule comes to when `truth` is known of each finding.
#[must_use]
pub fn evaluate(rule: &Rule, truth: &dyn Fn(FindingId) -> Truth) -> Truth {
    match rule {
        Rule::Finding(finding) => truth(*finding),
        Rule::AtLeast(n, parts) => {
            let (mut n_yes, mut n_unsure) = (0, 0);
            for part in parts {
                match evaluate(part, truth) {
                    Truth::Yes => n_yes += 1,
                    Truth::Unsure => n_unsure += 1,
                    Truth::No => {}
                }
            }
            let n = usize::from(*n);
            match (n_yes >= n, n_yes + n_unsure >= n) {
                (true, _) => Truth::Yes,
                (false, true) => Truth::Unsure,
                (false, false) => Truth::No,
            }
        }
    }
}

/// The findings that leave `rule` undecided: unsure ones, in parts that are undecided themselves.
pub fn open_findings(rule: &Rule, truth: &dyn Fn(FindingId) -> Truth, open: &mut Vec<FindingId>) {
    if evaluate(rule, truth) != Truth::Unsure {
        return;
    }
    match rule {
        Rule::Finding(finding) if open.contains(finding) => {}
        Rule::Finding(finding) => open.push(*finding),
        Rule::AtLeast(_, parts) => parts.iter().for_each(|part| open_findings(part, truth, open)),
    }
}

#[cfg(test)]
mod tests {
    use super::{evaluate, open_findings};
    use backwise_graph::{FindingId, Rule, Truth};

    /// `answers` holds one letter a finding: y, n, or ? for unsure.
    fn check(n: u8, answers: &str, expected: Truth) {
        let findings = (0..answers.len()).map(|at| Rule::Finding(FindingId::new(at)));
        let truth = |finding: FindingId| match answers.as_bytes()[finding.index()] {
            b'y' => Truth::Yes,
            b'n' => Truth::No,
            _ => Truth::Unsure,
        };
        let found = evaluate(&Rule::AtLeast(n, findings.collect()), &truth);
        assert_eq!(found, expected, "at least {n} of {answers}");
    }

    #[test]
    fn unsure_is_neither_yes_nor_no() {
        check(1, "n?n", Truth::Unsure);
        check(1, "n?y", Truth::Yes);
        check(1, "nnn", Truth::No);
        check(2, "y?n", Truth::Unsure);
        check(2, "yn?n", Truth::Unsure);
        check(2, "ynnn", Truth::No);
        check(2, "?n", Truth::No);
        check(3, "yyy?", Truth::Yes);
    }

    #[test]
    fn what_leaves_a_rule_undecided_is_named_once_and_what_is_decided_is_not() {
        let finding = |at| Rule::Finding(FindingId::new(at));
        // Of 0 to 3, the first is so and the second is not.
        let truth = |finding: FindingId| match finding.index() {
            0 => Truth::Yes,
            1 => Truth::No,
            _ => Truth::Unsure,
        };
        let check = |parts: Vec<Rule>, n, expected: &[usize]| {
            let mut open = Vec::new();
            open_findings(&Rule::AtLeast(n, parts), &truth, &mut open);
            assert_eq!(open, expected.iter().copied().map(FindingId::new).collect::<Vec<_>>());
        };
        check(vec![finding(0), finding(2), finding(3), finding(2)], 2, &[2, 3]);
        check(vec![finding(0), finding(2)], 1, &[]);
        check(vec![finding(1), finding(2)], 2, &[]);
        let settled = Rule::AtLeast(2, vec![finding(1), finding(3)]);
        check(vec![settled, finding(2)], 1, &[2]);
    }
}
