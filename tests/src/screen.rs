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
    /// What zooming to 400 % leaves of a laptop's window, 320 by 256; the narrowest phones are no wider.
    Zoomed,
    /// A small phone, 360 by 780.
    Phone,
    /// A laptop's window, 1280 by 900.
    Desktop,
}

/// Which colours the reader's system prefers, or takes instead of the page's own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scheme {
    Light,
    Dark,
    Forced,
}

impl Scheme {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Forced];
}

impl Screen {
    /// Those that pictures are taken of.
    pub const ALL: [Self; 6] = [
        Self { device: Device::Phone, scheme: Scheme::Light },
        Self { device: Device::Phone, scheme: Scheme::Dark },
        Self { device: Device::Phone, scheme: Scheme::Forced },
        Self { device: Device::Desktop, scheme: Scheme::Light },
        Self { device: Device::Desktop, scheme: Scheme::Dark },
        Self { device: Device::Desktop, scheme: Scheme::Forced },
    ];

    pub fn size(self) -> (u32, u32) {
        match self.device {
            Device::Zoomed => (320, 256),
            Device::Phone => (360, 780),
            Device::Desktop => (1280, 900),
        }
    }

    /// For `Emulation.setDeviceMetricsOverride`.
    pub fn metrics(self) -> Value {
        let (width, height) = self.size();
        let (scale, mobile) = match self.device {
            Device::Phone => (2, true),
            Device::Zoomed | Device::Desktop => (1, false),
        };
        json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": mobile })
    }

    /// For `Emulation.setEmulatedMedia`.
    pub fn media(self) -> Value {
        let (prefers, forced) = match self.scheme {
            Scheme::Light => ("light", "none"),
            Scheme::Dark => ("dark", "none"),
            Scheme::Forced => ("dark", "active"),
        };
        json!({ "features": [
            { "name": "prefers-color-scheme", "value": prefers },
            { "name": "forced-colors", "value": forced },
        ] })
    }
}

impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let device = match self.device {
            Device::Zoomed => "zoomed",
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
            Self::Forced => "forced",
        })
    }
}
