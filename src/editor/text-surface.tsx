import { Editor } from '@tiptap/core'
import type { AnyExtension } from '@tiptap/core'
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import type { StoryUndo } from '../domain/story-undo.ts'
import { createBinding } from './binding/create-binding.ts'
import type { caretsPlugin } from './carets/carets-plugin.ts'
import type { TextCarets } from './carets/story-carets.ts'
import { flagsExtension, showFlags } from './checks/flags-extension.ts'
import type { TextFlags } from './checks/text-flags.ts'
import { NO_FLAGS } from './checks/text-flags.ts'
import { comment, commentsExtension, showComments } from './comments/comments-extension.ts'
import type { TextComments } from './comments/text-comments.ts'
import { NO_COMMENTS } from './comments/text-comments.ts'
import type { EditorHost } from './editor-host.ts'
import { editorHost } from './editor-host.ts'
import { spareWalk } from './spare-walk.ts'
import { KeepTypedText } from './suggest/keep-typed-text.ts'
import { showSuggestions, suggestingKeys, suggestionsExtension } from './suggest/suggestions-extension.ts'
import type { TextSuggestions } from './suggest/text-suggestions.ts'
import { NO_SUGGESTING } from './suggest/text-suggestions.ts'

const LinkDialog = lazy(async () => ({ default: (await import('./link-dialog.tsx')).LinkDialog }))

/** What every editor of a story's text takes. */
export type TextEditorProps = {
  /** The text; another text gets another editor. */
  readonly text: Y.Text
  /** The story's one undo history. */
  readonly undo: StoryUndo
  /** Accessible name: "Body", "Headline", "Dek", "Caption". */
  readonly label: string
  /** Id of an element that describes the text: its length, say. */
  readonly describedBy?: string
  readonly readOnly?: boolean
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl' | 'auto'
  /** Shown while there is no word. */
  readonly placeholder?: string
  /** The comments on this text: another object only where they have changed. */
  readonly comments?: TextComments
  /** Whether what is written is suggested, and which suggestion is looked at: another object only where that changes. */
  readonly suggestions?: TextSuggestions
  /** What the checks found in it: another object only where that changes. */
  readonly flags?: TextFlags
  /** Where others write in it; read when the editor is made. Null where nobody knows. */
  readonly carets?: TextCarets | null
  /** The editor got the focus: the toolbar is for it now. */
  readonly onFocus?: (editor: Editor) => void
  /** The editor there is now; null when it goes. */
  readonly onEditor?: (editor: Editor | null) => void
}

type SurfaceProps = TextEditorProps & {
  readonly className: string
  readonly extensions: (host: EditorHost) => readonly AnyExtension[]
  /** What else the host of this kind of editor does. */
  readonly abilities: Partial<EditorHost>
}

/**
 * How far from the edges of what scrolls the caret is kept, in pixels: the toolbar and the counts of the page lie over
 * the text there.
 */
const CARET_ROOM = { top: 64, right: 0, bottom: 72, left: 0 }

/**
 * Makes one TipTap editor for a text and keeps it: nothing here renders while somebody types. What props change goes
 * to the living editor through its host.
 */
export function TextSurface({ text, undo, className, extensions, ...props }: SurfaceProps) {
  const mount = useRef<HTMLDivElement>(null)
  const [host] = useState(() => editorHost())
  const [editor, setEditor] = useState<Editor | null>(null)
  const [linking, setLinking] = useState(false)
  const latest = useRef(props)
  const { label, describedBy = '', lang = '', dir = 'auto', placeholder = '', readOnly = false } = props
  const { comments = NO_COMMENTS, suggestions = NO_SUGGESTING } = props
  const { abilities, flags = NO_FLAGS } = props

  useLayoutEffect(() => {
    latest.current = props
    Object.assign(host, abilities, {
      label,
      describedBy,
      lang,
      dir,
      placeholder,
      comments,
      openLink: () => setLinking(true),
    })
  })

  useLayoutEffect(() => {
    const element = mount.current
    if (element === null) return undefined
    Object.assign(host, {
      undo: () => undo.manager.undo(),
      redo: () => undo.manager.redo(),
      closeUndoStep: () => undo.manager.stopCapturing(),
      suggestions: latest.current.suggestions ?? NO_SUGGESTING,
    })
    const binding = createBinding({ text, undo, suggester: () => host.suggestions.suggester })
    const commented = { text, binding, host }
    const { carets = null } = latest.current
    const made = new Editor({
      element,
      editable: latest.current.readOnly !== true,
      extensions: [
        ...extensions(host),
        binding.extension,
        commentsExtension(commented),
        suggestionsExtension(commented),
        suggestingKeys(commented),
        KeepTypedText,
        flagsExtension(host),
      ],
      injectCSS: false,
      editorProps: { scrollThreshold: CARET_ROOM, scrollMargin: CARET_ROOM },
      coreExtensionOptions: { tabindex: { value: '0' } },
      enableCoreExtensions: {
        keymap: false,
        clipboardTextSerializer: false,
        delete: false,
        drop: false,
        paste: false,
      },
      onFocus: ({ editor }) => latest.current.onFocus?.(editor),
    })
    Object.assign(host, {
      comment: () => comment(made, commented),
      showComments: (now: TextComments) => showComments(made, commented, now),
      showSuggestions: (now: TextSuggestions) => showSuggestions(made, commented, now),
    })
    spareWalk(made.view.dom)
    if (carets !== null) drawCarets(made, { text, binding, carets })
    setEditor(made)
    latest.current.onEditor?.(made)
    return () => {
      latest.current.onEditor?.(null)
      setEditor(null)
      setLinking(false)
      binding.destroy()
      made.destroy()
    }
  }, [text, undo, host, extensions])

  useLayoutEffect(() => {
    if (editor !== null && !editor.isDestroyed) host.showComments(comments)
  }, [editor, host, comments])

  useLayoutEffect(() => {
    if (editor !== null && !editor.isDestroyed) host.showSuggestions(suggestions)
  }, [editor, host, suggestions])

  // A text that comes onto the page has them at once: a fix of many flags brings it there to be changed.
  useLayoutEffect(() => {
    if (editor !== null) showFlags(editor, host, latest.current.flags ?? NO_FLAGS)
  }, [editor, host])

  // A report in a task of its own: with all else that is drawn for it, it could keep a key waiting.
  useEffect(() => {
    if (editor === null) return undefined
    const task = setTimeout(() => showFlags(editor, host, flags))
    return () => clearTimeout(task)
  }, [editor, host, flags])

  // Attributes of the editable element are read from the host when the view updates; nothing else tells it to.
  const said = [label, describedBy, lang, dir, placeholder].join('\n')
  useLayoutEffect(() => {
    if (editor === null || editor.isDestroyed || said === '') return
    if (editor.isEditable === readOnly) editor.setEditable(!readOnly, false)
    editor.view.updateState(editor.state)
  }, [editor, readOnly, said])

  return (
    <>
      <div ref={mount} className={className} />
      {linking && editor !== null ? (
        <Suspense fallback={null}>
          <LinkDialog editor={editor} onClose={() => setLinking(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

/**
 * Draws the others' carets once that is loaded: the text is there before it. Where it can't be, nothing but their carets
 * is missing until the text is opened again.
 */
function drawCarets(editor: Editor, parts: Parameters<typeof caretsPlugin>[0]): void {
  void import('./carets/carets-plugin.ts').then(
    ({ caretsPlugin: plugin }) => {
      if (!editor.isDestroyed) editor.registerPlugin(plugin(parts))
    },
    () => undefined,
  )
}
