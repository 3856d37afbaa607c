import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkLink } from '../../src/editor/check-link.ts'

const GOOD: readonly (readonly [typed: string, href: string])[] = [
  ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['HTTP://Example.com', 'HTTP://Example.com'],
  ['  https://example.com ', 'https://example.com'],
  ['example.com', 'https://example.com'],
  ['www.example.co.uk/story-1', 'https://www.example.co.uk/story-1'],
  ['example.com:8080/a', 'https://example.com:8080/a'],
  ['bücher.de/straße', 'https://bücher.de/straße'],
  ['//example.com/a', 'https://example.com/a'],
  ['mailto:desk@example.com', 'mailto:desk@example.com'],
  ['mailto:desk@example.com?subject=Copy', 'mailto:desk@example.com?subject=Copy'],
  ['desk@example.com', 'mailto:desk@example.com'],
]

test.each(GOOD)('%s is %s', (typed, href) => {
  expect(checkLink(typed)).toEqual({ ok: true, href })
})

const BAD: readonly (readonly [typed: string, says: RegExp])[] = [
  ['', /Type an address/],
  ['   ', /Type an address/],
  ['javascript:alert(1)', /“javascript:” can’t be used/],
  ['JaVaScRiPt:alert(1)', /can’t be used/],
  ['java\tscript:alert(1)', /“javascript:”/],
  ['\u0001javascript:alert(1)', /“javascript:”/],
  ['data:text/html,<b>x</b>', /“data:”/],
  ['vbscript:x', /“vbscript:”/],
  ['file:///etc/passwd', /“file:”/],
  ['ftp://example.com', /“ftp:”/],
  ['/story/1', /whole address/],
  ['../story', /whole address/],
  ['#top', /whole address/],
  ['story', /whole address/],
  ['https://', /doesn’t read as an address/],
  ['https:example.com', /two slashes/],
  ['https://exa mple.com', /blanks/],
  ['https://user:secret@example.com', /user name/],
  ['mailto:nobody', /e-mail address/],
  ['mailto:', /e-mail address/],
]

test.each(BAD)('%s is refused', (typed, says) => {
  const link = checkLink(typed)
  expect(link.ok ? link.href : link.message).toMatch(says)
})

test('what passes is http, https or mailto to a browser too, and passes again unchanged', () => {
  const schemes = fc.constantFrom(
    '',
    'http://',
    'https:',
    'javascript:',
    'mailto:',
    'data:',
    '//',
    ' java\nscript:',
  )
  fc.assert(
    fc.property(
      schemes,
      fc.oneof(fc.webUrl(), fc.domain(), fc.emailAddress(), fc.string()),
      (scheme, rest) => {
        const link = checkLink(scheme + rest)
        if (!link.ok) return
        expect(['http:', 'https:', 'mailto:']).toContain(new URL(link.href, 'relative://base').protocol)
        expect(checkLink(link.href)).toEqual(link)
      },
    ),
  )
})
