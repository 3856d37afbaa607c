import { argv, exit } from 'node:process'
import { benchChecks } from './checks.ts'
import { benchCompare } from './compare.ts'
import { benchDesk } from './desk.ts'
import { benchHistory } from './history.ts'
import { startBench } from './bench-browser.ts'
import { benchSuggesting } from './suggesting.ts'
import { benchSuggestions } from './suggestions.ts'
import { benchWriting } from './writing.ts'

// `npm run bench`: tables of what DESIGN.md's budgets speak of. `npm run bench -- writing` runs one part, and
// `npm run bench -- checks cold change` parts of that one.
const only = argv.slice(2)
const wanted = (part: string): boolean => only.length === 0 || only.includes(part)
if (wanted('compare')) benchCompare()
if (wanted('suggestions')) benchSuggestions()
// The others need a browser.
if (only.length > 0 && only.every((part) => part === 'compare' || part === 'suggestions')) exit()
const bench = await startBench()
try {
  if (wanted('writing')) await benchWriting(bench)
  if (wanted('suggesting')) await benchSuggesting(bench)
  if (wanted('desk')) await benchDesk(bench)
  if (wanted('checks')) await benchChecks(bench, only.slice(1))
  if (wanted('history')) await benchHistory(bench)
} finally {
  await bench.end()
}
