import { useState, type ReactElement } from 'react'
import { sameJson } from '../../domain/json.ts'
import { TextField } from '../../ui/text-field.tsx'

/** Keywords as one line with commas. What is typed stays as typed (a blank after a comma, say) while it means the same. */
export function KeywordsField({
  keywords,
  onChange,
  isReadOnly,
}: {
  readonly keywords: readonly string[]
  readonly onChange: (keywords: readonly string[]) => void
  readonly isReadOnly: boolean
}): ReactElement {
  const [typed, setTyped] = useState('')
  const value = sameJson(wordsOf(typed), keywords) ? typed : keywords.join(', ')
  return (
    <TextField
      label="Keywords"
      placeholder="ports, strikes, Rotterdam"
      description="Commas between them"
      value={value}
      isReadOnly={isReadOnly}
      autoComplete="off"
      onChange={(text) => {
        setTyped(text)
        onChange(wordsOf(text))
      }}
      onBlur={() => setTyped(keywords.join(', '))}
    />
  )
}

function wordsOf(text: string): readonly string[] {
  const words = text.split(/[,;\n]/u).map((word) => word.replace(/\s+/gu, ' ').trim())
  return [...new Set(words.filter((word) => word !== ''))]
}
