/** Keys of the page about what the checks found: they work wherever the focus is. */
export const FLAG_KEYS = {
  next: { label: 'Next thing that the checks found', keys: ['F7'] },
  previous: { label: 'The one before', keys: ['Shift-F7'] },
} as const

/** Which of these keys was pressed, or null. */
export function flagKeyOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): keyof typeof FLAG_KEYS | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  if (key !== 'F7' || ctrlKey || metaKey || altKey) return null
  return shiftKey ? 'previous' : 'next'
}
