import fc from 'fast-check'
import { imageSize } from 'image-size'
import { describe, expect, test } from 'vitest'
import { checkPicture } from '../../../src/server/pictures/check-picture.ts'
import {
  AVIF,
  GIF,
  gif,
  GOOD,
  JPEG,
  png,
  PNG,
  pngChunk,
  webpAnimated,
  webpExtended,
} from './sample-pictures.ts'

const LIMITS = { bytes: 25_000_000, pixels: 110_000_000, side: 20_000 }
const check = (bytes: Uint8Array): ReturnType<typeof checkPicture> => checkPicture(bytes, LIMITS)
const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))
/** The same with other bytes at a place. */
const altered = (bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  copy.set(values, at)
  return copy
}
const at = (bytes: Uint8Array, name: string): number => Buffer.from(bytes).indexOf(name, 0, 'latin1')

describe('a good picture', () => {
  test.each(GOOD)('%s is what it is', (_name, bytes, type, width, height) => {
    expect(check(bytes)).toEqual({ ok: true, type, width, height })
  })

  test.each(GOOD)('%s has the size that another reader finds', (_name, bytes, _type, width, height) => {
    expect(imageSize(bytes)).toMatchObject({ width, height })
  })

  test('a JPEG may be progressive, filled up between its parts, and followed by what a camera adds', () => {
    const frame = at(JPEG, '\xFF\xC0')
    expect(check(altered(JPEG, frame + 1, 0xc2))).toMatchObject({ ok: true })
    const filled = join(JPEG.subarray(0, frame), Uint8Array.of(0xff, 0xff), JPEG.subarray(frame))
    expect(check(filled)).toMatchObject({ ok: true, width: 5, height: 3 })
    expect(check(join(JPEG, JPEG))).toMatchObject({ ok: true, width: 5, height: 3 })
  })

  test('a general picture file that says it is an AVIF too is one', () => {
    const general = altered(altered(AVIF, 8, ...text('mif1')), 20, ...text('avif'))
    expect(check(general)).toMatchObject({ ok: true, type: 'image/avif' })
  })

  test('of a GIF whose frame is larger than its screen the frame counts', () => {
    expect(check(gif(1, 400, 300))).toMatchObject({ ok: true, width: 400, height: 300 })
  })

  test.each([
    ['a PNG', PNG],
    ['a GIF', GIF],
    ['a WebP', webpExtended()],
  ])('%s may be filled up with zeros', (_name, bytes) => {
    expect(check(join(bytes, new Uint8Array(64)))).toMatchObject({ ok: true })
  })
})

describe('what is refused says what it is', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
  test.each([
    ['nothing', '', /empty/],
    ['plain words', 'hello, this is text', /not a picture that Stet knows/],
    ['a drawing', svg, /SVG drawings are not taken/],
    ['a drawing behind a declaration', `<?xml version="1.0"?><!-- a -->\n${svg}`, /SVG/],
    ['a drawing behind a byte order mark', `\uFEFF  ${svg}`, /SVG/],
    ['a web page', '<!DOCTYPE html><html><script>alert(1)</script>', /web page/],
    ['a script alone', '\n\n<script>alert(1)</script>', /web page/],
    ['a PDF', '%PDF-1.7\n', /This is a PDF/],
    ['a PDF behind something else', `GIF?\n%PDF-1.4 ${'x'.repeat(99)}`, /PDF/],
    ['XML', '<?xml version="1.0"?><feed/>', /XML/],
    ['an archive', 'PK\u0003\u0004....', /ZIP/],
    ['a program', 'MZ....', /program/],
    ['an iPhone’s picture', '\0\0\0\u0018ftypheic\0\0\0\0mif1heic', /HEIC/],
    ['a film', '\0\0\0\u0018ftypmp42\0\0\0\0mp42isom', /film/],
    ['a TIFF', 'II*\0\u0008\0\0\0', /TIFF/],
  ])('%s', (_name, words, message) => {
    const answer = check(text(words))
    expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(message) as string })
  })

  test('a page with a picture behind it is a page', () => {
    expect(check(join(text('<html>'), JPEG))).toMatchObject({
      message: expect.stringContaining('web page') as string,
    })
  })

  test.each([
    ['a PNG', PNG],
    ['a GIF', GIF],
    ['a WebP', webpExtended()],
  ])('%s with something behind its end', (_name, bytes) => {
    expect(check(join(bytes, text('<script>')))).toMatchObject({
      ok: false,
      message: expect.stringContaining('behind the end') as string,
    })
  })

  test('an AVIF with something behind its end that is no part of it', () => {
    expect(check(join(AVIF, text('<script>alert(1)</script>')))).toMatchObject({ ok: false })
  })
})

