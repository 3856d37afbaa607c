import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentSecurityPolicy, newNonce } from './security-headers.ts'

/** Answers with the app's page, which says that a server is behind it, and carries a new nonce each time. */
export function appPage(folder: string, origin: string): () => Response {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const [before = '', after = ''] = html.split('<head>')
  return () => {
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
