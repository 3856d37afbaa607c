import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { argv, env } from 'node:process'

// Serves the built desk. `--port N` or PORT choose the port. With `--local` there is no server: everything is kept in the
// browser that opens it.
const flag = argv.indexOf('--port')
const port = flag > 0 ? argv[flag + 1] : env['PORT']

if (!isBuilt()) {
  console.log('Building Stet (once after each change) …')
  const { build } = await import('vite')
  await build({ logLevel: 'warn' })
}

if (argv.includes('--local')) {
  const { preview } = await import('vite')
  const server = await preview({
    preview: { port: Number(port ?? 4173), strictPort: false },
    logLevel: 'silent',
  })
  console.log(`Stet is at ${server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`}`)
} else {
  if (port !== undefined) env['PORT'] = port
  await import('../src/server/main.ts')
}

function isBuilt(): boolean {
  if (!existsSync('dist/index.html')) return false
  const built = statSync('dist/index.html').mtimeMs
  const sources = [
    'index.html',
    'package-lock.json',
    'vite.config.ts',
    ...filesIn('src').filter((file) => !file.startsWith(join('src', 'server'))),
    ...filesIn('public'),
  ]
  return sources.every((file) => statSync(file).mtimeMs <= built)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
