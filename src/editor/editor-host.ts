import type { TextFlags } from './checks/text-flags.ts'
import { NO_FLAGS } from './checks/text-flags.ts'
import type { TextComments } from './comments/text-comments.ts'
import { NO_COMMENTS } from './comments/text-comments.ts'
import type { PhotoSource } from './photo-source.ts'
import { NO_PHOTOS } from './photo-source.ts'
import type { TextSuggestions } from './suggest/text-suggestions.ts'
import { NO_SUGGESTING } from './suggest/text-suggestions.ts'

/**
 * What an editor needs from the page around it. An editor is made once a text, so this object lives as long as the
 * editor does; whoever made it puts new functions and values into it when they change.
 */
export type EditorHost = {
  label: string
  /** Id of what describes the text on the page: its length, say. */
  describedBy: string
  lang: string
  dir: 'ltr' | 'rtl' | 'auto'
  placeholder: string
  photos: PhotoSource
  /** One step back in the one undo history of the story. */
  undo: () => void
  redo: () => void
  /** What follows is a step of its own in that history. */
  closeUndoStep: () => void
  /** The comments on this text. */
  comments: TextComments
  /** Comment on what is selected, or open what was said of it. */
  comment: () => void
  /** Draw the comments as they are now. */
  showComments: (comments: TextComments) => void
  /** What is suggested in this text, and whether what is written now is. */
  suggestions: TextSuggestions
  /** Take over what is said of suggestions now. */
  showSuggestions: (suggestions: TextSuggestions) => void
  /** What the checks found in this text. */
  flags: TextFlags
  /** Ask for the address of a link. */
  openLink: () => void
  /** Show the panel of a picture. */
  openPicture: (photo: string) => void
  /**
   * Picture files were pasted or dropped. `place` puts pictures where they were, however much later it is called and
   * whatever was written meanwhile. Null where this text takes no pictures.
   */
  takePictures: ((files: readonly File[], place: (photos: readonly string[]) => void) => void) | null
  /** Enter in a text of one line. */
  leaveLine: () => void
}

const nothing = (): void => undefined

/** A host that does nothing, with the parts that are given. */
export function editorHost(parts: Partial<EditorHost> = {}): EditorHost {
  // TipTap copies options that are plain objects, and each extension would keep a host of its own as it was at the
  // start. An object with a prototype of its own is passed on as it is.
  const host = Object.create({}) as EditorHost
  return Object.assign(host, {
    label: '',
    describedBy: '',
    lang: '',
    dir: 'auto',
    placeholder: '',
    photos: NO_PHOTOS,
    undo: nothing,
    redo: nothing,
    closeUndoStep: nothing,
    comments: NO_COMMENTS,
    comment: nothing,
    showComments: nothing,
    suggestions: NO_SUGGESTING,
    showSuggestions: nothing,
    flags: NO_FLAGS,
    openLink: nothing,
    openPicture: nothing,
    takePictures: null,
    leaveLine: nothing,
    ...parts,
  })
}
