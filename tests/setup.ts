import { afterEach } from 'vitest'

// Component tests run in jsdom by a comment at their head; all others in plain Node.
if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/react')
  // Parts that are loaded when they are first used take their time on a busy machine; nothing here is about time.
  configure({ asyncUtilTimeout: 20_000 })
  await import('@testing-library/jest-dom/vitest')
  afterEach(cleanup)
  // jsdom lays nothing out, so nothing can be scrolled.
  if (navigator.userAgent.includes('jsdom')) Element.prototype.scrollIntoView = () => undefined
  // jsdom doesn't say so, but a test's page is like one on localhost.
  Object.defineProperty(window, 'isSecureContext', { value: true, writable: true, configurable: true })
}
