import { describe, expect, test } from 'vitest'
import { filesNamedIn, isKeptOnUse, wayOf, type Way } from '../../src/offline/way-of.ts'

const ORIGIN = 'https://desk.example'
const FILES = new Set(['/icon.svg', '/assets/index-a1.js'])

describe('the way of a request', () => {
  test.each<[Way, string, string, string]>([
    ['page', 'GET', 'navigate', '/'],
    ['page', 'GET', 'navigate', '/stories/0190163d'],
    ['file', 'GET', 'cors', '/assets/index-a1.js'],
    ['file', 'GET', 'cors', '/assets/comments-b2.js?again=1'],
    ['file', 'GET', 'no-cors', '/icon.svg'],
    ['network', 'GET', 'cors', '/api/stories'],
    ['network', 'GET', 'navigate', '/api/pictures/a1'],
    ['network', 'GET', 'navigate', '/api'],
    ['network', 'GET', 'cors', '/healthz'],
    ['network', 'GET', 'cors', '/metrics'],
    ['network', 'GET', 'cors', '/elsewhere.json'],
    ['network', 'POST', 'navigate', '/'],
  ])('is the %s for %s (%s) of %s', (way, method, mode, path) => {
    expect(wayOf({ method, mode, url: ORIGIN + path }, ORIGIN, FILES)).toBe(way)
  })

  test('of another origin is the network', () => {
    const url = 'https://elsewhere.example/assets/index-a1.js'
    expect(wayOf({ method: 'GET', mode: 'cors', url }, ORIGIN, FILES)).toBe('network')
  })
})

test('a page names its scripts and style sheets', () => {
  const html = `<link rel="icon" href="/icon.svg"><script src="/assets/a.js"></script><link href="/assets/a.css">`
  expect(filesNamedIn(html)).toEqual(['/assets/a.js', '/assets/a.css'])
})

test.each([
  ['/assets/harper_wasm_slim_bg-Bx3k_9Qa.wasm', true],
  ['/assets/index-C0ffee12.dic', true],
  ['/assets/index-C0ffee12.aff', true],
  ['/assets/index-a1.js', false],
  ['/assets/inter-a1.woff2', false],
  ['/elsewhere.wasm', false],
])('%s is kept on use: %s', (path, kept) => {
  expect(isKeptOnUse(path)).toBe(kept)
})
