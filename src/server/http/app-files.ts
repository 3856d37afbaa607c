import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { appPage } from './app-page.ts'
import { packedFiles } from './packed-files.ts'
import { contentSecurityPolicy, newNonce } from './security-headers.ts'

/** Files of a build are named by what is in them and kept for ever; all others are asked for again each time. */
const FOREVER = 'public, max-age=31536000, immutable'

/**
 * The built app: its files, and its page at every other address, as the app knows what is where. A file that isn't there is
 * missing: the page in its place would be taken for it.
 */
export function appFiles(folder: string, origin: string): Hono {
  const files = new Hono()
  const page = appPage(folder, origin)
  files.get('*', async (context, next) => {
    const { path } = context.req
    if (isLoopbackAlias(context.req.header('host') ?? '', origin)) {
      return context.redirect(origin + path + new URL(context.req.url).search)
    }
    // Its manifest is for tests; the page is made anew for everybody.
    if (path.includes('/.') || path === '/index.html') return context.notFound()
    await next()
    if ([200, 304].includes(context.res.status) && !context.res.headers.has('content-security-policy')) {
      context.header('cache-control', path.startsWith('/assets/') ? FOREVER : 'no-cache')
      context.header('content-security-policy', contentSecurityPolicy(origin, newNonce()))
    }
    return context.res
  })
  files.get('*', packedFiles(folder))
  // The page carries a nonce of its own each time.
  files.use(compress())
  files.get('*', serveStatic({ root: folder, index: '.none' }))
  files.get('*', (context) => (/\.[^/]*$/.test(context.req.path) ? context.notFound() : page()))
  return files
}

/** Opened as 127.0.0.1 where the desk is at localhost: the same machine, but to a browser another site, without the session. */
function isLoopbackAlias(host: string, origin: string): boolean {
  const { hostname, port } = new URL(origin)
  return hostname === 'localhost' && (host === `127.0.0.1:${port}` || host === `[::1]:${port}`)
}
