//! SVG as PNG, for whoever shows nothing else: the same letters on every machine, so the same bytes.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

/// What a drawing's words may be set in: `DejaVu Serif`, bold, and `DejaVu Sans`.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(dejavu::serif::bold().to_vec());
    fonts.load_font_data(dejavu::sans::regular().to_vec());
    Arc::new(fonts)
});

/// A drawing as PNG, this many pixels wide and as high as its shape asks.
///
/// # Errors
/// A sentence for whoever drew it, when it is no SVG or has no size.
pub fn png(svg: &str, width: u32) -> Result<Vec<u8>, String> {
    let options = Options { fontdb: FONTS.clone(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|fault| fault.to_string())?;
    let size = tree.size().to_int_size().scale_to_width(width).ok_or("it would be too large")?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("it would be too large")?;
    let (x, y) = (size.width() as f32, size.height() as f32);
    let scale = Transform::from_scale(x / tree.size().width(), y / tree.size().height());
    resvg::render(&tree, scale, &mut pixels.as_mut());
    pixels.encode_png().map_err(|fault| fault.to_string())
}
