import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// What is suggested stands in its person's colour on a ground of the same colour: it has to be read all the same.

const TOKENS = readFileSync('src/ui/tokens.css', 'utf8')
const STYLES = readFileSync('src/editor/suggest/suggestions.module.css', 'utf8')

type Colour = readonly number[]
const colour = (hex: string): Colour => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
const pairs = [...TOKENS.matchAll(/--(paper|person-\d): light-dark\((#\w{6}), (#\w{6})\)/gu)]
const shares = [...STYLES.matchAll(/color-mix\(in srgb, var\(--person\) (\d+)%/gu)].map(([, share]) =>
  Number(share),
)

function light(of: Colour): number {
  const [red = 0, green = 0, blue = 0] = of
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** As WCAG 2 measures it. */
function contrast(a: Colour, b: Colour): number {
  const [low = 0, high = 0] = [light(a), light(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const mixed = (a: Colour, b: Colour, share: number): Colour =>
  a.map((value, at) => Math.round((value * share + (b[at] ?? 0) * (100 - share)) / 100))

describe.each([
  ['light', 2],
  ['dark', 3],
] as const)('in the %s theme', (_, theme) => {
  const colours = new Map(pairs.map((found) => [found[1] ?? '', colour(found[theme] ?? '')]))
  const paper = colours.get('paper') ?? []
  const people = [...colours].filter(([name]) => name !== 'paper')

  test.each(people)('%s is read on every ground, also of the one that is looked at', (_, person) => {
    expect(shares.length).toBeGreaterThan(1)
    for (const share of shares) {
      expect(contrast(person, mixed(person, paper, share))).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('there are eight people', () => {
    expect(people).toHaveLength(8)
  })
})
