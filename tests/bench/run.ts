import { argv } from 'node:process'
import { benchDesk } from './desk.ts'
import { benchHistory } from './history.ts'
import { startBench } from './bench-browser.ts'
import { benchWriting } from './writing.ts'

// `npm run bench`: tables of what DESIGN.md's budgets speak of. `npm run bench -- writing` runs one part.
const only = argv.slice(2)
const wanted = (part: string): boolean => only.length === 0 || only.includes(part)
const bench = await startBench()
try {
  if (wanted('writing')) await benchWriting(bench)
  if (wanted('desk')) await benchDesk(bench)
  if (wanted('history')) await benchHistory(bench)
} finally {
  await bench.end()
}
