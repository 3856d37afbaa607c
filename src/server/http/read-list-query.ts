import * as z from 'zod/mini'
import type { ListQuery } from '../../backends/backend.ts'
import { LIMITS } from '../../backends/wire.ts'
import { id, status } from '../../backends/wire/requests.ts'
import { invalid } from '../../rules/refusals.ts'

const count = z.pipe(
  z.string().check(z.regex(/^\d{1,9}$/)),
  z.transform((text: string) => Number(text)),
)

const shape = z.object({
  search: z.string().check(z.maxLength(LIMITS.search)),
  statuses: z.array(status),
  reporter: z.exactOptional(id),
  claimant: z.exactOptional(id),
  order: z.enum(['changed', 'created']),
  offset: count,
  limit: z.pipe(
    count,
    z.transform((limit: number) => Math.min(limit, LIMITS.page)),
  ),
})

/** What a list's address asks for. A page holds at most LIMITS.page stories, whatever is asked for. */
export function readListQuery(
  query: URLSearchParams,
): { readonly ok: true; readonly value: ListQuery } | ReturnType<typeof invalid> {
  const [reporter, claimant] = [query.get('reporter'), query.get('claimant')]
  const found = z.safeParse(shape, {
    search: query.get('search') ?? '',
    statuses: query.getAll('status'),
    order: query.get('order') ?? 'changed',
    offset: query.get('offset') ?? '0',
    limit: query.get('limit') ?? String(LIMITS.page),
    ...(reporter === null ? {} : { reporter }),
    ...(claimant === null ? {} : { claimant }),
  })
  if (found.success) return { ok: true, value: found.data }
  const where = found.error.issues[0]?.path[0]
  return invalid(
    where === 'search'
      ? 'That is too long to search for. Search for fewer words.'
      : 'This list can’t be understood. Reload the page to get the newest Stet, then try again.',
  )
}
