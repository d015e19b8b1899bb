//! What pages state, as things with parts.

use std::collections::BTreeSet;

use backwise_compiler::claim::claims;
use backwise_compiler::strength::Strength;
use backwise_compiler::{Content, Facts};

use super::Things;

/// Every page, by its path.
pub fn pages(content: &Content) -> Things {
    let name = |path: &str| path.trim_end_matches(".md").to_owned();
    content.pages.iter().map(|page| (name(&page.path), Vec::new())).collect()
}

/// Every relation, with its strength as written and the sources behind it.
pub fn relations(content: &Content) -> Things {
    let slug = |at: usize| content.pages[at].slug.as_str();
    let claims = claims(content).into_iter().map(|claim| {
        let name = format!("{} {} {}", slug(claim.from), claim.kind.name(), slug(claim.to));
        let strength = match claim.strength() {
            Some((Strength::Word(word), _)) => word.text.clone(),
            Some((Strength::Number(number, _), _)) => number.to_string(),
            None => String::new(),
        };
        let sources: BTreeSet<_> = claim.sources().into_iter().map(slug).collect();
        let sources = sources.into_iter().collect::<Vec<_>>().join(", ");
        (name, vec![("strength", strength), ("sources", sources)])
    });
    claims.collect()
}

/// Every red flag, with its rule and what it sets.
pub fn rules(content: &Content) -> Things {
    let rules = content.pages.iter().filter_map(|page| {
        let Facts::RedFlag { when: Some((_, span)), level, sources, waiver, .. } = &page.facts
        else {
            return None;
        };
        let sources = sources.iter().map(|(name, level)| format!("{}: {}", name.text, level.text));
        let parts = vec![
            ("rule", format!("`{}`", page.text[span.clone()].trim())),
            ("level", level.name().to_owned()),
            ("sources", sources.collect::<Vec<_>>().join(", ")),
            ("waiver", waiver.as_ref().map_or_else(String::new, |spot| spot.text.clone())),
        ];
        Some((page.slug.clone(), parts))
    });
    rules.collect()
}
