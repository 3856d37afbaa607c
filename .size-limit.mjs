import { readFileSync } from 'node:fs'

// What each route loads first, by the build's own manifest: the entry, the page, and everything they import at once.
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

function filesOf(...entries) {
  const seen = new Set()
  const files = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk) throw new Error(`The build has no ${key}`)
    files.add(`dist/${chunk.file}`)
    for (const sheet of chunk.css ?? []) files.add(`dist/${sheet}`)
    for (const name of chunk.imports ?? []) visit(name)
  }
  entries.forEach(visit)
  return [...files]
}

const DESK = 'src/screens/desk/desk-page.tsx'
const STORY = 'src/screens/story/story-page.tsx'

/**
 * One of the two backends is loaded with either route: the browser's own desk, or the way to the newsroom's server, which
 * loads its live connection after the first rows.
 */
const BACKENDS = [
  { where: 'browser', backend: 'src/backends/indexed-db.ts', desk: '220 kB', story: '380 kB' },
  { where: 'server', backend: 'src/backends/http.ts', desk: '220 kB', story: '380 kB' },
]

export default BACKENDS.flatMap(({ where, backend, desk, story }) => [
  {
    name: `desk route, ${where}`,
    path: filesOf('index.html', DESK, backend),
    limit: desk,
    gzip: true,
  },
  {
    name: `story route, ${where}`,
    path: filesOf('index.html', STORY, backend),
    limit: story,
    gzip: true,
  },
])
