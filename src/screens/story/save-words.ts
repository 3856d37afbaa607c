import { allows, type Access } from '../../domain/access.ts'
import type { OpenStory } from '../../store/desk-state.ts'

import { unsentWords } from '../unsent-words.ts'

type SaveState = OpenStory['save']

export type SaveTone = 'quiet' | 'warn' | 'problem'

/** What the state line says: a first word that is always one of five, and the reason behind it. */
export type SaveWords = { readonly word: string; readonly reason: string; readonly tone: SaveTone }

/** The truth about what is stored, in words. Who may only read is told that rather than "Saved". */
export function saveWords(save: SaveState, access: Access): SaveWords {
  const reason = readOnlyReason(save, access)
  switch (save.kind) {
    case 'failed':
      return { word: 'Not saved', reason: save.message, tone: 'problem' }
    case 'offline':
      return { word: 'Offline', reason: offlineWords(save.unsent), tone: 'warn' }
    default:
      if (reason !== null) return { word: 'Read-only', reason, tone: 'warn' }
      return { word: save.kind === 'saving' ? 'Saving…' : 'Saved', reason: '', tone: 'quiet' }
  }
}

/** Why the story can't be written by whoever is at work, neither edited nor suggested in; null where it can. */
export function readOnlyReason(save: SaveState, access: Access): string | null {
  if (save.kind === 'read-only') return save.message
  return allows(access, 'suggest') ? null : access.why
}

function offlineWords(unsent: number): string {
  return unsent === 0 ? 'everything is sent' : `${unsentWords(unsent)}, kept in this browser`
}
