import { ArchiveRestore, CircleCheck, CornerUpLeft, Hand, RotateCcw, Send, Trash2, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RowStepName } from './row-steps.ts'

/** The icon that stands before a step's name in menus. */
export const STEP_ICONS: Readonly<Record<RowStepName, ReactNode>> = {
  submit: <Send aria-hidden />,
  withdraw: <Undo2 aria-hidden />,
  claim: <Hand aria-hidden />,
  'take over': <Hand aria-hidden />,
  release: <Undo2 aria-hidden />,
  'request changes': <CornerUpLeft aria-hidden />,
  approve: <CircleCheck aria-hidden />,
  reopen: <RotateCcw aria-hidden />,
  spike: <Trash2 aria-hidden />,
  restore: <ArchiveRestore aria-hidden />,
}
