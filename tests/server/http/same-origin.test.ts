import { expect, test } from 'vitest'
import { isSameOrigin } from '../../../src/server/http/same-origin.ts'

const DESK = 'https://stet.example'

test.each<[string, Record<string, string>, boolean]>([
  ['the desk’s own page', { origin: DESK }, true],
  ['another page', { origin: 'https://elsewhere.example' }, false],
  ['the same host over plain http', { origin: 'http://stet.example' }, false],
  ['the same host on another port', { origin: 'https://stet.example:8443' }, false],
  ['a page below another name', { origin: 'https://stet.example.elsewhere.example' }, false],
  ['a sandboxed page', { origin: 'null' }, false],
  ['an empty Origin', { origin: '' }, false],
  ['no Origin, and the browser says it is the same', { 'sec-fetch-site': 'same-origin' }, true],
  ['no Origin, from a sister site', { 'sec-fetch-site': 'same-site' }, false],
  ['no Origin, from elsewhere', { 'sec-fetch-site': 'cross-site' }, false],
  ['no Origin, typed in', { 'sec-fetch-site': 'none' }, false],
  ['nothing at all', {}, false],
  [
    'another page that says it is the same',
    { origin: 'https://x.example', 'sec-fetch-site': 'same-origin' },
    false,
  ],
])('%s', (_, headers, isSame) => {
  expect(isSameOrigin(new Headers(headers), DESK)).toBe(isSame)
})
