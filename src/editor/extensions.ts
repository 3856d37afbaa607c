import type { AnyExtension } from '@tiptap/core'
import { Extension } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { BlockHandle } from './block-handle.ts'
import { Clipboard } from './clipboard/clipboard.ts'
import { CompositionKeeper } from './composition-keeper.ts'
import type { EditorHost } from './editor-host.ts'
import { FreshSelection } from './fresh-selection.ts'
import { InputRules } from './input-rules.ts'
import { Keys } from './keys.ts'
import { NativeInput } from './native-input.ts'
import { Picture } from './nodes/picture.ts'
import { PlaceAnchor } from './place-anchor.ts'
import { BODY_SCHEMA, LINE_SCHEMA } from './schema.ts'
import { Surface } from './surface.ts'
import { TkMarks } from './tk-marks.ts'

/** Carets that the browser doesn't draw: where a drop would go, and between two pictures. */
const Carets = Extension.create({
  name: 'carets',
  addProseMirrorPlugins: () => [dropCursor({ color: 'var(--pencil)', width: 2 }), gapCursor()],
})

const shared = (host: EditorHost, line: boolean): readonly AnyExtension[] => [
  FreshSelection,
  InputRules.configure({ host }),
  Keys.configure({ host, line }),
  NativeInput.configure({ host }),
  Clipboard.configure({ host }),
  Surface.configure({ host, line }),
  CompositionKeeper,
  TkMarks,
]

/** All of the body's editor but its binding. */
export const bodyExtensions = (host: EditorHost): readonly AnyExtension[] => [
  ...BODY_SCHEMA.map((extension) => (extension === Picture ? Picture.configure({ host }) : extension)),
  ...shared(host, false),
  PlaceAnchor,
  Carets,
  BlockHandle,
]

/** All of a one-line editor but its binding. */
export const lineExtensions = (host: EditorHost): readonly AnyExtension[] => [
  ...LINE_SCHEMA,
  ...shared(host, true),
]
