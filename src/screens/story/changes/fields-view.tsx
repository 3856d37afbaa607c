import { Fragment, type ReactElement } from 'react'
import { bylineText } from '../../../domain/byline.ts'
import { datelineText } from '../../../domain/dateline.ts'
import { NEWSROOM_SETTINGS } from '../../../domain/newsroom-settings.ts'
import { spansText, type StoryContent } from '../../../domain/story-content.ts'
import type { ContentView } from '../../../domain/suggestions/content-view.ts'
import type { OpenStory } from '../../../store/desk-state.ts'
import { languageName } from '../text-direction.ts'
import styles from './fields-view.module.css'
import { useShownContent } from './use-shown-content.ts'

/** Every field to read as it was, or as it will be. */
export function FieldsView({
  session,
  view,
}: {
  readonly session: OpenStory['session']
  readonly view: ContentView
}): ReactElement {
  const content = useShownContent(session, view)
  return (
    <dl
      className={styles['fields']}
      aria-label={view === 'was' ? 'Fields as they were' : 'Fields as they will be'}
    >
      {rowsOf(content).map(([label, value], index) => (
        // oxlint-disable-next-line react/no-array-index-key -- several photos have the same labels, in this order
        <Fragment key={`${label} ${index}`}>
          <dt>{label}</dt>
          <dd>{value.trim() === '' ? <span className={styles['none']}>None</span> : value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

function rowsOf(content: StoryContent): readonly (readonly [label: string, value: string])[] {
  const { fields, photos } = content
  return [
    ['Headline', spansText(content.headline)],
    ['Dek', spansText(content.dek)],
    ['Byline', bylineText(content.authors, fields.organisation)],
    ['Dateline', datelineText(fields, NEWSROOM_SETTINGS.datelineStyle)],
    ...photos.flatMap((photo) => {
      const name = photo.id === fields.lead ? 'Photo' : 'Body picture'
      return [
        [`${name}: alt text`, photo.alt],
        [`${name}: caption`, spansText(photo.caption)],
        [`${name}: credit`, photo.credit],
      ] as const
    }),
    ['Section', fields.section],
    ['Slug', fields.slug],
    ['Keywords', fields.keywords.join(', ')],
    ['Language', languageName(fields.language)],
    ['Desk note', fields.deskNote],
  ]
}
