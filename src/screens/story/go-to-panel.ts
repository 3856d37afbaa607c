const FIELDS = '[contenteditable=true], input, textarea, select, button'

/** Shows a panel of the side and puts the focus into its first field. */
export function goToPanel(name: string): void {
  const panel = document.querySelector<HTMLElement>(`[data-panel="${CSS.escape(name)}"]`)
  const fields = [...(panel?.querySelectorAll<HTMLElement>(FIELDS) ?? [])]
  const first = fields.find((field) => field.tagName !== 'BUTTON') ?? fields[0]
  panel?.scrollIntoView({ block: 'nearest' })
  first?.focus()
}
