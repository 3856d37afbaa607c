import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findTrespasses, importsOf, longFiles, readTree, staticImportsOf, type SourceFile } from './rooms.ts'

const tree = readTree('src')

test('every room imports only what DESIGN.md allows it', () => {
  expect(tree.length).toBeGreaterThan(50)
  expect(findTrespasses(tree)).toEqual([])
})

test('there are no import cycles, and no chain inside of a room is longer than 10', () => {
  expect(longestChains(tree)).toEqual([])
})

test('no file is longer than 400 lines', () => {
  expect(longFiles([...tree, ...readTree('tests')], 400)).toEqual([])
})

test('no file has a name that says nothing', () => {
  const vague = /\/(utils?|helpers?|common|misc)(\/|\.)/u
  expect(tree.map((file) => file.path).filter((path) => vague.test(path))).toEqual([])
})

test.each<[string, SourceFile]>([
  ['ui imports a room', { path: 'src/ui/button.tsx', text: "import { x } from '../domain/person.ts'" }],
  ['domain imports React', { path: 'src/domain/person.ts', text: "import { useState } from 'react'" }],
  [
    'domain imports the store',
    { path: 'src/domain/a.ts', text: "import type { A } from '../store/desk-store.ts'" },
  ],
  [
    'store imports a concrete backend',
    { path: 'src/store/a.ts', text: "import { m } from '../backends/memory.ts'" },
  ],
  [
    'a screen imports a backend',
    { path: 'src/screens/desk/a.tsx', text: "import { m } from '../../backends/memory.ts'" },
  ],
  [
    'a screen loads a backend late',
    { path: 'src/screens/desk/a.tsx', text: "await import('../../backends/memory.ts')" },
  ],
  ['somebody imports main', { path: 'src/screens/a.tsx', text: "export * from '../main.tsx'" }],
])('a planted trespass is found: %s', (_, planted) => {
  expect(findTrespasses([...tree, planted]).map((trespass) => trespass.from)).toContain(planted.path)
})

test('a planted cycle is found', () => {
  const planted = [
    { path: 'src/domain/a.ts', text: "import './b.ts'" },
    { path: 'src/domain/b.ts', text: "import './a.ts'" },
  ]
  expect(longestChains([...tree, ...planted])).not.toEqual([])
})

test('a planted long chain is found', () => {
  const planted = Array.from({ length: 13 }, (_, index) => ({
    path: `src/ui/c${index}.ts`,
    text: `import { x } from './c${index + 1}.ts'`,
  }))
  expect(longestChains([...tree, ...planted])).not.toEqual([])
})

test('a planted long file is found', () => {
  expect(longFiles([{ path: 'src/ui/a.ts', text: 'x\n'.repeat(401) }], 400)).toEqual(['src/ui/a.ts: 401'])
})

test('imports are read in all their forms', () => {
  const text = readFileSync('src/main.tsx', 'utf8')
  expect(importsOf({ path: 'src/main.tsx', text })).toContain('react')
})

/** Cycles over the whole tree, and chains of more than 10 imports inside of one room, as text. */
function longestChains(files: readonly SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, staticImportsOf(file)]))
  const depth = new Map<string, number>()
  const problems: string[] = []
  const visit = (path: string, chain: readonly string[]): number => {
    if (chain.includes(path)) {
      problems.push(`cycle: ${[...chain.slice(chain.indexOf(path)), path].join(' > ')}`)
      return 0
    }
    const known = depth.get(path)
    if (known !== undefined) return known
    let longest = 0
    for (const next of graph.get(path) ?? []) {
      const below = visit(next, [...chain, path])
      if (roomOf(next) === roomOf(path)) longest = Math.max(longest, below + 1)
    }
    depth.set(path, longest)
    if (longest > 10) problems.push(`chain of ${longest} imports from ${path}`)
    return longest
  }
  for (const path of graph.keys()) visit(path, [])
  return problems
}

const roomOf = (path: string): string => path.split('/')[1] ?? ''
