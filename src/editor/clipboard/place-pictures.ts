import type { EditorView } from '@tiptap/pm/view'
import { TextSelection } from '@tiptap/pm/state'
import { insertPictures } from '../commands/insert-block.ts'
import type { EditorHost } from '../editor-host.ts'
import { anchorAt, dropAnchor, setAnchor } from '../place-anchor.ts'

/** The pictures among pasted or dropped files. */
export const pictureFiles = (data: DataTransfer | null): readonly File[] =>
  Array.from(data?.files ?? []).filter(({ type }) => type.startsWith('image/'))

/** Hands picture files to the page, which calls back when it knows them as photos; `pos` is kept for them till then. */
export function offerPictures(
  view: EditorView,
  host: EditorHost,
  files: readonly File[],
  pos: number,
): boolean {
  if (host.takePictures === null || files.length === 0) return false
  const id = {}
  view.dispatch(setAnchor(view.state.tr, id, pos))
  host.takePictures(files, (photos) => {
    if (view.isDestroyed) return
    const at = anchorAt(view.state, id)
    const { tr } = view.state
    if (at !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(at)))
    view.dispatch(dropAnchor(tr, id))
    insertPictures(photos)(view.state, (next) => view.dispatch(next), view)
  })
  return true
}
