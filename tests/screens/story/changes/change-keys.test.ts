import { expect, it } from 'vitest'
import { changeKeyOf } from '../../../../src/screens/story/changes/change-keys.ts'

const pressed = (
  key: string,
  mods: readonly string[] = [],
  code = '',
): Parameters<typeof changeKeyOf>[0] => ({
  key,
  code,
  ctrlKey: mods.includes('Ctrl'),
  metaKey: mods.includes('Meta'),
  altKey: mods.includes('Alt'),
  shiftKey: mods.includes('Shift'),
  getModifierState: (name) => mods.includes(name),
})

const cases = [
  ['F8', [], '', 'next'],
  ['F8', ['Shift'], '', 'previous'],
  ['F8', ['Ctrl'], '', null],
  ['s', ['Ctrl', 'Alt'], 'KeyS', 'suggesting'],
  // A Mac types this with Alt.
  ['ß', ['Meta', 'Alt'], 'KeyS', 'suggesting'],
  // AltGr, which some systems tell as Ctrl and Alt, types a letter.
  ['ś', ['Ctrl', 'Alt', 'AltGraph'], 'KeyS', null],
  ['s', ['Ctrl'], 'KeyS', null],
  ['s', [], 'KeyS', null],
  ['Enter', ['Ctrl', 'Alt'], 'Enter', 'accept'],
  ['Backspace', ['Meta', 'Alt'], 'Backspace', 'reject'],
  ['Enter', ['Ctrl'], 'Enter', null],
  ['Backspace', ['Alt'], 'Backspace', null],
] as const

it.each(cases)('%s with %j (%s) is %s', (key, mods, code, expected) => {
  expect(changeKeyOf(pressed(key, mods, code))).toBe(expected)
})
