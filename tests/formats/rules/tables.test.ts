import { describe, expect, it } from 'vitest'
import type { Part } from '../../../src/formats/recognition.ts'
import { readByline } from '../../../src/formats/rules/byline.ts'
import { readCaptionCredit } from '../../../src/formats/rules/credit.ts'
import { readDateLine } from '../../../src/formats/rules/date-line.ts'
import { readDateline } from '../../../src/formats/rules/dateline.ts'
import { dateAt, wholeDate, withYear } from '../../../src/formats/rules/dates.ts'
import { readDeskNote } from '../../../src/formats/rules/desk-note.ts'
import { readEndMark, readGluedEndMark } from '../../../src/formats/rules/end-mark.ts'
import { isBareSlug, readLabel } from '../../../src/formats/rules/label.ts'
import { isOrganisation } from '../../../src/formats/rules/organisations.ts'
import { isPersonName } from '../../../src/formats/rules/person-name.ts'
import { readTwins } from '../../../src/formats/rules/twin-lines.ts'

const SETTINGS = { sections: ['World'], language: 'en-GB' }

/** "author Jane Doe; place Paris", or null. */
function told(text: string, parts: readonly Part[] | null): string | null {
  return (
    parts
      ?.map(({ target, from, to, date }) => `${target} ${date ?? text.slice(from, to).trim()}`)
      .join('; ') ?? null
  )
}

describe('dates', () => {
  it.each([
    ['2025-09-03', '2025-09-03'],
    ['2025-09-03T10:30:00Z', '2025-09-03'],
    ['September 03, 2025', '2025-09-03'],
    ['Sept. 3, 2025', '2025-09-03'],
    ['SEPTEMBER 3 2025', '2025-09-03'],
    ['3 September 2025', '2025-09-03'],
    ['3rd of September, 2025', '2025-09-03'],
    ['Wednesday, September 3, 2025', '2025-09-03'],
    ['Wed 3 Sep 2025', '2025-09-03'],
    ['03-Sep-2025', '2025-09-03'],
    ['03/09/2025', '2025-09-03'],
    ['09/23/2025', '2025-09-23'],
    ['3.9.2025', '2025-09-03'],
    ['2025/9/3', '2025-09-03'],
    ['29 February 2024', '2024-02-29'],
    ['29 February 2025', null],
    ['31 June 2025', null],
    ['Sept 3', '--09-03'],
    ['Mayor', null],
    ['Septuagint 3', null],
    ['13/13/2025', null],
    ['May', null],
  ])('%s is %s', (text, date) => {
    expect(wholeDate(text, 'en-GB')).toBe(date)
  })

  it('reads numbers month first in American copy', () => {
    expect(dateAt('03/09/2025 and on', 'en-US')).toEqual({ length: 10, date: '2025-03-09' })
  })

  it.each([
    ['--09-03', '2025-09-10', '2025-09-03'],
    ['--12-31', '2026-01-02', '2025-12-31'],
    ['--01-02', '2025-12-30', '2026-01-02'],
    ['--09-03', '', '--09-03'],
  ])('%s read on %s is %s', (date, today, full) => {
    expect(withYear(date, today)).toBe(full)
  })

  it.each([
    ['Published: 3 Sept 2025 at 10:30 GMT', 'date 2025-09-03; left out at 10:30 GMT'],
    ['Updated on September 3, 2025', 'date 2025-09-03'],
    ['LONDON, 3 September 2025', 'place LONDON; date 2025-09-03'],
    ['September 3, 2025 was a Wednesday', null],
    ['On the road', null],
  ])('the line %s', (text, parts) => {
    expect(told(text, readDateLine(text, SETTINGS))).toBe(parts)
  })
})

