//! Texts put together without the standard library's formatting, which weighs more than all of this room.

/// A word with the value of its one blank, `{…}`, filled in.
#[must_use]
pub fn fill(word: &str, value: &str) -> String {
    let place = |byte| word.bytes().position(|b| b == byte);
    let parts = place(b'{')
        .zip(place(b'}'))
        .and_then(|(from, to)| Some((word.get(..from)?, word.get(to + 1..)?)));
    parts.map_or_else(|| word.to_owned(), |(before, after)| joined(&[before, value, after]))
}

/// Texts one after the other.
#[must_use]
pub fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// A number in digits.
#[must_use]
pub fn digits(number: usize) -> String {
    let mut digits = if number < 10 { String::new() } else { digits(number / 10) };
    digits.push(char::from(b'0' + (number % 10) as u8));
    digits
}

/// A whole number as the views write it. Parsing by the standard library weighs more.
#[cfg(any(feature = "ask", feature = "posture"))]
#[must_use]
pub fn number(text: &str) -> Option<usize> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| usize::from(byte - b'0'));
    text.bytes().try_fold(0usize, |sum, byte| sum.checked_mul(10)?.checked_add(digit(byte)?))
}

#[cfg(test)]
mod tests {
    use super::{digits, fill};

    #[test]
    fn a_blank_is_filled() {
        assert_eq!(fill("At most {n} more", &digits(10)), "At most 10 more");
        assert_eq!(fill("none here", "x"), "none here");
        assert_eq!(digits(0), "0");
    }
}
