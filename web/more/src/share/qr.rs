//! A QR code as a picture: one path, made of squares.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};
use yew::{Html, html};

/// The empty border that readers need, in squares.
const BORDER: usize = 4;

/// The picture of a text, with a text for those who cannot see it; none if the text is too long.
pub(super) fn picture(text: &str, name: &'static str) -> Option<Html> {
    // The least correction gives the largest squares: a screen is not torn.
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let width = code.width();
    let side = width + 2 * BORDER;
    let path = squares(&code.to_colors(), width);
    let place = format!("0 0 {side} {side}");
    Some(html! {
        <svg class="qr" viewBox={place} role="img" aria-label={name} shape-rendering="crispEdges">
            <rect class="ground" width={side.to_string()} height={side.to_string()} />
            <path d={path} />
        </svg>
    })
}

/// The dark squares, joined where they stand side by side.
fn squares(colors: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (y, row) in (BORDER..).zip(colors.chunks(width.max(1))) {
        let mut x = BORDER;
        for run in row.chunk_by(|one, other| one == other) {
            if run.first() == Some(&Color::Dark) {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{x} {y}h{}v1h-{}z", run.len(), run.len());
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_squares_are_joined() {
        let (dark, light) = (Color::Dark, Color::Light);
        assert_eq!(squares(&[dark, dark, light, dark], 2), "M4 4h2v1h-2zM5 5h1v1h-1z");
    }

    #[test]
    fn what_is_too_long_has_no_picture() {
        assert!(picture(&"a".repeat(2_953), "").is_some());
        assert!(picture(&"a".repeat(2_954), "").is_none());
    }
}
