//! "Did you mean …": the nearest name, if one is near.

/// The candidate nearest to `name`, unless all are too far to be a slip of the pen.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.chars().count() / 3).max(1);
    let scored = candidates.into_iter().map(|c| (strsim::damerau_levenshtein(name, c), c));
    let (distance, best) = scored.min()?;
    (distance <= limit).then_some(best)
}

/// A help text: the nearest name, or else `otherwise`.
pub fn did_you_mean<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> String {
    match nearest(name, candidates) {
        Some(best) => format!("did you mean `{best}`?"),
        None => otherwise.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_mended_and_a_stranger_is_not() {
        let known = ["tight-hamstrings", "rhomboids"];
        assert_eq!(nearest("tight-hamstring", known), Some("tight-hamstrings"));
        assert_eq!(nearest("rhombiods", known), Some("rhomboids"));
        assert_eq!(nearest("diaphragm", known), None);
        assert_eq!(nearest("x", []), None);
    }
}
