import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCopy } from '../../src/formats/read-copy.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const whole = mark ? `\ufeff${text}` : text
  const view = new DataView(new ArrayBuffer(whole.length * 2))
  for (let at = 0; at < whole.length; at++) view.setUint16(at * 2, whole.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

/** ASCII with single bytes thrown in for the letters of Windows-1252. */
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('encodings', () => {
  const text = 'Café “Zürich” — 10 €'
  it.each([
    { name: 'UTF-8', given: utf8(text), encoding: 'UTF-8', read: text, warns: false },
    { name: 'UTF-8 with a mark', given: utf8(`\ufeff${text}`), encoding: 'UTF-8', read: text, warns: false },
    {
      name: 'UTF-16 little endian',
      given: utf16(text, true, true),
      encoding: 'UTF-16',
      read: text,
      warns: false,
    },
    {
      name: 'UTF-16 big endian',
      given: utf16(text, false, true),
      encoding: 'UTF-16',
      read: text,
      warns: false,
    },
    {
      name: 'UTF-16 without a mark',
      given: utf16('Plain words in two bytes', true, false),
      encoding: 'UTF-16',
      read: 'Plain words in two bytes',
      warns: false,
    },
    {
      name: 'Windows-1252',
      given: latin('Caf\xe9 \x93Z\xfcrich\x94 \x97 10 \x80'),
      encoding: 'Windows-1252',
      read: text,
      warns: true,
    },
    {
      name: 'UTF-8 with one bad byte',
      given: Uint8Array.from([...utf8('Café, déjà vu, naïve '), 0xff]),
      encoding: 'UTF-8',
      read: 'Café, déjà vu, naïve \ufffd',
      warns: true,
    },
  ])('$name', ({ given, encoding, read, warns }) => {
    expect(readCopy(given, 'copy.txt')).toMatchObject({ ok: true, encoding, text: read })
    const found = readCopy(given, 'copy.txt')
    expect(found.ok && found.warnings.length > 0).toBe(warns)
  })
})

describe('refusals, each with its message', () => {
  it.each([
    { name: 'nothing', given: bytes(), says: /empty/ },
    { name: 'only blanks', given: utf8(' \n\u00a0\t\ufeff'), says: /empty/ },
    { name: 'an empty string', given: '', says: /empty/ },
    { name: 'a PNG', given: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), says: /not text/ },
    { name: 'a PDF', given: utf8('%PDF-1.7 words'), says: /not text/ },
    { name: 'a Word file', given: bytes(0x50, 0x4b, 3, 4, 20, 0, 6, 0), says: /not text/ },
    { name: 'bytes with zeros', given: bytes(65, 0, 0, 66, 0, 67, 0, 0, 68), says: /not text/ },
    { name: 'control characters', given: 'ab\u0001\u0002\u0003', says: /not text/ },
    {
      name: 'another encoding',
      given: bytes(...Array.from({ length: 60 }, (_, at) => 0xa1 + (at % 80))),
      says: /encoding/,
    },
    {
      name: '5 MB',
      given: new Uint8Array(5_000_000).fill(65),
      says: /too large to import: 5 MB, and 4 MB is the most/,
    },
    { name: '5 MB as a string', given: 'a '.repeat(2_500_000), says: /too large/ },
    { name: 'letters that are too large in bytes', given: 'é'.repeat(2_100_000), says: /4\.2 MB/ },
  ])('$name', ({ given, says }) => {
    const found = readCopy(given, 'copy.txt')
    expect(found.ok ? '' : found.message).toMatch(says)
  })
})

describe('types by name and by content', () => {
  it.each([
    { name: 'a.txt', text: 'words', type: 'text/plain' },
    { name: 'a.html', text: 'words', type: 'text/html' },
    { name: 'a.HTM', text: 'words', type: 'text/html' },
    { name: 'a.md', text: 'words', type: 'text/markdown' },
    { name: 'a.txt', text: '<!DOCTYPE html><html><body><p>words</p></body></html>', type: 'text/html' },
    { name: '', text: '<p>words</p>', type: 'text/html' },
    { name: '', text: '<meta charset="utf-8"><b style="font-weight:normal">words</b>', type: 'text/html' },
    { name: '', text: '3 < 4 and 5 > 2', type: 'text/plain' },
    { name: '', text: '# A heading\n\nwords', type: 'text/markdown' },
    { name: '', text: '**bold** and [a link](https://example.com)', type: 'text/markdown' },
    { name: '', text: '- one\n- two', type: 'text/plain' },
    { name: 'a.txt', text: '# A heading\n\nwords', type: 'text/plain' },
    { name: '', text: '###', type: 'text/plain' },
    { name: 'a.json', text: '{"a": 1}', type: 'text/plain' },
    { name: 'a.txt', text: '{ "format": "stet-story", "schema": 1 }', type: 'application/json' },
  ])('$name: $text is $type', ({ name, text, type }) => {
    expect(readCopy(text, name)).toMatchObject({ ok: true, type })
    expect(readCopy(utf8(text), name)).toMatchObject({ ok: true, type })
  })
})

it('answers for any bytes and never throws', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', 'a.txt', 'a.html', 'a.md'),
      (given, name) => {
        const found = readCopy(given, name)
        expect(found.ok ? found.text : found.message).not.toBe('')
      },
    ),
  )
})

it('reads back what UTF-8 was given, to the letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const found = readCopy(utf8(text), '')
      const blank = text.trim() === ''
      const said = found.ok ? found.text : /empty|not text/.exec(found.message)?.[0]
      expect([text.replace(/^\ufeff/, ''), blank ? 'empty' : 'not text']).toContain(said)
    }),
  )
})
