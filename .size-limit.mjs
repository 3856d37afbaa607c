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

export default [
  {
    name: 'desk route',
    path: filesOf('index.html', 'src/screens/desk/desk-page.tsx'),
    limit: '220 kB',
    gzip: true,
  },
  {
    name: 'story route',
    path: filesOf('index.html', 'src/screens/story/story-page.tsx'),
    limit: '380 kB',
    gzip: true,
  },
]
