const SAFE = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i

/**
 * The address of a link when it is one that may leave the desk (http, https or mailto, without blanks or quotes), else ''.
 */
export function safeLink(href: string): string {
  const trimmed = href.trim()
  return SAFE.test(trimmed) ? trimmed : ''
}
