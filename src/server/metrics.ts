import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Figures of a running server, as Prometheus reads them. */
export type Metrics = {
  /** One request was answered. `route` is the pattern, so that there are only so many. */
  answered(
    request: { readonly method: string; readonly route: string; readonly status: number },
    seconds: number,
  ): void
  /** Has figures of another part read whenever somebody looks: each that is a number becomes `stet_live_<name>`. */
  watch(figures: () => object): void
  readonly contentType: string
  text(): Promise<string>
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(): Metrics {
  const registers = [new Registry()]
  const [register] = registers as [Registry]
  collectDefaultMetrics({ register })
  const requests = new Counter({
    name: 'stet_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'stet_http_request_seconds',
    help: 'Seconds from a request to its answer.',
    labelNames: ['method', 'route'],
    buckets: SECONDS,
    registers,
  })
  const live = new Map<string, Gauge>()
  const watched: (() => object)[] = []
  const gauge = (name: string): Gauge => {
    const known = live.get(name)
    if (known) return known
    const made = new Gauge({
      name: `stet_live_${name.replaceAll(/([A-Z])/g, '_$1').toLowerCase()}`,
      help: 'Of the live connections.',
      registers,
    })
    live.set(name, made)
    return made
  }
  return {
    answered({ method, route, status }, seconds) {
      requests.inc({ method, route, status })
      durations.observe({ method, route }, seconds)
    },
    watch(figures) {
      watched.push(figures)
    },
    contentType: register.contentType,
    text() {
      for (const figures of watched) {
        for (const [name, value] of numbersIn(figures())) gauge(name).set(value)
      }
      return register.metrics()
    },
  }
}

/** Numbers of an object and of the objects in it, by name: `storing: { sum }` is "storingSum". */
function numbersIn(figures: object, before = ''): readonly (readonly [string, number])[] {
  return Object.entries(figures).flatMap(([key, value]: [string, unknown]) => {
    const name = before === '' ? key : before + key.charAt(0).toUpperCase() + key.slice(1)
    if (typeof value === 'number') return [[name, value] as const]
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isGroup ? numbersIn(value, name) : []
  })
}
