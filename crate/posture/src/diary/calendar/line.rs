//! How a line of a calendar file is written.

use alloc::string::String;

/// The most octets of a line, without its end.
const OCTETS: usize = 75;

/// Text as a value: separators and line ends escaped, and no control character but the tab.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped += "\\n",
            '\t' => escaped.push(letter),
            _ if letter.is_ascii_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A line with its end. A long one goes on in the next line after a space, and no character is torn apart.
pub(super) fn fold(line: &str) -> String {
    let mut folded = String::new();
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > OCTETS {
            folded += "\r\n ";
            octets = 1;
        }
        folded.push(letter);
        octets += letter.len_utf8();
    }
    folded + "\r\n"
}
