import { datelineText, type Dateline } from '../../domain/dateline.ts'
import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import { dateInWords } from './date-words.ts'

const DASH_AT_END = /\s*[-–—]+\s*$/u

/** Byline, dateline and date as one line of the proof. */
export function proofLine(byline: string, { place, date, source }: Dateline): string {
  const dateline = datelineText({ place, date: '', source }, NEWSROOM_SETTINGS.datelineStyle)
  return [byline, dateline.replace(DASH_AT_END, ''), dateInWords(date)]
    .filter((part) => part !== '')
    .join(' · ')
}
