//! What a page is looked at on.

use std::fmt;

use serde_json::{Value, json};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Screen {
    pub device: Device,
    pub scheme: Scheme,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Device {
    /// A small phone, 360 by 780.
    Phone,
    /// A laptop's window, 1280 by 900.
    Desktop,
}

/// Which colours the reader's system prefers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scheme {
    Light,
    Dark,
}

impl Screen {
    pub const ALL: [Self; 4] = [
        Self { device: Device::Phone, scheme: Scheme::Light },
        Self { device: Device::Phone, scheme: Scheme::Dark },
        Self { device: Device::Desktop, scheme: Scheme::Light },
        Self { device: Device::Desktop, scheme: Scheme::Dark },
    ];

    pub fn size(self) -> (u32, u32) {
        match self.device {
            Device::Phone => (360, 780),
            Device::Desktop => (1280, 900),
        }
    }

    /// For `Emulation.setDeviceMetricsOverride`.
    pub fn metrics(self) -> Value {
        let (width, height) = self.size();
        let (scale, mobile) = match self.device {
            Device::Phone => (2, true),
            Device::Desktop => (1, false),
        };
        json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": mobile })
    }

    /// For `Emulation.setEmulatedMedia`.
    pub fn media(self) -> Value {
        let scheme = self.scheme.to_string();
        json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] })
    }
}

impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let device = match self.device {
            Device::Phone => "phone",
            Device::Desktop => "desktop",
        };
        write!(f, "{device}-{}", self.scheme)
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Light => "light",
            Self::Dark => "dark",
        })
    }
}
