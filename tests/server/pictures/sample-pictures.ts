import { crc32 } from 'node:zlib'

/** Small pictures of every kind that is taken, as programs write them, and ways to make ones of any size. */

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(base64, 'base64'))
const latin = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0))
const word = (value: number): number[] => [(value >> 8) & 255, value & 255]
const long = (value: number): number[] => [...word(value >>> 16), ...word(value & 65_535)]
const backwards = (value: number, count: number): number[] => long(value).toReversed().slice(0, count)

/** 5 × 3 pixels each, but for the AVIF of 16 × 16 and the GIF of one. */
export const PNG = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAADCAYAAABbNsX4AAAAIUlEQVR4AWzIMQ0AAAwCwQZLVYsnPMFO+OSXw1PucaOJAQAA///F/0AtAAAABklEQVQDAKK1DPpjSNIVAAAAAElFTkSuQmCC',
)
export const JPEG = bytesOf(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAADAAUDASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAF/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AAFAr/9k=',
)
export const AVIF = bytesOf(
  'AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAANJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAHmlsb2MAAAAARAAAAQABAAAAAQAAAPYAAAAjAAAAI2lpbmYAAAAAAAEAAAAVaW5mZQIAAAAAAQAAYXYwMQAAAABWaXBycAAAADhpcGNvAAAAFGlzcGUAAAAAAAAAEAAAABAAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwAAAAAFmlwbWEAAAAAAAAAAQABAwECgwAAACttZGF0CgwAAAABn/gDRBgYGBAyExBKAAggghAAIDlRWDNks9EdX+A=',
)
const LOSSY = bytesOf('sAEAnQEqBQADAALATCWgAnS6AASqAADxj8zWxs9ED/4tDrQ60M6QAA==')
const LOSSLESS = bytesOf('LwSAAAAH0MzOlLn/gYjofwA=')

const chunk = (name: string, content: Iterable<number>): number[] => {
  const all = [...content]
  return [...latin(name), ...backwards(all.length, 4), ...all, ...(all.length % 2 === 1 ? [0] : [])]
}
const riff = (...chunks: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> => {
  const content = [...latin('WEBP'), ...chunks.flat()]
  return Uint8Array.from([...latin('RIFF'), ...backwards(content.length, 4), ...content])
}
const canvas = (flags: number, width: number, height: number): number[] =>
  chunk('VP8X', [flags, 0, 0, 0, ...backwards(width - 1, 3), ...backwards(height - 1, 3)])

export const WEBP = riff(chunk('VP8 ', LOSSY))
export const WEBP_LOSSLESS = riff(chunk('VP8L', LOSSLESS))
export const webpExtended = (width = 5, height = 3): Uint8Array<ArrayBuffer> =>
  riff(canvas(0x20, width, height), chunk('ICCP', [1, 2, 3]), chunk('VP8 ', LOSSY))
export const webpAnimated = (left = 0): Uint8Array<ArrayBuffer> => {
  const place = [...backwards(left, 3), 0, 0, 0, ...backwards(4, 3), ...backwards(2, 3), 100, 0, 0, 0]
  const frame = chunk('ANMF', [...place, ...chunk('VP8L', LOSSLESS)])
  return riff(canvas(0x02, 5, 3), chunk('ANIM', [0, 0, 0, 0, 0, 0]), frame, frame)
}

/** A GIF with so many frames, each as large as this. */
export function gif(frames = 1, width = 1, height = 1): Uint8Array<ArrayBuffer> {
  const screen = [...backwards(1, 2), ...backwards(1, 2), 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
  const control = [0x21, 0xf9, 4, 1, 0, 0, 0, 0]
  const image = [0x2c, 0, 0, 0, 0, ...backwards(width, 2), ...backwards(height, 2), 0, 2, 2, 0x44, 1, 0]
  const all = Array.from({ length: frames }, () => [...control, ...image]).flat()
  return Uint8Array.from([...latin('GIF89a'), ...screen, ...all, 0x3b])
}
export const GIF = gif()

export function pngChunk(name: string, content: Iterable<number>): number[] {
  const all = Uint8Array.from([...latin(name), ...content])
  return [...long(all.length - 4), ...all, ...long(crc32(all))]
}

/** A PNG that says so many pixels, whatever is in it. `filler` makes the file larger. */
export function png(width = 5, height = 3, filler: Iterable<number> = []): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...latin('\x89PNG\r\n\x1A\n'),
    ...pngChunk('IHDR', [...long(width), ...long(height), 8, 6, 0, 0, 0]),
    ...pngChunk('IDAT', filler),
    ...pngChunk('IEND', []),
  ])
}

/** A PNG of exactly so many bytes, each different from the one with another seed. */
export function pngOf(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  const frame = png().length
  let value = seed
  return png(
    5,
    3,
    Array.from({ length: length - frame }, () => {
      value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
      return value & 255
    }),
  )
}

/** Every sample that is a good picture, with what it is. */
export const GOOD: readonly (readonly [
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  width: number,
  height: number,
])[] = [
  ['a PNG', PNG, 'image/png', 5, 3],
  ['a JPEG', JPEG, 'image/jpeg', 5, 3],
  ['an AVIF', AVIF, 'image/avif', 16, 16],
  ['a lossy WebP', WEBP, 'image/webp', 5, 3],
  ['a lossless WebP', WEBP_LOSSLESS, 'image/webp', 5, 3],
  ['a WebP with a colour profile', webpExtended(), 'image/webp', 5, 3],
  ['an animated WebP', webpAnimated(), 'image/webp', 5, 3],
  ['a GIF', GIF, 'image/gif', 1, 1],
  ['an animated GIF', gif(3), 'image/gif', 1, 1],
]
