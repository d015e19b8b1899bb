//! What the pages claim: each relation once, with every passage that states it or doubts it.

use std::collections::{BTreeMap, BTreeSet};

use backwise_graph::RelationKind;

use crate::content::{Content, Dispute, Statement};
use crate::html::EDITORIAL;
use crate::strength::Strength;

/// One relation between two pages, and who says so.
pub struct Claim<'a> {
    /// The page spoken of.
    pub from: usize,
    /// The relation.
    pub kind: RelationKind,
    /// The page pointed at.
    pub to: usize,
    /// The passages that state it, in order of place; one at least.
    pub stated: Vec<&'a Statement>,
    /// The passages that doubt it.
    pub doubted: Vec<&'a Dispute>,
}

/// Every relation, by the relation, then by the ids of its ends.
#[must_use]
pub fn claims(content: &Content) -> Vec<Claim<'_>> {
    let mut claims = BTreeMap::new();
    for s in &content.statements {
        let claim = claims.entry((s.kind, s.from, s.to)).or_insert_with(|| Claim {
            from: s.from,
            kind: s.kind,
            to: s.to,
            stated: Vec::new(),
            doubted: Vec::new(),
        });
        claim.stated.push(s);
    }
    for d in &content.disputes {
        if let Some(claim) = claims.get_mut(&(d.kind, d.from, d.to)) {
            claim.doubted.push(d);
        }
    }
    claims.into_values().collect()
}

impl Claim<'_> {
    /// How strong, as written first, and what that is worth; none where no strength was written.
    #[must_use]
    pub fn strength(&self) -> Option<(&Strength, f64)> {
        self.stated.iter().find_map(|s| Some((s.strength.as_ref()?, s.value)))
    }

    /// The source pages behind it, our own judgement among them.
    #[must_use]
    pub fn sources(&self) -> BTreeSet<usize> {
        self.stated.iter().flat_map(|s| s.sources.iter().copied()).collect()
    }

    /// Whether it rests on our own judgement only.
    #[must_use]
    pub fn is_editorial(&self, content: &Content) -> bool {
        self.sources().iter().all(|at| content.pages[*at].slug == EDITORIAL)
    }
}

#[cfg(test)]
mod tests {
    use super::claims;
    use crate::{Date, Source, compile};

    #[test]
    fn a_relation_stated_twice_is_one_claim_with_both_its_sources() {
        let cause = "---\ntitle: Slump\n---\nIt [[often shows::ache|aches]][^wu] and [[disputes::slump shows ache|may not]].[^wu]\n";
        let article =
            "---\ntitle: Why\n---\n## [[slump]]\n\nIt [[shows::ache|aches]].[^editorial]\n";
        let files = [
            ("article/why.md", article),
            ("cause/slump.md", cause),
            ("symptom/ache.md", "---\ntitle: Ache\n---\n"),
            ("source/editorial.md", "---\ntitle: Us\nread: full\n---\n"),
            ("source/wu.md", "---\ntitle: Wu\nread: full\n---\n"),
            ("scale/shows.md", "---\ntitle: Shows\nwords:\n  often: 0.7\n---\n"),
        ];
        let files: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
        let content = compile(&Source::of(&files), Date::from_unix_days(20_778)).content;
        let claims = claims(&content);
        let [claim] = &claims[..] else { panic!("{} claims", claims.len()) };
        assert_eq!((claim.stated.len(), claim.doubted.len()), (2, 1));
        assert_eq!(claim.sources().len(), 2);
        assert_eq!(claim.strength().map(|(_, value)| value), Some(0.7));
        assert!(!claim.is_editorial(&content));
    }
}
