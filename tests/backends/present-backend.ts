import type { Backend, Carets, Presence } from '../../src/backends/backend.ts'

/** A backend that also knows who is at work and where others write. */
export function presentBackend(
  backend: Backend,
  presence: Presence,
  caretsOf: (story: string) => Carets,
): Backend {
  const present: Partial<Backend> = {
    presence,
    async open(id, doc) {
      const answer = await backend.open(id, doc)
      if (!answer.ok || answer.kind !== 'open') return answer
      const { connection } = answer
      const carets = caretsOf(id)
      return { ...answer, connection: beside(connection, { carets }) }
    },
  }
  return beside(backend, present)
}

/** The same object with some parts others. */
function beside<Whole extends object>(whole: Whole, parts: Partial<Whole>): Whole {
  return new Proxy(whole, {
    get(target, name) {
      const found: unknown = Reflect.get(Object.hasOwn(parts, name) ? parts : target, name)
      return typeof found === 'function' && !Object.hasOwn(parts, name)
        ? (found.bind(target) as unknown)
        : found
    },
  })
}
