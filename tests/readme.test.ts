import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SHORTCUTS, shortcutText } from '../src/editor/shortcuts.ts'

const readme = readFileSync('README.md', 'utf8')

test('README lists every shortcut of the editors as it is', () => {
  const rows = Object.values(SHORTCUTS).map(
    ({ keys, label }) => `| ${keys.map((key) => shortcutText(key, false)).join(', ')} | ${label} |`,
  )
  expect(rows.filter((row) => !readme.includes(row))).toEqual([])
})

test('every file that README points to is there', () => {
  const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/gu)].map(([, target = '']) => target)
  expect(targets.length).toBeGreaterThan(5)
  expect(targets.filter((target) => !existsSync(target))).toEqual([])
})

test('README says the two commands', () => {
  expect(readme).toContain('npm install && npm start')
  expect(readme).toContain('npm install && npm test')
})

test('every piece of code in README stands in the example that it is about, and so compiles and is tested', () => {
  const folder = 'tests/backends/json-folder'
  const example = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  const pieces = [...readme.matchAll(/```ts\n([\s\S]*?)```/gu)].map(([, piece = '']) => piece)
  expect(pieces).toHaveLength(2)
  expect(pieces.filter((piece) => !example.some((text) => text.includes(piece)))).toEqual([])
})
