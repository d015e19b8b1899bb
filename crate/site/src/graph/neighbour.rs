//! Who is drawn: the strongest of each sense, dealt out in turns until the picture is full.

use crate::relation::Relations;

/// How many neighbours a picture holds.
pub const MOST: usize = 14;

/// How many of each sense are drawn.
#[must_use]
pub fn shares(relations: &[Relations]) -> Vec<usize> {
    let mut shares = vec![0; relations.len()];
    let mut left = MOST;
    while left > 0 {
        let mut is_full = true;
        for (share, sense) in shares.iter_mut().zip(relations) {
            if left > 0 && *share < sense.items.len() {
                *share += 1;
                left -= 1;
                is_full = false;
            }
        }
        if is_full {
            break;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::{MOST, shares};
    use crate::relation::{Related, Relations};

    #[track_caller]
    fn check(n_items: &[usize], expected: &[usize]) {
        let sense = |n: &usize| Relations {
            title: "Strains",
            forward: true,
            items: (0..*n).map(|_| Related::default()).collect(),
        };
        assert_eq!(shares(&n_items.iter().map(sense).collect::<Vec<_>>()), expected);
    }

    #[test]
    fn all_are_drawn_where_there_is_room() {
        check(&[], &[]);
        check(&[3, 1], &[3, 1]);
    }

    #[test]
    fn where_there_is_not_each_sense_has_its_turn() {
        check(&[90], &[MOST]);
        check(&[90, 2, 90], &[6, 2, 6]);
        check(&[1; 20], &[[1; 14].as_slice(), &[0; 6]].concat());
    }
}
