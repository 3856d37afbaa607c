import type { EditorHost } from './editor-host.ts'
import { bodyExtensions } from './extensions.ts'
import lists from './list-items.module.css'
import type { PhotoSource } from './photo-source.ts'
import { NO_PHOTOS } from './photo-source.ts'
import flagged from './checks/flags.module.css'
import suggested from './suggest/suggestions.module.css'
import styles from './text-editor.module.css'
import type { TextEditorProps } from './text-surface.tsx'
import { TextSurface } from './text-surface.tsx'

export type BodyEditorProps = TextEditorProps & {
  readonly photos?: PhotoSource
  /** A picture was clicked, or Enter pressed on it. */
  readonly onOpenPicture?: (photo: string) => void
  /**
   * Picture files were pasted, dropped or chosen. Call `place` with ids of photos when the story has them: they go
   * where the files were meant to. Without this the body takes no picture files.
   */
  readonly onPictures?: EditorHost['takePictures']
}

/** The body of a story: blocks, lists, pictures and rules. */
export function TextEditor({ photos = NO_PHOTOS, onOpenPicture, onPictures, ...props }: BodyEditorProps) {
  return (
    <TextSurface
      {...props}
      className={`${styles['body'] ?? ''} ${lists['lists'] ?? ''} ${suggested['suggestions'] ?? ''} ${flagged['flags'] ?? ''}`}
      extensions={bodyExtensions}
      abilities={{
        photos,
        openPicture: onOpenPicture ?? (() => undefined),
        takePictures: onPictures ?? null,
      }}
    />
  )
}
