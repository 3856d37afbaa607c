import type { PictureRead, PictureSize } from './picture-read.ts'
import { isPadding, largest, uint, uintBackwards } from './picture-read.ts'

const IMAGE = 0x2c
const EXTENSION = 0x21
const END = 0x3b

/** Walks a GIF's blocks to its end. A frame may be larger than the screen that the file says: the largest counts. */
export function readGif(bytes: Uint8Array): PictureRead {
  if (bytes.length < 13) return 'cut'
  let size: PictureSize = { width: uintBackwards(bytes, 6, 2), height: uintBackwards(bytes, 8, 2) }
  let frames = 0
  let at = 13 + colours(uint(bytes, 10, 1))
  for (;;) {
    const kind = uint(bytes, at, 1)
    if (kind < 0) return 'cut'
    if (kind === END) {
      if (frames === 0) return 'broken'
      return isPadding(bytes, at + 1) ? size : 'more'
    }
    if (kind === EXTENSION) {
      at = afterParts(bytes, at + 2)
    } else if (kind === IMAGE) {
      const flags = uint(bytes, at + 9, 1)
      if (flags < 0) return 'cut'
      size = largest(size, {
        width: uintBackwards(bytes, at + 1, 2) + uintBackwards(bytes, at + 5, 2),
        height: uintBackwards(bytes, at + 3, 2) + uintBackwards(bytes, at + 7, 2),
      })
      frames += 1
      at = afterParts(bytes, at + 11 + colours(flags))
    } else {
      return 'broken'
    }
  }
}

/** Bytes of the table of colours that these flags tell of. */
const colours = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))

/** Behind a row of parts, each with its length before it, of which the last has none. */
function afterParts(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const length = bytes[at]
    if (length === undefined) return bytes.length
    at += length + 1
    if (length === 0) return at
  }
}
