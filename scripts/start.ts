import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { argv, env } from 'node:process'
import { build, preview } from 'vite'

// Serves the built desk; everything is kept in the browser that opens it. `--port N` or PORT choose the port.
const flag = argv.indexOf('--port')
const port = Number(flag > 0 ? argv[flag + 1] : (env['PORT'] ?? 4173))

if (!isBuilt()) {
  console.log('Building Stet (once after each change) …')
  await build({ logLevel: 'warn' })
}
const server = await preview({ preview: { port, strictPort: false }, logLevel: 'silent' })
console.log(`Stet is at ${server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`}`)

function isBuilt(): boolean {
  if (!existsSync('dist/index.html')) return false
  const built = statSync('dist/index.html').mtimeMs
  const sources = [
    'index.html',
    'package-lock.json',
    'vite.config.ts',
    ...filesIn('src'),
    ...filesIn('public'),
  ]
  return sources.every((file) => statSync(file).mtimeMs <= built)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
