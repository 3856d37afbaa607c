/** A stretch of a line, in UTF-16 units. */
export type Stretch = { readonly from: number; readonly to: number }
