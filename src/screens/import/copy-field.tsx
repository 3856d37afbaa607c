import { FileUp } from 'lucide-react'
import type { ClipboardEvent, RefObject } from 'react'
import { useId } from 'react'
import styles from './import-dialog.module.css'

const ACCEPT = '.txt,.text,.html,.htm,.md,.markdown,.json,text/plain,text/html,text/markdown,application/json'

/** Where copy is given: typed, pasted with or without its formatting, or as a file. */
export function CopyField({
  textRef,
  onEdit,
  onHtml,
  onFile,
}: {
  readonly textRef: RefObject<HTMLTextAreaElement | null>
  /** What stands in the textbox changed: key by key, or (pasted, dropped) all at once. */
  readonly onEdit: (isTyped: boolean) => void
  /** Pasted with formatting, in place of all that was there. */
  readonly onHtml: (html: string) => void
  readonly onFile: (file: File) => void
}) {
  const id = useId()
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const { clipboardData, currentTarget: area } = event
    const [file] = clipboardData.files
    const html = clipboardData.getData('text/html')
    const text = clipboardData.getData('text/plain')
    if (file !== undefined && text === '') {
      event.preventDefault()
      onFile(file)
      return
    }
    // Formatting is kept where the paste is the whole copy; pasted into other text it is text like that.
    const isWhole = area.selectionStart === 0 && area.selectionEnd === area.value.length
    if (html.trim() === '' || !isWhole) return
    event.preventDefault()
    area.value = text
    area.setSelectionRange(0, 0)
    area.scrollTop = 0
    onHtml(html)
  }
  return (
    <div className={styles['text']}>
      <label htmlFor={id} className={styles['label']}>
        Wire copy
      </label>
      <textarea
        id={id}
        ref={textRef}
        className={styles['area']}
        placeholder="Paste a story as it came: headline, byline, dateline, captions and text, in any order."
        spellCheck={false}
        onPaste={paste}
        onInput={({ nativeEvent }) => {
          onEdit(!(nativeEvent instanceof InputEvent) || !/Paste|Drop/.test(nativeEvent.inputType))
        }}
      />
      <div className={styles['files']}>
        <label className={styles['file']}>
          <FileUp aria-hidden />
          Choose a file
          <input
            type="file"
            aria-label="Copy file"
            accept={ACCEPT}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file !== undefined) onFile(file)
              event.target.value = ''
            }}
          />
        </label>
        <span>or drop one here: .txt, .html, .md, or a story saved from Stet (.json)</span>
      </div>
    </div>
  )
}
