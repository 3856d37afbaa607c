/** Text with the encoding that it was read in, or in one sentence why it can't be read. */
export type Decoded =
  | {
      readonly ok: true
      readonly text: string
      readonly encoding: Encoding
      readonly warnings: readonly string[]
    }
  | { readonly ok: false; readonly message: string }

export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252'

// What bytes 0x80 to 0x9F mean in Windows-1252 (the WHATWG Encoding Standard's index). Written out because some
// engines decode these as Latin-1 control characters. U+FFFD where the encoding has nothing.
const WINDOWS_1252 =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd' +
  '\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178'

/** Above this share of bytes beyond ASCII, text that is not Unicode is taken for another script, not for Windows-1252. */
const MOST_HIGH_BYTES = 0.3

/** Above this share of control characters something is not text. */
const MOST_CONTROLS = 0.01

export const NOT_TEXT =
  'This is not text: it looks like a binary file (a picture, a PDF or a Word document, perhaps). Nothing was imported. Save the copy as .txt, .html or .md, or paste its text.'

const UNKNOWN_ENCODING =
  'The encoding of this file could not be recognised, so its letters would come out wrong. Nothing was imported. Save it as UTF-8 and try again, or paste its text.'

/**
 * Bytes as text: UTF-8 and UTF-16 (with their byte order marks or recognised by their bytes), and Windows-1252, which is
 * said in a warning since it is a guess. Refuses what is binary or in an encoding that can't be recognised. Linear.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (isKnownBinary(bytes)) return { ok: false, message: NOT_TEXT }
  const wide = utf16Order(bytes)
  if (wide !== null) return decodeUtf16(bytes, wide)
  if (bytes.includes(0)) return { ok: false, message: NOT_TEXT }
  const strict = tryUtf8(bytes)
  if (strict !== null) return textOrBinary(strict, 'UTF-8', [])
  return decodeDamaged(bytes)
}

/** Whether a text holds so many control characters that it is no text. */
export function looksBinary(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0) return true
    if (code < 32 && !(code >= 9 && code <= 13) && code !== 26 && code !== 27) controls++
  }
  return controls > text.length * MOST_CONTROLS
}

function textOrBinary(text: string, encoding: Encoding, warnings: readonly string[]): Decoded {
  return looksBinary(text) ? { ok: false, message: NOT_TEXT } : { ok: true, text, encoding, warnings }
}

const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x4b, 0x03, 0x04], // ZIP, which DOCX and ODT are
  [0xd0, 0xcf, 0x11, 0xe0], // old Word
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x1f, 0x8b], // gzip
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF, whose markup would drown the copy
]

function isKnownBinary(bytes: Uint8Array): boolean {
  return MAGIC.some((magic) => magic.every((byte, at) => bytes[at] === byte))
}

type ByteOrder = 'utf-16le' | 'utf-16be'

/** By the byte order mark; without one, by zero bytes that stand (nearly) only at every second place. */
function utf16Order(bytes: Uint8Array): ByteOrder | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const seen = Math.min(bytes.length, 2000)
  let even = 0
  let odd = 0
  for (let at = 0; at < seen; at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  if (odd > seen * 0.3 && even < seen * 0.02) return 'utf-16le'
  if (even > seen * 0.3 && odd < seen * 0.02) return 'utf-16be'
  return null
}

function decodeUtf16(bytes: Uint8Array, order: ByteOrder): Decoded {
  if (order === 'utf-16le')
    return textOrBinary(new TextDecoder('utf-16le').decode(bytes), 'UTF-16', broken(bytes))
  const swapped = new Uint8Array(bytes.length - (bytes.length % 2))
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    swapped[at] = bytes[at + 1] ?? 0
    swapped[at + 1] = bytes[at] ?? 0
  }
  return textOrBinary(new TextDecoder('utf-16le').decode(swapped), 'UTF-16', broken(bytes))
}

function broken(bytes: Uint8Array): readonly string[] {
  return bytes.length % 2 === 0
    ? []
    : ['The file ends in the middle of a character; its last byte was left out.']
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Not UTF-8 throughout: UTF-8 with a few bad bytes, or Windows-1252, or something that we must not guess at. */
function decodeDamaged(bytes: Uint8Array): Decoded {
  const loose = new TextDecoder('utf-8').decode(bytes)
  let bad = 0
  let good = 0
  for (const character of loose) {
    if (character === '\ufffd') bad++
    else if (character > '\u007f') good++
  }
  if (good > bad * 2) {
    const warning = `${bad} ${bad === 1 ? 'character' : 'characters'} could not be read and ${bad === 1 ? 'is' : 'are'} shown as \ufffd.`
    return textOrBinary(loose, 'UTF-8', [warning])
  }
  return decodeWindows1252(bytes)
}

function decodeWindows1252(bytes: Uint8Array): Decoded {
  const parts: string[] = []
  let high = 0
  let nothing = 0
  for (let start = 0; start < bytes.length; start += 8192) {
    const codes: number[] = []
    for (const byte of bytes.subarray(start, start + 8192)) {
      if (byte > 127) high++
      const code = byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte
      if (code === 0xfffd) nothing++
      codes.push(code)
    }
    parts.push(String.fromCharCode(...codes))
  }
  if (nothing > 0 || high > bytes.length * MOST_HIGH_BYTES) return { ok: false, message: UNKNOWN_ENCODING }
  const warning = 'Read as Windows-1252, because it is not UTF-8. Check accented letters and quote marks.'
  return textOrBinary(parts.join(''), 'Windows-1252', [warning])
}
