import type { Editor } from '@tiptap/core'
import { Suspense, useCallback, useEffect, useState, type ReactElement } from 'react'
import { deletePictures } from '../../editor/commands/delete-pictures.ts'
import { FormattingToolbar } from '../../editor/formatting-toolbar.tsx'
import { runCommand } from '../../editor/run-command.ts'
import { TextEditor } from '../../editor/text-editor.tsx'
import type { OpenStory } from '../../store/desk-state.ts'
import { useActions, useOpenStory } from '../../store/use-desk.ts'
import { CommentDesk } from './comments/comment-desk.tsx'
import { useTextComments } from './comments/use-text-comments.ts'
import { ChangeDesk } from './changes/change-desk.tsx'
import { ChangeWalk } from './changes/change-walk.tsx'
import { SuggestingButton } from './changes/suggesting-button.tsx'
import { useTextSuggestions } from './changes/use-text-suggestions.ts'
import { CheckDesk } from './checks/check-desk.tsx'
import { FlagCardAt } from './checks/flag-card-at.tsx'
import { useTextFlags } from './checks/use-text-flags.ts'
import { ViewSwitch } from './changes/view-switch.tsx'
import { BodyPictures } from './body-pictures.ts'
import { EditorFocus } from './editor-focus.ts'
import { FindBar } from './find-bar.tsx'
import { useGoToPanel } from './use-go-to-panel.ts'
import { PhotoFeed } from './photo-feed.tsx'
import { createPhotoSource } from './photo-source.ts'
import { Proof } from './proof.tsx'
import { StoryFoot } from './story-foot.tsx'
import styles from './story-layout.module.css'
import { StorySide } from './story-side.tsx'
import { textLanguage } from './text-direction.ts'
import { UndoButtons } from './undo-buttons.tsx'
import { useBodyPictures } from './use-body-pictures.ts'
import { useMayEdit } from './use-may-edit.ts'
import { useTextCarets } from './use-text-carets.ts'
import { lazyPart } from '../lazy-part.tsx'

// Whoever only writes sees the story as it stands, and what the checks find comes later than the page.
const CheckWalk = lazyPart(() => import('./checks/check-walk.tsx'), 'CheckWalk', 'floating')
const StoryView = lazyPart(() => import('./changes/story-view.tsx'), 'StoryView')

/** The text in the middle with its toolbar and counts, and the side with its fields: all that has editors. */
export function WritingColumns({
  session,
  onShortcuts,
}: {
  readonly session: OpenStory['session']
  readonly onShortcuts: () => void
}): ReactElement {
  const { id, doc, undo } = session
  const view = useOpenStory(id, (story) => story.view) ?? 'changes'
  const [body, setBody] = useState<Editor | null>(null)
  const [focused, setFocused] = useState<Editor | null>(null)
  // The editor of a panel goes with its tab: the toolbar is for the body then.
  useEffect(() => {
    if (focused === null) return undefined
    const forget = (): void => setFocused((now) => (now === focused ? null : now))
    focused.on('destroy', forget)
    return () => {
      focused.off('destroy', forget)
    }
  }, [focused])
  const active = focused !== null && !focused.isDestroyed ? focused : body
  const takeOutOfBody = useCallback(
    (photoId: string, alongWith: () => void) => {
      // In one transaction, which is one step of undo.
      doc.transact(() => {
        if (body !== null) runCommand(body, deletePictures(photoId))
        alongWith()
      }, undo.origin)
      // The button that was pressed is gone with its panel.
      body?.view.focus()
    },
    [body, doc, undo],
  )
  return (
    <CommentDesk id={id}>
      <ChangeDesk>
        <ChangeWalk id={id} />
        <CheckDesk>
          <Suspense fallback={null}>
            <CheckWalk id={id} />
          </Suspense>
          <FlagCardAt id={id} />
          <EditorFocus value={setFocused}>
            <main className={styles['write']}>
              <div className={styles['tools']} data-region="toolbar">
                <FormattingToolbar editor={view === 'changes' ? active : null}>
                  <UndoButtons id={id} />
                </FormattingToolbar>
                <SuggestingButton id={id} />
              </div>
              <div className={styles['page']} data-region="text">
                <FindBar id={id} />
                <ViewSwitch id={id} />
                {view === 'changes' ? null : (
                  <Suspense fallback={<p className={styles['later']}>One moment…</p>}>
                    <StoryView session={session} view={view} />
                  </Suspense>
                )}
                <div hidden={view !== 'changes'}>
                  <Proof id={id} />
                  <Body session={session} onEditor={setBody} onFocus={setFocused} />
                </div>
              </div>
              <StoryFoot id={id} onShortcuts={onShortcuts} />
            </main>
            <BodyPictures value={takeOutOfBody}>
              <StorySide id={id} />
            </BodyPictures>
          </EditorFocus>
        </CheckDesk>
      </ChangeDesk>
    </CommentDesk>
  )
}

function Body({
  session,
  onEditor,
  onFocus,
}: {
  readonly session: OpenStory['session']
  readonly onEditor: (editor: Editor | null) => void
  readonly onFocus: (editor: Editor) => void
}): ReactElement {
  const { id } = session
  const language = useOpenStory(id, (story) => story.fields.language) ?? ''
  const mayEdit = useMayEdit(id)
  const actions = useActions()
  const [photos] = useState(createPhotoSource)
  const takePictures = useBodyPictures(id)
  const goToPanel = useGoToPanel()
  const commented = useTextComments(id, 'body')
  const suggestions = useTextSuggestions(id)
  const carets = useTextCarets(id, 'body')
  const flags = useTextFlags(id, 'body')
  const openPicture = useCallback((photo: string) => goToPanel(`photo-${photo}`), [goToPanel])
  return (
    <>
      <PhotoFeed id={id} source={photos} />
      <TextEditor
        text={session.doc.getText('body')}
        undo={session.undo}
        label="Body"
        placeholder="Write the story, or paste it"
        readOnly={!mayEdit}
        {...textLanguage(language)}
        photos={photos}
        comments={commented.comments}
        suggestions={suggestions}
        carets={carets}
        flags={flags}
        onEditor={(editor) => {
          onEditor(editor)
          commented.onEditor(editor)
        }}
        onFocus={onFocus}
        onOpenPicture={openPicture}
        onPictures={(files, place) => {
          takePictures(files, place, (problem) => actions.notify('problem', problem))
        }}
      />
    </>
  )
}
