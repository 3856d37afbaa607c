import type { ReactElement } from 'react'
import { bylineText } from '../../domain/byline.ts'
import type { Block, StoryContent } from '../../domain/story-content.ts'
import { classes } from '../../ui/classes.ts'
import styles from './content-view.module.css'
import { SpansView } from './spans-view.tsx'
import { proofLine } from './story-lines.ts'
import { textLanguage } from './text-direction.ts'

/** A story drawn from its content, without an editor: to read, never to write. */
export function ContentView({ content }: { readonly content: StoryContent }): ReactElement {
  const { fields } = content
  const line = proofLine(bylineText(content.authors, fields.organisation), fields)
  return (
    <article {...textLanguage(fields.language)} className={styles['content']}>
      <h1>{content.headline.length === 0 ? 'Untitled' : <SpansView spans={content.headline} />}</h1>
      {content.dek.length === 0 ? null : (
        <p className={styles['dek']}>
          <SpansView spans={content.dek} />
        </p>
      )}
      {line === '' ? null : <p className={styles['line']}>{line}</p>}
      {content.body.map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the content never changes while it is shown
        <BlockView key={index} block={block} content={content} />
      ))}
    </article>
  )
}

function BlockView({
  block,
  content,
}: {
  readonly block: Block
  readonly content: StoryContent
}): ReactElement {
  switch (block.kind) {
    case 'picture': {
      const photo = content.photos.find(({ id }) => id === block.photo)
      return (
        <figure className={styles['picture']}>
          <p>Picture: {photo?.alt ?? 'not in this story'}</p>
          {photo ? (
            <figcaption>
              <SpansView spans={photo.caption} /> {photo.credit}
            </figcaption>
          ) : null}
        </figure>
      )
    }
    case 'rule':
      return <hr />
    case 'unknown':
      return (
        <div className={styles['unknown']}>
          <p>Part of a newer Stet</p>
          <SpansView spans={block.spans} />
        </div>
      )
    case 'heading2':
      return <h2>{<SpansView spans={block.spans} />}</h2>
    case 'heading3':
      return <h3>{<SpansView spans={block.spans} />}</h3>
    case 'quote':
    case 'pullquote':
      return (
        <blockquote className={classes(block.kind === 'pullquote' && styles['pullquote'])}>
          <SpansView spans={block.spans} />
        </blockquote>
      )
    case 'bullet':
    case 'number':
      return (
        <div
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- flat copy: an item stands in no <ul>
          role="listitem"
          aria-level={block.level + 1}
          data-kind={block.kind}
          data-level={block.level}
          className={styles['item']}
        >
          <SpansView spans={block.spans} />
        </div>
      )
    default:
      return <p>{<SpansView spans={block.spans} />}</p>
  }
}
