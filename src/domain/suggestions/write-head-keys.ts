import { setKeys } from '../set-key.ts'
import type * as Y from 'yjs'
import { isBlockKind } from '../block-kind.ts'
import type { Json } from '../json.ts'
import { sameJson } from '../json.ts'
import { PLACE } from '../text-layout.ts'
import type { DifferencePen } from './difference-pen.ts'
import type { Keys } from './text-units.ts'

/** Makes the head of a block that holds words one of another kind; where it stands is kept. */
export function writeHeadKeys(
  { suggester }: DifferencePen,
  head: Y.Map<unknown>,
  keys: Keys,
  part: string | null,
): void {
  // Of a kind that this Stet doesn't know all keys are carried, whatever they are.
  const names = isBlockKind(keys['kind']) ? ['kind', 'level'] : [...Object.keys(keys), ...head.keys()]
  const change: Record<string, Json> = {}
  for (const name of new Set(names)) {
    const value = keys[name] ?? null
    if (name !== PLACE && !sameJson(head.get(name) ?? null, value)) change[name] = value
  }
  if (Object.keys(change).length === 0) return
  if (suggester && part !== null) suggester.setKeys(head, change, part)
  else setKeys(head, change)
}
