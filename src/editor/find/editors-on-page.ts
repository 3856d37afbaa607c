import type { Editor } from '@tiptap/core'

/** An editor of the page with the name of its text. */
export type NamedEditor = { readonly name: string; readonly editor: Editor }

/** The editors within an element of the page: the body last, the others as they stand. */
export function editorsOnPage(root: ParentNode): readonly NamedEditor[] {
  const found: NamedEditor[] = []
  for (const element of root.querySelectorAll<HTMLElement>('.ProseMirror')) {
    // TipTap leaves it there.
    const { editor } = element as HTMLElement & { readonly editor?: Editor }
    if (editor && !editor.isDestroyed) found.push({ name: element.getAttribute('aria-label') ?? '', editor })
  }
  const isBody = ({ editor }: NamedEditor): number => (editor.schema.nodes['rule'] === undefined ? 0 : 1)
  return found.toSorted((a, b) => isBody(a) - isBody(b))
}
