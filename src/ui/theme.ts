/** What a person chose to look at; 'system' follows the machine. */
export type Theme = 'light' | 'dark' | 'system'

const KEY = 'stet.theme'

/** The theme kept in this browser; 'system' where none is, or where the browser keeps nothing. */
export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

/** Shows a theme, without keeping it. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme')
  else document.documentElement.setAttribute('data-theme', theme)
}

/** Shows a theme and keeps it; where the browser keeps nothing it holds until the page is left. */
export function chooseTheme(theme: Theme): void {
  applyTheme(theme)
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Nothing to do: the choice holds for this page.
  }
}
