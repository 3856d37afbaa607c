import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { contentSecurityPolicy, newNonce } from './security-headers.ts'

/**
 * Answers with the app's page, which says that a server is behind it, and carries a new nonce each time. A page that was
 * built anew is taken up: the files that the earlier one names may be gone.
 */
export function appPage(folder: string, origin: string): () => Response {
  const file = join(folder, 'index.html')
  let built = 0
  let html: readonly string[] = []
  const read = (): void => {
    // While it is being built it isn't there: the earlier one stands.
    const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: built }
    if (mtimeMs === built) return
    html = readFileSync(file, 'utf8').split('<head>')
    built = mtimeMs
  }
  read()
  return () => {
    read()
    const [before = '', after = ''] = html
    const nonce = newNonce()
    const told = `<head><meta name="stet-backend" content="server"><meta property="csp-nonce" nonce="${nonce}">`
    return new Response(before + told + after, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        'content-security-policy': contentSecurityPolicy(origin, nonce),
      },
    })
  }
}
