import { sql } from 'kysely'
import type { Database } from '../../src/server/database/open-database.ts'
import type { Status } from '../../src/domain/story-record.ts'
import { BLANK_SUMMARY, FIRST_DESK } from '../../src/domain/story-record.ts'
import { CONTENT_SCHEMA } from '../../src/domain/story-doc.ts'
import { foldedWords } from '../../src/server/storage/folded-words.ts'

/** Of a thousand stories on an old desk so many stand there: most are out. */
const SHARES: readonly (readonly [Status, number])[] = [
  ['draft', 30],
  ['submitted', 4],
  ['in review', 3],
  ['changes requested', 3],
  ['approved', 20],
  ['spiked', 40],
  ['published', 900],
]

/** So many people write on it. */
const PEOPLE = 150
const BATCH = 1000

/** Words by how often they come: the n-th as often as 1/n, as in English. `word` 0 stands in nearly every story. */
export function vocabulary(size: number): readonly string[] {
  const SYLLABLES =
    'ba co de fi ga hu ji ka lo me ni or pa qui ra so ti un va wo xe ya zu chi ster land ing ton'.split(' ')
  const random = randomFrom(99)
  return Array.from({ length: size }, (_, index) => {
    const syllables = 1 + Math.floor(random() * (index < 100 ? 2 : 3))
    const word = Array.from(
      { length: syllables },
      () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
    ).join('')
    return `${word}${index.toString(36)}`
  })
}

/** The same numbers from 0 to 1 for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Fills an empty desk with stories of about 300 words each, past the rules, and brings its indexes and statistics up to date. */
export async function fillDesk(database: Database, stories: number, words: readonly string[]): Promise<void> {
  const { kysely } = database
  const random = randomFrom(7)
  const shares = SHARES.flatMap(([status, share]) => Array.from({ length: share }, () => status))
  const wordAt = (): string => words[Math.floor(words.length ** random()) - 1] ?? ''
  // An index that is built at the end takes a tenth of the time.
  await sql`drop index if exists searches_words`.execute(kysely)
  for (let first = 1; first <= stories; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, stories - first + 1) }, (_, index) => {
      const sequence = first + index
      const status = shares[Math.floor(random() * shares.length)] ?? 'published'
      const id = `019a0000-0000-7000-8000-${sequence.toString(16).padStart(12, '0')}`
      const reporter = `person-${Math.floor(random() * PEOPLE)}`
      const claimant = status === 'in review' ? `person-${Math.floor(random() * PEOPLE)}` : null
      const headline = Array.from({ length: 9 }, wordAt).join(' ')
      const at = new Date(1_700_000_000_000 + sequence * 60_000).toISOString()
      const row = {
        id,
        deskId: FIRST_DESK,
        schema: CONTENT_SCHEMA,
        epoch: 1,
        status,
        reporters: [reporter],
        claimant,
        embargo: null,
        published: null,
        hasSource: false,
        sequence,
        createdAt: at,
        changedAt: at,
        summary: {
          ...BLANK_SUMMARY,
          headline,
          dek: headline,
          slug: `slug-${sequence}`,
          byline: 'By Jane Doe',
          words: 300,
        },
        order: -sequence,
        born: -sequence,
        unsummarised: 0,
      }
      const text = `${headline}\nslug-${sequence}\nby jane doe\n${Array.from({ length: 300 }, wordAt).join(' ')}`
      return { ...row, row: JSON.stringify(row), words: foldedWords(text) }
    })
    await sql`insert into records (id, place, born, status, reporters, claimant, unsummarised, is_sound, data)
      select id, place, place, status, array[reporter], claimant, false, true, data::json from unnest(
        ${batch.map(({ id }) => id)}::text[], ${batch.map(({ order }) => order)}::float8[],
        ${batch.map(({ status }) => status)}::text[], ${batch.map(({ reporters }) => reporters[0])}::text[],
        ${batch.map(({ claimant }) => claimant)}::text[], ${batch.map(({ row }) => row)}::text[]
      ) as made (id, place, status, reporter, claimant, data)`.execute(kysely)
    await sql`insert into searches select * from unnest(
      ${batch.map(({ id }) => id)}::text[], ${batch.map((each) => each.words)}::text[])`.execute(kysely)
  }
  await sql`set maintenance_work_mem = '512MB'`.execute(kysely)
  await sql`create index searches_words on searches using gin (words gin_trgm_ops)`.execute(kysely)
  await sql`vacuum analyze`.execute(kysely)
}