describe('datelines', () => {
  it.each([
    ['PARIS (AP) — It rained.', 'place PARIS; source AP; body It rained.'],
    ['ST. PAUL, Minn. (AP) _ It rained.', 'place ST. PAUL, Minn.; source AP; body It rained.'],
    ['KYIV, Ukraine (AP) -- It rained.', 'place KYIV, Ukraine; source AP; body It rained.'],
    ['PARIS, Sept 3 (Reuters) - It rained.', 'place PARIS; date --09-03; source Reuters; body It rained.'],
    [
      'LONDON/PARIS, Sept. 3, 2025 (Reuters) - It rained.',
      'place LONDON/PARIS; date 2025-09-03; source Reuters; body It rained.',
    ],
    ['(Reuters) - It rained.', 'source Reuters; body It rained.'],
    ['Paris (AFP) – It rained.', 'place Paris; source AFP; body It rained.'],
    [
      'Paris, France, Sept 3, 2025 (AFP) - It rained.',
      'place Paris, France; date 2025-09-03; source AFP; body It rained.',
    ],
    ['LONDON (PA) — It rained.', 'place LONDON; source PA; body It rained.'],
    ['ST. LOUIS — It rained.', 'place ST. LOUIS; body It rained.'],
    ['PORT-AU-PRINCE, Haiti — It rained.', 'place PORT-AU-PRINCE, Haiti; body It rained.'],
    ['New Delhi, September 3: It rained.', 'place New Delhi; date --09-03; body It rained.'],
    ['THE HAGUE (EXN) - It rained.', 'place THE HAGUE; source EXN; body It rained.'],
    ['NATO — the alliance — met.', null],
    ['Apple (AAPL) - the maker of phones - rose.', null],
    ['The company (AP) said — nothing.', null],
    ['He said: “It rained.”', null],
    ['PARIS (AP) —', null],
  ])('%s', (text, parts) => {
    expect(told(text, readDateline(text, SETTINGS))).toBe(parts)
  })
})

describe('bylines', () => {
  it.each([
    ['By AFP', 'organisation AFP'],
    ['By Jane Doe', 'author Jane Doe'],
    ['By Jane Doe and John Roe, Example News', 'author Jane Doe; author John Roe; organisation Example News'],
    ['BY JANE DOE in Paris', 'author JANE DOE; place Paris'],
    ['By Jane Doe in Paris and John Roe', 'author Jane Doe; place Paris; author John Roe'],
    ['Story by Ann de la Cruz', 'author Ann de la Cruz'],
    ['Byline: J. R. Smith Jr.', 'author J. R. Smith Jr.'],
    ['By Jane Doe, Political Editor', 'author Jane Doe; role Political Editor'],
    ['By Our Staff Correspondent', 'organisation Our Staff Correspondent'],
    ['By Jane Doe | September 3, 2025', 'author Jane Doe; date 2025-09-03'],
    ['By AFP – 3 Sept 2025 10:30', 'organisation AFP; date 2025-09-03; left out 10:30'],
    ['Reuters', 'organisation Reuters'],
    ['By Siân Ó Briain & Łukasz Żak', 'author Siân Ó Briain; author Łukasz Żak'],
    ['By Monday it rained', null],
    ['By September, Paris was wet', null],
    ['By the time it rained, all was well.', null],
    ['By', null],
    ['Bystanders ran', null],
  ])('%s', (text, parts) => {
    expect(told(text, readByline(text, SETTINGS))).toBe(parts)
  })
})

describe('captions and credits', () => {
  it.each([
    ['It rains. (AP Photo/Jane Doe)', 'caption It rains.; credit AP Photo/Jane Doe', true],
    [
      'It rains. (Jane Doe/Example via AP, File)',
      'caption It rains.; credit Jane Doe/Example via AP, File',
      true,
    ],
    ['It rains. REUTERS/Jane Doe', 'caption It rains.; credit REUTERS/Jane Doe', true],
    ['It rains. REUTERS/Jane Doe/File Photo', 'caption It rains.; credit REUTERS/Jane Doe/File Photo', true],
    ['It rains. Photo: Jane Doe/AFP', 'caption It rains.; credit Jane Doe/AFP', true],
    ['It rains. Photograph by Jane Doe', 'caption It rains.; credit Jane Doe', true],
    ['It rains. [Photo: Jane Doe]', 'caption It rains.; credit Jane Doe', true],
    ['It rains. — Reuters', 'caption It rains.; credit Reuters', false],
    ['It rains. - Example News', 'caption It rains.; credit Example News', false],
    ['It rains. (Reuters)', 'caption It rains.; credit Reuters', false],
    ['(AP Photo/Jane Doe)', 'credit AP Photo/Jane Doe', true],
    ['It rains in the photo by the door.', null, false],
    ['It rains — and pours', null, false],
    ['It rains (in part).', null, false],
  ])('%s', (text, parts, strong) => {
    const found = readCaptionCredit(text)
    expect(told(text, found?.parts ?? null)).toBe(parts)
    expect(found?.strong ?? false).toBe(strong)
  })

  it('reads nearly equal lines as alt text and caption', () => {
    const first = 'Frances President shakes hands with a guest in Paris. — Reuters'
    const second = "France's President shakes hands with a guest in Paris. — Reuters"
    const twins = readTwins(first, second)
    expect(told(first, twins?.[0] ?? null)).toBe(
      'alt Frances President shakes hands with a guest in Paris.; left out Reuters',
    )
    expect(told(second, twins?.[1] ?? null)).toBe(
      "caption France's President shakes hands with a guest in Paris.; credit Reuters",
    )
    expect(readTwins('Something else that was said by many people', second)).toBeNull()
    expect(readTwins(first, 'France’s President shakes hands with a guest in Paris.')).toBeNull()
  })
})

