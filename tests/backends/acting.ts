import type { Acting } from '../../src/rules/apply-action.ts'
import { NEWSROOM_SETTINGS } from '../../src/domain/newsroom-settings.ts'
import { NOW } from './test-desk.ts'

/** What a desk under test brings to every action. */
export const ACTING: Acting = { now: NOW, seeder: () => 77, settings: NEWSROOM_SETTINGS }
