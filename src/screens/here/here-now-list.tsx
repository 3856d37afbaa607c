import { useSyncExternalStore, type ReactElement } from 'react'
import type { Person } from '../../domain/person.ts'
import type { TextName } from '../../domain/story-doc.ts'
import type { OpenStory } from '../../store/desk-state.ts'
import { useOpenStory } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { HereList } from './here-list.tsx'

/** A caret to go to. */
export type CaretToSee = { readonly text: TextName; readonly tab: number }

/** Everybody else in this story, with where they write. */
export function HereNowList({
  id,
  people,
  anchor,
  onSee,
  onClose,
}: {
  readonly id: string
  readonly people: readonly Person[]
  readonly anchor: Element
  readonly onSee: (caret: CaretToSee) => void
  readonly onClose: () => void
}): ReactElement {
  const places = useTextsOf(useOpenStory(id, (story) => story.carets) ?? null)
  return (
    <HereList
      label="Here now"
      anchor={anchor}
      onClose={onClose}
      rows={people.map((person) => {
        const place = places.get(person.id)
        return {
          person,
          about: place ? `In ${partName(place.text)}` : 'In no text now',
          way: place ? (
            <Button size="small" onPress={() => onSee(place)}>
              Jump to {firstName(person)}’s caret
            </Button>
          ) : null,
        }
      })}
    />
  )
}

/** In which text each person writes, and in which of their tabs. Draws anew where somebody goes to another one. */
function useTextsOf(carets: OpenStory['carets']): ReadonlyMap<string, CaretToSee> {
  const rows = useSyncExternalStore(
    (listener) => carets?.subscribe(listener) ?? (() => undefined),
    () =>
      JSON.stringify(
        (carets?.others ?? []).flatMap(({ tab, person, place }) =>
          place && isText(place.text) ? [[person.id, { text: place.text, tab }]] : [],
        ),
      ),
  )
  return new Map(JSON.parse(rows) as readonly (readonly [string, CaretToSee])[])
}

const isText = (name: string): name is TextName =>
  name === 'headline' || name === 'dek' || name === 'body' || name.startsWith('caption:')

const partName = (text: TextName): string => (text.startsWith('caption:') ? 'a caption' : `the ${text}`)

const firstName = ({ name }: Person): string => name.split(' ')[0] ?? name
