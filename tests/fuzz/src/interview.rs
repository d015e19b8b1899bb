//! Bytes as lines on the standard input of `backwise interview`. The first byte chooses what is printed.

use backwise_cli::interview::{Form, ask};

use crate::shipped::SHIPPED;

/// Every line is taken or refused with a reason, and the input's end is the end.
///
/// # Panics
/// When it is not so.
pub fn take(bytes: &[u8]) {
    let Some((form, lines)) = bytes.split_first() else { return };
    let form = match form % 3 {
        0 => Form::Plain,
        1 => Form::Sheet,
        _ => Form::Fhir,
    };
    let mut out = Vec::new();
    let done = ask(&SHIPPED.0, lines, form, &mut out);
    let said = str::from_utf8(&out).expect("it speaks text");
    match done {
        Ok(_) => assert!(!said.is_empty()),
        Err(error) => assert!(error.to_string().contains("ended before"), "{error}"),
    }
}
