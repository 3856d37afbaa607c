// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { DEEDS, ordersOf, together } from '../../fuzz/together.ts'

// Thousands of small stories: a busy machine may need its time for them.
vi.setConfig({ testTimeout: 120_000 })

const names = Object.keys(DEEDS)

/** Named in the README: a format may go on to the end of its block, because Yjs loses closing markers. */
const faultsOf = (deeds: readonly string[], order: readonly number[]): string[] =>
  together(deeds, order)
    .faults.filter(({ kind }) => kind !== 'format spread in its block')
    .map(({ kind, detail }) => `${kind}: ${detail}`)

describe('two people at once', () => {
  it.each(names)('%s, beside everything else, in both orders', (first) => {
    const faults = names.flatMap((second) => ordersOf(2).flatMap((order) => faultsOf([first, second], order)))
    expect(faults).toEqual([])
  })
})

describe('three people at once', () => {
  const orders = ordersOf(3)
  const triples = names.flatMap((first, a) =>
    names.slice(a).flatMap((second, b) => names.slice(a + b).map((third) => [first, second, third])),
  )

  it.each(names)('%s, beside every two others', (first) => {
    const faults = triples
      .filter((triple) => triple[0] === first)
      .flatMap((triple, index) => faultsOf(triple, orders[index % orders.length] ?? []))
    expect(faults).toEqual([])
  })
})
