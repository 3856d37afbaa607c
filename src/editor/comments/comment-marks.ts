import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { bindingKey } from '../binding/linear-binding.ts'
import type { WordsRange } from './locate-words.ts'

/** A thread with where its words are now. */
export type Located = { readonly id: string; readonly ranges: readonly WordsRange[] }

type Marks = {
  readonly set: DecorationSet
  readonly active: string | null
  /**
   * Counts up when marks may not be where the words are: a block that was moved took them with it, or what comes from
   * the text brings words back.
   */
  readonly stale: number
}

type Drawn = { readonly threads: readonly Located[]; readonly active: string | null }

const key = new PluginKey<Marks>('commentMarks')

/** Marks the words of threads. They go along with every edit; anew they are drawn only when `drawMarks` says so. */
export function marksPlugin(): Plugin<Marks> {
  return new Plugin<Marks>({
    key,
    state: {
      init: () => ({ set: DecorationSet.empty, active: null, stale: 0 }),
      apply(tr, old) {
        const drawn = tr.getMeta(key) as Drawn | undefined
        if (drawn !== undefined) {
          const decorations = drawn.threads.flatMap((thread) => marksOf(tr.doc, thread, drawn.active))
          return { ...old, set: DecorationSet.create(tr.doc, decorations), active: drawn.active }
        }
        if (!tr.docChanged) return old
        let lost = tr.getMeta(bindingKey) !== undefined
        const onRemove = (): void => {
          lost = true
        }
        const set = old.set.map(tr.mapping, tr.doc, { onRemove })
        return { ...old, set, stale: lost ? old.stale + 1 : old.stale }
      },
    },
    props: { decorations: (state) => key.getState(state)?.set ?? null },
  })
}

/** Draws these threads and no others, one of them as the one that is read. */
export const drawMarks = (tr: Transaction, threads: readonly Located[], active: string | null): Transaction =>
  tr.setMeta(key, { threads, active } satisfies Drawn).setMeta('addToHistory', false)

/** How often marks may have gone astray so far. */
export const staleness = (state: EditorState): number => key.getState(state)?.stale ?? 0

/** Ids of the threads whose words hold this position, those that begin last first: the most exact ones. */
export function threadsAt(state: EditorState, pos: number): readonly string[] {
  const found = key.getState(state)?.set.find(pos, pos) ?? []
  const inside = found.filter(({ from, to }) => from <= pos && pos <= to)
  inside.sort((a, b) => b.from - a.from || a.to - b.to)
  return [...new Set(inside.map(threadOf))]
}

/** Where a thread's words are, from the first to the last; null where none is marked. */
export function rangeOfThread(state: EditorState, thread: string): WordsRange | null {
  const set = key.getState(state)?.set
  const found = set?.find(undefined, undefined, (spec) => spec['thread'] === thread) ?? []
  // Where blocks were moved out of each other there are several: the first in the text is the one to go to.
  const [first] = found.toSorted((a, b) => a.from - b.from || b.to - a.to)
  return first ? { from: first.from, to: first.to } : null
}

const threadOf = (decoration: Decoration): string => String((decoration.spec as { thread?: unknown }).thread)

function marksOf(doc: Node, { id, ranges }: Located, active: string | null): readonly Decoration[] {
  const spec = { thread: id }
  const attributes = { 'data-comment': id, ...(id === active ? { 'data-active': '' } : {}) }
  return ranges.flatMap(({ from, to }) => {
    const marks = [Decoration.inline(from, to, { nodeName: 'span', ...attributes }, spec)]
    doc.nodesBetween(from, to, (node, pos) => {
      if (node.isBlock && node.isAtom) marks.push(Decoration.node(pos, pos + node.nodeSize, attributes, spec))
    })
    return marks
  })
}
