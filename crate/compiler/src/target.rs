//! How large the parts of an area are that a finger must hit.

/// How wide and how high a part is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// The parts of a path of straight lines to places; nothing where it has anything else.
#[must_use]
pub fn parts(path: &str) -> Option<Vec<Size>> {
    let mut parts: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut rest = path.trim();
    while let Some(letter) = rest.chars().next() {
        let behind = &rest[letter.len_utf8()..];
        let end = behind.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(behind.len());
        let numbers = numbers(&behind[..end])?;
        let here = parts.last().and_then(|part| part.last()).copied();
        match (letter, &numbers[..], here) {
            ('M', [x, y], _) => parts.push(vec![(*x, *y)]),
            ('L', [x, y], Some(_)) => parts.last_mut()?.push((*x, *y)),
            ('H', [x], Some((_, y))) => parts.last_mut()?.push((*x, y)),
            ('V', [y], Some((x, _))) => parts.last_mut()?.push((x, *y)),
            ('z', [], Some(_)) => {}
            _ => return None,
        }
        rest = &behind[end..];
    }
    Some(parts.iter().map(|part| size(part)).collect())
}

fn numbers(text: &str) -> Option<Vec<f64>> {
    let words = text.split([' ', ',']).filter(|word| !word.is_empty());
    words.map(|word| word.parse().ok().filter(|number: &f64| number.is_finite())).collect()
}

fn size(corners: &[(f64, f64)]) -> Size {
    let span = |value: fn(&(f64, f64)) -> f64| {
        let least = corners.iter().map(value).fold(f64::INFINITY, f64::min);
        corners.iter().map(value).fold(f64::NEG_INFINITY, f64::max) - least
    };
    Size { width: span(|at| at.0), height: span(|at| at.1) }
}

#[cfg(test)]
mod tests {
    use super::{Size, parts};

    fn check(path: &str, expected: Option<&[(f64, f64)]>) {
        let size = |(width, height): &(f64, f64)| Size { width: *width, height: *height };
        assert_eq!(parts(path), expected.map(|parts| parts.iter().map(size).collect()), "{path}");
    }

    #[test]
    fn every_part_has_a_size() {
        check("M96 48H144V96H96z", Some(&[(48.0, 48.0)]));
        check("M0 0L9 1L9 5zM10,10L10 12L14.5 12z", Some(&[(9.0, 5.0), (4.5, 2.0)]));
        check("", Some(&[]));
    }

    #[test]
    fn what_is_not_straight_is_not_measured() {
        check("M0 0c1 1 2 2 3 3z", None);
        check("M0 0h9v9z", None);
        check("L1 1", None);
        check("M0 0Lx y", None);
        check("ä", None);
    }
}
