import { setTimeout as pause } from 'node:timers/promises'
import type { ServerConfig } from '../config.ts'
import { folderStore } from './folder-store.ts'
import type { PictureStore } from './picture-store.ts'
import { s3Store } from './s3-store.ts'

/** The store that a newsroom's configuration names. Nothing is asked of it, or made in it, until a picture comes. */
export function openPictureStore(where: ServerConfig['pictures'], now: () => Date): PictureStore {
  if (where.kind === 'folder') return folderStore(where.folder, now)
  return s3Store(where, (milliseconds) => pause(milliseconds))
}
