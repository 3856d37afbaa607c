import type { PictureRead, PictureSize } from './picture-read.ts'
import { isPadding, letters, uint, uintBackwards } from './picture-read.ts'

/** Walks a WebP's chunks to its end: lossy, lossless, and the extended format with alpha or animation. */
export function readWebp(bytes: Uint8Array): PictureRead {
  const end = uintBackwards(bytes, 4, 4) + 8
  if (bytes.length < 20 || end > bytes.length) return 'cut'
  if (!isPadding(bytes, end + (end % 2))) return 'more'
  const file = bytes.subarray(0, end)
  const first = letters(file, 12, 4)
  const content = uintBackwards(file, 16, 4)
  if (first !== 'VP8X') return chunkEnd(12, content) > end + 1 ? 'cut' : frameSize(file, 12)
  if (content < 10) return 'broken'
  const canvas = { width: 1 + uintBackwards(file, 24, 3), height: 1 + uintBackwards(file, 27, 3) }
  const isAnimated = (uint(file, 20, 1) & 0x02) !== 0
  return readExtended(file, chunkEnd(12, content), canvas, isAnimated)
}

/** Every frame lies in the canvas; a still picture fills it. */
function readExtended(file: Uint8Array, from: number, canvas: PictureSize, isAnimated: boolean): PictureRead {
  let at = from
  let frames = 0
  while (at < file.length) {
    const name = letters(file, at, 4)
    const length = uintBackwards(file, at + 4, 4)
    if (length < 0 || chunkEnd(at, length) > file.length + 1) return 'cut'
    if (name === 'ANMF') {
      const right = 2 * uintBackwards(file, at + 8, 3) + 1 + uintBackwards(file, at + 14, 3)
      const bottom = 2 * uintBackwards(file, at + 11, 3) + 1 + uintBackwards(file, at + 17, 3)
      if (!isAnimated || length < 24 || right > canvas.width || bottom > canvas.height) return 'broken'
      frames += 1
    } else if (name === 'VP8 ' || name === 'VP8L') {
      const size = frameSize(file, at)
      if (typeof size === 'string') return size
      if (isAnimated || size.width !== canvas.width || size.height !== canvas.height) return 'broken'
      frames += 1
    }
    at = chunkEnd(at, length)
  }
  return frames > 0 ? canvas : 'broken'
}

/** Chunks begin at even places. */
const chunkEnd = (at: number, length: number): number => at + 8 + length + (length % 2)

function frameSize(file: Uint8Array, at: number): PictureRead {
  const name = letters(file, at, 4)
  const isKey = name === 'VP8 ' && (uint(file, at + 8, 1) & 1) === 0
  if (isKey && uint(file, at + 11, 3) === 0x9d_01_2a) {
    const width = uintBackwards(file, at + 14, 2)
    const height = uintBackwards(file, at + 16, 2)
    return height < 0 ? 'cut' : { width: width & 0x3fff, height: height & 0x3fff }
  }
  if (name !== 'VP8L' || uint(file, at + 8, 1) !== 0x2f) return 'broken'
  const bits = uintBackwards(file, at + 9, 4)
  if (bits < 0) return 'cut'
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}
