import { expect, test } from 'vitest'
import { createMetrics } from '../../src/server/metrics.ts'

test('requests are counted by route and status, with how long they took', async () => {
  const metrics = createMetrics()
  const request = { method: 'GET', route: '/api/me', status: 200 }
  metrics.answered(request, 0.02)
  metrics.answered(request, 0.3)
  metrics.answered({ ...request, status: 401 }, 0.001)
  const text = await metrics.text()
  expect(text).toContain('stet_http_requests_total{method="GET",route="/api/me",status="200"} 2')
  expect(text).toContain('stet_http_requests_total{method="GET",route="/api/me",status="401"} 1')
  expect(text).toContain('stet_http_request_seconds_bucket{le="0.025",method="GET",route="/api/me"} 2')
  expect(text).toMatch(/process_cpu_seconds_total/)
})

test('figures of another part are read when somebody looks, numbers in groups, too', async () => {
  const metrics = createMetrics()
  const figures = { sockets: 3, storing: { sum: 1.5, count: 2, buckets: [{ le: 1, count: 2 }] } }
  metrics.watch(() => figures)
  expect(await metrics.text()).toMatch(/stet_live_sockets 3\n/)
  figures.sockets = 4
  const text = await metrics.text()
  expect(text).toMatch(/stet_live_sockets 4\n/)
  expect(text).toMatch(/stet_live_storing_sum 1.5\n/)
  expect(text).toMatch(/stet_live_storing_count 2\n/)
})
