import type { HouseRule } from '../../domain/checks/house-rule.ts'
import { readCsv, writeCsv, type CsvRow } from './csv.ts'
import { collectRules, type ReadRow } from './collect-rules.ts'
import type { RuleImport } from './rule-import.ts'
import { typeNamed } from './rule-types.ts'

/** The columns of Typerighter's sheet in their order, and one more of ours. Empty names: columns that hold nothing any more. */
const HEADINGS = [
  'Type',
  'Pattern',
  'Replacement',
  'Colour',
  'Category',
  'Additional data',
  'Description',
  'Tags',
  'Ignore?',
  'Notes',
  'ID',
  'ForceRed',
  '',
  'Advisory',
  'In quotations',
] as const

type Column =
  | 'type'
  | 'pattern'
  | 'replacement'
  | 'category'
  | 'description'
  | 'tags'
  | 'ignore'
  | 'notes'
  | 'id'
  | 'forced'
  | 'advisory'
  | 'quotations'

const BY_POSITION: readonly (Column | null)[] = [
  'type',
  'pattern',
  'replacement',
  null,
  'category',
  null,
  'description',
  'tags',
  'ignore',
  'notes',
  'id',
  'forced',
  null,
  'advisory',
  'quotations',
]

/** Headings as people and Typerighter's versions write them, in small letters without signs. */
const BY_HEADING: Readonly<Record<string, Column>> = {
  type: 'type',
  ruletype: 'type',
  pattern: 'pattern',
  regex: 'pattern',
  replacement: 'replacement',
  suggestion: 'replacement',
  category: 'category',
  description: 'description',
  message: 'description',
  tags: 'tags',
  ignore: 'ignore',
  notes: 'notes',
  id: 'id',
  externalid: 'id',
  forcered: 'forced',
  forceredrule: 'forced',
  advisory: 'advisory',
  advisoryrule: 'advisory',
  inquotations: 'quotations',
}

/** Reads a sheet of rules, by its headings where it has them and by position elsewhere. */
export function readRuleSheet(text: string): RuleImport {
  const rows = readCsv(text, separatorOf(text))
  const first = rows.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const headings = first?.cells.map(bare) ?? []
  const hasHeadings =
    headings.some((name) => BY_HEADING[name] === 'pattern') && typeNamed(headings[0] ?? '') === null
  if (!first || (!hasHeadings && !rows.some(({ cells }) => typeNamed(cells[0] ?? '') !== null))) {
    return {
      ok: false,
      message:
        'This is not a sheet of rules: its first row should have headings like Type, Pattern, Replacement, Category, Description and ID.',
    }
  }
  const columns = hasHeadings ? columnsOf(headings) : BY_POSITION
  const data = rows.filter(
    (row) => !(hasHeadings && row === first) && row.cells.some((cell) => cell.trim() !== ''),
  )
  return {
    ok: true,
    ...collectRules(data.map((row) => readRow(row, columns))),
    notKept: hasHeadings ? notKept(data, columns, first.cells) : [],
  }
}

/** Writes rules as Typerighter's sheet: CSV, its columns A to N, and one for rules that hold in quotations too. */
export function writeRuleSheet(rules: readonly HouseRule[]): string {
  return writeCsv([
    HEADINGS,
    ...rules.map((rule) => [
      rule.type === 'languageToolXML' ? 'lt' : rule.type === 'languageToolCore' ? 'lt_core' : rule.type,
      rule.pattern,
      // An empty cell is no replacement; one that leaves words out says so.
      rule.replacement === '' ? LEAVE_OUT : (rule.replacement ?? ''),
      '',
      rule.category,
      '',
      rule.description,
      rule.tags.join(', '),
      rule.isOff ? 'TRUE' : 'FALSE',
      rule.notes,
      rule.id,
      rule.isForced ? 'y' : '',
      '',
      rule.isAdvisory ? 'y' : '',
      rule.inQuotations ? 'y' : '',
    ]),
  ])
}

/** A replacement that says nothing, in Java's syntax too: a backslash makes it a cell that isn't empty. */
const LEAVE_OUT = '\\'

function readRow({ row, cells }: CsvRow, columns: readonly (Column | null)[]): ReadRow {
  const cell = (column: Column): string => {
    const at = columns.indexOf(column)
    return at < 0 ? '' : (cells[at] ?? '')
  }
  const typeName = cell('type').trim()
  const type = typeNamed(typeName)
  if (!type) {
    const reason =
      typeName === '' ? 'It has no type.' : `Its type, “${typeName}”, is not one that Stet knows.`
    return { row, ok: false, reason }
  }
  const replacement = cell('replacement')
  return {
    row,
    ok: true,
    id: cell('id').trim(),
    rule: {
      type,
      pattern: cell('pattern'),
      replacement: replacement === '' ? null : replacement === LEAVE_OUT ? '' : replacement,
      category: cell('category'),
      description: cell('description'),
      tags: cell('tags')
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
      notes: cell('notes'),
      isOff: isYes(cell('ignore')),
      isForced: isYes(cell('forced')),
      isAdvisory: isYes(cell('advisory')),
      inQuotations: isYes(cell('quotations')),
    },
  }
}

/** The columns by heading; a column without a known heading keeps no other's place. */
function columnsOf(headings: readonly string[]): readonly (Column | null)[] {
  const seen = new Set<Column>()
  return headings.map((heading, at) => {
    const named = BY_HEADING[heading] ?? (heading === '' ? BY_POSITION[at] : null) ?? null
    if (!named || seen.has(named) || (heading === '' && headings.some((name) => BY_HEADING[name] === named)))
      return null
    seen.add(named)
    return named
  })
}

function notKept(
  rows: readonly CsvRow[],
  columns: readonly (Column | null)[],
  headings: readonly string[],
): readonly string[] {
  return headings.filter(
    (name, at) =>
      name.trim() !== '' && !columns[at] && rows.some(({ cells }) => (cells[at] ?? '').trim() !== ''),
  )
}

/** Which sign separates the cells of the first line: a tab or a semicolon where there are more of them than commas. */
function separatorOf(text: string): string {
  const line =
    text
      .slice(0, 2000)
      .trimStart()
      .split(/[\r\n]/u)[0] ?? ''
  const count = (sign: string): number => line.split(sign).length
  const best = [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  return best
}

function bare(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z]/gu, '')
}

function isYes(cell: string): boolean {
  return /^(?:y|yes|true|1|x)$/iu.test(cell.trim())
}
