//! The sheet as plain text: lines of 80 signs at the most, to be pasted anywhere.

use super::{Line, Sheet};

/// The longest line, in signs; only a longer word goes beyond it.
pub const WIDTH: usize = 80;

/// Where a name or a day is written in.
const BLANK: &str = "____________________";

/// Draws the sheet. Every line ends with a line break.
#[must_use]
pub fn text(sheet: &Sheet) -> String {
    let mut out = String::new();
    write(&mut out, 0, &sheet.title);
    let mut blanks = String::new();
    for blank in &sheet.blanks {
        blanks += if blanks.is_empty() { "" } else { "  " };
        blanks += &(blank.clone() + ": " + BLANK);
    }
    out.push('\n');
    write(&mut out, 0, &blanks);
    for section in &sheet.sections {
        out.push('\n');
        write(&mut out, 0, &section.title);
        section.lines.iter().for_each(|line| draw(&mut out, 2, line));
    }
    out
}

fn draw(out: &mut String, indent: usize, line: &Line) {
    let space = if line.label.is_empty() { "" } else { " " };
    write(out, indent, &(line.label.clone() + space + &line.items.join("; ")));
    line.inner.iter().for_each(|inner| draw(out, indent + 2, inner));
}

/// A paragraph, broken between words; all its lines but the first stand further in.
fn write(out: &mut String, indent: usize, paragraph: &str) {
    let mut line = " ".repeat(indent);
    let mut is_new = true;
    for word in paragraph.split(' ') {
        if !is_new && line.chars().count() + 1 + word.chars().count() > WIDTH {
            out.push_str(&line);
            out.push('\n');
            line = " ".repeat(indent + 2);
        } else if !is_new {
            line.push(' ');
        }
        line.push_str(word);
        is_new = false;
    }
    out.push_str(&line);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, write};

    /// `lines` are the lines that a paragraph of these words becomes, four signs in.
    fn check(paragraph: &str, lines: &[&str]) {
        let mut out = String::new();
        write(&mut out, 4, paragraph);
        assert_eq!(out.lines().collect::<Vec<_>>(), lines);
        assert!(out.ends_with('\n'));
    }

    #[test]
    fn lines_break_between_words_and_go_on_further_in() {
        let long = "m".repeat(WIDTH - 6);
        check("a b", &["    a b"]);
        check(&format!("{long} a b"), &[&format!("    {long} a"), "      b"]);
        check(&format!("ab {long}"), &["    ab", &format!("      {long}")]);
        check(&"\u{e9}".repeat(WIDTH), &[&format!("    {}", "\u{e9}".repeat(WIDTH))]);
    }
}
