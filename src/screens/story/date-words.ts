/** How a plain date ("2026-11-24") is shown in its field: "24 Nov 2026". What is no date is shown as it is. */
export function dateInWords(date: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)
  if (!parts) return date
  const [, year = '', month = '', day = ''] = parts
  const name = MONTHS[Number(month) - 1]
  return name === undefined ? date : `${Number(day)} ${name} ${year}`
}

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'June',
  'July',
  'Aug',
  'Sept',
  'Oct',
  'Nov',
  'Dec',
] as const
