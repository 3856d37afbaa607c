import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('weekday-of-date')
const fields = { date: '2025-09-03' }

/** Weekdays that aren't those of their dates. 3 September 2025 is a Wednesday. */
export const WEEKDAY_OF_DATE = [
  flags('American order', ['Tuesday'], { fields, body: ['He spoke on Tuesday, September 3, in Paris.'] }),
  flags('British order', ['Thursday'], { fields, body: ['He spoke on Thursday 3rd September.'] }),
  flags('short, with a year of its own', ['Tues'], { body: ['He spoke on Tues., Sept. 3, 2025.'] }),
  flags('over the year’s end', ['Monday'], {
    fields: { date: '2025-12-30' },
    body: ['It opens on Monday, Jan. 6.'],
  }),
  leaves('right', {
    fields,
    body: ['He spoke on Wednesday, Sept. 3, and will again on Friday 5 September.'],
  }),
  leaves('no year at all', { body: ['He spoke on Tuesday, September 3.'] }),
  leaves('another year', {
    fields,
    body: ['On Tuesday, September 3, last year it rained.', 'In 2024 they met on Tuesday, September 3.'],
  }),
  leaves('over the year’s end', { fields: { date: '2025-12-30' }, body: ['It opens on Monday, Jan. 5.'] }),
]
