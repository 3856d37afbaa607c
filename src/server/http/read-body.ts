import * as z from 'zod/mini'
import { invalid } from '../../rules/refusals.ts'
import type { HttpRefusal, RouteRequest } from './route.ts'

/** The JSON body of a request in that shape, or the refusal of what it is instead. */
export async function readBody<Value>(
  { raw }: Pick<RouteRequest, 'raw'>,
  shape: z.ZodMiniType<Value>,
): Promise<{ readonly ok: true; readonly value: Value } | HttpRefusal> {
  if (!/^application\/json\b/i.test(raw.headers.get('content-type') ?? '')) {
    return invalid(
      'This request has to be JSON. Nothing was changed. Reload the page to get the newest Stet.',
    )
  }
  let value: unknown
  try {
    value = await raw.json()
  } catch {
    return invalid('This request is not whole. Nothing was changed. Try again.')
  }
  const found = z.safeParse(shape, value)
  if (found.success) return { ok: true, value: found.data }
  const [issue] = found.error.issues
  const where = issue?.path.join('.') ?? ''
  return invalid(
    `This request can’t be understood${where === '' ? '' : ` (at “${where}”)`}. Nothing was changed. Reload the page to get the newest Stet, then try again.`,
  )
}
