import '../fuzz/dom.ts'
import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import * as Y from 'yjs'
import type { Block } from '../../src/domain/story-content.ts'
import { bodyUpdate, docFrom, openWriter } from '../editor/binding/writer.ts'
import { quantile, table } from './figures.ts'

// `npx tsx tests/bench/binding.ts`: what a keystroke costs in Node and jsdom, bound and bare. No layout, no paint.

const KEYS = 300
const WORDS_A_BLOCK = 45

function story(words: number): readonly Block[] {
  const text = Array.from({ length: WORDS_A_BLOCK }, (_, k) => `word${k}`).join(' ')
  return Array.from({ length: Math.ceil(words / WORDS_A_BLOCK) }, (_, k) => ({
    kind: 'paragraph',
    level: 0,
    spans:
      k % 5 === 0
        ? [
            { text, marks: {} },
            { text: ' bold', marks: { bold: true } },
          ]
        : [{ text, marks: {} }],
  }))
}

function time(count: number, run: (index: number) => void): { median: number; p95: number } {
  for (let k = 0; k < 30; k++) run(k)
  const times: number[] = []
  for (let k = 0; k < count; k++) {
    const began = performance.now()
    run(k)
    times.push(performance.now() - began)
  }
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95) }
}

/** Types on in the middle block. */
function typing(editor: Editor): () => void {
  let at = -1
  const middle = Math.floor(editor.state.doc.childCount / 2)
  editor.state.doc.forEach((_, pos, index) => {
    if (index === middle) at = pos + 20
  })
  return () => {
    editor.view.dispatch(editor.state.tr.insertText('x', at))
    at += 1
  }
}

const rows: Record<string, string | number>[] = []
for (const words of [1_000, 10_000, 50_000]) {
  const body = story(words)
  const bare = new Editor({ element: document.createElement('div'), extensions: [StarterKit] })
  const paragraphs = body.map((block) => {
    const text = 'spans' in block ? block.spans.map((span) => ('text' in span ? span.text : '')).join('') : ''
    return { type: 'paragraph', content: [{ type: 'text', text }] }
  })
  bare.commands.setContent({ type: 'doc', content: paragraphs })
  const base = time(KEYS, typing(bare))
  bare.destroy()

  const writer = openWriter(docFrom(bodyUpdate(body), 5))
  const other = docFrom(Y.encodeStateAsUpdate(writer.doc), 6)
  const measure = (what: string, run: (index: number) => void): void => {
    const { median, p95 } = time(KEYS, run)
    rows.push({
      words,
      what,
      'median ms': median.toFixed(3),
      'p95 ms': p95.toFixed(3),
      'of bare': (median / base.median).toFixed(1),
    })
  }
  rows.push({
    words,
    what: 'bare TipTap',
    'median ms': base.median.toFixed(3),
    'p95 ms': base.p95.toFixed(3),
    'of bare': 1,
  })
  const remote = (): void => {
    other.getText('body').insert(Math.floor(other.getText('body').length / 3), 'y', {})
    Y.applyUpdate(writer.doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(writer.doc)), 'network')
  }
  measure('typing', typing(writer.editor))
  measure('others type', remote)
  const { view } = writer.editor
  const first = view.state.doc.child(0)
  view.dispatch(
    view.state.tr.delete(0, first.nodeSize).insert(view.state.doc.content.size - first.nodeSize, first),
  )
  Y.applyUpdate(other, Y.encodeStateAsUpdate(writer.doc, Y.encodeStateVector(other)), 'network')
  measure('typing, a block moved', typing(writer.editor))
  measure('others type, a block moved', remote)
  let moves = 0
  measure('moving a block', () => {
    moves += 1
    const node = view.state.doc.child(0)
    const target =
      moves % 2 === 0 ? view.state.doc.content.size - node.nodeSize : view.state.doc.child(1).nodeSize
    view.dispatch(view.state.tr.delete(0, node.nodeSize).insert(target, node))
  })
  writer.close()
}
console.log(table(rows))
