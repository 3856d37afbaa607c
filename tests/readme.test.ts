import { existsSync, readFileSync } from 'node:fs'
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
