import { NAMED_FAULTS } from './named-faults.ts'
import { DEEDS, ordersOf, together } from './together.ts'

/** Prints what comes of every pair or triple of deeds done at once and synced in every order. Returns whether all is well. */
export function meet(people: number): boolean {
  const names = Object.keys(DEEDS)
  const combinations = people === 2 ? pairs(names) : triples(names)
  const orders = ordersOf(people)
  const counts = new Map<string, number>()
  const examples = new Map<string, string>()
  for (const deeds of combinations) {
    for (const order of orders) {
      const kinds = new Map(together(deeds, order).faults.map(({ kind, detail }) => [kind, detail]))
      for (const [kind, detail] of kinds) {
        counts.set(kind, (counts.get(kind) ?? 0) + 1)
        if (!examples.has(kind)) examples.set(kind, detail)
      }
    }
  }
  console.log(
    `${combinations.length} combinations of ${names.length} deeds by ${people} people, ${orders.length} orders each`,
  )
  const kinds = [
    'lost',
    'doubled',
    'deleted but there',
    'deleted others than meant',
    'written anew',
    'format in another block',
  ]
  const checks = [
    'texts diverged',
    'editors diverged',
    'editor differs from its text',
    'shown otherwise than edited',
    'exception',
  ]
  for (const kind of new Set([...kinds, ...checks, ...counts.keys()])) {
    console.log(
      `  ${kind.padEnd(30)} ${String(counts.get(kind) ?? 0).padStart(6)}  ${examples.get(kind) ?? ''}`,
    )
  }
  return [...counts.keys()].every((kind) => NAMED_FAULTS.has(kind))
}

const pairs = (names: readonly string[]): string[][] =>
  names.flatMap((first) => names.map((second) => [first, second]))

/** Which of three people does which deed makes no difference but for their places: each three deeds once. */
const triples = (names: readonly string[]): string[][] =>
  names.flatMap((first, a) =>
    names.slice(a).flatMap((second, b) => names.slice(a + b).map((third) => [first, second, third])),
  )
