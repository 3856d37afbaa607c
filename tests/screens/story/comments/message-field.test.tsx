// @vitest-environment jsdom
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { MessageField } from '../../../../src/screens/story/comments/message-field.tsx'
import { createDeskStore } from '../../../../src/store/desk-store.ts'
import { DeskProvider } from '../../../../src/store/use-desk.ts'

afterEach(() => vi.unstubAllGlobals())

test('it has the focus from the moment that it is there, whenever React draws it', async () => {
  // As in a browser, where nothing has React finish its effects first.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  const place = document.createElement('div')
  document.body.append(place)
  const focused = new Promise<boolean>((resolve) => {
    new MutationObserver(() => resolve(document.activeElement?.tagName === 'TEXTAREA')).observe(place, {
      childList: true,
    })
  })
  const store = createDeskStore({ story: () => 'story', random: () => 'random' }, { theme: 'light' })
  const root = createRoot(place)
  root.render(
    <DeskProvider store={store}>
      <MessageField label="Comment" send="Comment" takesFocus onSend={() => undefined} />
    </DeskProvider>,
  )
  expect(await focused).toBe(true)
  root.unmount()
  place.remove()
})
