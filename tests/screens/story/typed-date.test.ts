import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateInWords } from '../../../src/screens/story/date-words.ts'
import { namesYear, typedDate } from '../../../src/screens/story/typed-date.ts'

const TODAY = '2026-11-24'

describe('a typed date', () => {
  it.each([
    ['2025-09-03', '2025-09-03'],
    ['3 Sept 2025', '2025-09-03'],
    ['3 Sep 2025', '2025-09-03'],
    ['3 september 2025', '2025-09-03'],
    ['  03  SEPT.  2025 ', '2025-09-03'],
    ['Sept. 3, 2025', '2025-09-03'],
    ['September 3 2025', '2025-09-03'],
    ['3rd of September, 2025', '2025-09-03'],
    ['September 3rd, 2025', '2025-09-03'],
    ['Wednesday, 3 September 2025', '2025-09-03'],
    ['Wed Sept 3, 2025', '2025-09-03'],
    ['3/9/2025', '2025-09-03'],
    ['03.09.2025', '2025-09-03'],
    ['9/13/2025', '2025-09-13'],
    ['3-Sep-2025', '2025-09-03'],
    ['29 Feb 2024', '2024-02-29'],
    ['today', TODAY],
    ['Yesterday', '2026-11-23'],
    ['24 Nov', '2026-11-24'],
    ['10 December', '2026-12-10'],
    ['2 January', '2026-01-02'],
    ['30 May', '2026-05-30'],
  ])('reads “%s” as %s', (text, date) => {
    expect(typedDate(text, TODAY)).toBe(date)
  })

  it('takes a day without a year from the year before when that of today’s is far ahead', () => {
    expect(typedDate('28 Dec', '2026-01-03')).toBe('2025-12-28')
  })

  it.each([
    '',
    'soon',
    '31 Feb 2025',
    '29 Feb 2025',
    '3 Septembre 2025',
    '2025-13-01',
    '32 May',
    '13/13/2025',
    '3 S 2025',
  ])('finds no date in “%s”', (text) => {
    expect(typedDate(text, TODAY)).toBeNull()
  })

  it('reads back every date that its field shows', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10)
        expect(typedDate(dateInWords(date), TODAY)).toBe(date)
      }),
    )
  })

  it('knows when a text can be no other date any more', () => {
    expect(['3 Sept 2025', '2025-09-03'].map(namesYear)).toEqual([true, true])
    expect(['3 Sept 202', '3 Sept', ''].map(namesYear)).toEqual([false, false, false])
  })

  it('shows what is no date as it is', () => {
    expect(dateInWords('about Easter')).toBe('about Easter')
    expect(dateInWords('2025-13-03')).toBe('2025-13-03')
    expect(dateInWords('')).toBe('')
  })
})
