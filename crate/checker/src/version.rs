//! The version of the content, as readers may quote it.

/// The hash of a graph in sixteen digits.
#[must_use]
pub fn hexadecimal(hash: u64) -> String {
    let digit = |at: u32| b"0123456789abcdef"[(hash >> (60 - 4 * at) & 15) as usize];
    (0..16).map(|at| char::from(digit(at))).collect()
}

#[cfg(test)]
mod tests {
    use super::hexadecimal;

    #[test]
    fn a_hash_has_sixteen_digits() {
        assert_eq!(hexadecimal(0x0fed_cba9_8765_4321), "0fedcba987654321");
    }
}
