//! Any date.

use backwise_posture::Civil;
use proptest::prelude::*;

pub fn civil() -> impl Strategy<Value = Civil> {
    let date = prop_oneof![(2025..2027u16, 1..13u8), (1..10_000u16, 1..13u8)];
    (date, 1..32u8, 0..24u8, 0..60u8).prop_filter_map("no such day", |(date, day, hour, minute)| {
        Civil::new(date.0, date.1, day, hour, minute)
    })
}
