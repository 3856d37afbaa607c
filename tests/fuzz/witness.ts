import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { textRuns } from '../../src/domain/text-runs.ts'
import { firstItem } from '../../src/domain/yjs-items.ts'
import { bindingKey } from '../../src/editor/binding/linear-binding.ts'
import * as Y from 'yjs'
import type { Writer } from '../editor/binding/writer.ts'
import { isTrue, plainText } from '../editor/binding/writer.ts'
import type { Meant } from './operations.ts'

type Fault = { readonly kind: string; readonly detail: string }

/**
 * Watches several people write and remembers what each of them did to each character: every one is unique, and at
 * the end it is there once, or somebody deleted exactly it.
 */
export class Witness {
  readonly writers: readonly Writer[]
  readonly history: boolean
  readonly faults: Fault[] = []
  /** All characters ever written. */
  readonly all = new Set<string>()
  /** Who deleted a character by an edit or an undo of their own. */
  readonly deletedBy = new Map<string, Set<Writer>>()
  /** Who took a copy of a character away, even where another copy was left: an undo may be late to arrive. */
  readonly fewerBy = new Map<string, Set<Writer>>()
  /** Who brought a deleted one back. */
  readonly restoredBy = new Map<string, Set<Writer>>()
  /** Characters that somebody saw formatted right after an edit of their own. */
  readonly formatted = new Set<string>()
  /** Blocks in which somebody saw a format right after an edit of their own. */
  readonly formattedBlocks = new Set<string>()
  typed = 0

  constructor(writers: readonly Writer[], history: boolean) {
    this.writers = writers
    this.history = history
    for (const writer of writers) {
      for (const character of characters(writer)) this.all.add(character)
      this.seeFormats(writer)
    }
  }

  note(kind: string, detail: string): void {
    this.faults.push({ kind, detail })
  }

