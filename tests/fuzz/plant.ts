import { SEAM } from '../../src/domain/text-layout.ts'
import { LinearBinding } from '../../src/editor/binding/linear-binding.ts'

// oxlint-disable-next-line unbound-method -- they are called on a binding, and put back.
const { map, plan, place } = LinearBinding.prototype

/** Three bugs that have really been made. A fuzz that doesn't find them is worth nothing. */
export const PLANTS: Readonly<Record<number, { readonly what: string; readonly plant: () => void }>> = {
  1: {
    what: 'positions in a moved block are one off',
    plant() {
      LinearBinding.prototype.map = function off(doc) {
        const right = map.call(this, doc)
        if (right.runs.length === 0) return right
        const last = right.runs.reduce((sum, run) => sum + run.size, 0) - 1
        return { ...right, physical: (index) => Math.min(last, right.physical(index) + 1) }
      }
      LinearBinding.prototype.plan = function off(edit) {
        const { physical, runs } = edit.map
        return plan.call(this, {
          ...edit,
          map:
            runs.length === 0
              ? edit.map
              : { ...edit.map, physical: (index) => physical(Math.max(0, index - 1)) },
        })
      }
    },
  },
  2: {
    what: 'a joined block loses its start instead of getting a seam',
    plant() {
      LinearBinding.prototype.plan = function noSeam(edit) {
        const made = plan.call(this, edit)
        const seams = made.fields.filter(({ change }) => change['kind'] === SEAM)
        const at = edit.map.runs.flatMap((run) =>
          seams.some(({ head }) => head === headOf(edit.text, run.physical)) ? [run.physical] : [],
        )
        return {
          ...made,
          fields: made.fields.filter((change) => !seams.includes(change)),
          operations: [
            ...made.operations,
            ...at.map((index) => ({ type: 'delete' as const, at: index, count: 1 })),
          ],
        }
      }
    },
  },
  3: {
    what: 'blocks are not put where the editor shows them',
    plant() {
      LinearBinding.prototype.place = () => undefined
    },
  },
}

function headOf(text: LinearBinding['text'], index: number): unknown {
  let at = 0
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    if (at === index) return insert
    at += typeof insert === 'string' ? insert.length : 1
  }
  return undefined
}

export function plantBug(number: number): string {
  const found = PLANTS[number]
  if (!found) throw new Error(`There is no bug ${number} to plant: 1, 2 or 3`)
  found.plant()
  return found.what
}

export function pullPlants(): void {
  LinearBinding.prototype.map = map
  LinearBinding.prototype.plan = plan
  LinearBinding.prototype.place = place
}
