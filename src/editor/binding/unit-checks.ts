import type * as Y from 'yjs'
import { suggestionIndex } from '../../domain/suggestions/suggestion-index.ts'
import type { Suggester } from '../../domain/suggestions/suggester.ts'
import type { UnitId } from '../../domain/yjs-items.ts'
import { unitsIn } from '../../domain/yjs-items.ts'
import type { Edit } from './plan-edit.ts'

/** Units are looked at in rows of so many. */
const ROW = 256

/** What a planner asks about the units of the text as it is before the edit, by their physical index. */
export function unitChecks(
  text: Y.Text,
  suggester: Suggester | null,
): Pick<Edit, 'suggesting' | 'staysDeleted' | 'isStruck'> {
  const { doc } = text
  const index = doc && suggestionIndex(doc)
  if (!index || (!suggester && !index.mayChange()))
    return { suggesting: false, staysDeleted: no, isStruck: no }
  let from = 0
  let row: readonly UnitId[] = []
  const idAt = (physical: number): UnitId | undefined => {
    if (physical < from || physical >= from + row.length) {
      from = physical
      row = [...unitsIn(text, physical, physical + ROW)]
    }
    return row[physical - from]
  }
  return {
    suggesting: suggester !== null,
    staysDeleted(physical) {
      const id = suggester ? idAt(physical) : undefined
      return id !== undefined && suggester?.isOwn(id) === false
    },
    isStruck(physical) {
      const id = idAt(physical)
      return id !== undefined && (index.stateOf(id)?.deleted.length ?? 0) > 0
    },
  }
}

const no = (): boolean => false
