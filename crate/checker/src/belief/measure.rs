//! Units: odds and shares, bits, decibans.

/// The share with these odds: 0 and 1 at their ends.
pub fn share(odds: f64) -> f64 {
    1.0 / (1.0 + 1.0 / odds)
}

/// Each of these numbers in another unit.
pub fn each(numbers: &[f64], convert: fn(f64) -> f64) -> Vec<f64> {
    let mut numbers = numbers.to_vec();
    numbers.iter_mut().for_each(|number| *number = convert(*number));
    numbers
}

/// Uncertainty about a yes or no of this share, 0 to 1 bit.
pub fn entropy(share: f64) -> f64 {
    surprise(share) + surprise(1.0 - share)
}

/// Ten times the decimal logarithm: the unit in which weights of evidence are told (Good 1950).
pub fn decibans(ratio: f64) -> f64 {
    10.0 * libm::log10(ratio)
}

fn surprise(share: f64) -> f64 {
    if share > 0.0 { -share * libm::log2(share) } else { 0.0 }
}
