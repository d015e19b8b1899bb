//! What others call the very same thing: neither a wider nor a narrower one, or the page says nothing.

use backwise_graph::Kind;

use crate::front_matter::Fields;
use crate::yaml::Spot;

/// The kinds that are things in the world; the others are ours alone.
const KINDS: [Kind; 8] = [
    Kind::Cause,
    Kind::Symptom,
    Kind::Risk,
    Kind::Structure,
    Kind::Exercise,
    Kind::Habit,
    Kind::SelfTest,
    Kind::Professional,
];

/// The ids of a page's thing elsewhere.
#[derive(Default)]
pub struct Identity {
    /// Its item in Wikidata, such as `Q174857`.
    pub wikidata: Option<Spot>,
    /// Its category in the eleventh International Classification of Diseases, such as `FA70.1`, as the World Health
    /// Organization published it for mortality and morbidity statistics.
    pub icd_11: Option<Spot>,
}

/// Takes the ids of a page of this kind.
pub(crate) fn read(kind: Kind, fields: &mut Fields) -> Identity {
    if !KINDS.contains(&kind) {
        return Identity::default();
    }
    Identity {
        wikidata: id(fields, "wikidata", is_item, "write it as `Q174857`"),
        icd_11: id(fields, "icd-11", is_category, "write it as `FA70.1`"),
    }
}

fn id(
    fields: &mut Fields,
    key: &'static str,
    is_one: fn(&str) -> bool,
    help: &str,
) -> Option<Spot> {
    let spot = fields.text(key)?;
    if !is_one(&spot.text) {
        let message = format!("`{}` is no id of `{key}`", spot.text);
        fields.fault("wrong-value", spot.span, message, help);
        return None;
    }
    Some(spot)
}

/// `Q` and a number.
fn is_item(text: &str) -> bool {
    let number = text.strip_prefix('Q').unwrap_or_default();
    !number.starts_with('0') && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}

/// Four signs, of which the second is a letter and the third a digit, and up to three behind a full stop.
fn is_category(text: &str) -> bool {
    let (stem, rest) = text.split_once('.').unwrap_or((text, "0"));
    let sign = |b: &u8| b.is_ascii_digit() || b.is_ascii_uppercase();
    let is_stem = matches!(stem.as_bytes(), [a, b'A'..=b'Z', b'0'..=b'9', d] if sign(a) && sign(d));
    is_stem && (1..=3).contains(&rest.len()) && rest.as_bytes().iter().all(sign)
}

#[cfg(test)]
mod tests {
    use super::{is_category, is_item};

    #[test]
    fn an_id_is_known_by_its_shape() {
        assert!(["Q9654", "Q28792031"].into_iter().all(is_item));
        assert!(!["Q", "Q0", "Q01", "q1", "174857", "Q1a", "Q1 "].into_iter().any(is_item));
        assert!(
            ["FA92.0", "1E91", "EA90", "4A62", "ME84.2Z", "FA72.30"].into_iter().all(is_category)
        );
        assert!(
            !["FA92.", "FA9", "FAA2", "fa92", "FA92.0123", "M54.5", ""]
                .into_iter()
                .any(is_category)
        );
    }
}
