//! Quantities in front matter: a word of the scale, or a number with its source.

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::page::Page;
use crate::strength::{Quantity, Strength};

/// Reports numbers without a source, words that are none, and numbers that are no share.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for page in &content.pages {
        let quantity = match &page.facts {
            Facts::Cause { common, .. } | Facts::Risk { common, .. } => Some(common),
            Facts::Symptom { otherwise, .. } => otherwise.as_ref(),
            _ => None,
        };
        found.extend(quantity.and_then(|quantity| fault(content, page, quantity)));
    }
}

fn fault(content: &Content, page: &Page, quantity: &Quantity) -> Option<Diagnostic> {
    let error = |code, message: String, help: String| {
        Some(Diagnostic::error(code, page.place(quantity.strength.span()), message, help))
    };
    if let Some(source) = &quantity.source
        && content.find(&source.text, &[backwise_graph::Kind::Source]).is_none()
    {
        let help = content.suggest(&source.text, &[backwise_graph::Kind::Source]);
        return error("unknown-source", format!("`[^{}]` names no source", source.text), help);
    }
    match (&quantity.strength, content.scales.value("common", &quantity.strength)) {
        (Strength::Number(number, _), _) if !(0.0..=1.0).contains(number) => error(
            "strength-range",
            format!("{number} is no share"),
            "write a share from 0 to 1".into(),
        ),
        (Strength::Number(..), _) if quantity.source.is_none() => {
            let help = "write its footnote behind it, `0.013 [^hamilton-2015]`, or use a word";
            error("unsourced-number", "a number has no source".into(), help.into())
        }
        (Strength::Word(word), Err(words)) if !word.text.is_empty() => {
            let help = format!("the words are {}", words.join(", "));
            error(
                "unknown-strength",
                format!("`{}` is no word of the scale `common`", word.text),
                help,
            )
        }
        _ => None,
    }
}
