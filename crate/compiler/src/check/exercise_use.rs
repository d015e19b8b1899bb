//! An exercise for nothing: no cause of ours is helped by it.

use backwise_graph::{Kind, RelationKind};

use crate::content::Content;
use crate::diagnostic::Diagnostic;

/// Reports exercises that no plan could ever hold, and exercises without steps.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    let touched =
        |structure: usize| content.statements.iter().any(|s| s.to == structure && harms(s.kind));
    for (at, page) in content.of_kind(Kind::Exercise) {
        let of = content.statements.iter().filter(|s| s.from == at);
        let useful = of
            .into_iter()
            .any(|s| s.kind == RelationKind::Eases || (trains(s.kind) && touched(s.to)));
        if !useful {
            let help = "say what it eases, or what it strengthens, stretches or mobilises that some cause touches";
            found.push(Diagnostic::warning(
                "exercise-for-nothing",
                page.title_place(),
                "this exercise helps no cause",
                help,
            ));
        }
        if page.steps().next().is_none() {
            let help = "add a numbered list: what to do, one step an item";
            found.push(Diagnostic::error(
                "no-steps",
                page.title_place(),
                "this exercise has no steps",
                help,
            ));
        }
    }
}

fn harms(kind: RelationKind) -> bool {
    use RelationKind::{Stiffens, Strains, Tightens, Weakens};
    matches!(kind, Strains | Tightens | Weakens | Stiffens)
}

fn trains(kind: RelationKind) -> bool {
    use RelationKind::{Mobilises, Strengthens, Stretches};
    matches!(kind, Strengthens | Stretches | Mobilises)
}
