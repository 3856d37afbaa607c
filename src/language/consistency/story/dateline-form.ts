import { datelineText } from '../../../domain/dateline.ts'
import type { DatelineStyle } from '../../../domain/newsroom-settings.ts'
import { flagAt } from './flag-at.ts'
import { readDateline, type WrittenDateline } from './read-dateline.ts'
import type { ReadStory, StoryCheck } from './read-story.ts'

/** Agencies whose own form is right for their own copy. */
const OWN: Readonly<Record<string, DatelineStyle>> = { AP: 'AP', Reuters: 'Reuters', AFP: 'AFP', PA: 'PA' }

/** A dateline in the text that neither the newsroom's style nor the agency that it names would write so. */
export const datelineForm: StoryCheck = (story) => {
  const [first] = story.body
  const written = first ? readDateline(first.line.signs) : null
  if (!first || !written) return inField(story)
  const { datelineStyle } = story.settings
  const own = OWN[written.source]
  const styles: readonly DatelineStyle[] = own === undefined ? [datelineStyle] : [datelineStyle, own]
  const wanted = styles.map((style) => inStyle(written, style, story))
  if (wanted.some((text) => sameForm(text, written.text))) return []
  const [right = ''] = wanted
  return [
    flagAt(
      'dateline-form',
      { at: first, stretch: { from: 0, to: written.text.length } },
      `A dateline in ${datelineStyle} style is written “${right}”.`,
      { fixes: [right] },
    ),
  ]
}

function inStyle(written: WrittenDateline, style: DatelineStyle, { story }: ReadStory): string {
  const { date } = story.content.fields
  const year = /^\d{4}/.test(date) ? date.slice(0, 4) : ''
  const two = (value: number): string => String(value).padStart(2, '0')
  const full =
    written.date && year !== '' ? `${year}-${two(written.date.month + 1)}-${two(written.date.day)}` : date
  return datelineText({ place: written.place, date: full, source: written.source }, style)
}

/** Wires send two hyphens for a dash; states may be short or not; without a date the story gives none. */
const sameForm = (wanted: string, written: string): boolean => plain(wanted) === plain(written)

const plain = (text: string): string =>
  text
    .replace(/--|–/g, '—')
    .replace(/\b(\p{Lu}\p{L}{2,4})\.(?= \d)/gu, '$1')
    .replace(/\s+/g, ' ')

/** The field for the place holds a place and nothing else: the dateline's form comes from the settings. */
function inField({ lines }: ReadStory) {
  const at = lines.find(({ line }) => line.part === 'place')
  const more = at
    ? /(?:,\s*(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d|\s\(|\s[—–-]\s?$)/.exec(
        at.line.signs,
      )
    : null
  if (!at || !more) return []
  return [
    flagAt(
      'dateline-form',
      { at, stretch: { from: more.index, to: at.line.signs.length } },
      'Only the place belongs here; date, source and dash are set by the newsroom’s dateline style.',
      { fixes: [''] },
    ),
  ]
}
