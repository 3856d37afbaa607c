// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainSpans, spansText } from '../../../src/domain/story-content.ts'
import {
  CAPTION,
  CREDIT,
  dataSet,
  iptcSegment,
  jpeg,
  languageAlternative,
  utf8,
  xmpSegment,
} from '../../formats/picture-bytes.ts'
import { content, stageStory, textbox } from './story-stage.tsx'

vi.setConfig({ testTimeout: 30_000 })

const PICTURE = jpeg(
  iptcSegment([
    ...dataSet(2, CAPTION, utf8('Cranes at the Maasvlakte')),
    ...dataSet(2, CREDIT, utf8('EN/Smit')),
  ]),
  xmpSegment(languageAlternative('Iptc4xmpCore:AltTextAccessibility', 'Four cranes')),
)
const file = (bytes: Uint8Array<ArrayBuffer> | string, name = 'a.jpg', type = 'image/jpeg'): File =>
  new File([bytes], name, { type })

beforeEach(() => {
  // jsdom has no object URLs.
  let made = 0
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => `blob:${(made += 1)}`, revokeObjectURL: () => undefined }),
  )
  // Bytes out of a jsdom file are jsdom's, which Node's crypto doesn't take.
  const digest = crypto.subtle.digest.bind(crypto.subtle)
  vi.spyOn(crypto.subtle, 'digest').mockImplementation((algorithm, data) =>
    digest(algorithm, Uint8Array.from(new Uint8Array(data as ArrayBuffer))),
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const photoGroup = () => within(screen.getByRole('group', { name: 'Photo' }))

describe('the lead photo', () => {
  it('is chosen, stored, and offers what the file says about itself', async () => {
    const { user, says } = await stageStory()
    await user.upload(screen.getByLabelText('Photo file'), file(PICTURE))
    await photoGroup().findByRole('img')
    await user.click(await photoGroup().findByRole('button', { name: 'Use as alt text' }))
    await user.click(photoGroup().getByRole('button', { name: 'Use as caption' }))
    await user.click(photoGroup().getByRole('button', { name: 'Use as credit' }))
    expect(photoGroup().queryByText('Found in the picture file')).toBeNull()
    const [photo] = says().photos
    expect(photo).toMatchObject({ alt: 'Four cranes', credit: 'EN/Smit' })
    expect(spansText(photo?.caption ?? [])).toBe('Cranes at the Maasvlakte')
    expect(photo?.hash).toMatch(/^[0-9a-f]{64}$/u)
    expect(says().fields.lead).toBe(photo?.id)
  })

  it('never writes over words that are there', async () => {
    const { user, says } = await stageStory(
      content({
        photos: [{ id: 'p', hash: '', alt: 'Mine', credit: '', crop: null, caption: plainSpans('Mine too') }],
        fields: { lead: 'p' },
      }),
    )
    await user.upload(screen.getByLabelText('Photo file'), file(PICTURE))
    expect(await photoGroup().findByRole('button', { name: 'Use as credit' })).toBeVisible()
    expect(photoGroup().queryByRole('button', { name: 'Use as alt text' })).toBeNull()
    expect(photoGroup().queryByRole('button', { name: 'Use as caption' })).toBeNull()
    expect(says().photos).toHaveLength(1)
    expect(says().photos[0]).toMatchObject({ alt: 'Mine', credit: '' })
  })

  it.each([
    { name: 'text in disguise', given: file('hello, this is text'), message: /not a picture/u },
    { name: 'a drawing', given: file('<?xml version="1.0"?><svg onload="x()"/>'), message: /SVG/u },
    { name: 'nothing', given: file(''), message: /empty/u },
    { name: 'a PDF', given: file('%PDF-1.7 ...'), message: /PDF file/u },
  ])('refuses $name and says why', async ({ given, message }) => {
    const { user, says } = await stageStory()
    await user.upload(screen.getByLabelText('Photo file'), given)
    expect(await photoGroup().findByRole('alert')).toHaveTextContent(message)
    expect(says().photos).toEqual([])
  })

  it('takes a picture that is dropped or pasted', async () => {
    const { says } = await stageStory()
    const zone = screen.getByLabelText('Photo file').parentElement
    if (!zone) throw new Error('There is nowhere to drop')
    fireEvent.drop(zone, { dataTransfer: { files: [file(PICTURE)], types: ['Files'] } })
    await photoGroup().findByRole('img')
    expect(says().photos).toHaveLength(1)
    await vi.waitFor(() => expect(says().photos[0]?.hash).not.toBe(''), { timeout: 20_000 })
    const first = says().photos[0]?.hash
    fireEvent.paste(zone, { clipboardData: { files: [file(jpeg())] } })
    await vi.waitFor(() => expect(says().photos[0]?.hash).not.toBe(first), { timeout: 20_000 })
    expect(says().photos).toHaveLength(1)
  })

  it('that is removed leaves the focus where the next one is chosen', async () => {
    const { user, says } = await stageStory()
    await user.type(textbox('Credit'), 'EN')
    await user.click(photoGroup().getByRole('button', { name: 'Remove photo' }))
    expect(says().photos).toEqual([])
    expect(screen.getByLabelText('Photo file')).toHaveFocus()
  })

  it('may have its words before it has a file, without anybody losing the caret', async () => {
    const { user, says } = await stageStory()
    await user.type(textbox('Alt text'), 'A crane')
    expect(textbox('Alt text')).toHaveValue('A crane')
    await user.type(textbox('Credit'), 'EN')
    expect(says().photos).toMatchObject([{ alt: 'A crane', credit: 'EN', hash: '' }])
  })

  it('becomes one with the first words of its caption, which goes on in its editor', async () => {
    const { user, says } = await stageStory()
    await user.type(textbox('Caption'), 'C')
    expect(textbox('Caption')).toHaveAttribute('contenteditable', 'true')
    expect(textbox('Caption')).toHaveFocus()
    expect(spansText(says().photos[0]?.caption ?? [])).toBe('C')
  })

  it('on its way says how much of it is there, and where it stopped', async () => {
    const { user, set, says, id } = await stageStory()
    await user.upload(screen.getByLabelText('Photo file'), file(PICTURE))
    await photoGroup().findByRole('img')
    const photoId = says().photos[0]?.id ?? ''
    const upload = { storyId: id, file: file(PICTURE), url: 'blob:kept', share: 0, problem: '' }
    set({ uploads: { [photoId]: upload } })
    expect(photoGroup().getByText('Storing the picture…')).toBeVisible()
    expect(photoGroup().queryByRole('progressbar')).toBeNull()
    set({ uploads: { [photoId]: { ...upload, share: 0.42 } } })
    expect(photoGroup().getByRole('progressbar', { name: 'Storing the picture…' })).toHaveValue(42)
    expect(photoGroup().getByText('42%')).toBeVisible()
    set({ uploads: { [photoId]: { ...upload, share: 0.42, problem: 'The way is gone.' } } })
    expect(photoGroup().getByRole('alert')).toHaveTextContent('Upload stopped: The way is gone.')
    expect(photoGroup().getByRole('button', { name: 'Try again' })).toBeVisible()
    expect(photoGroup().queryByRole('progressbar')).toBeNull()
  })

  it('that could not be stored stays on screen, says why, and is tried again', async () => {
    const { user, set, store, says, id } = await stageStory()
    await user.upload(screen.getByLabelText('Photo file'), file(PICTURE))
    await photoGroup().findByRole('img')
    const photoId = says().photos[0]?.id ?? ''
    const failed = {
      storyId: id,
      file: file(PICTURE),
      url: 'blob:kept',
      share: 0,
      problem: 'The disk is full.',
    }
    set({ uploads: { [photoId]: failed } })
    expect(photoGroup().getByRole('alert')).toHaveTextContent('The picture is not stored: The disk is full.')
    expect(photoGroup().getByRole('img')).toHaveAttribute('src', 'blob:kept')
    await user.click(photoGroup().getByRole('button', { name: 'Try again' }))
    await act(() => vi.waitFor(() => expect(store.getState().uploads).toEqual({}), { timeout: 20_000 }))
    expect(photoGroup().queryByRole('alert')).toBeNull()
  })
})

it('lists the pictures of the body too, each with its own words', async () => {
  const { user, says } = await stageStory(
    content({
      photos: [{ id: 'in-text', hash: '', alt: '', credit: '', crop: null, caption: [] }],
      body: [{ kind: 'picture', photo: 'in-text' }],
    }),
  )
  const other = within(screen.getByRole('group', { name: 'Body picture 1' }))
  await user.type(other.getByRole('textbox', { name: 'Credit' }), 'AFP')
  expect(says().photos[0]?.credit).toBe('AFP')
  await user.click(other.getByRole('button', { name: 'Remove photo' }))
  expect(says().photos).toEqual([])
})

it('leaves no empty place in the text when a picture of the body is removed; one undo brings both back', async () => {
  const story = content({
    photos: [{ id: 'in-text', hash: '', alt: 'Cranes', credit: '', crop: null, caption: [] }],
    body: [
      { kind: 'paragraph', level: 0, spans: plainSpans('Above') },
      { kind: 'picture', photo: 'in-text' },
      { kind: 'paragraph', level: 0, spans: plainSpans('Below') },
    ],
  })
  const { user, says } = await stageStory(story)
  await user.click(screen.getByRole('button', { name: 'Remove photo' }))
  expect(says()).toMatchObject({ photos: [], body: [story.body[0], story.body[2]] })
  expect(textbox('Body')).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(says()).toMatchObject({ photos: story.photos, body: story.body })
})
