import type { TestProject } from 'vitest/node'
import { startStet } from './start-stet.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- vitest's own interface is extended
  interface ProvidedContext {
    /** Where the built app is served. */
    address: string
  }
}

/** Starts Stet as a stranger does, once for all end-to-end tests. */
export default async function serveApp(project: TestProject): Promise<() => Promise<void>> {
  const served = await startStet(4390)
  project.provide('address', served.address)
  return () => served.stop()
}
