import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import type { ImportAnswer, ImportInput } from '../../formats/import-answer.ts'
import { importCopy } from '../../formats/import-copy.ts'

/** What copy says, by this newsroom's settings and on this day. */
export function recogniseCopy(input: ImportInput): ImportAnswer {
  const today = new Date().toLocaleDateString('en-CA')
  return importCopy(input, { ...NEWSROOM_SETTINGS, today })
}