  /** Runs something that must not throw. */
  guard(where: string, run: () => void): void {
    try {
      run()
    } catch (error) {
      this.note(
        'exception',
        `${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
    }
  }

  /** Runs one person's edit and accounts for every character that it adds or takes away. */
  local(writer: Writer, where: string, run: () => Meant, isHistory = false): Meant {
    const ids = idsOf(writer)
    const countsBefore = countsOf(writer)
    const { editor } = writer
    const watch = ({ transaction }: { transaction: Transaction }): void => {
      if (transaction.getMeta(bindingKey) === undefined) return
      const [edited, drawn] = [shownIn(transaction.before), shownIn(transaction.doc)]
      if (edited !== drawn) this.note('shown otherwise than edited', `${where}: ${edited} became ${drawn}`)
    }
    if (!isHistory) editor.on('transaction', watch)
    const meant = run()
    editor.off('transaction', watch)
    const idsNow = idsOf(writer)
    const after = new Set(idsNow.keys())
    for (const [character, id] of idsNow) {
      const twice = (countsBefore.get(character) ?? 0) > 1
      if (!isHistory && !twice && (ids.get(character) ?? id) !== id)
        this.note('written anew', `${where}: ${character}`)
    }
    const countsAfter = countsOf(writer)
    let gone = ''
    for (const [character, count] of countsBefore) {
      const fewer = count - (countsAfter.get(character) ?? 0)
      if (fewer > 0) {
        gone += character.repeat(fewer)
        put(this.fewerBy, character, writer)
      }
      if (!after.has(character)) put(this.deletedBy, character, writer)
    }
    for (const [character, count] of countsAfter) {
      if (count <= (countsBefore.get(character) ?? 0)) continue
      if (this.all.has(character)) put(this.restoredBy, character, writer)
      else this.typed += 1
      this.all.add(character)
    }
    if (meant && meant.deleted !== '*' && sorted(gone) !== sorted(meant.deleted)) {
      this.note('deleted others than meant', `${where}: ${gone} instead of ${meant.deleted}`)
    }
    this.seeFormats(writer)
    return meant
  }

  seeFormats(writer: Writer): void {
    for (const { text, format, block } of formattedText(writer)) {
      this.formattedBlocks.add(`${format} ${block}`)
      for (const character of text) this.formatted.add(`${format} ${character}`)
    }
  }

  /** Is every editor what its text says, and its document and selection valid? */
  editors(where: string): void {
    for (const writer of this.writers) {
      this.guard(where, () => {
        if (!isTrue(writer)) this.note('editor differs from its text', where)
        const { doc, selection } = writer.editor.state
        if (selection.to > doc.content.size) this.note('selection outside', where)
        if (
          /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(
            plainText(writer.text),
          )
        ) {
          this.note('emoji cut', where)
        }
      })
    }
  }

  /** Everything has arrived everywhere. */
  end(where: string): void {
    const [first] = this.writers
    if (!first) return
    const state = stateOf(first)
    const shown = JSON.stringify(first.editor.getJSON())
    for (const writer of this.writers) {
      if (stateOf(writer) !== state) this.note('texts diverged', where)
      if (JSON.stringify(writer.editor.getJSON()) !== shown) this.note('editors diverged', where)
    }
    const counts = countsOf(first)
    for (const character of this.all) {
      const count = counts.get(character) ?? 0
      const deleted = this.deletedBy.has(character)
      const detail = `${where}: ${character}`
      if (count === 0 && !deleted) this.note('lost', detail)
      if (count > 0 && deleted && !this.restoredBy.has(character)) this.note('deleted but there', detail)
      // Two people who deleted the same character and both undo that each bring it back: Yjs knows no better.
      if (count > 1) this.note(this.isTwiceUndone(character) ? 'restored by two people' : 'doubled', detail)
    }
    this.endFormats(first, where)
  }

  isTwiceUndone(character: string): boolean {
    return (this.fewerBy.get(character)?.size ?? 0) > 1 && (this.restoredBy.get(character)?.size ?? 0) > 1
  }

  /** A format may spread within its block (Yjs loses closing markers); never past it. */
  endFormats(writer: Writer, where: string): void {
    const rows = formattedText(writer).map((row) => {
      const meant = charactersOf(row.text).filter((character) =>
        this.formatted.has(`${row.format} ${character}`),
      )
      const name = row.format.slice(0, row.format.indexOf(' '))
      const opened = `${name} ${row.block}`
      return { text: row.text, key: `${row.format} ${row.block}`, opened, meant: meant.length }
    })
    // Blocks that were joined go by the name of the first: what was meant in the second is seen there.
    const known = new Set(rows.filter(({ meant }) => meant > 0).map(({ key }) => key))
    const opened = openedIn(writer)
    for (const { text, key, meant, opened: mark } of rows) {
      if (meant === charactersOf(text).length) continue
      const own = known.has(key) || this.formattedBlocks.has(key)
      // No start lies between the mark and the text: those that did went when the blocks were joined.
      const spread = own ? 'format spread in its block' : 'format spread after a join'
      this.note(own || opened.has(mark) ? spread : 'format in another block', `${where}: ${key}`)
    }
  }
}

/** What a reader sees, block by block. */
function shownIn(doc: Node): string {
  const rows: string[] = []
  doc.forEach((node) => {
    const { kind, level, photo } = node.attrs
    const marks: string[] = []
    node.forEach((child) => {
      if (child.type.name !== 'seam')
        marks.push(`${child.text ?? child.type.name} ${child.marks.map(({ type }) => type.name).join('+')}`)
    })
    const fields = [kind === 'seam' ? 'paragraph' : kind, level, photo, node.type.name]
    rows.push(`${fields.join(' ')}: ${joined(marks)}`)
  })
  return rows.join(' | ')
}

/** Neighbours with the same marks as one: a seam between them may have been left out. */
function joined(marks: readonly string[]): string {
  let text = ''
  let last = ''
  for (const row of marks) {
    const at = row.indexOf(' ')
    if (row.slice(at) !== last) text += row.slice(at)
    last = row.slice(at)
    text += row.slice(0, at)
  }
  return text
}

/** The characters of a text with their Yjs ids. */
function idsOf({ text }: Writer): Map<string, string> {
  const ids = new Map<string, string>()
  for (let item = firstItem(text); item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    let { clock } = item.id
    for (const character of item.content.str) {
      ids.set(character, `${item.id.client}:${clock}`)
      clock += character.length
    }
  }
  return ids
}

/** The names of formats with the runs in which they are opened. */
function openedIn({ text }: Writer): Set<string> {
  const opened = new Set<string>()
  let run = ''
  for (let item = firstItem(text); item; item = item.right) {
    if (item.deleted) continue
    const { content, id } = item
    const isHead = content instanceof Y.ContentType
    if (isHead || (run === '' && item.countable)) run = `${id.client}:${id.clock}`
    if (content instanceof Y.ContentFormat && content.value !== null) opened.add(`${content.key} ${run}`)
  }
  return opened
}

/** What stands in a text, with the keys of heads in a fixed order. */
function stateOf({ text }: Writer): string {
  const rows = text.toDelta() as { insert: unknown; attributes?: object }[]
  return JSON.stringify(
    rows.map(({ insert, attributes }) => [
      insert instanceof Y.Map ? sortedEntries(insert.toJSON()) : insert,
      sortedEntries(attributes ?? {}),
    ]),
  )
}

const sortedEntries = (row: object): [string, unknown][] =>
  Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))

const charactersOf = (text: string): string[] => Array.from(text)

const characters = (writer: Writer): string[] => charactersOf(plainText(writer.text))

function countsOf(writer: Writer): Map<string, number> {
  const counts = new Map<string, number>()
  for (const character of characters(writer)) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

const sorted = (text: string): string => charactersOf(text).sort().join('')

function put(map: Map<string, Set<Writer>>, key: string, writer: Writer): void {
  const set = map.get(key) ?? new Set<Writer>()
  set.add(writer)
  map.set(key, set)
}

/** Formatted text as readers get it, with the id of the run that it lies in. */
function formattedText({ text }: Writer): { text: string; format: string; block: string }[] {
  return textRuns(text).flatMap(({ id, inline }) =>
    inline.flatMap((part) => {
      const text = 'text' in part ? part.text : ''
      return Object.entries(part.attributes).map(([name, value]) => {
        return { text, format: `${name} ${JSON.stringify(value)}`, block: id.join(':') }
      })
    }),
  )
}
