#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| backwise_fuzz::handover::take(bytes));
