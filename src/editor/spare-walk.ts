/**
 * Keeps React from walking through every node of an editable element that has the focus before each time it draws
 * anything on the page: it would note where the selection is, which ProseMirror brings back by itself. It asks the
 * property only, so the attribute, which makes the element editable, stays as it is.
 */
export function spareWalk(editable: HTMLElement): void {
  Object.defineProperty(editable, 'contentEditable', { value: 'inherit', configurable: true })
}
