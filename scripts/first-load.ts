import { resolve } from 'node:path'

/** What the bundler knows of its modules while it splits them. */
type ModuleGraph = {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * Puts into one chunk what is loaded first on every route: what the entry imports, what both backends do, and what the
 * desk's page and a story's both do. Left to itself the bundler makes some seventy small chunks of it, a third of which
 * compress badly. Nothing is in it that one of the routes would not load anyway.
 */
export function firstLoad(): (id: string, graph: ModuleGraph) => string | null {
  let first: ReadonlySet<string> | null = null
  return (id, graph) => {
    first ??= modulesOfFirstLoad(graph)
    return first.has(id) ? 'desk' : null
  }
}

function modulesOfFirstLoad(graph: ModuleGraph): ReadonlySet<string> {
  const needs = (file: string): ReadonlySet<string> => needsOf(resolve(file), graph)
  const both = (one: string, other: string): readonly string[] => {
    const others = needs(other)
    return [...needs(one)].filter((id) => others.has(id))
  }
  const first = new Set([
    ...needs('src/main.tsx'),
    ...both('src/backends/indexed-db.ts', 'src/backends/http.ts'),
    ...both('src/screens/desk/desk-page.tsx', 'src/screens/story/story-page.tsx'),
  ])
  first.delete(resolve('src/main.tsx'))
  return first
}

/** A module with everything that it imports at once. */
function needsOf(start: string, graph: ModuleGraph): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) visit(next)
  }
  visit(start)
  return found
}
