import type { TestProject } from 'vitest/node'
import { build, preview } from 'vite'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- vitest's own interface is extended
  interface ProvidedContext {
    /** Where the built app is served. */
    address: string
  }
}

/** Builds the app as `npm start` does and serves it on a free port for all end-to-end tests. */
export default async function serveApp(project: TestProject): Promise<() => Promise<void>> {
  // Vitest's mode would put React's development build into the bundle.
  await build({ logLevel: 'error', mode: 'production', define: { 'process.env.NODE_ENV': '"production"' } })
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' })
  const address = server.httpServer.address()
  if (typeof address !== 'object' || address === null) throw new Error('The preview server has no address')
  project.provide('address', `http://127.0.0.1:${address.port}`)
  return () => server.close()
}
