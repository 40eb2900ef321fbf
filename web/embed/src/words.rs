//! The words of the frame; all others are the playground's.

ramplay_text::labels! {
    open: "Open in the playground", "在演练场中打开";
    no_row: "There is no row `{row}` in this answer.", "此结果中没有行“{row}”。";
}
