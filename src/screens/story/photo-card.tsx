import type { ReactElement } from 'react'
import type { PhotoState } from '../../store/desk-state.ts'
import { useActions } from '../../store/use-desk.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { useTakeOutOfBody } from './body-pictures.ts'
import { CaptionField } from './caption-field.tsx'
import { FieldFlags } from './checks/field-flags.tsx'
import { FieldProposals } from './changes/field-proposals.tsx'
import { useShownValue } from './changes/use-shown-value.ts'
import { goToPanel } from './go-to-panel.ts'
import styles from './photo-card.module.css'
import { PhotoFile } from './photo-file.tsx'
import { PhotoOffers } from './photo-offers.tsx'
import { PhotoPicture } from './photo-picture.tsx'
import { useMayEdit } from './use-may-edit.ts'
import { usePicture } from './use-picture.ts'
import { useTakePicture } from './use-take-picture.ts'

/**
 * A photo with its words. Without a photo it is the place for a lead: the first file or word makes one. Its fields
 * stay the same elements when that happens, so that nobody loses the caret.
 */
export function PhotoCard({
  storyId,
  photo,
  isLead,
}: {
  readonly storyId: string
  readonly photo: PhotoState | null
  readonly isLead: boolean
}): ReactElement {
  const mayEdit = useMayEdit(storyId)
  const actions = useActions()
  const path = (part: '' | 'hash' | 'alt' | 'credit' | 'crop'): string => `photo:${photo?.id ?? ''}:${part}`
  const hash = useShownValue(storyId, path('hash'), photo?.hash ?? '')
  const alt = useShownValue(storyId, path('alt'), photo?.alt ?? '')
  const credit = useShownValue(storyId, path('credit'), photo?.credit ?? '')
  const picture = usePicture(photo?.id ?? '', hash)
  const taking = useTakePicture(storyId)
  const takeOutOfBody = useTakeOutOfBody()

  const photoId = (): string | null => photo?.id ?? actions.addPhoto(storyId, null, 'lead')
  const set = (change: { readonly alt: string } | { readonly credit: string }): void => {
    const id = photoId()
    if (id !== null) actions.setPhoto(storyId, id, change)
  }
  const remove = (id: string): void => {
    takeOutOfBody(id, () => {
      actions.removePhoto(storyId, id)
    })
    // The button is gone; the place for a lead stays.
    if (isLead) goToPanel('photo')
  }
  return (
    <div className={styles['card']} data-photo={photo?.id}>
      <PhotoFile
        words={picture.url === null ? 'Choose, drop or paste a picture' : 'Replace'}
        isReadOnly={!mayEdit}
        onFile={(file) => taking.take(file, photo?.id ?? null)}
      >
        {picture.url === null ? null : (
          <PhotoPicture
            key={picture.url}
            url={picture.url}
            alt={alt || 'The picture, which has no alt text yet'}
          />
        )}
      </PhotoFile>
      <FieldProposals id={storyId} path={path('')} label="Photo" standing="" />
      <FieldProposals id={storyId} path={path('hash')} label="Picture file" standing={photo?.hash ?? ''} />
      <FieldProposals id={storyId} path={path('crop')} label="Crop" standing="" />
      {taking.problem === '' ? null : (
        <Banner tone="error" framed>
          {taking.problem}
        </Banner>
      )}
      {picture.isUploading ? <ProgressLine label="Storing the picture…" share={picture.share} /> : null}
      {picture.missing === '' ? null : <p className={styles['problem']}>{picture.missing}</p>}
      {picture.uploadProblem === '' || photo === null ? null : (
        <Banner
          tone="error"
          framed
          action={
            <Button size="small" onPress={() => actions.retryUpload(photo.id)}>
              Try again
            </Button>
          }
        >
          {picture.share > 0 ? 'Upload stopped' : 'The picture is not stored'}: {picture.uploadProblem}
        </Banner>
      )}
      {photo === null ? null : <PhotoOffers storyId={storyId} photo={photo} offers={taking.offers} />}
      <TextArea
        label="Alt text"
        rows={2}
        placeholder="What is to be seen, for those who can’t see it"
        value={alt}
        onChange={(alt) => set({ alt })}
        isReadOnly={!mayEdit}
      />
      <FieldFlags id={storyId} field={`photo:${photo?.id ?? ''}:alt`} />
      <FieldProposals id={storyId} path={path('alt')} label="Alt text" standing={photo?.alt ?? ''} />
      <CaptionField
        storyId={storyId}
        photo={photo}
        onFirstWords={(words) => {
          const id = photoId()
          if (id !== null) actions.fillCaption(storyId, id, words)
        }}
      />
      <TextField
        label="Credit"
        placeholder="EN Photo/Ann Smit"
        value={credit}
        onChange={(credit) => set({ credit })}
        isReadOnly={!mayEdit}
        autoComplete="off"
      />
      <FieldFlags id={storyId} field={`photo:${photo?.id ?? ''}:credit`} />
      <FieldProposals id={storyId} path={path('credit')} label="Credit" standing={photo?.credit ?? ''} />
      {photo === null || !mayEdit ? null : (
        <div className={styles['foot']}>
          <Button size="small" kind="quiet" onPress={() => remove(photo.id)}>
            Remove photo
          </Button>
        </div>
      )}
    </div>
  )
}
