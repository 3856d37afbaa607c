import { useEffect, useRef } from 'react'
import type { OpenStory } from '../../store/desk-state.ts'
import { useActions, useDesk, useOpenStory } from '../../store/use-desk.ts'
import { copyText } from './copy-text.ts'
import { fileStem, FORMATS, type ExportParts, type FormatName } from './export-formats.ts'
import { exportParts } from './export-parts.ts'
import { saveFile } from './save-file.ts'

export type ExportRequest = { readonly how: 'copy' | 'download'; readonly format: FormatName }

/**
 * Copies or downloads a story. Stet's own JSON carries the source too, so it waits until that is here; all else goes
 * at once.
 */
export function useExport(session: OpenStory['session']): (request: ExportRequest) => void {
  const { id, doc } = session
  const actions = useActions()
  const hasSource = useOpenStory(id, (story) => story.record.hasSource) ?? false
  const sources = useDesk((state) => state.sources)
  const pictures = useDesk((state) => state.pictures)
  const uploads = useDesk((state) => state.uploads)
  /** What waits for the source. */
  const waiting = useRef<ExportRequest | null>(null)

  const run = async (request: ExportRequest, parts: ExportParts): Promise<void> => {
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
  const go = (request: ExportRequest): void => {
    void run(request, exportParts(id, doc, { sources, pictures, uploads }))
  }

  const status = sources[id]?.status
  useEffect(() => {
    const request = waiting.current
    if (!request || status === undefined || status === 'loading') return
    waiting.current = null
    if (status === 'failed')
      actions.notify('problem', 'The source could not be read: the file goes out without it.')
    go(request)
    // oxlint-disable-next-line react/exhaustive-deps -- only the answer of the source sets off what waits for it
  }, [status])

  return (request) => {
    if (request.format !== 'json' || !hasSource || status === 'ready') return go(request)
    waiting.current = request
    actions.needSource(id)
  }
}
