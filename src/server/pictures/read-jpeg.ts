import type { PictureRead, PictureSize } from './picture-read.ts'
import { uint } from './picture-read.ts'

const END = 0xd9
const SCAN = 0xda
/** Baseline, extended and progressive: the ones that browsers draw. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
/** The other kinds of frame: lossless, hierarchical, arithmetic. */
const ODD_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])

/**
 * Walks a JPEG's segments to its end. What stands behind that is left alone: cameras put second pictures and short films
 * there, and a newsroom gets its pictures from cameras.
 */
export function readJpeg(bytes: Uint8Array): PictureRead {
  let at = 2
  let size: PictureSize | null = null
  let isDrawn = false
  for (;;) {
    if (at >= bytes.length) return 'cut'
    if (bytes[at] !== 0xff) return 'broken'
    // Any number of FF may fill up before a marker.
    while (bytes[at] === 0xff) at += 1
    const marker = bytes[at]
    if (marker === undefined) return 'cut'
    at += 1
    if (marker === END) return size && isDrawn ? size : 'broken'
    if (isAlone(marker)) continue
    const length = uint(bytes, at, 2)
    if (length < 0 || at + length > bytes.length) return 'cut'
    if (length < 2 || marker === 0 || ODD_FRAMES.has(marker)) return 'broken'
    if (FRAMES.has(marker)) {
      // A second frame would be another picture than the one that was looked at.
      if (size || length < 11) return 'broken'
      size = { height: uint(bytes, at + 3, 2), width: uint(bytes, at + 5, 2) }
    }
    at += length
    if (marker === SCAN) {
      if (!size) return 'broken'
      isDrawn = true
      at = endOfScan(bytes, at)
    }
  }
}

/** Restart markers and TEM have no content. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/** Where the next marker stands that is none of the scan's own. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at = bytes.indexOf(0xff, at + 1)
  }
  return bytes.length
}