describe('a header that lies', () => {
  const ihdr = at(PNG, 'IHDR')
  const frame = at(JPEG, '\xFF\xC0')
  const again = JPEG.subarray(frame, frame + 19)
  const second = join(JPEG.subarray(0, frame), again, JPEG.subarray(frame))
  const signature = PNG.subarray(0, 8)
  test.each([
    ['a PNG whose size was changed', altered(PNG, ihdr + 7, 200)],
    ['a PNG whose picture was changed', altered(PNG, at(PNG, 'IDAT') + 6, 1, 2, 3)],
    [
      'a PNG without a picture',
      join(signature, Uint8Array.from([...PNG.subarray(8, 33), ...pngChunk('IEND', [])])),
    ],
    [
      'a PNG that begins with something else',
      join(signature, Uint8Array.from(pngChunk('IDAT', [1])), PNG.subarray(8)),
    ],
    ['a PNG with two headers', join(PNG.subarray(0, 33), PNG.subarray(8))],
    [
      'a PNG of a colour type that there isn’t',
      join(
        signature,
        Uint8Array.from(pngChunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 5, 0, 0, 0])),
        PNG.subarray(33),
      ),
    ],
    ['a JPEG with two frames', second],
    ['a JPEG of a kind that browsers don’t draw', altered(JPEG, frame + 1, 0xc3)],
    ['a JPEG that is only a beginning and an end', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
    ['a GIF without a frame', gif(0)],
    ['a WebP that says another size than its picture', webpExtended(6, 3)],
    ['a WebP whose frame stands out of its canvas', webpAnimated(1)],
    ['a WebP that is none inside', altered(webpExtended(), at(webpExtended(), 'VP8 '), 0x58)],
    ['an AVIF without AV1', altered(AVIF, at(AVIF, 'av1C'), ...text('hvcC'))],
    ['an AVIF without a size', altered(AVIF, at(AVIF, 'ispe'), ...text('free'))],
    ['an AVIF without a picture', altered(AVIF, at(AVIF, 'mdat'), ...text('free'))],
  ])('%s is refused', (_name, bytes) => {
    expect(check(bytes)).toMatchObject({
      ok: false,
      message: expect.stringContaining('doesn’t go on as one') as string,
    })
  })
})

describe('limits', () => {
  test.each([
    ['no width', png(0, 5)],
    ['no height', png(5, 0)],
    ['no height that a JPEG says', altered(JPEG, at(JPEG, '\xFF\xC0') + 5, 0, 0)],
  ])('%s is refused', (_name, bytes) => {
    expect(check(bytes)).toMatchObject({
      ok: false,
      message: expect.stringContaining('nothing to show') as string,
    })
  })

  test.each([
    ['a side', 20_001, 1],
    ['the other side', 1, 20_001],
    ['all pixels', 11_000, 10_001],
    ['the most that a header can say', 4_294_967_295, 4_294_967_295],
  ])('a file of few bytes that would be huge once drawn is refused: %s', (_name, width, height) => {
    expect(check(png(width, height))).toMatchObject({
      ok: false,
      message: expect.stringContaining(`${width} × ${height} pixels`) as string,
    })
  })

  test('just what is allowed is taken', () => {
    expect(check(png(11_000, 10_000))).toMatchObject({ ok: true })
    expect(check(png(20_000, 5_500))).toMatchObject({ ok: true })
  })

  test('a frame of an animation counts', () => {
    expect(check(gif(2, 20_001, 1))).toMatchObject({ ok: false })
    expect(check(gif(2, 19_000, 19_000))).toMatchObject({ ok: false })
  })

  test('bytes count, and the message says how many there may be', () => {
    expect(checkPicture(PNG, { ...LIMITS, bytes: PNG.length })).toMatchObject({ ok: true })
    const answer = checkPicture(PNG, { ...LIMITS, bytes: PNG.length - 1 })
    expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/too large: .* MB/) as string })
  })
})

const sample = fc.constantFrom(...GOOD.map(([, bytes]) => bytes))

describe('whatever the bytes are', () => {
  test('a picture that was cut off is refused, wherever', () => {
    for (const [name, bytes] of GOOD)
      for (let length = 0; length < bytes.length; length += 1)
        expect({ name, length, ...check(bytes.subarray(0, length)) }).toMatchObject({ ok: false })
  })

  test('flipped bits never throw, and what is taken keeps to the limits', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(sample, flips, fc.nat(), (bytes, changes, cut) => {
        const copy = Uint8Array.from(bytes)
        for (const [place, value] of changes) copy[place % copy.length] = value
        const found = check(copy.subarray(0, copy.length - (cut % 3)))
        const isSound = found.ok ? found.width * found.height <= LIMITS.pixels : found.message !== ''
        expect(isSound).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  test('noise behind a good beginning never throws', () => {
    const noise = fc.uint8Array({ maxLength: 400 })
    fc.assert(
      fc.property(sample, fc.nat({ max: 80 }), noise, (bytes, kept, rest) => {
        expect(check(join(bytes.subarray(0, kept), rest))).toHaveProperty('ok')
      }),
      { numRuns: 3000 },
    )
  })
})
