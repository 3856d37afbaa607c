/** How large a picture says it is, in pixels; of an animation or a sequence its largest frame. */
export type PictureSize = { readonly width: number; readonly height: number }

/**
 * What reading a picture's file through to its end found. 'cut': the file ends before the picture does. 'broken': it is not
 * what its beginning says. 'more': something else stands behind the picture's end.
 */
export type PictureRead = PictureSize | 'cut' | 'broken' | 'more'

/** A number of 1 to 4 bytes, the highest first; -1 where the file ends before it does. */
export function uint(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let index = at; index < at + count; index += 1) {
    const byte = bytes[index]
    if (byte === undefined) return -1
    value = value * 256 + byte
  }
  return value
}

/** The same with the lowest byte first. */
export function uintBackwards(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let index = at + count - 1; index >= at; index -= 1) {
    const byte = bytes[index]
    if (byte === undefined) return -1
    value = value * 256 + byte
  }
  return value
}

/** Characters of one byte each, '' where the file ends before them: four-letter names of chunks and boxes. */
export function letters(bytes: Uint8Array, at: number, count: number): string {
  return at + count > bytes.length ? '' : String.fromCharCode(...bytes.subarray(at, at + count))
}

/** Whether nothing but zeros stands from there on: some programs fill their files up. */
export function isPadding(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length; at += 1) if (bytes[at] !== 0) return false
  return true
}

/** The larger of both, each way. */
export const largest = (a: PictureSize, b: PictureSize): PictureSize => ({
  width: Math.max(a.width, b.width),
  height: Math.max(a.height, b.height),
})
