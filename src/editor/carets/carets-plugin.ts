import type { Transaction } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import type { Binding } from '../binding/create-binding.ts'
import { CaretFollower } from './caret-follower.ts'
import { placeOf, positionOfPlace } from './caret-place.ts'
import { CaretView } from './caret-view.ts'
import { caretVoice } from './caret-voice.ts'
import type { TextCarets } from './story-carets.ts'

/** Transactions that others' carets have yet to follow. */
const key = new PluginKey<readonly Transaction[]>('carets')
const views = new WeakMap<EditorView, CaretView>()

/**
 * Other people's carets in one editor, and one's own for the others. A key costs what it costs to carry each of the
 * carets along; nothing here dispatches a transaction or touches the text's elements.
 */
export function caretsPlugin({
  text,
  binding,
  carets: { name, story },
}: {
  readonly text: Y.Text
  readonly binding: Binding
  readonly carets: TextCarets
}): Plugin {
  const followed = new WeakSet<Transaction>()
  return new Plugin<readonly Transaction[]>({
    key,
    state: {
      init: () => [],
      apply(tr, queue) {
        const waiting = queue.filter((each) => !followed.has(each))
        return tr.docChanged ? [...waiting, tr] : waiting
      },
    },
    view(made) {
      const follower = new CaretFollower(name, (place) => positionOfPlace(binding, made.state.doc, place))
      const drawing = new CaretView(made, follower, story)
      const voice = caretVoice(story)
      const say = (): void => {
        // Whoever only reads has no caret, unless words can be picked (the attribute: see spareWalk).
        if (made.dom.getAttribute('contenteditable') !== 'true') return
        voice.say(made, () => ({ text: name, ...placeOf(text, binding, made.state.selection) }))
      }
      const leave = (): void => {
        // A window that loses the focus keeps the caret of its page.
        if (made.dom.ownerDocument.activeElement !== made.dom) voice.leave(made)
      }
      made.dom.addEventListener('focusin', say)
      made.dom.addEventListener('focusout', leave)
      views.set(made, drawing)
      // Loaded later than the text: somebody may write in it already.
      if (made.dom.ownerDocument.activeElement === made.dom) say()
      return {
        update({ state, dom }, before) {
          for (const tr of key.getState(state) ?? []) {
            if (!followed.has(tr)) follower.follow(tr)
            followed.add(tr)
          }
          const isSelected = !state.selection.eq(before.selection)
          const isChanged = state.doc !== before.doc
          // Where neither is, decorations may be, and the lines with them.
          if (!follower.isIdle && (isChanged || !isSelected)) drawing.drawSoon()
          if ((isSelected || isChanged) && dom.ownerDocument.activeElement === dom) say()
        },
        destroy() {
          made.dom.removeEventListener('focusin', say)
          made.dom.removeEventListener('focusout', leave)
          views.delete(made)
          voice.leave(made)
          drawing.destroy()
        },
      }
    },
  })
}

/** Who draws the carets over an editor; null where nobody does. */
export const caretViewOf = (view: EditorView): CaretView | null => views.get(view) ?? null
