import { Extension } from '@tiptap/core'
import { InputRule, inputRules } from '@tiptap/pm/inputrules'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import type { BlockKind } from '../domain/block-kind.ts'
import { checkLink } from './check-link.ts'
import { kindOf, setKindAt } from './commands/block-kind-of.ts'
import { isLine } from './commands/selected-blocks.ts'
import { blankBlock } from './commands/split-block.ts'
import type { EditorHost } from './editor-host.ts'
import { editorHost } from './editor-host.ts'

/** What is typed at the start of a paragraph, and what it makes of it. */
const BLOCK_RULES: readonly { readonly typed: RegExp; readonly kind: BlockKind }[] = [
  { typed: /^##\s$/, kind: 'heading2' },
  { typed: /^###\s$/, kind: 'heading3' },
  { typed: /^>\s$/, kind: 'quote' },
  { typed: /^[-*]\s$/, kind: 'bullet' },
  { typed: /^1[.)]\s$/, kind: 'number' },
]

// The opening sign stands at the start or after something that isn't part of a word, and no blank follows it or
// goes before the closing one: "2 * 3 * 4" is arithmetic.
const BOLD = /(?<![*\p{L}\p{N}])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/u
const ITALIC = /(?<![*\p{L}\p{N}])\*([^*\s](?:[^*]*[^*\s])?)\*$/u
const LINK = /\[([^[\]]+)\]\(([^()\s]+)\)$/

/**
 * Markdown-like shorthand while typing. Backspace directly after takes the effect back and leaves what was typed;
 * undo does so too, since the effect is a step of its own.
 */
export const InputRules = Extension.create<{ host: EditorHost }>({
  name: 'stetInputRules',
  addOptions: () => ({ host: editorHost() }),
  addProseMirrorPlugins() {
    const { host } = this.options
    return [inputRules({ rules: typingRules(() => host.closeUndoStep()) })]
  },
})

/** The rules; `apart` is called before one takes effect. */
export function typingRules(apart: () => void): InputRule[] {
  const rule = (
    typed: RegExp,
    effect: (state: EditorState, match: RegExpMatchArray, from: number, to: number) => Transaction | null,
  ): InputRule =>
    new InputRule(typed, (state, match, from, to) => {
      const tr = effect(state, match, from, to)
      if (tr !== null) apart()
      return tr
    })
  return [
    ...BLOCK_RULES.map(({ typed, kind }) =>
      rule(typed, (state, _, from, to) => makeKind(state, kind, from, to)),
    ),
    rule(/^---$/, (state, _, from) => makeRule(state, from)),
    rule(BOLD, (state, match, from, to) => wrap(state, 'bold', {}, match, from, to)),
    rule(ITALIC, (state, match, from, to) => wrap(state, 'italic', {}, match, from, to)),
    rule(LINK, (state, match, from, to) => {
      const link = checkLink(match[2] ?? '')
      return link.ok && !isLine(state) ? wrap(state, 'link', { href: link.href }, match, from, to) : null
    }),
  ]
}

function makeKind(state: EditorState, kind: BlockKind, from: number, to: number): Transaction | null {
  const $from = state.doc.resolve(from)
  if (isLine(state) || $from.depth !== 1 || kindOf($from.parent) !== 'paragraph') return null
  const tr = state.tr.delete(from, to)
  setKindAt(tr, $from.before(), kind)
  return tr
}

function makeRule(state: EditorState, from: number): Transaction | null {
  const $from = state.doc.resolve(from)
  const rule = state.schema.nodes['rule']
  // "--" is what stands there while the third dash is typed.
  if (isLine(state) || rule === undefined || $from.depth !== 1 || $from.parent.content.size !== 2) return null
  if (kindOf($from.parent) !== 'paragraph') return null
  const at = $from.before()
  const tr = state.tr.delete(from, from + 2).insert(at, rule.create())
  const below = at + 1
  if (tr.doc.nodeAt(below) === null) tr.insert(below, blankBlock(state, 'paragraph'))
  return tr.setSelection(TextSelection.create(tr.doc, below + 1))
}

/** Leaves the first group of the match, marked, in place of all that was matched; the last sign isn't typed yet. */
function wrap(
  state: EditorState,
  name: string,
  attrs: Record<string, unknown>,
  match: RegExpMatchArray,
  from: number,
  to: number,
): Transaction | null {
  const type = state.schema.marks[name]
  const words = match[1]
  // A hard break or another thing without text in the words would be a sign of its own to the pattern.
  if (type === undefined || words === undefined || words.includes('\uFFFC')) return null
  const start = from + match[0].indexOf(words)
  const end = start + words.length
  const tr = state.tr.delete(end, to).delete(from, start)
  tr.addMark(from, from + words.length, type.create(attrs))
  return tr.removeStoredMark(type)
}
