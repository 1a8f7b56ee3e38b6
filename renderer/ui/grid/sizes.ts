/** Heights in pixels; the same numbers stand in `tokens.css` as `--row`. */
export const ROW_HEIGHT = 28;
export const HEADER_HEIGHT = 28;