describe('labels, notes, ends and names', () => {
  it.each([
    ['Slug: ukraine-talks', false, 'slug ukraine-talks'],
    ['KEYWORDS: France, Ukraine', true, 'keywords France, Ukraine'],
    ['Headline: It rains', false, 'headline It rains'],
    ['Headline: It rains', true, null],
    ["Editor's note: Check this", true, 'deskNote Check this'],
    ['Date: 3 Sept 2025', false, 'date 2025-09-03'],
    ['Date: soon', false, null],
    ['He said: yes', false, null],
  ])('label %s', (text, isTail, parts) => {
    expect(told(text, readLabel(text, SETTINGS, isTail))).toBe(parts)
  })

  it.each([
    ['(Reporting by A; Editing by B)', 'deskNote (Reporting by A; Editing by B)'],
    ['Additional reporting by A', 'deskNote Additional reporting by A'],
    ['It rained. (Reporting by A)', 'body It rained.; deskNote (Reporting by A)'],
    ['Embargoed until Monday', 'deskNote Embargoed until Monday'],
    ['Reporting was difficult', null],
  ])('desk note %s', (text, parts) => {
    expect(told(text, readDeskNote(text))).toBe(parts)
  })

  it.each(['ENDS', 'Ends', '###', '# # #', '-30-', '- 30 -', '–30–', '(END)', '(MORE)', 'XXXX'])(
    'end mark %s',
    (text) => {
      expect(readEndMark(text)).not.toBeNull()
    },
  )

  it.each(['The ends', '30', '#', 'Endsleigh', 'It ENDS'])('no end mark: %s', (text) => {
    expect(readEndMark(text)).toBeNull()
  })

  it('finds an end mark behind a sentence', () => {
    expect(told('It rained. ENDS', readGluedEndMark('It rained. ENDS'))).toBe(
      'body It rained.; left out ENDS',
    )
    expect(readGluedEndMark('It never ends')).toBeNull()
  })

  it.each([
    ['AFP', true],
    ['Example News', true],
    ['The Daily Post', true],
    ['Our Correspondent', true],
    ['EXN', true],
    ['Jane Doe', false],
    ['JANE DOE', false],
    ['newsy', false],
    ['', false],
  ])('organisation %s: %s', (text, is) => {
    expect(isOrganisation(text)).toBe(is)
  })

  it.each([
    ['Jane Doe', true],
    ['Ann de la Cruz', true],
    ['Jean-Noël O’Hara', true],
    ['王小明', true],
    ['Monday', false],
    ['The Mayor', false],
    ['jane doe', false],
    ['R2D2', false],
  ])('person %s: %s', (text, is) => {
    expect(isPersonName(text)).toBe(is)
  })

  it.each([
    ['UKRAINE-CRISIS/FRANCE', true],
    ['eu-ukraine', true],
    ['BC-EU--Ukraine', true],
    ['Jean-Noël', false],
    ['World', false],
  ])('slug %s: %s', (text, is) => {
    expect(isBareSlug(text)).toBe(is)
  })
})
