import type { Node } from '@tiptap/pm/model'
import type { Json } from '../../domain/json.ts'
import { sameJson } from '../../domain/json.ts'
import { SEAM } from '../../domain/text-layout.ts'
import type { Attributes } from '../../domain/yjs-items.ts'
import { attributesOf } from './marks-attributes.ts'

/** What a head holds, its place apart. */
export type HeadFields = { readonly [name: string]: Json }

/**
 * One unit of the text as the document shows it: a UTF-16 code unit, an inline embed, or a head. A block's opening
 * token, an atom and a seam (`inline`) are heads; every token but a block's closing one is one unit.
 */
export type Unit =
  | { readonly char: string; readonly attributes: Attributes }
  | { readonly embed: Json; readonly attributes: Attributes }
  | { readonly head: 'start' | 'atom'; readonly fields: HeadFields; readonly inline?: true }

/** A text of one line has no heads: its only block is no unit. */
export const isLine = (doc: Node): boolean => doc.type.spec.content === 'block'

export const isSeam = (node: Node): boolean => node.type.name === 'seam'

/** Has this block no head in the text? */
export const isHeadless = (node: Node): boolean => node.attrs['implicit'] === true

/** The fields of the head that a block, an atom or a seam stands for. */
export function fieldsOf(node: Node): HeadFields {
  const { attrs } = node
  const extra = attrs['extra'] as HeadFields
  switch (node.type.name) {
    case 'picture':
      return { ...extra, atom: 'picture', photo: String(attrs['photo']) }
    case 'rule':
      return { ...extra, atom: 'rule' }
    case 'unknownBlock':
      return { atom: 'unknown', ...(attrs['raw'] as HeadFields) }
    case 'seam':
      return { ...extra, kind: SEAM }
    default: {
      const level = Number(attrs['level'])
      return { ...extra, kind: String(attrs['kind']), ...(level > 0 ? { level } : {}) }
    }
  }
}

/** The embed that an inline node stands for. */
const embedOf = (node: Node): Json =>
  node.type.name === 'unknownInline' ? (node.attrs['raw'] as Json) : { br: 1 }

/**
 * The units of the tokens between two positions. With `fresh` every block is taken to have a head: it was just made.
 */
export function unitsBetween(doc: Node, from: number, to: number, fresh = false): Unit[] {
  const units: Unit[] = []
  const line = isLine(doc)
  let pos = 0
  for (let index = 0; index < doc.childCount && pos < to; index++) {
    const node = doc.child(index)
    if (pos + node.nodeSize > from) {
      if (!node.isTextblock) {
        units.push({ head: 'atom', fields: fieldsOf(node) })
      } else {
        if (pos >= from && !line && (fresh || !isHeadless(node))) {
          units.push({ head: 'start', fields: fieldsOf(node) })
        }
        pushInline(units, node, from - pos - 1, to - pos - 1)
      }
    }
    pos += node.nodeSize
  }
  return units
}

function pushInline(units: Unit[], block: Node, from: number, to: number): void {
  block.forEach((child, at) => {
    if (at + child.nodeSize <= from || at >= to) return
    if (isSeam(child)) {
      units.push({ head: 'start', fields: fieldsOf(child), inline: true })
      return
    }
    const attributes = attributesOf(child.marks)
    if (child.isText) {
      const text = child.text ?? ''
      const end = Math.min(text.length, to - at)
      for (let k = Math.max(0, from - at); k < end; k++) units.push({ char: text.charAt(k), attributes })
    } else units.push({ embed: embedOf(child), attributes })
  })
}

/** Do two units hold the same, formats and fields apart? */
export function sameContent(a: Unit, b: Unit): boolean {
  if ('char' in a) return 'char' in b && a.char === b.char
  if ('embed' in a) return 'embed' in b && sameJson(a.embed, b.embed)
  return 'head' in b && a.head === b.head && (a.head === 'start' || a.fields['atom'] === b.fields['atom'])
}
