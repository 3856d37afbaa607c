import { Fragment } from '@tiptap/pm/model'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { rising } from './rising.ts'

/** Makes a document show these blocks, with the smallest steps: what stays keeps its DOM, decorations and carets. */
export function syncBlocks(tr: Transaction, nodes: readonly Node[]): void {
  const old: Node[] = []
  tr.doc.forEach((node) => old.push(node))
  let first = 0
  while (first < old.length && first < nodes.length && isSame(old[first], nodes[first])) first += 1
  let last = 0
  while (
    last < old.length - first &&
    last < nodes.length - first &&
    isSame(old[old.length - 1 - last], nodes[nodes.length - 1 - last])
  ) {
    last += 1
  }
  const oldMiddle = old.slice(first, old.length - last)
  const newMiddle = nodes.slice(first, nodes.length - last)
  const kept = [...commonBlocks(oldMiddle, newMiddle), [oldMiddle.length, newMiddle.length] as const]
  const start = sizeOf(old.slice(0, first))
  const gaps: { from: number; to: number; next: readonly Node[] }[] = []
  let [a, b] = [0, 0]
  for (const [oldIndex, newIndex] of kept) {
    const from = start + sizeOf(oldMiddle.slice(0, a))
    const to = from + sizeOf(oldMiddle.slice(a, oldIndex))
    gaps.push({ from, to, next: newMiddle.slice(b, newIndex) })
    a = oldIndex + 1
    b = newIndex + 1
  }
  for (const { from, to, next } of gaps.reverse()) replaceBlocks(tr, from, to, next)
}

/** Replaces whole blocks, with as small a step as the difference allows. */
export function replaceBlocks(tr: Transaction, from: number, to: number, next: readonly Node[]): void {
  const only = tr.doc.nodeAt(from)
  const one = next[0]
  if (next.length === 1 && one?.type === only?.type && only && one && from + only.nodeSize === to) {
    for (const [name, value] of Object.entries(one.attrs)) {
      if (!sameValue(only.attrs[name], value)) tr.setNodeAttribute(from, name, value)
    }
  }
  const old = tr.doc.slice(from, to).content
  const fresh = Fragment.from(next)
  const start = old.findDiffStart(fresh)
  if (start === null) return
  const ends = old.findDiffEnd(fresh)
  if (!ends) return
  let { a, b } = ends
  const overlap = start - Math.min(a, b)
  if (overlap > 0) {
    a += overlap
    b += overlap
  }
  const holder = tr.doc.type.create(null, fresh)
  const tried = tr.maybeStep(small(from + start, from + a, holder, start, b))
  if (tried.failed !== null) tr.step(new ReplaceStep(from, to, holder.slice(0, fresh.size)))
}

function small(from: number, to: number, holder: Node, start: number, end: number): ReplaceStep {
  return new ReplaceStep(from, to, holder.slice(start, end))
}

const sameValue = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

const isSame = (a: Node | undefined, b: Node | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || a.eq(b))

const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((sum, node) => sum + node.nodeSize, 0)

/** Pairs of equal blocks that come in the same order in both lists, as many as there are (first come, first served). */
function commonBlocks(old: readonly Node[], next: readonly Node[]): (readonly [number, number])[] {
  const places = new Map<string, number[]>()
  const keyOf = (node: Node): string => `${node.type.name} ${node.textContent}`
  old.forEach((node, index) => {
    const key = keyOf(node)
    const list = places.get(key)
    if (list) list.push(index)
    else places.set(key, [index])
  })
  const pairs: [number, number][] = []
  next.forEach((node, index) => {
    const list = places.get(keyOf(node))
    const found = list?.findIndex((place) => isSame(old[place], node)) ?? -1
    if (!list || found < 0) return
    const [place] = list.splice(found, 1)
    if (place !== undefined) pairs.push([place, index])
  })
  return rising(pairs.map(([place]) => place)).flatMap((index) => pairs.slice(index, index + 1))
}
