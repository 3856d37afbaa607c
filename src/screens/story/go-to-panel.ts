const FIELDS = '[contenteditable], input, textarea, select, button'

/** Puts the focus into the first field of a panel, which brings the panel into sight. The Story tab must be seen. */
export function goToPanel(name: string): void {
  const panel = document.querySelector<HTMLElement>(`[data-panel="${CSS.escape(name)}"]`)
  const fields = [...(panel?.querySelectorAll<HTMLElement>(FIELDS) ?? [])]
  const first = fields.find((field) => field.tagName !== 'BUTTON') ?? fields[0]
  first?.focus()
}
