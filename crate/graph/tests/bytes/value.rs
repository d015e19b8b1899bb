//! Single values: the edges of what each can hold.

use std::fmt::Debug;

use backwise_graph::Fault;
use backwise_graph::bytes::{Bytes, Reader};

/// A value, as the bytes that it must be written as.
fn check<T: Bytes + PartialEq + Debug>(value: T, expected: &[u8]) {
    let mut bytes = Vec::new();
    value.write(&mut bytes);
    assert_eq!(bytes, expected);
    let mut reader = Reader::new(&bytes);
    assert!(!reader.is_empty());
    assert_eq!(T::read(&mut reader), value);
    assert!(reader.is_empty());
    assert_eq!(reader.finish(), None);
}

fn refused<T: Bytes>(bytes: &[u8], fault: Fault) {
    let mut reader = Reader::new(bytes);
    T::read(&mut reader);
    assert_eq!(reader.finish(), Some(fault), "{bytes:?}");
}

#[test]
fn whole_numbers_take_seven_bits_a_byte() {
    check(0_u32, &[0]);
    check(127_u32, &[0x7f]);
    check(128_u32, &[0x80, 1]);
    check(16_384_u32, &[0x80, 0x80, 1]);
    check(u32::MAX, &[0xff, 0xff, 0xff, 0xff, 0x0f]);
    refused::<u32>(&[0xff, 0xff, 0xff, 0xff, 0x10], Fault::Malformed);
    refused::<u32>(&[0x80; 6], Fault::Malformed);
    refused::<u32>(&[0x80], Fault::Truncated);
}

#[test]
fn a_small_number_holds_no_large_one() {
    check(u16::MAX, &[0xff, 0xff, 0x03]);
    refused::<u16>(&[0x80, 0x80, 0x04], Fault::Malformed);
    refused::<u16>(&[0x81, 0x80, 0x04], Fault::Malformed);
}

#[test]
fn a_fraction_is_a_number() {
    check(-1.5_f32, &[0, 0, 0xc0, 0xbf]);
    refused::<f32>(&f32::NAN.to_le_bytes(), Fault::Malformed);
    refused::<f32>(&f32::INFINITY.to_le_bytes(), Fault::Malformed);
    refused::<f32>(&[0, 0, 0xc0], Fault::Truncated);
}

#[test]
fn text_and_lists_say_how_long_they_are() {
    check("é".to_owned(), &[2, 0xc3, 0xa9]);
    check(vec![7_u8, 8], &[2, 7, 8]);
    refused::<String>(&[1, 0xc3], Fault::Malformed);
    refused::<String>(&[2, b'a'], Fault::Truncated);
    refused::<Vec<u8>>(&[3, 7, 8], Fault::Truncated);
    refused::<Vec<u8>>(&[0xff, 0xff, 0xff, 0xff, 0x0f], Fault::Truncated);
}

#[test]
fn what_is_left_over_is_a_fault_and_the_first_fault_counts() {
    assert_eq!(Reader::new(&[]).finish(), None);
    assert_eq!(Reader::new(&[1]).finish(), Some(Fault::Malformed));
    let mut reader = Reader::new(&[1]);
    reader.fail(Fault::Altered);
    reader.fail(Fault::Truncated);
    assert!(reader.is_empty(), "nothing more is read");
    assert_eq!(reader.finish(), Some(Fault::Altered));
}
