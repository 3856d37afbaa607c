import type { ReactElement } from 'react'
import { useCallback, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import type { ImportAnswer } from '../../formats/import-answer.ts'
import { toContent } from '../../formats/to-content.ts'
import { useActions } from '../../store/use-desk.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { randomId } from '../random-id.ts'
import { CopyField } from './copy-field.tsx'
import styles from './import-dialog.module.css'
import { ImportPreview } from './import-preview.tsx'
import { useCtrlEnter } from './use-ctrl-enter.ts'
import { useFileDrop } from './use-file-drop.ts'
import { restFor, useImport } from './use-import.ts'

const NO_COPY = 'There is nothing to import yet. Paste wire copy, or choose a file.'
const UNREADABLE =
  'The browser could not read this file. Nothing was imported. Choose it again, or paste its text.'

/** How copy was given that is not the text in the textbox, and what the button beside that says. */
type Given = { readonly as: string; readonly offer: string }

/** Makes a story from wire copy, after showing what goes where. Ctrl or Cmd and Enter import. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const actions = useActions()
  const [, navigate] = useLocation()
  const { answer, isReading, give, edit, move, settled } = useImport()
  const textRef = useRef<HTMLTextAreaElement>(null)
  const placeRef = useRef<HTMLDivElement>(null)
  const [given, setGiven] = useState<Given | null>(null)
  const [problem, setProblem] = useState('')

  const takeFile = useCallback(
    (file: File): void => {
      setProblem('')
      file.arrayBuffer().then(
        (bytes) => {
          if (textRef.current !== null) textRef.current.value = ''
          setGiven({ as: file.name, offer: 'Remove' })
          give({ bytes: new Uint8Array(bytes), name: file.name })
        },
        () => {
          setProblem(UNREADABLE)
        },
      )
    },
    [give],
  )
  const isOver = useFileDrop(placeRef, takeFile)

  const takeText = (rest: number): void => {
    setProblem('')
    setGiven(null)
    edit(() => textRef.current?.value ?? '', rest)
  }
  const make = (ready: ImportAnswer & { ok: true }): string =>
    ready.kind === 'copy'
      ? actions.importStory(toContent(ready.recognition, NEWSROOM_SETTINGS, randomId), ready.source, [])
      : actions.importStory(ready.content, ready.source, ready.pictures)
  const importNow = async (): Promise<void> => {
    const ready = await settled()
    if (ready === null) return setProblem(NO_COPY)
    if (!ready.ok) return
    onClose()
    navigate(`/stories/${make(ready)}`)
  }
  useCtrlEnter(placeRef, () => {
    void importNow()
  })
  return (
    <Dialog
      title="Import copy"
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            onPress={() => {
              void importNow()
            }}
          >
            Import
          </Button>
        </>
      }
    >
      <div ref={placeRef} className={classes(styles['columns'], isOver && styles['over'])}>
        <div className={styles['source']}>
          {problem === '' ? null : (
            <Banner tone="error" framed>
              {problem}
            </Banner>
          )}
          <CopyField
            textRef={textRef}
            onEdit={(isTyped) => {
              takeText(isTyped ? restFor(textRef.current?.textLength ?? 0) : 0)
            }}
            onFile={takeFile}
            onHtml={(html) => {
              setProblem('')
              setGiven({ as: 'Pasted with its formatting', offer: 'Use the plain text' })
              give({ text: html, name: 'pasted.html' })
            }}
          />
          {given === null ? null : (
            <output className={styles['given']}>
              {given.as}
              <Button
                size="small"
                onPress={() => {
                  takeText(0)
                }}
              >
                {given.offer}
              </Button>
            </output>
          )}
        </div>
        <ImportPreview answer={answer} isReading={isReading} onMove={move} />
      </div>
    </Dialog>
  )
}
