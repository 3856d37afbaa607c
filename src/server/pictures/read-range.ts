import type { ByteRange } from './picture-store.ts'

/**
 * What a Range header asks of something of that size: 'whole' where it asks for nothing that is understood, or for several
 * parts; 'none' where there is no such part.
 */
export function readRange(header: string | null, size: number): ByteRange | 'whole' | 'none' {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return 'whole'
  if (from === '') {
    // The last so many bytes.
    const count = Math.min(Number(to), size)
    return count === 0 ? 'none' : { first: size - count, last: size - 1 }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return 'whole'
  return first >= size ? 'none' : { first, last }
}
