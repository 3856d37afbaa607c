import { Extension } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'

type Anchors = ReadonlyMap<object, number>
type Change = { readonly set: object; readonly pos: number } | { readonly drop: object }

const key = new PluginKey<Anchors>('placeAnchor')

/** Remembers places in the document while something is fetched for them, through everybody's edits. */
export const PlaceAnchor = Extension.create({
  name: 'placeAnchor',
  addProseMirrorPlugins: () => [anchorPlugin()],
})

/** The plugin behind it. */
export function anchorPlugin(): Plugin<Anchors> {
  return new Plugin<Anchors>({
    key,
    state: {
      init: () => new Map(),
      apply(tr, old) {
        const change: Change | undefined = tr.getMeta(key) as Change | undefined
        if (change === undefined && (!tr.docChanged || old.size === 0)) return old
        const next = new Map<object, number>()
        for (const [id, pos] of old) {
          if (change === undefined || !('drop' in change) || change.drop !== id)
            next.set(id, tr.mapping.map(pos))
        }
        if (change !== undefined && 'set' in change) next.set(change.set, change.pos)
        return next
      },
    },
  })
}

/** Remembers `pos` under `id` from this transaction on; `pos` is a place in the document after it. */
export const setAnchor = (tr: Transaction, id: object, pos: number): Transaction =>
  tr.setMeta(key, { set: id, pos } satisfies Change)

export const dropAnchor = (tr: Transaction, id: object): Transaction =>
  tr.setMeta(key, { drop: id } satisfies Change)

/** Where the remembered place is now, or null where there is none of that id. */
export const anchorAt = (state: EditorState, id: object): number | null =>
  key.getState(state)?.get(id) ?? null
