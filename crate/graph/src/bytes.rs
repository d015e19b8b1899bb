//! How values become bytes: one trait, and one macro that writes it for every record.
//!
//! Whole numbers are LEB128 varints, floats are little-endian, text and lists carry their length first.
//! Reading never trusts a length: what the input cannot hold is an error, not an allocation.

use crate::graph::Fault;

/// A value with exactly one way to be written and read.
pub trait Bytes: Sized {
    /// Appends the value to `out`.
    fn write(&self, out: &mut Vec<u8>);

    /// Takes the value off the front of `input`.
    ///
    /// # Errors
    /// When the input ends early or holds something that is no such value.
    fn read(input: &mut &[u8]) -> Result<Self, Fault>;
}

/// Takes `n` bytes off the front of `input`.
fn take<'a>(input: &mut &'a [u8], n: usize) -> Result<&'a [u8], Fault> {
    let (head, tail) = input.split_at_checked(n).ok_or(Fault::Truncated)?;
    *input = tail;
    Ok(head)
}

impl Bytes for u8 {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn read(input: &mut &[u8]) -> Result<Self, Fault> {
        Ok(take(input, 1)?[0])
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

    fn read(input: &mut &[u8]) -> Result<Self, Fault> {
        let mut value = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = u8::read(input)?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(value).map_err(|_| Fault::Malformed);
            }
        }
        Err(Fault::Malformed)
    }
}

impl Bytes for u16 {
    fn write(&self, out: &mut Vec<u8>) {
        u32::from(*self).write(out);
    }

    fn read(input: &mut &[u8]) -> Result<Self, Fault> {
        u16::try_from(u32::read(input)?).map_err(|_| Fault::Malformed)
    }
}

impl Bytes for bool {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn read(input: &mut &[u8]) -> Result<Self, Fault> {
        match u8::read(input)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Fault::Malformed),
        }
    }
}

impl Bytes for f32 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend(self.to_le_bytes());
    }

    fn read(input: &mut &[u8]) -> Result<Self, Fault> {
        let bytes = take(input, 4)?;
        let value = f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        if value.is_finite() { Ok(value) } else { Err(Fault::Malformed) }
    }
}

impl Bytes for String {
    fn write(&self, out: &mut Vec<u8>) {
        (self.len() as u32).write(out);
        out.extend(self.as_bytes());
    }

    fn read(input: &mut &[u8]) -> Result<Self, Fault> {
        let length = u32::read(input)? as usize;
        let bytes = take(input, length)?;
        let text = core::str::from_utf8(bytes).map_err(|_| Fault::Malformed)?;
        Ok(text.to_owned())
    }
}

impl<T: Bytes> Bytes for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        (self.len() as u32).write(out);
        for item in self {
            item.write(out);
        }
    }

    fn read(input: &mut &[u8]) -> Result<Self, Fault> {
        let length = u32::read(input)? as usize;
        // Every item takes a byte at least, so a longer list cannot be there.
        if length > input.len() {
            return Err(Fault::Truncated);
        }
        (0..length).map(|_| T::read(input)).collect()
    }
}

impl<T: Bytes> Bytes for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(input: &mut &[u8]) -> Result<Self, Fault> {
        Ok(match bool::read(input)? {
            true => Some(T::read(input)?),
            false => None,
        })
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

            fn read(input: &mut &[u8]) -> Result<Self, $crate::graph::Fault> {
                Ok(Self { $($field: $crate::bytes::Bytes::read(input)?,)* })
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

            fn read(input: &mut &[u8]) -> Result<Self, $crate::graph::Fault> {
                let at = <u8 as $crate::bytes::Bytes>::read(input)?;
                Self::ALL.get(usize::from(at)).copied().ok_or($crate::graph::Fault::Malformed)
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
