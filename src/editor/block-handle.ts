import { Extension } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { groupAt } from './commands/selected-blocks.ts'
import { standingBlocks } from './suggest/copy-standing.ts'

/**
 * A grip beside the block under the pointer: drag it to move the block, click it to select the block. For the hand
 * only; by keyboard blocks move with Alt and the arrows.
 */
export const BlockHandle = Extension.create({
  name: 'blockHandle',
  addProseMirrorPlugins: () => [
    new Plugin({
      view(view) {
        const handle = createHandle(view)
        return {
          update({ state }, before) {
            if (state.doc !== before.doc) handle.hide()
          },
          destroy: handle.destroy,
        }
      },
    }),
  ],
})

function createHandle(view: EditorView): { readonly hide: () => void; readonly destroy: () => void } {
  const grip = document.createElement('div')
  grip.dataset['blockHandle'] = ''
  grip.draggable = true
  grip.hidden = true
  grip.setAttribute('aria-hidden', 'true')
  grip.title = 'Drag to move this block'
  const parent = view.dom.parentElement
  parent?.append(grip)
  let pos: number | null = null

  const hide = (): void => {
    // While the grip is dragged, hiding it would end the drag.
    if (view.dragging === null) grip.hidden = true
  }
  const show = (event: MouseEvent): void => {
    // With a button down something is being dragged or selected: the grip stays with its block.
    if (!view.editable || !(event.target instanceof Node) || event.buttons !== 0) return
    pos = blockAround(view, event.target)
    const element = pos === null ? null : view.nodeDOM(pos)
    grip.hidden = !(element instanceof HTMLElement)
    if (element instanceof HTMLElement) grip.style.top = `${element.offsetTop}px`
  }
  const select = (): boolean => {
    const node = pos === null ? null : view.state.doc.nodeAt(pos)
    if (pos === null || node === null) return false
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
    view.focus()
    return true
  }
  const drag = (event: DragEvent): void => {
    if (!select() || event.dataTransfer === null) return
    const selection = view.state.selection as NodeSelection
    const { from, to, slice } = draggedBlocks(view.state, selection)
    event.dataTransfer.clearData()
    const standing = standingBlocks(view.state, from, to) ?? [selection.node]
    event.dataTransfer.setData('text/plain', standing.map(({ textContent }) => textContent).join('\n'))
    event.dataTransfer.effectAllowed = 'copyMove'
    const element = view.nodeDOM(selection.from)
    if (element instanceof HTMLElement) event.dataTransfer.setDragImage(element, 0, 0)
    // ProseMirror's drop moves what stands here: the same nodes go out and in, which the binding knows as a move.
    const node = { replace: (tr: Transaction) => tr.delete(from, to) }
    Object.assign(view, { dragging: { slice, move: true, node } })
  }
  const drop = (): void => {
    Object.assign(view, { dragging: null })
    hide()
  }
  view.dom.addEventListener('mouseover', show)
  parent?.addEventListener('mouseleave', hide)
  grip.addEventListener('click', select)
  grip.addEventListener('dragstart', drag)
  grip.addEventListener('dragend', drop)
  return {
    hide,
    destroy() {
      view.dom.removeEventListener('mouseover', show)
      parent?.removeEventListener('mouseleave', hide)
      grip.remove()
    },
  }
}

/** The selected block with those that will be one with it, as suggested. */
function draggedBlocks(
  state: EditorState,
  { $from, from, to }: NodeSelection,
): { readonly from: number; readonly to: number; readonly slice: Slice } {
  const blocks = groupAt(state, $from.index(0))
  const [first, last] = [blocks[0], blocks.at(-1)]
  const content = Fragment.from(blocks.map(({ node }) => node))
  const end = last ? last.pos + last.node.nodeSize : to
  return { from: first?.pos ?? from, to: end, slice: new Slice(content, 0, 0) }
}

/** Where the block begins that holds this piece of the page. */
function blockAround(view: EditorView, target: Node): number | null {
  let element: Node | null = target
  while (element !== null && element.parentNode !== view.dom) element = element.parentNode
  if (element === null) return null
  const inside = view.posAtDOM(element, 0)
  const $pos = view.state.doc.resolve(inside)
  return $pos.depth > 0 ? $pos.before(1) : inside
}
