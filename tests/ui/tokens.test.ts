import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('src/ui/tokens.css', 'utf8')
const colours = new Map(
  [...css.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name, { light, dark }],
  ),
)

function colour(name: string, theme: 'light' | 'dark'): string {
  const value = colours.get(name)?.[theme]
  if (value === undefined) throw new Error(`no colour --${name}`)
  return value
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['paper', 'sheet', 'sunk']
const PERSONS = Array.from({ length: 8 }, (_, k) => `person-${k + 1}`)

const READ: [text: string, ground: string][] = [
  ...['ink', 'ink-2', 'ink-3', 'pencil-ink', 'cut', 'warn', 'added', ...PERSONS].flatMap((text) =>
    GROUNDS.map((ground): [string, string] => [text, ground]),
  ),
  ['pencil-ink', 'pencil-soft'],
  ['ink', 'pencil-soft'],
  ['ink-2', 'pencil-soft'],
  ['ink-3', 'pencil-soft'],
  ['on-pencil', 'pencil'],
  ['on-pencil', 'pencil-deep'],
  ['added', 'added-soft'],
  ['cut', 'cut-soft'],
  ['warn', 'warn-soft'],
  ['ink', 'warn-soft'],
  ['sheet', 'cut'],
  ...PERSONS.map((person): [string, string] => ['on-person', person]),
]

const SEEN: [edge: string, ground: string][] = [
  ['line-field', 'paper'],
  ['line-field', 'sheet'],
  ['pencil', 'paper'],
  ['pencil', 'sheet'],
  ['pencil', 'pencil-soft'],
]

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(READ)('%s on %s can be read (4.5 to 1)', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(SEEN)('%s on %s can be seen (3 to 1)', (edge, ground) => {
    expect(contrast(colour(edge, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
  })
})

test('the measure knows black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})
