import { describe, expect, test } from 'vitest'
import { InsecureAddress, sessionCookie } from '../../../src/server/accounts/session-cookie.ts'

const SECRET = 'a secret of this test'
const FIREFOX = new Headers({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' })
const SAFARI = new Headers({
  'user-agent':
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15',
})
const CHROME = new Headers({
  'user-agent': 'Mozilla/5.0 (Macintosh) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
})

/** A request of that browser with those cookies. */
const sending = (browser: Headers, cookie: string): Headers =>
  new Headers({ 'user-agent': browser.get('user-agent') ?? '', cookie })

const pairOf = (line: string): string => line.slice(0, line.indexOf(';'))

describe('sessionCookie', () => {
  test.each([
    ['https', 'https://desk.example', FIREFOX],
    ['https, Safari', 'https://desk.example', SAFARI],
    ['this machine', 'http://localhost:4173', FIREFOX],
    ['this machine, Chrome on a Mac', 'http://localhost:4173', CHROME],
    ['this machine by number', 'http://127.0.0.1:4173', FIREFOX],
    ['this machine by its other number', 'http://[::1]:4173', FIREFOX],
  ])('is HttpOnly, Secure, SameSite=Strict and of this host alone: %s', async (_where, origin, browser) => {
    const line = await sessionCookie(origin, SECRET).keep('a-token', browser)
    const [pair, ...attributes] = line.split('; ')
    expect(pair).toMatch(/^__Host-stet-session=a-token\./)
    expect(attributes.toSorted()).toEqual([
      'HttpOnly',
      `Max-Age=${14 * 24 * 60 * 60}`,
      'Path=/',
      'SameSite=Strict',
      'Secure',
    ])
  })

  test('on this machine over plain http, Safari gets one without Secure, which it would not keep', async () => {
    const cookie = sessionCookie('http://localhost:4173', SECRET)
    const line = await cookie.keep('a-token', SAFARI)
    expect(line).toMatch(/^stet-session=a-token\./)
    expect(line).not.toContain('Secure')
    expect(line).toContain('HttpOnly')
    expect(line).toContain('SameSite=Strict')
    expect(await cookie.read(sending(SAFARI, pairOf(line)))).toBe('a-token')
    // That name counts nowhere else.
    const elsewhere = sessionCookie('https://desk.example', SECRET)
    expect(await elsewhere.read(sending(SAFARI, pairOf(line)))).toBeNull()
  })

  test('is read back, and forgotten', async () => {
    const cookie = sessionCookie('https://desk.example', SECRET)
    const pair = pairOf(await cookie.keep('a-token', FIREFOX))
    expect(await cookie.read(sending(FIREFOX, `theme=dark; ${pair}; other=1`))).toBe('a-token')
    expect(cookie.forget(FIREFOX)).toMatch(/^__Host-stet-session=;.*Max-Age=0/)
  })

  test('counts only as this server signed it', async () => {
    const cookie = sessionCookie('https://desk.example', SECRET)
    const pair = pairOf(await cookie.keep('a-token', FIREFOX))
    const foreign = pairOf(await sessionCookie('https://desk.example', 'another').keep('a-token', FIREFOX))
    const wrong = [
      '',
      'a=b',
      foreign,
      '__Host-stet-session=a-token',
      '__Host-stet-session=',
      pair.replace('a-token', 'b-token'),
      pair.replace('__Host-', ''),
      pair.slice(0, -6),
      `${pair}x`,
    ]
    for (const header of wrong) expect(await cookie.read(sending(FIREFOX, header))).toBeNull()
    expect(await cookie.read(new Headers())).toBeNull()
  })

  test.each([
    'http://desk.example',
    'http://192.168.1.20:4173',
    'http://localhost.example',
    'http://10.127.0.1',
  ])('refuses to work over plain http elsewhere: %s', (origin) => {
    expect(() => sessionCookie(origin, SECRET)).toThrow(InsecureAddress)
    expect(() => sessionCookie(origin, SECRET)).toThrow(/STET_URL.*https/)
  })
})
