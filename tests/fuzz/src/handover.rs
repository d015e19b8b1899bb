//! Bytes as what a shared link holds, and as what one module of a page gives another.

use backwise_checker::handover::{read, unpack, write};
use backwise_checker::sheet;

use crate::shipped::SHIPPED;

/// A session that is read is written as it stood, and an assessment and a sheet can be made of it.
///
/// # Panics
/// When it is not so.
pub fn take(bytes: &[u8]) {
    let (checker, hash) = (&SHIPPED.0, SHIPPED.1);
    let text = String::from_utf8_lossy(bytes);
    if let Ok(session) = read(checker.graph(), hash, &text) {
        assert_eq!(write(checker.graph(), hash, &session), text);
    }
    // A link has a checksum, which hardly any bytes have: its replies alone find more.
    let Some(session) = unpack(checker.graph(), bytes) else { return };
    let text = write(checker.graph(), hash, &session);
    let again = read(checker.graph(), hash, &text).expect("what was written is read");
    assert_eq!(again.given(), session.given());
    assert_eq!(session.assessment(checker), again.assessment(checker));
    let sheet = sheet::sheet(checker, session.known(), session.manner(), hash);
    assert!(!sheet::text(&sheet).is_empty());
}
