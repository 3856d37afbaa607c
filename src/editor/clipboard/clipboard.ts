import { Extension } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { DOMParser, DOMSerializer, Node as PmNode, Schema } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { checkLink } from '../check-link.ts'
import { setLink } from '../commands/link.ts'
import type { EditorHost } from '../editor-host.ts'
import { editorHost } from '../editor-host.ts'
import { blockNodes } from './block-nodes.ts'
import { insertSlice } from './insert-slice.ts'
import { offerPictures, pictureFiles } from './place-pictures.ts'
import { readHtml } from './read-html.ts'
import { readText } from './read-text.ts'
import { readStetSlice, STET_TYPE, writeStetSlice } from './stet-slice.ts'
import { writeBlocks, writeHtml } from './write-html.ts'
import { writeText } from './write-text.ts'

/** Copy, cut, paste, and dropping things from elsewhere: see the files beside this one for what becomes of what. */
export const Clipboard = Extension.create<{ host: EditorHost }>({
  name: 'stetClipboard',
  addOptions: () => ({ host: editorHost() }),
  addProseMirrorPlugins() {
    return [clipboardPlugin(this.editor.schema, this.options.host)]
  },
})

function clipboardPlugin(schema: Schema, host: EditorHost): Plugin {
  // Pasting with Shift asks for plain words; ProseMirror tells only the parser of plain text.
  let plain = false
  const slice = (blocks: ReturnType<typeof readHtml>): Slice =>
    new Slice(Fragment.from(blockNodes(schema, blocks)), 0, 0)
  return new Plugin({
    props: {
      clipboardParser: {
        parseSlice: (dom: Node) => {
          plain = false
          return slice(readHtml(dom))
        },
      } as unknown as DOMParser,
      clipboardTextParser(text, _context, asPlain) {
        plain = asPlain
        return slice(readText(text))
      },
      // Dragging goes through these two; copying writes its own flavours below.
      clipboardSerializer: {
        serializeFragment: (content: Fragment, options?: { document?: Document }) => {
          const page = options?.document ?? document
          const target = page.createDocumentFragment()
          writeBlocks(content, target, page)
          return target
        },
      } as unknown as DOMSerializer,
      clipboardTextSerializer: writeText,
      handleDOMEvents: {
        copy: (view, event) => copy(view, event),
        cut: (view, event) => view.editable && copy(view, event) && cut(view),
      },
      handlePaste: (view, event, parsed) => paste(view, host, event, parsed, plain),
      handleDrop: (view, event, parsed, moved) => drop(view, host, event, parsed, moved),
    },
  })
}

function copy(view: EditorView, event: ClipboardEvent): boolean {
  const { selection } = view.state
  const data = event.clipboardData
  if (selection.empty || data === null) return false
  let slice = selection.content()
  view.someProp('transformCopied', (change) => {
    slice = change(slice, view)
  })
  event.preventDefault()
  const page = document.implementation.createHTMLDocument('')
  page.body.append(writeHtml(slice, page))
  data.clearData()
  data.setData('text/plain', writeText(slice))
  data.setData('text/html', page.body.innerHTML)
  data.setData(STET_TYPE, writeStetSlice(slice))
  return true
}

function cut(view: EditorView): boolean {
  view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta('uiEvent', 'cut'))
  return true
}

function paste(
  view: EditorView,
  host: EditorHost,
  event: ClipboardEvent,
  parsed: Slice,
  plain: boolean,
): boolean {
  const data = event.clipboardData
  // Word and spreadsheets put a picture of the words beside the words: only where there are none is it meant.
  if (parsed.content.size === 0 && offerPictures(view, host, pictureFiles(data), view.state.selection.from)) {
    return true
  }
  const text = (data?.getData('text/plain') ?? '').trim()
  const own = plain ? null : readStetSlice(view.state.schema, data?.getData(STET_TYPE) ?? '')
  if (own === null && linkSelection(view, text)) return true
  const tr = insertSlice(view.state, view.state.tr, own === null ? closed(parsed) : known(own, host))
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  return true
}

/** ProseMirror opens what comes from elsewhere at both ends; but its first and last blocks are whole blocks. */
const closed = ({ content }: Slice): Slice => new Slice(content, 0, 0)

/** An address pasted over words of one block links them. */
function linkSelection(view: EditorView, text: string): boolean {
  const { selection } = view.state
  if (
    selection.empty ||
    !selection.$from.sameParent(selection.$to) ||
    !/^(?:https?:\/\/|mailto:)\S+$/i.test(text)
  ) {
    return false
  }
  return checkLink(text).ok && setLink(text)(view.state, (tr) => view.dispatch(tr), view)
}

/** Without pictures of photos that this story doesn't have: they came from another one. */
function known(slice: Slice, host: EditorHost): Slice {
  const kept: PmNode[] = []
  slice.content.forEach((node) => {
    const photo = node.type.name === 'picture' ? String(node.attrs['photo']) : null
    if (photo === null || host.photos.photo(photo) !== null) kept.push(node)
  })
  return kept.length === slice.content.childCount ? slice : new Slice(Fragment.from(kept), 0, 0)
}

function drop(view: EditorView, host: EditorHost, event: DragEvent, parsed: Slice, moved: boolean): boolean {
  // What is dragged within this text is ProseMirror's to move: it puts the very same nodes in elsewhere.
  if (moved || view.dragging !== null) return false
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (at === null) return false
  if (offerPictures(view, host, pictureFiles(event.dataTransfer), at.pos)) return true
  if (parsed.content.size === 0) return pictureFiles(event.dataTransfer).length > 0
  const { tr } = view.state
  tr.setSelection(TextSelection.near(tr.doc.resolve(at.pos)))
  view.focus()
  view.dispatch(insertSlice(view.state, tr, closed(parsed)).scrollIntoView().setMeta('uiEvent', 'drop'))
  return true
}
