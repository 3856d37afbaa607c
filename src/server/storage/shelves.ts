import type { KeyedStore } from '../../rules/desk-storage.ts'
import { listedRecord } from '../../rules/story-rows.ts'
import { foldedWords } from './folded-words.ts'

/** How the rows of one store lie in a table. */
export type Shelf = {
  readonly table: string
  /** Column of the key. */
  readonly key: string
  readonly isNumbered: boolean
  /** Every column that is written, with its type, the key first. */
  readonly columns: readonly string[]
  /** Columns that are read. */
  readonly read: string
  /** What a row puts into each of the columns. A damaged row has nulls in those that it has no sound value for. */
  readonly values: (row: Row) => readonly unknown[]
  /** The row as it was put. */
  readonly row: (stored: Row) => unknown
}

type Row = Readonly<Record<string, unknown>>

const json = (value: unknown): string => JSON.stringify(value)
const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null
/** As a column can hold it: PostgreSQL's texts have no NUL. */
const text = (value: unknown): string | null =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : null
const bytes = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null)

const whole = ({ data }: Row): unknown => data

/** A row that is kept whole, with columns for what is asked by. */
function kept(table: string, key: string, asked: Readonly<Record<string, (row: Row) => unknown>>): Shelf {
  const isNumbered = key === 'sequence'
  return {
    table,
    key,
    isNumbered,
    columns: [key, ...Object.keys(asked), 'data'],
    read: 'data',
    values: (row) => [row[key], ...Object.values(asked).map((of) => of(row)), json(row)],
    row: whole,
  }
}

/** The same for a row that has bytes in it, which JSON can't hold. */
function keptWith(name: 'state' | 'update', shelf: Shelf): Shelf {
  return {
    ...shelf,
    columns: [...shelf.columns, name],
    read: `data, ${name}`,
    values: (row) => {
      const { [name]: held, ...rest } = row
      return [...shelf.values(rest), bytes(held)]
    },
    row: (stored) => {
      const { data, [name]: held } = stored
      return held === null ? data : { ...(data as Row), [name]: held }
    },
  }
}

/** The columns say what a list says of a row, whatever is wrong with it, so that it is found there. */
function recordValues(row: Row): readonly unknown[] {
  const listed = listedRecord(row)
  const born = number(row['born'])
  return [
    listed.id,
    -listed.sequence,
    born ?? 0,
    listed.status,
    listed.reporters.map(text),
    text(listed.claimant),
    row['unsummarised'] === 1,
    number(row['order']) !== null && born !== null && listed.status === row['status'],
    json(row),
  ]
}

const story = ({ story }: Row): unknown => text(story)

export const SHELVES: Readonly<Record<KeyedStore, Shelf>> = {
  records: {
    table: 'records',
    key: 'id',
    isNumbered: false,
    columns: ['id', 'place', 'born', 'status', 'reporters', 'claimant', 'unsummarised', 'is_sound', 'data'],
    read: 'data',
    values: recordValues,
    row: whole,
  },
  searches: {
    table: 'searches',
    key: 'id',
    isNumbered: false,
    columns: ['id', 'words'],
    read: 'id, words',
    values: ({ id, text: found }) => [id, foldedWords(text(found) ?? '')],
    row: ({ id, words }) => ({ id, text: words }),
  },
  contents: kept('contents', 'id', {}),
  sources: kept('sources', 'id', {}),
  events: kept('events', 'sequence', { story }),
  versions: kept('versions', 'key', { story, number: ({ number: value }) => number(value) }),
  copies: keptWith('state', kept('copies', 'key', { story, number: ({ number: value }) => number(value) })),
  verdicts: kept('verdicts', 'sequence', { story }),
  notices: kept('notices', 'key', {
    person: ({ person }) => text(person),
    place: ({ order }) => number(order),
  }),
  late: keptWith('update', kept('late', 'key', { story, sequence: ({ sequence }) => number(sequence) })),
  pictures: {
    table: 'pictures',
    key: 'hash',
    isNumbered: false,
    columns: [],
    read: 'hash, type, size, width, height, by, at',
    values: () => {
      throw new Error('bytes of pictures are not kept in the database')
    },
    row: (stored) => stored,
  },
  people: {
    table: 'people',
    key: 'id',
    isNumbered: false,
    columns: ['id', 'name', 'role'],
    read: 'id, name, role',
    values: ({ id, name, role }) => [id, text(name) ?? '', text(role) ?? ''],
    row: (stored) => stored,
  },
  meta: kept('meta', 'name', {}),
}
