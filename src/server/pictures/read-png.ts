import { crc32 } from 'node:zlib'
import type { PictureRead, PictureSize } from './picture-read.ts'
import { isPadding, letters, uint } from './picture-read.ts'

/** Bit depths that each colour type may have. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

/**
 * Walks a PNG's chunks to its end, animated ones as well. Something behind the end is not let stand: it is what programs
 * leave there that crop a picture in place, and what was cropped away can be brought back from it.
 */
export function readPng(bytes: Uint8Array): PictureRead {
  let at = 8
  let size: PictureSize | null = null
  let isDrawn = false
  for (;;) {
    const length = uint(bytes, at, 4)
    const name = letters(bytes, at + 4, 4)
    if (length < 0 || name === '') return 'cut'
    if (!/^[A-Za-z]{4}$/.test(name)) return 'broken'
    const end = at + 12 + length
    if (end > bytes.length) return 'cut'
    // An upper-case first letter: nothing is drawn without it.
    const isCritical = /^[A-Z]/.test(name)
    if (isCritical && crc32(bytes.subarray(at + 4, end - 4)) !== uint(bytes, end - 4, 4)) return 'broken'
    if ((name === 'IHDR') !== (size === null)) return 'broken'
    if (name === 'IHDR') {
      size = readHeader(bytes, at + 8, length)
      if (!size) return 'broken'
    }
    if (name === 'IDAT') isDrawn = true
    if (name === 'IEND') {
      if (!size || !isDrawn || length !== 0) return 'broken'
      return isPadding(bytes, end) ? size : 'more'
    }
    at = end
  }
}

function readHeader(bytes: Uint8Array, at: number, length: number): PictureSize | null {
  const depths = DEPTHS[uint(bytes, at + 9, 1)]
  const isKnown = depths?.includes(uint(bytes, at + 8, 1)) === true
  // Compression, filter and interlacing have no other values.
  const isPlain =
    uint(bytes, at + 10, 1) === 0 && uint(bytes, at + 11, 1) === 0 && uint(bytes, at + 12, 1) <= 1
  if (length !== 13 || !isKnown || !isPlain) return null
  return { width: uint(bytes, at, 4), height: uint(bytes, at + 4, 4) }
}
