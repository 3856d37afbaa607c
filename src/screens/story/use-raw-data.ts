import { useEffect, useRef } from 'react'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { saveFile } from './save-file.ts'

export type RawData = {
  readonly isLoading: boolean
  /** Why it could not be read; '' otherwise. */
  readonly problem: string
  /** Fetches all that is stored of the story and hands it over as a file. */
  readonly download: () => void
}

export function useRawData(id: string): RawData {
  const actions = useActions()
  const data = useDesk((state) => state.rawData[id])
  const isWanted = useRef(false)
  const file = data?.status === 'ready' ? data.value : null
  useEffect(() => {
    if (!isWanted.current || !file) return
    isWanted.current = false
    saveFile(`story-${id}-raw.json`, file)
  }, [id, file])
  return {
    isLoading: data?.status === 'loading',
    problem: data?.status === 'failed' ? data.message : '',
    download: () => {
      isWanted.current = true
      actions.needRawData(id)
    },
  }
}
