import type { StoryContent } from '../domain/story-content.ts'
import type { Recognition } from './recognition.ts'

/** A file's bytes or pasted text. `name` is the file's name, or '' for what was pasted. */
export type ImportInput =
  | { readonly bytes: Uint8Array; readonly name: string }
  | { readonly text: string; readonly name: string }

/** The copy as it was given, decoded and otherwise verbatim, to be kept with the story. */
type ImportSource = { readonly name: string; readonly type: string; readonly text: string }

/** `notes` are sentences for people about how it was read. */
export type ImportAnswer =
  | {
      readonly ok: true
      readonly kind: 'copy'
      readonly recognition: Recognition
      readonly source: ImportSource
      readonly notes: readonly string[]
    }
  | {
      readonly ok: true
      readonly kind: 'story'
      readonly content: StoryContent
      readonly pictures: readonly Blob[]
      readonly source: ImportSource | null
      readonly notes: readonly string[]
    }
  | { readonly ok: false; readonly message: string }
