/** Keys of the page about suggestions: they work wherever the focus is. Written as the editors' own (shortcuts.ts). */
export const CHANGE_KEYS = {
  suggesting: { label: 'Suggesting on or off', keys: ['Mod-Alt-s'] },
  next: { label: 'Next change', keys: ['F8'] },
  previous: { label: 'Change before', keys: ['Shift-F8'] },
  accept: { label: 'Accept the change that is marked', keys: ['Mod-Alt-Enter'] },
  reject: { label: 'Reject or withdraw it', keys: ['Mod-Alt-Backspace'] },
} as const

export type ChangeKey = keyof typeof CHANGE_KEYS

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly getModifierState: (key: string) => boolean
}

/** Which of these keys was pressed, or null. AltGr, which types letters, is none of them. */
export function changeKeyOf(event: Pressed): ChangeKey | null {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  if (key === 'F8' && !ctrlKey && !metaKey && !altKey) return shiftKey ? 'previous' : 'next'
  const isModAlt = (ctrlKey || metaKey) && altKey && !shiftKey && !event.getModifierState('AltGraph')
  if (!isModAlt) return null
  // With Alt a Mac types another letter: the place of the key says which it was.
  if (code === 'KeyS' || key.toLowerCase() === 's') return 'suggesting'
  if (key === 'Enter') return 'accept'
  return key === 'Backspace' ? 'reject' : null
}
