import type { FlagKind, FlagWeight } from '../../domain/checks/flag.ts'

/** A flag of one text: the block in its content, the range in that block in UTF-16 units, and what stands there. */
export type TextFlag = {
  readonly id: string
  readonly kind: FlagKind
  readonly weight: FlagWeight
  readonly block: number
  readonly from: number
  readonly to: number
  readonly words: string
}

/** The flags of one text, and what an editor tells of them. */
export type TextFlags = {
  readonly flags: readonly TextFlag[]
  /** Id of the one that is looked at, or null. */
  readonly active: string | null
  /** Flagged words were clicked, or asked for by command. */
  readonly onOpen: (id: string) => void
}

/** A text that nobody checks. */
export const NO_FLAGS: TextFlags = { flags: [], active: null, onOpen: () => undefined }
