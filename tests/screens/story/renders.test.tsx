// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { Profiler } from 'react'
import { expect, it, vi } from 'vitest'
import { bylineText } from '../../../src/domain/byline.ts'
import { plainSpans } from '../../../src/domain/story-content.ts'
import { content, stageStory, type StoryStage } from './story-stage.tsx'

vi.setConfig({ testTimeout: 30_000 })
// The real function, counted: byline panel and proof call it whenever they are drawn, and nothing else does.
vi.mock('../../../src/domain/byline.ts', { spy: true })

const STORY = content({
  headline: plainSpans('Harbour vote'),
  body: [{ kind: 'paragraph', level: 0, spans: plainSpans('Dockers voted.') }],
})

/** One key, as the editor's binding writes it. */
function type({ open }: StoryStage, text: 'headline' | 'body', character: string): void {
  const { doc, undo } = open().session
  act(() => {
    doc.transact(() => doc.getText(text).insert(doc.getText(text).length, character), undo.origin)
  })
}

it('draws nothing of the page for a key in the body', async () => {
  let drawn = 0
  const stage = await stageStory(STORY, {
    around: (page) => (
      <Profiler id="page" onRender={() => (drawn += 1)}>
        {page}
      </Profiler>
    ),
  })
  // The first key makes an undo step, which its button shows; the second begins "Saving…".
  type(stage, 'body', 'a')
  await screen.findByText('15 characters')
  type(stage, 'body', 'b')
  drawn = 0
  type(stage, 'body', 'c')
  expect(screen.getByRole('textbox', { name: 'Body' })).toHaveTextContent('Dockers voted.abc')
  expect(drawn).toBe(0)
  // The counts come later, by themselves.
  await screen.findByText('17 characters')
  expect(drawn).toBeGreaterThan(0)
})

it('draws only what shows the headline for a key in the headline', async () => {
  const stage = await stageStory(STORY)
  type(stage, 'headline', 's')
  vi.mocked(bylineText).mockClear()
  type(stage, 'headline', '!')
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Harbour votes!')
  expect(screen.getByText('14 of 90 characters')).toBeInTheDocument()
  expect(document.title).toBe('Story: Harbour votes! · Stet')
  expect(bylineText).not.toHaveBeenCalled()
})
