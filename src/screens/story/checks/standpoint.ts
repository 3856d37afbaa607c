import type { ReportedFlag } from '../../../domain/checks/check-report.ts'
import { flagSides } from '../../../editor/checks/flags-extension.ts'
import { fieldElement } from '../field-element.ts'
import type { Standpoint } from './next-flag.ts'
import { lineOf } from './next-flag.ts'

/** Where the person at the page is: at the caret of a text or a field, else at the flag that is looked at, else nowhere. */
export function standpointOf(flags: readonly ReportedFlag[], looked: string | null): Standpoint {
  const { activeElement: focused } = document
  const other: Standpoint = looked === null ? { at: 'nowhere' } : { at: 'flag', id: looked }
  if (!(focused instanceof HTMLElement)) return other
  const sides = flagSides(focused)
  if (sides) {
    const line = textAround(focused)
    return line === null ? other : { at: 'line', line, side: ({ id }) => sides(id) }
  }
  if (!(focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)) return other
  const fields = new Set(flags.flatMap(({ range: { place } }) => (place.to === 'field' ? [place.field] : [])))
  const field = [...fields].find((one) => fieldElement(one) === focused)
  if (field === undefined) return other
  const { selectionStart, selectionEnd } = focused
  return {
    at: 'line',
    line: field,
    side({ id, range: { place, from, to } }) {
      if (lineOf(place) !== field) return null
      if (id === looked || (from === selectionStart && to === selectionEnd)) return 'here'
      return from < (selectionStart ?? 0) ? 'before' : 'behind'
    },
  }
}

/** The text whose editor this element is, by where it stands. */
function textAround(element: HTMLElement): string | null {
  if (element.closest('[data-region=text]')) return 'body'
  const photo = element.closest<HTMLElement>('[data-photo]')?.dataset['photo']
  if (photo !== undefined) return `caption:${photo}`
  return element.closest<HTMLElement>('[data-panel]')?.dataset['panel'] ?? null
}
