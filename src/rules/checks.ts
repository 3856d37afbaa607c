import type { CheckSettings } from '../domain/checks/check-settings.ts'
import { whyNotChecks } from '../domain/checks/checks-access.ts'
import type { ChecksChange } from '../domain/checks/checks-change.ts'
import { applyChecksChange } from '../domain/checks/checks-change.ts'
import type { HouseRule } from '../domain/checks/house-rule.ts'
import type { Person } from '../domain/person.ts'
import type { Refusal } from '../backends/backend.ts'
import type { DeskTransaction, StoreName } from './desk-storage.ts'
import { invalid, nobody } from './refusals.ts'
import type { ChecksRow, PartRow, PlacedRule } from './stored-checks.ts'
import { asChecksRow, asPartRow, PART_PREFIX, partOf, PARTS } from './stored-checks.ts'

/** The stores of check settings, and of who changes them. */
export const CHECKS_STORES: readonly StoreName[] = ['meta', 'people']

export type KeptChecks = {
  /** Not the same for any two states of the settings. */
  readonly revision: string
  readonly settings: CheckSettings
}

/** What was changed. `before`: the revision that the change was made to. */
export type ChangedChecks = { readonly ok: true; readonly value: KeptChecks & { readonly before: string } }

/** The revision of the settings as they are stored. */
export async function checksRevision(transaction: DeskTransaction): Promise<string> {
  return revisionOf(asChecksRow(await transaction.get('meta', 'checks')))
}

/** The newsroom's check settings; what is damaged of them is left out. */
export async function readChecks(transaction: DeskTransaction): Promise<KeptChecks> {
  const row = asChecksRow(await transaction.get('meta', 'checks'))
  const parts = await readParts(transaction)
  return { revision: revisionOf(row), settings: settingsOf(row, rulesIn(parts)) }
}

/**
 * Changes the newsroom's check settings, if this person may. Writes only the rows that become others. Nothing happens
 * where nothing becomes another.
 */
export async function changeStoredChecks(
  transaction: DeskTransaction,
  change: ChecksChange,
  person: Person | null,
  now: () => Date,
): Promise<ChangedChecks | Refusal> {
  if (!person) return nobody()
  const why = whyNotChecks(person.role, change.type)
  if (why !== null) return { ok: false, reason: 'not allowed', message: why }
  // Whoever changes reads this row first, which keeps others from changing anything meanwhile.
  const stored = await transaction.get('meta', 'checks')
  const row = asChecksRow(stored)
  const parts = await readParts(transaction)
  const before = settingsOf(row, rulesIn(parts))
  const changed = applyChecksChange(before, change)
  if (!changed.ok) return invalid(changed.message)
  const { settings } = changed
  const revision = revisionOf(row)
  if (settings === before) return { ok: true, value: { revision, settings, before: revision } }
  const { rules, ...rest } = settings
  // Keys of a newer Stet's are carried on.
  const kept = typeof stored === 'object' && stored !== null ? stored : {}
  const next: ChecksRow = {
    ...kept,
    ...rest,
    name: 'checks',
    changes: row.changes + 1,
    at: now().toISOString(),
  }
  await transaction.put('meta', next)
  if (rules !== before.rules) {
    for (const part of changedParts(parts, rules)) {
      // What stands under a part's name and is no part at all is kept in it.
      const unread = parts.has(part.name) ? undefined : await transaction.get('meta', part.name)
      await transaction.put('meta', { ...asPartRow(part.name, unread), ...part })
    }
  }
  return { ok: true, value: { revision: revisionOf(next), settings, before: revision } }
}

const revisionOf = ({ changes, at }: Pick<ChecksRow, 'changes' | 'at'>): string =>
  changes === 0 ? '' : `${changes} ${at}`

function settingsOf(row: ChecksRow, rules: readonly HouseRule[]): CheckSettings {
  const { dialect, starter, datelineStyle, rulesOff, checksOff, deskWords, allowed } = row
  return { dialect, starter, datelineStyle, rules, rulesOff, checksOff, deskWords, allowed }
}

type Parts = ReadonlyMap<PartRow['name'], PartRow>

async function readParts(transaction: DeskTransaction): Promise<Parts> {
  const rows = await transaction.next('meta', PART_PREFIX, PARTS)
  const parts = new Map<PartRow['name'], PartRow>()
  for (const stored of rows) {
    const name = (stored as { readonly name?: unknown } | null)?.name
    if (isPart(name)) parts.set(name, asPartRow(name, stored))
  }
  return parts
}

const isPart = (name: unknown): name is PartRow['name'] =>
  typeof name === 'string' && name.startsWith(PART_PREFIX)

const inOrder = (parts: Parts): readonly PlacedRule[] =>
  [...parts.values()]
    .flatMap(({ rules }) => rules)
    .toSorted((a, b) => a.place - b.place || (a.rule.id < b.rule.id ? -1 : 1))

/** Of two with one id, which only damage makes, the first. */
function rulesIn(parts: Parts): readonly HouseRule[] {
  const rules = new Map<string, HouseRule>()
  for (const { rule } of inOrder(parts)) if (!rules.has(rule.id)) rules.set(rule.id, rule)
  return [...rules.values()]
}

/** The parts that have to be written so that they hold these rules, in this order. */
function changedParts(parts: Parts, rules: readonly HouseRule[]): readonly PartRow[] {
  const wanted = new Map<PartRow['name'], PlacedRule[]>()
  for (const placed of placesFor(inOrder(parts), rules)) {
    const name = partOf(placed.rule.id)
    const list = wanted.get(name)
    if (list) list.push(placed)
    else wanted.set(name, [placed])
  }
  const names = new Set([...parts.keys(), ...wanted.keys()])
  return [...names].flatMap((name) => {
    const part = parts.get(name) ?? { name, rules: [] }
    const list = wanted.get(name) ?? []
    return isSame(part.rules, list) ? [] : [{ ...part, rules: list }]
  })
}

const isSame = (one: readonly PlacedRule[], other: readonly PlacedRule[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Rules keep their places as long as those rise; from the first that doesn't on, all that follow get new ones. */
function placesFor(known: readonly PlacedRule[], rules: readonly HouseRule[]): readonly PlacedRule[] {
  const places = new Map(known.map(({ place, rule }) => [rule.id, place]))
  let last = -1
  return rules.map((rule) => {
    const place = places.get(rule.id)
    last = place !== undefined && place > last ? place : last + 1
    return { place: last, rule }
  })
}
