import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { EditorHost } from './editor-host.ts'
import { editorHost } from './editor-host.ts'

/**
 * The editable element as assistive technology and the spell checker see it, and the hint in an empty text. What the
 * host says is read at every update of the view.
 */
export const Surface = Extension.create<{ host: EditorHost; line: boolean }>({
  name: 'surface',
  addOptions: () => ({ host: editorHost(), line: false }),
  addProseMirrorPlugins() {
    const { host, line } = this.options
    const { editor } = this
    return [
      new Plugin({
        props: {
          attributes: () => ({
            'aria-label': host.label,
            ...(host.describedBy === '' ? {} : { 'aria-describedby': host.describedBy }),
            'aria-multiline': String(!line),
            ...(editor.isEditable ? {} : { 'aria-readonly': 'true' }),
            ...(host.placeholder === '' ? {} : { 'aria-placeholder': host.placeholder }),
            ...(host.lang === '' ? {} : { lang: host.lang }),
            dir: host.dir,
            spellcheck: 'true',
            autocapitalize: 'sentences',
            ...(line ? { enterkeyhint: 'next' } : {}),
          }),
          decorations({ doc }) {
            const only = doc.childCount === 1 ? doc.firstChild : null
            if (host.placeholder === '' || !only?.isTextblock || only.content.size > 0) return null
            return DecorationSet.create(doc, [
              Decoration.node(0, only.nodeSize, { 'data-placeholder': host.placeholder }),
            ])
          },
        },
      }),
    ]
  },
})
