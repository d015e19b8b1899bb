//! How wide words are, when nobody knows the font; and how they break into lines.

/// The width of `text` in hundredths of its font size: no less than in the widest font that readers are
/// likely to have.
#[must_use]
pub fn width(text: &str) -> usize {
    text.chars().map(advance).sum()
}

/// How far one letter goes. The classes are those of wide screen fonts, rounded up.
fn advance(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 30,
        ' ' | '.' | ',' | ':' | ';' | '!' | 'f' | 'I' => 36,
        't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '’' | '‘' => 43,
        'm' | 'M' | 'W' | '@' | '%' | '—' | '…' => 104,
        'w' | 'C'..='D' | 'G'..='H' | 'N'..='O' | 'Q' | '&' | '+' | '=' | '<' | '>' | '~' => 86,
        'a'..='z' | '0'..='9' | 'J' | 'L' => 66,
        letter if letter.is_ascii() => 75,
        // Other alphabets have wide letters; pictures and ideographs fill a square and more.
        letter if u32::from(letter) < 0x1100 => 104,
        _ => 150,
    }
}

/// `text` in lines no wider than `most` and no more than `n`, as even as they can be; what does not fit ends in "…".
#[must_use]
pub fn lines(text: &str, most: usize, n: usize) -> Vec<String> {
    let greedy = broken(text, most);
    if greedy.len() < 2 {
        return greedy;
    }
    if greedy.len() > n {
        return cut(greedy, most, n);
    }
    // The wider, the fewer lines and broken words: all that are too narrow come first.
    let is_as_short = |lines: &[String]| lines.len() <= greedy.len() && fits(lines, text);
    let widths: Vec<_> = (most / 3..most).step_by(20).collect();
    let first = widths.partition_point(|width| !is_as_short(&broken(text, *width)));
    widths.get(first).map_or(greedy, |width| broken(text, *width))
}

/// Whether no word was broken that need not be.
fn fits(lines: &[String], text: &str) -> bool {
    lines.iter().flat_map(|line| line.split_whitespace()).eq(text.split_whitespace())
}

fn broken(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut filled = 0;
    for piece in text.split_whitespace().flat_map(|word| pieces(word, most)) {
        let wider = filled + width(" ") + width(&piece);
        match lines.last_mut() {
            Some(line) if wider <= most => {
                line.push(' ');
                line.push_str(&piece);
                filled = wider;
            }
            _ => {
                filled = width(&piece);
                lines.push(piece);
            }
        }
    }
    lines
}

/// A word, or its parts where it is wider than a line. A letter that is wider stands alone.
fn pieces(word: &str, most: usize) -> Vec<String> {
    if width(word) <= most {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        let last = pieces.last_mut().expect("there is one from the start");
        if !last.is_empty() && width(last) + advance(letter) > most {
            pieces.push(letter.to_string());
        } else {
            last.push(letter);
        }
    }
    pieces
}

fn cut(mut lines: Vec<String>, most: usize, n: usize) -> Vec<String> {
    lines.truncate(n);
    if let Some(last) = lines.last_mut() {
        while !last.is_empty() && width(last) + advance('…') > most {
            last.pop();
        }
        *last = format!("{}…", last.trim_end_matches([' ', ',', ';', ':']));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{lines, width};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, most: usize, expected: &[&str]) {
        assert_eq!(lines(text, most, 3), expected);
    }

    #[test]
    fn words_break_into_even_lines() {
        check("Rhomboids", 900, &["Rhomboids"]);
        check("Pain between the shoulder blades", 1100, &["Pain between the", "shoulder blades"]);
    }

    #[test]
    fn a_long_word_is_broken_and_a_long_text_is_cut() {
        check("aaaaaaaaaa", 330, &["aaaaa", "aaaaa"]);
        check("one two three four five six seven", 450, &["one two", "three", "four fi…"]);
        check("", 450, &[]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_none_too_many(text in "\\PC{0,200}", n in 1..5_usize) {
            let lines = lines(&text, 900, n);
            prop_assert!(lines.len() <= n);
            for line in &lines {
                prop_assert!(width(line) <= 900, "{line}");
                prop_assert!(!line.trim().is_empty());
            }
        }

        #[test]
        fn nothing_is_lost_that_fits(text in "[a-z]{1,9}( [a-z]{1,9}){0,3}") {
            prop_assert_eq!(lines(&text, 900, 9).join(" "), text);
        }
    }
}
