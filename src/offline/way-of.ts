/**
 * How the service worker answers: 'page' from the network, and without one from what is kept; 'file' from what is kept;
 * 'network' not at all, so that what the newsroom's server says is never kept here.
 */
export type Way = 'page' | 'file' | 'network'

/** What is looked at of a request. `origin` is the app's own. */
export type Asked = { readonly method: string; readonly mode: string; readonly url: string }

const NEVER_KEPT = /^\/(?:api|healthz|metrics)(?:\/|$)/u

export function wayOf({ method, mode, url }: Asked, origin: string, files: ReadonlySet<string>): Way {
  const asked = new URL(url)
  if (method !== 'GET' || asked.origin !== origin || NEVER_KEPT.test(asked.pathname)) return 'network'
  if (mode === 'navigate') return 'page'
  return files.has(asked.pathname) || asked.pathname.startsWith('/assets/') ? 'file' : 'network'
}

/** The addresses of the files of a build that a page names in its head. */
export const filesNamedIn = (html: string): readonly string[] =>
  [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/gu)].map(([, file = '']) => file)

/** Is a file so large, and needed by so few, that it is kept only once it was used? What spelling is checked with is. */
export const isKeptOnUse = (path: string): boolean => /^\/assets\/[^/]+\.(?:wasm|aff|dic)$/u.test(path)
