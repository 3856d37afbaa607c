import type { PictureRead, PictureSize } from './picture-read.ts'
import { largest, letters, uint } from './picture-read.ts'

type Box = { readonly name: string; readonly from: number; readonly to: number }

/**
 * Walks an AVIF's boxes: they fill the file, there is a description of pictures (`meta`) that are AV1, and something to
 * draw them from. The largest size that any of them has counts: a grid is larger than its tiles.
 */
export function readAvif(bytes: Uint8Array): PictureRead {
  const boxes = readBoxes(bytes, 0, bytes.length)
  if (typeof boxes === 'string') return boxes
  const meta = boxes.find(({ name }) => name === 'meta')
  if (!meta) return 'broken'
  // A full box: version and flags stand before what is in it.
  const described = readBoxes(bytes, meta.from + 4, meta.to)
  if (typeof described === 'string') return 'broken'
  const properties = inside(bytes, inside(bytes, described, 'iprp'), 'ipco')
  const isAv1 = properties.some(({ name }) => name === 'av1C')
  const isDrawn = [...boxes, ...described].some(({ name }) => name === 'mdat' || name === 'idat')
  const sizes = properties
    .filter(({ name, from, to }) => name === 'ispe' && to - from >= 12)
    .map(({ from }): PictureSize => ({ width: uint(bytes, from + 4, 4), height: uint(bytes, from + 8, 4) }))
  const [first, ...others] = sizes
  return first && isAv1 && isDrawn ? others.reduce(largest, first) : 'broken'
}

/** The boxes that fill a place from end to end. */
function readBoxes(bytes: Uint8Array, from: number, to: number): readonly Box[] | 'cut' | 'broken' {
  const boxes: Box[] = []
  let at = from
  while (at < to) {
    const short = uint(bytes, at, 4)
    const name = letters(bytes, at + 4, 4)
    if (short < 0 || name === '') return 'cut'
    const isLong = short === 1
    const head = isLong ? 16 : 8
    if (isLong && uint(bytes, at + 8, 4) !== 0) return 'cut'
    // 0: as far as what it stands in.
    const size = short === 0 ? to - at : isLong ? uint(bytes, at + 12, 4) : short
    if (at + size > to) return 'cut'
    if (size < head) return 'broken'
    boxes.push({ name, from: at + head, to: at + size })
    at += size
  }
  return boxes
}

/** What is in the first box of that name. */
function inside(bytes: Uint8Array, boxes: readonly Box[], name: string): readonly Box[] {
  const box = boxes.find((one) => one.name === name)
  const found = box ? readBoxes(bytes, box.from, box.to) : []
  return typeof found === 'string' ? [] : found
}
