import * as z from 'zod/mini'
import type { DeskAwareness, StoryAwareness } from '../../backends/wire/live.ts'
import { LIMITS } from '../../backends/wire.ts'
import { id, role } from '../../backends/wire/requests.ts'

// What a tab may say of itself. Keys that are not known are left out: the others hear nothing but this.

const person = z.object({ id, name: z.string().check(z.maxLength(LIMITS.name)), role })

/** On the desk. */
export const saidOnDesk: z.ZodMiniType<DeskAwareness> = z.object({ person, story: z.nullable(id) })

/** In a story. */
export const saidInStory: z.ZodMiniType<StoryAwareness> = z.object({
  person,
  place: z.nullable(
    z.object({ text: z.string().check(z.maxLength(LIMITS.id)), anchor: z.unknown(), head: z.unknown() }),
  ),
})
