import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

export type SourceFile = { readonly path: string; readonly text: string }
export type Trespass = { readonly from: string; readonly to: string }

/** DESIGN.md, "The house": what each room may import of ours. Its own files always. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ui: [],
  domain: [],
  language: ['domain'],
  formats: ['domain'],
  rules: ['domain', 'backends/backend.ts'],
  backends: ['domain', 'rules'],
  publish: ['domain'],
  editor: ['domain', 'ui'],
  offline: [],
  store: ['domain', 'backends/backend.ts'],
  screens: ['domain', 'language', 'formats', 'editor', 'store', 'ui'],
  server: [
    'domain',
    'formats',
    'publish',
    'rules',
    'backends/backend.ts',
    'backends/wire.ts',
    'backends/wire',
  ],
}

/** Libraries that the domain may use: yjs and small pure ones. */
const DOMAIN_LIBRARIES = new Set(['yjs', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'])

/** The two composition roots may import everything. */
const ROOTS = new Set(['src/main.tsx', 'src/server/main.ts'])

export function readTree(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|css)$/u.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { path: path.split('\\').join('/'), text: readFileSync(path, 'utf8') }
    })
}

const IMPORT = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*|@import\s+)['"]([^'"]+)['"]/gu

/** What a file imports: paths of ours from the root ('src/…'), names of libraries as they are. */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  return [...text.matchAll(IMPORT)].map(([, name = '']) =>
    name.startsWith('.') ? posix.join(posix.dirname(path), name) : name,
  )
}

const STATIC_IMPORT = /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s+)?['"]([^'"]+)['"]/gmu

/** The files of ours that a file needs before it can run: imports of types and late imports left out. */
export function staticImportsOf({ path, text }: SourceFile): readonly string[] {
  return [...text.matchAll(STATIC_IMPORT)]
    .map(([, name = '']) => name)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(path), name))
}

export function findTrespasses(files: readonly SourceFile[]): readonly Trespass[] {
  return files.flatMap((file) =>
    ROOTS.has(file.path)
      ? []
      : importsOf(file)
          .filter((target) => !mayImport(file.path, target))
          .map((target) => ({ from: file.path, to: target })),
  )
}

function mayImport(from: string, target: string): boolean {
  const room = from.split('/')[1] ?? ''
  if (!target.startsWith('src/')) return room !== 'domain' || DOMAIN_LIBRARIES.has(target)
  if (ROOTS.has(target)) return false
  const inside = target.slice('src/'.length)
  return [room, ...(MAY_IMPORT[room] ?? [])].some(
    (allowed) => inside === allowed || inside.startsWith(`${allowed}/`),
  )
}

export function longFiles(files: readonly SourceFile[], limit: number): readonly string[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path}: ${lines}`)
}
