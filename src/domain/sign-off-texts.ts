import { countCharacters, countTks, countWords, findTks, readerText } from './count-words.ts'
import { isBlank, named, quoted } from './finding-words.ts'
import type { Limit } from './newsroom-settings.ts'
import type { Finding, SignOffInput } from './sign-off-item.ts'
import type { Span, StoryContent } from './story-content.ts'
import { spansText } from './story-content.ts'
import type { TextName } from './story-doc.ts'
import { captionName } from './story-doc.ts'
import type { FieldPath } from './suggestions/suggestion.ts'

/** There must be a headline that readers get: a note is none. */
export function missingHeadline({ content }: SignOffInput): readonly Finding[] {
  if (!isBlank(readerText(content.headline))) return []
  return [{ message: 'There is no headline.', jump: { to: 'text', text: 'headline' } }]
}

/** The body must have words. */
export function missingBody({ content }: SignOffInput): readonly Finding[] {
  const hasWords = content.body.some((block) => 'spans' in block && countWords(readerText(block.spans)) > 0)
  return hasWords ? [] : [{ message: 'The body has no words.', jump: { to: 'text', text: 'body' } }]
}

/** One line of text of the story: a block of the body, or another text as its only block. */
type Line = { readonly text: TextName; readonly block: number; readonly spans: readonly Span[] }

function linesOf({ headline, dek, body, photos }: StoryContent): readonly Line[] {
  return [
    { text: 'headline', block: 0, spans: headline },
    { text: 'dek', block: 0, spans: dek },
    ...photos.map(({ id, caption }): Line => ({ text: captionName(id), block: 0, spans: caption })),
    ...body.flatMap((block, index): readonly Line[] =>
      'spans' in block ? [{ text: 'body', block: index, spans: block.spans }] : [],
    ),
  ]
}

/** What a line says, one sign for each of its places; what is no text or no reader's text is a line end. */
function signsOf(spans: readonly Span[]): string {
  return spans
    .map((span) => (!('text' in span) ? '\n' : span.marks.note ? '\n'.repeat(span.text.length) : span.text))
    .join('')
}

/** Every place in a text that is still to come, as the counters count them, and every field that has one. */
export function tksLeft({ content }: SignOffInput): readonly Finding[] {
  const { authors, fields, photos } = content
  const inTexts = linesOf(content).flatMap(({ text, block, spans }) => {
    const signs = signsOf(spans)
    return findTks(signs).map(({ from, to }): Finding => {
      return {
        message: `Still to come in the ${textWords(text)}: ${quoted(wordsAround(signs, from, to))}`,
        jump: { to: 'text', text, at: { block, offset: from } },
      }
    })
  })
  const inFields: readonly (readonly [FieldPath, string, string])[] = [
    ...authors.map(({ id, name }) => [`author:${id}:name`, 'byline', name] as const),
    ['organisation', 'organisation', fields.organisation],
    ['place', 'dateline', fields.place],
    ...photos.flatMap(({ id, alt, credit }) => [
      [`photo:${id}:alt`, 'alt text', alt] as const,
      [`photo:${id}:credit`, 'credit', credit] as const,
    ]),
  ]
  const found = inFields
    .filter(([, , text]) => countTks(text) > 0)
    .map(([field, where, text]): Finding => ({
      message: `Still to come in the ${where}: ${quoted(text)}`,
      jump: { to: 'field', field },
    }))
  return named(
    [...inTexts, ...found],
    (finding) => finding,
    (count) => `Further places still to come: ${count}.`,
  )
}

/** What stands around a place, in whole words; "…" where there is more. */
function wordsAround(text: string, from: number, to: number): string {
  const before = /(?:\S+\s+){0,4}\S*$/u.exec(text.slice(Math.max(0, from - 120), from))?.[0] ?? ''
  const after = /^\S*(?:\s+\S+){0,4}/u.exec(text.slice(to, to + 120))?.[0] ?? ''
  const start = from - before.length
  const end = to + after.length
  const goesOn = text.slice(end).trim() !== ''
  return `${text.slice(0, start).trim() === '' ? '' : '…'}${text.slice(start, end)}${goesOn ? '…' : ''}`
}

const textWords = (text: TextName): string => (text.startsWith('caption:') ? 'caption' : text)

/** Every note for the desk that still stands in a text. */
export function notesLeft({ content }: SignOffInput): readonly Finding[] {
  const notes = linesOf(content).flatMap(({ text, block, spans }) => {
    const found: { readonly offset: number; words: string }[] = []
    let offset = 0
    let inNote = false
    for (const span of spans) {
      const words = 'text' in span ? span.text : '\n'
      const note = span.marks.note ?? false
      const last = found.at(-1)
      if (note && inNote && last) last.words += words
      else if (note) found.push({ offset, words })
      inNote = note
      offset += words.length
    }
    return found.map(({ offset: from, words }): Finding => ({
      message: `A note stands in the ${textWords(text)}: ${quoted(words)}. Readers don’t get it.`,
      jump: { to: 'text', text, at: { block, offset: from } },
    }))
  })
  return named(
    notes,
    (finding) => finding,
    (count) => `Further notes in the text: ${count}.`,
  )
}

/** Headline, dek and captions from the length on that the settings warn of. */
export function longTexts({ content, settings: { limits } }: SignOffInput): readonly Finding[] {
  const rows: readonly (readonly [string, TextName, readonly Span[], Limit])[] = [
    ['headline', 'headline', content.headline, limits.headline],
    ['dek', 'dek', content.dek, limits.dek],
    ...content.photos.map(
      ({ id, caption }) => ['caption', captionName(id), caption, limits.caption] as const,
    ),
  ]
  return rows.flatMap(([what, text, spans, limit]): readonly Finding[] => {
    const characters = countCharacters(spansText(spans))
    if (characters < limit.warning) return []
    return [
      {
        message: `The ${what} has ${characters} characters; from ${limit.warning} on it is too long.`,
        jump: { to: 'text', text },
      },
    ]
  })
}
