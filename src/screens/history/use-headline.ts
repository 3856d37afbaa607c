import { useDesk } from '../../store/use-desk.ts'

/** What a story is called: its headline, or "Untitled". */
export function useHeadline(id: string): string {
  const headline = useDesk(({ stories: { [id]: story } }) => {
    if (story?.phase === 'open') return story.headline
    return story?.phase === 'newer' ? story.record.summary.headline : ''
  }).trim()
  return headline === '' ? 'Untitled' : headline
}
