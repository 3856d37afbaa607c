import type { NamedEditor } from './editors-on-page.ts'
import type { Found } from './find-words.ts'

const NAME = 'stet-found'
/** So many are marked on the page; nobody looks at more at once. */
const MOST = 2000

/** Marks on the page what was found, without touching the text's own elements. Does nothing where the browser can't. */
export function highlightFound(places: readonly { readonly in: NamedEditor; readonly found: Found }[]): void {
  if (!('highlights' in CSS)) return
  const ranges = places.slice(0, MOST).flatMap(({ in: { editor }, found }) => {
    if (editor.isDestroyed) return []
    const range = document.createRange()
    const [from, to] = [editor.view.domAtPos(found.from, 1), editor.view.domAtPos(found.to, -1)]
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return [range]
  })
  if (ranges.length > 0) CSS.highlights.set(NAME, new Highlight(...ranges))
  else CSS.highlights.delete(NAME)
}
