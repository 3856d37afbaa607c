import { useEffect, useRef } from 'react'
import type { OpenStory } from '../../store/desk-state.ts'
import { useActions, useDesk, useOpenStory } from '../../store/use-desk.ts'
import { copyText } from './copy-text.ts'
import { fileStem, FORMATS, type FormatName } from './export-formats.ts'
import { exportGaps, exportParts, type Known } from './export-parts.ts'
import { saveFile } from './save-file.ts'

export type ExportRequest = { readonly how: 'copy' | 'download'; readonly format: FormatName }

/**
 * Copies or downloads a story. Stet's own JSON carries source and pictures too, so it waits until these are here and
 * says what could not be read; all else goes at once.
 */
export function useExport(session: OpenStory['session']): (request: ExportRequest) => void {
  const { id, doc } = session
  const actions = useActions()
  const hasSource = useOpenStory(id, (story) => story.record.hasSource) ?? false
  const sources = useDesk((state) => state.sources)
  const pictures = useDesk((state) => state.pictures)
  const uploads = useDesk((state) => state.uploads)
  const known: Known = { sources, pictures, uploads }
  /** What waits for the source or a picture. */
  const waiting = useRef<ExportRequest | null>(null)

  const run = async (request: ExportRequest): Promise<void> => {
    const parts = await exportParts(id, doc, known)
    const { name, type, extension, write } = FORMATS[request.format]
    const text = await write(parts)
    if (request.how === 'download') {
      saveFile(`${fileStem(parts.content)}.${extension}`, new Blob([text], { type: `${type};charset=utf-8` }))
    } else if (await copyText(text, type)) {
      actions.notify('done', `Copied as ${name}.`)
    } else {
      actions.notify('problem', 'The browser doesn’t let Stet copy here. Download the story instead.')
    }
  }
  /** Says what is lost, and goes. */
  const go = (request: ExportRequest, lost: readonly string[]): void => {
    for (const sentence of lost) actions.notify('problem', sentence)
    void run(request)
  }

  useEffect(() => {
    const request = waiting.current
    if (!request) return
    const { isWaiting, lost } = exportGaps(id, doc, hasSource, known)
    if (isWaiting) return
    waiting.current = null
    go(request, lost)
    // oxlint-disable-next-line react/exhaustive-deps -- only answers about source and pictures set off what waits
  }, [sources, pictures, uploads])

  return (request) => {
    if (request.format !== 'json') return go(request, [])
    const { isWaiting, unasked, lost } = exportGaps(id, doc, hasSource, known)
    // A source that could not be read is asked for once more.
    if (!isWaiting && sources[id]?.status !== 'failed') return go(request, lost)
    waiting.current = request
    if (hasSource) actions.needSource(id)
    for (const hash of unasked) actions.needPicture(hash)
  }
}
