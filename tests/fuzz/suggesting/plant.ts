import { Origins } from '../../../src/domain/suggestions/origins.ts'
import { Suggester } from '../../../src/domain/suggestions/suggester.ts'

// oxlint-disable-next-line unbound-method -- they are called on their owners, and put back.
const { format, setKeys } = Suggester.prototype
// oxlint-disable-next-line unbound-method -- as above.
const { canonicalRun } = Origins.prototype

/** Three bugs that suggestions are prone to. A fuzz that doesn't find them is worth nothing. */
export const SUGGESTING_PLANTS: Readonly<
  Record<number, { readonly what: string; readonly plant: () => void }>
> = {
  1: {
    what: 'what undo brings back no longer stands for what it was',
    plant() {
      Origins.prototype.canonicalRun = (id) => ({ id, length: 1 })
    },
  },
  2: {
    what: 'a suggested format forgets that the words had it before',
    plant() {
      Suggester.prototype.format = function forgetful(text, range, change, _, suggestion) {
        return format.call(this, text, range, change, {}, suggestion)
      }
    },
  },
  3: {
    what: 'a suggested kind or move is written without saying so',
    plant() {
      Suggester.prototype.setKeys = (head, change) => {
        for (const [name, value] of Object.entries(change)) {
          if (value === null) head.delete(name)
          else head.set(name, value)
        }
      }
    },
  },
}

export function plantSuggestingBug(number: number): string {
  const found = SUGGESTING_PLANTS[number]
  if (!found) throw new Error(`There is no bug ${number} to plant: 1, 2 or 3`)
  found.plant()
  return found.what
}

export function pullSuggestingPlants(): void {
  Suggester.prototype.format = format
  Suggester.prototype.setKeys = setKeys
  Origins.prototype.canonicalRun = canonicalRun
}
