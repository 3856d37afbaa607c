import { argv } from 'node:process'
import { benchLive } from './server-live.ts'
import { benchQueue } from './server-queue.ts'
import { benchStart } from './server-start.ts'

// `npm run bench:server`: what the newsroom server's budgets speak of. `npm run bench:server -- queue` runs one part.
const only = argv.slice(2)
const wanted = (part: string): boolean => only.length === 0 || only.includes(part)
if (wanted('queue')) await benchQueue()
if (wanted('start')) await benchStart()
if (wanted('live')) await benchLive()
