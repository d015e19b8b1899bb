//! How values become bytes: one trait, and one macro that writes it for every record.
//!
//! Whole numbers are LEB128 varints, floats are little-endian, text and lists carry their length first.
//! Reading never trusts a length: what the input cannot hold is a fault, not an allocation.
//!
//! A [`Reader`] remembers the first fault and hands out empty values from then on; whoever reads asks for
//! the fault once, at the end. In the shipped module that is half the code of a result at every step.

use crate::graph::Fault;

/// A value with exactly one way to be written and read.
pub trait Bytes {
    /// Appends the value to `out`.
    fn write(&self, out: &mut Vec<u8>);

    /// Takes the value off the front of `input`; something empty when `input` holds no such value.
    fn read(input: &mut Reader<'_>) -> Self;
}

/// Bytes being read, and the first thing that was wrong with them.
pub struct Reader<'a> {
    left: &'a [u8],
    fault: Option<Fault>,
}

impl<'a> Reader<'a> {
    /// Reads from the front of `bytes`.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { left: bytes, fault: None }
    }

    /// Notes a fault; the first one counts.
    pub fn fail(&mut self, fault: Fault) {
        self.fault.get_or_insert(fault);
        self.left = &[];
    }

    /// The first fault; bytes that are left over are one too.
    #[must_use]
    pub fn finish(self) -> Option<Fault> {
        self.fault.or((!self.left.is_empty()).then_some(Fault::Malformed))
    }

    /// Whether everything was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.left.is_empty()
    }

    /// Takes `n` bytes off the front, or none.
    fn take(&mut self, n: usize) -> &'a [u8] {
        match self.left.split_at_checked(n) {
            Some((head, tail)) => {
                self.left = tail;
                head
            }
            None => {
                self.fail(Fault::Truncated);
                &[]
            }
        }
    }
}

impl Bytes for u8 {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn read(input: &mut Reader<'_>) -> Self {
        input.take(1).first().copied().unwrap_or_default()
    }
}

impl Bytes for u32 {
    fn write(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    fn read(input: &mut Reader<'_>) -> Self {
        let mut value = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = u8::read(input);
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 && value <= u64::from(u32::MAX) {
                return value as u32;
            }
        }
        input.fail(Fault::Malformed);
        0
    }
}

impl Bytes for u16 {
    fn write(&self, out: &mut Vec<u8>) {
        u32::from(*self).write(out);
    }

    fn read(input: &mut Reader<'_>) -> Self {
        let value = u32::read(input);
        if value > u32::from(u16::MAX) {
            input.fail(Fault::Malformed);
        }
        value as u16
    }
}

impl Bytes for f32 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend(self.to_le_bytes());
    }

    fn read(input: &mut Reader<'_>) -> Self {
        let value = match input.take(4) {
            [a, b, c, d] => f32::from_le_bytes([*a, *b, *c, *d]),
            _ => 0.0,
        };
        if !value.is_finite() {
            input.fail(Fault::Malformed);
        }
        value
    }
}

impl Bytes for String {
    fn write(&self, out: &mut Vec<u8>) {
        (self.len() as u32).write(out);
        out.extend(self.as_bytes());
    }

    fn read(input: &mut Reader<'_>) -> Self {
        let length = u32::read(input) as usize;
        let bytes = input.take(length);
        let text = core::str::from_utf8(bytes).unwrap_or_else(|_| {
            input.fail(Fault::Malformed);
            ""
        });
        text.to_owned()
    }
}

impl<T: Bytes> Bytes for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        (self.len() as u32).write(out);
        for item in self {
            item.write(out);
        }
    }

    fn read(input: &mut Reader<'_>) -> Self {
        let length = u32::read(input) as usize;
        // Every item takes a byte at least, so a longer list cannot be there.
        if length > input.left.len() {
            input.fail(Fault::Truncated);
            return Vec::new();
        }
        let mut items = Vec::with_capacity(length);
        for _ in 0..length {
            items.push(T::read(input));
        }
        items
    }
}

/// Declares a struct together with its bytes: the fields in their order, nothing else.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }

        impl $crate::bytes::Bytes for $name {
            fn write(&self, out: &mut Vec<u8>) {
                $(self.$field.write(out);)*
            }

            fn read(input: &mut $crate::bytes::Reader<'_>) -> Self {
                Self { $($field: $crate::bytes::Bytes::read(input),)* }
            }
        }
    };
}

/// Declares a closed set: its variants, the name writers use for each, and one byte on the wire.
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant,)* }

        impl $name {
            /// Every member, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The name of each member, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($text,)*];

            /// The name that content, events and JSON use.
            #[must_use]
            pub fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// The member with this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                let at = Self::NAMES.iter().position(|n| *n == name)?;
                Self::ALL.get(at).copied()
            }
        }

        impl $crate::bytes::Bytes for $name {
            fn write(&self, out: &mut Vec<u8>) {
                out.push(*self as u8);
            }

            fn read(input: &mut $crate::bytes::Reader<'_>) -> Self {
                let at = <u8 as $crate::bytes::Bytes>::read(input);
                Self::ALL.get(usize::from(at)).copied().unwrap_or_else(|| {
                    input.fail($crate::graph::Fault::Malformed);
                    Self::ALL[0]
                })
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.name())
            }
        }
    };
}

pub(crate) use {choice, record};
