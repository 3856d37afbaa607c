import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { sampleParagraphs } from '../sample-copy.ts'

// What Stet is measured against: a bare TipTap StarterKit editor with the same text and nothing around it.
const words = Number(new URLSearchParams(location.search).get('words'))
const editor = new Editor({
  element: document.querySelector('#editor'),
  extensions: [StarterKit],
  content: {
    type: 'doc',
    content: sampleParagraphs(words).map((text) => ({
      type: 'paragraph',
      content: [{ type: 'text', text }],
    })),
  },
})
editor.view.dom.setAttribute('aria-label', 'Body')
