import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import type { EditorHost } from '../editor-host.ts'
import type { PhotoView } from '../photo-source.ts'

type Pieces = {
  readonly figure: HTMLElement
  readonly frame: HTMLElement
  readonly image: HTMLImageElement
  readonly state: HTMLElement
  readonly caption: HTMLElement
  readonly credit: HTMLElement
}

/**
 * Draws a picture of the body with its caption and credit, as the photo's panel has them now. A click opens the panel
 * (and selects the picture); Enter does so by the keymap.
 */
export function pictureView(first: Node, host: EditorHost): NodeView {
  const pieces = build()
  let node = first
  const draw = (): void => {
    drawPhoto(pieces, host.photos.photo(photoOf(node)))
  }
  const failed = (): void => {
    pieces.figure.dataset['state'] = 'broken'
    pieces.state.textContent = 'This picture can’t be shown.'
  }
  const open = (): void => {
    host.openPicture(photoOf(node))
  }
  pieces.image.addEventListener('error', failed)
  pieces.figure.addEventListener('click', open)
  const stop = host.photos.subscribe(draw)
  draw()
  return {
    dom: pieces.figure,
    update(next) {
      if (next.type !== node.type) return false
      const other = photoOf(next) !== photoOf(node)
      node = next
      if (other) draw()
      return true
    },
    // Everything in here is drawn from the photo, nothing of it is text of the body.
    ignoreMutation: () => true,
    destroy() {
      stop()
      pieces.image.removeEventListener('error', failed)
      pieces.figure.removeEventListener('click', open)
    },
  }
}

const photoOf = (node: Node): string => String(node.attrs['photo'])

function build(): Pieces {
  const make = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    part: string,
  ): HTMLElementTagNameMap[Tag] => {
    const element = document.createElement(tag)
    element.dataset['part'] = part
    return element
  }
  const pieces: Pieces = {
    figure: make('figure', 'picture'),
    frame: make('div', 'frame'),
    image: make('img', 'image'),
    state: make('p', 'state'),
    caption: make('span', 'caption'),
    credit: make('span', 'credit'),
  }
  pieces.figure.contentEditable = 'false'
  // The figure is what is dragged, not the image in it.
  pieces.image.draggable = false
  pieces.frame.append(pieces.image, pieces.state)
  const words = document.createElement('figcaption')
  words.append(pieces.caption, ' ', pieces.credit)
  pieces.figure.append(pieces.frame, words)
  return pieces
}

function drawPhoto(pieces: Pieces, photo: PhotoView | null): void {
  const { figure, image, state, caption, credit } = pieces
  const url = photo?.url ?? null
  figure.dataset['state'] = photo === null ? 'missing' : url === null ? 'pending' : 'shown'
  state.textContent =
    photo === null
      ? 'This picture is no longer part of the story.'
      : url === null
        ? 'The picture isn’t here yet. Its words are kept.'
        : ''
  figure.setAttribute('aria-label', photo?.alt ? `Picture: ${photo.alt}` : 'Picture without alt text')
  image.alt = photo?.alt ?? ''
  if (url === null) image.removeAttribute('src')
  else if (image.getAttribute('src') !== url) image.src = url
  image.hidden = url === null
  caption.textContent = photo?.caption ?? ''
  credit.textContent = photo?.credit ?? ''
}
