import { afterEach } from 'vitest'

// Component tests run in jsdom by a comment at their head; all others in plain Node.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react')
  await import('@testing-library/jest-dom/vitest')
  afterEach(cleanup)
  // jsdom lays nothing out, so nothing can be scrolled.
  if (navigator.userAgent.includes('jsdom')) Element.prototype.scrollIntoView = () => undefined
  // jsdom doesn't say so, but a test's page is like one on localhost.
  Object.defineProperty(window, 'isSecureContext', { value: true, writable: true, configurable: true })
}
