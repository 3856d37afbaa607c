import { lineExtensions } from './extensions.ts'
import flagged from './checks/flags.module.css'
import suggested from './suggest/suggestions.module.css'
import styles from './text-editor.module.css'
import type { TextEditorProps } from './text-surface.tsx'
import { TextSurface } from './text-surface.tsx'

/** A text of one line: headline, dek or caption. It wraps on the screen and never holds a line break. */
export function LineEditor({
  look = 'caption',
  onLeave,
  ...props
}: TextEditorProps & {
  /** How large it is set. */
  readonly look?: 'headline' | 'dek' | 'caption'
  /** Enter was pressed: where the next field is, is for the page to say. */
  readonly onLeave?: () => void
}) {
  return (
    <TextSurface
      {...props}
      className={`${styles['line'] ?? ''} ${styles[look] ?? ''} ${suggested['suggestions'] ?? ''} ${flagged['flags'] ?? ''}`}
      extensions={lineExtensions}
      abilities={{ leaveLine: onLeave ?? (() => undefined) }}
    />
  )
}
