import type { PictureRead, PictureSize } from './picture-read.ts'
import { readAvif } from './read-avif.ts'
import { readGif } from './read-gif.ts'
import { readJpeg } from './read-jpeg.ts'
import { readPng } from './read-png.ts'
import { readWebp } from './read-webp.ts'
import type { PictureType } from './recognise-file.ts'
import { recogniseFile } from './recognise-file.ts'

/** What a picture is, or, in words for people, why it can't be one of a story and what to do. */
export type CheckedPicture =
  | ({ readonly ok: true; readonly type: PictureType } & PictureSize)
  | { readonly ok: false; readonly message: string }

/** The most that a picture may have. What it would take in memory once drawn is four bytes a pixel. */
export type PictureLimits = {
  readonly bytes: number
  readonly pixels: number
  /** Pixels along one side. */
  readonly side: number
}

/** Limits of drawing; those of bytes are the newsroom's to set. A camera of 100 megapixels is the largest there is. */
export const DRAWN_LIMITS = { pixels: 110_000_000, side: 20_000 } as const

const TAKEN = 'JPEG, PNG, WebP, AVIF or GIF'
const KINDS: Readonly<
  Record<PictureType, { readonly name: string; readonly read: (bytes: Uint8Array) => PictureRead }>
> = {
  'image/jpeg': { name: 'JPEG', read: readJpeg },
  'image/png': { name: 'PNG', read: readPng },
  'image/webp': { name: 'WebP', read: readWebp },
  'image/avif': { name: 'AVIF', read: readAvif },
  'image/gif': { name: 'GIF', read: readGif },
}

/** Whether a file of so many bytes may be a picture at all; null where it may. */
export function checkPictureBytes(size: number, most: number): string | null {
  if (size === 0) return 'The file is empty. Choose it again, or another one.'
  if (size <= most) return null
  return `The picture is too large: ${megabytes(size)}, where ${megabytes(most)} is the most. Save it smaller and choose it again.`
}

/** Whether a file that begins like this may be a picture; null where it may. */
export function checkPictureHead(head: Uint8Array): string | null {
  const found = recogniseFile(head)
  if (found.kind === 'picture') return null
  if (found.kind === 'unknown') return `This is not a picture that Stet knows. It takes ${TAKEN}.`
  if (found.name === 'SVG drawing')
    return `SVG drawings are not taken: they can carry scripts. Save it as ${TAKEN}.`
  return `This is a ${found.name}, not a picture that Stet can show. Save it as ${TAKEN}.`
}

/**
 * Checks a whole file by its content: what it begins as, that it goes on as that to its end, and that drawing it takes no
 * more than `limits`. Never throws, whatever the bytes are.
 */
export function checkPicture(bytes: Uint8Array, limits: PictureLimits): CheckedPicture {
  const problem = checkPictureBytes(bytes.length, limits.bytes) ?? checkPictureHead(bytes)
  const found = recogniseFile(bytes)
  if (problem !== null || found.kind !== 'picture') return { ok: false, message: problem ?? '' }
  const { name, read } = KINDS[found.type]
  const size = read(bytes)
  if (typeof size === 'string') return { ok: false, message: WHY[size](name) }
  const { width, height } = size
  if (width <= 0 || height <= 0)
    return refused(`This ${name} says that it is ${width} × ${height} pixels, so there is nothing to show.`)
  if (width > limits.side || height > limits.side || width * height > limits.pixels)
    return refused(
      `The picture is too large to be shown: ${width} × ${height} pixels, where ${limits.side} a side and ${Math.floor(limits.pixels / 1_000_000)} million in all are the most. Save it smaller and choose it again.`,
    )
  return { ok: true, type: found.type, width, height }
}

const refused = (message: string): CheckedPicture => ({ ok: false, message })

const WHY: Readonly<Record<Extract<PictureRead, string>, (name: string) => string>> = {
  cut: (name) =>
    `This ${name} is not whole: its file ends before the picture does. Get it again from where it came from.`,
  broken: (name) =>
    `This file begins as ${name === 'AVIF' ? 'an' : 'a'} ${name} but doesn’t go on as one. Open it in a picture program, save it anew and choose that file.`,
  more: (name) =>
    `Something else stands behind the end of this ${name}; parts that were cropped away can hide there. Open it in a picture program, save it anew and choose that file.`,
}

const megabytes = (bytes: number): string =>
  `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
