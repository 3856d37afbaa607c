import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DIALECTS } from '../../../src/domain/checks/check-settings.ts'
import { readHarperName, writeHarperName } from '../../../src/language/spelling/harper-name.ts'

test('any name is read as what was written', () => {
  fc.assert(
    fc.property(fc.constantFrom(...DIALECTS), fc.webUrl({ withQueryParameters: true }), (dialect, url) => {
      expect(readHarperName(writeHarperName({ dialect, url }))).toEqual({ dialect, url })
    }),
  )
})

test('an address may have blanks in it', () => {
  const name = { dialect: 'Canadian', url: 'file:///my desk/harper.wasm' } as const
  expect(readHarperName(writeHarperName(name))).toEqual(name)
})

test.each(['', 'Scottish https://desk.example/harper.wasm', 'british x'])('“%s” is none', (name) => {
  expect(() => readHarperName(name)).toThrow(`“${name}” names no harper`)
})
