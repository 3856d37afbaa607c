import type { ApplyEffect } from '../desk/decide-suggestions.ts'
import type { ServerDesk } from '../desk/server-desk.ts'
import type { Metrics } from '../metrics.ts'
import { deskRoutes } from './desk-routes.ts'
import type { Route } from './route.ts'
import type { MetricsReaders } from './state-routes.ts'
import { stateRoutes } from './state-routes.ts'
import { storyRoutes } from './story-routes.ts'

export type RouteParts = MetricsReaders & {
  readonly desk: ServerDesk
  readonly applyEffect: ApplyEffect
  readonly metrics: Metrics
  /** Routes of accounts and of pictures. */
  readonly others: readonly Route[]
}

/** Everything that can be asked of the server: the one list, from which the app and the test of who may ask what are made. */
export function routesOf(parts: RouteParts): readonly Route[] {
  const { desk, applyEffect, metrics, others } = parts
  return [
    ...deskRoutes(desk),
    ...storyRoutes(desk, applyEffect),
    ...others,
    ...stateRoutes(desk.database, metrics, parts),
  ]
}
