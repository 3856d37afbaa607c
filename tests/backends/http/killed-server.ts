import type { ServerConfig } from '../../../src/server/config.ts'
import { startServer } from '../../../src/server/start-server.ts'

// A newsroom's server in a process of its own, to be killed. It stands by until it is told to start, so that the next one
// is there soon after the one before was killed.

process.on('message', (config: ServerConfig) => {
  void startServer(config, { count: () => Promise.resolve(null) }).then(
    () => process.send?.('started'),
    (error: unknown) => {
      process.send?.(`failed: ${String(error)}`)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
