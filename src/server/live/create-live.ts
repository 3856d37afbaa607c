import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Hocuspocus } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import type { LiveRefusal } from '../../backends/wire/live.ts'
import { DESK_DOCUMENT, documentName } from '../../backends/wire/live.ts'
import type { SessionOf } from '../accounts/session-of.ts'
import { admit } from './admit.ts'
import { ChangedStories } from './changed-stories.ts'
import type { DeskNews } from './desk-hub.ts'
import type { DocumentSocket } from './document-socket.ts'
import { GroupStore } from './group-store.ts'
import type { Keeping, KeptStory } from './kept-story.ts'
import type { LiveContext } from './live-connections.ts'
import { LiveConnections, socketOf } from './live-connections.ts'
import type { LiveDesk } from './live-desk.ts'
import type { Opened } from './live-door.ts'
import { liveDoor } from './live-door.ts'
import type { LiveFigures } from './live-figures.ts'
import { LiveCounts } from './live-figures.ts'
import type { LiveLimits } from './live-limits.ts'
import { asLive, signedOut, someoneElse, unforeseen } from './live-refusals.ts'
import { LiveRelay } from './live-relay.ts'
import { CLOSE_CODES, LiveSocket } from './live-socket.ts'
import { LiveSockets } from './live-sockets.ts'
import { LiveStories } from './live-stories.ts'
import type { UpkeepTimes } from './live-upkeep.ts'
import { UPKEEP_TIMES } from './live-upkeep.ts'
import { Turns } from './turns.ts'
import { healStories } from './heal-stories.ts'
import { MissedChanges } from './missed-changes.ts'

/** Live co-editing and news of the desk, over one WebSocket a tab. */
export type Live = {
  /** Takes over an HTTP upgrade to a WebSocket. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Brings what a decision did, and what is stored already, to everybody who has the story open here. */
  applyEffect(story: string, epoch: number, effect: Uint8Array): void
  figures(): LiveFigures
  /** Stores what has come, brings summaries up to date, and lets everybody go. */
  close(): Promise<void>
}

export type LiveOptions = {
  readonly sessionOf: SessionOf
  /** The public address, as browsers send it: without a slash at the end. */
  readonly origin: string
  readonly redisUrl: string | null
  readonly limits: LiveLimits
  readonly upkeep?: UpkeepTimes
  /** Milliseconds between looks at what nobody tells; shorter in tests. */
  readonly rounds?: Rounds
}

export type Rounds = {
  /** Whether browsers are there. */
  readonly ask: number
  /** Who is still there. */
  readonly renewals: number
  /** Whether sessions have expired. */
  readonly sessions: number
  /** What other servers stored, where there may be any. */
  readonly catchUp: number
}

const ROUNDS: Rounds = { ask: 30_000, renewals: 5_000, sessions: 60_000, catchUp: 10_000 }

/** Longer than any server runs: sockets are asked whether they are there in one place. */
const NEVER = 2_000_000_000

export function createLive(desk: LiveDesk, options: LiveOptions): Live {
  const { sessionOf, limits, origin, redisUrl } = options
  const counts = new LiveCounts()
  const sockets = new LiveSockets()
  const keeping: Keeping = {
    desk,
    limits,
    counts,
    store: new GroupStore(desk, () => (counts.batches += 1)),
    turns: new Turns(1),
    times: options.upkeep ?? UPKEEP_TIMES,
    onIdle: ({ live }) => letGo(live.name),
    onSpoiled: ({ live }) => giveUp(live.name),
  }
  const stories = new LiveStories(keeping, (connection) => socketOf(connection).person)
  const connections = new LiveConnections(stories, limits, counts)
  const relay = redisUrl === null ? null : new LiveRelay(redisUrl, origin, desk.log, rejoin)
  const missed = new MissedChanges(desk.storage)
  const changed = new ChangedStories((ids) => {
    sockets.tell({ kind: 'changed', ids })
    void stories.refresh(ids)
  })
  let isClosing = false

  const hocuspocus = new Hocuspocus({
    quiet: true,
    timeout: NEVER,
    async onAuthenticate({ documentName: name, context, connectionConfig, token }) {
      const { socket } = context as LiveContext
      // Asked again for each document: what was told between opening the socket and knowing of it was missed.
      const signedIn = await lookUp(() => sessionOf(socket.headers))
      if (!signedIn) {
        socket.end()
        throw reasonOf(signedOut())
      }
      socket.person = signedIn.person
      if (token !== '' && token !== signedIn.person.id) throw reasonOf(someoneElse())
      const admission = await lookUp(() => admit(desk.storage, name, signedIn.person))
      if (!admission.ok) throw reasonOf(admission.refusal)
      connectionConfig.readOnly = admission.isReadOnly
    },
    async onLoadDocument({ documentName: name, document }) {
      if (name === DESK_DOCUMENT) return relay?.hold(document, null)
      const loaded = await lookUp(() => stories.load(name, document))
      if (!loaded.ok) throw reasonOf(asLive(loaded))
      relay?.hold(document, loaded.kept)
    },
    connected({ connection }) {
      socketDocument(connection.webSocket).isEstablished = true
      return Promise.resolve()
    },
    beforeHandleMessage({ connection, update }) {
      // What is dealt with here Hocuspocus never hears of, so that nothing is applied, sent on or answered before it is stored.
      return connections.receive(connection, update) ? new Promise(() => {}) : Promise.resolve()
    },
    async beforeUnloadDocument({ documentName: name }) {
      if (sockets.have(name) || !(stories.of(name)?.isIdle ?? true)) throw reasonOf(null)
    },
    afterUnloadDocument({ documentName: name }) {
      stories.forget(name)
      relay?.drop(name)
      return Promise.resolve()
    },
  })

  /** Failures that nobody foresaw are logged; whoever asked is refused for now. */
  async function lookUp<Value>(ask: () => Promise<Value>): Promise<Value> {
    try {
      return await ask()
    } catch (error) {
      desk.log.error(
        { error: error instanceof Error ? error : undefined },
        'a live document could not be opened',
      )
      throw reasonOf(unforeseen())
    }
  }

  function letGo(name: string): void {
    const document = hocuspocus.documents.get(name)
    if (document) void hocuspocus.unloadDocument(document)
  }

  /** Whoever has it open connects again and gets it as it is stored. */
  function giveUp(name: string): void {
    const document = hocuspocus.documents.get(name)
    hocuspocus.documents.delete(name)
    stories.forget(name)
    relay?.drop(name)
    sockets.closeThoseWith(name, CLOSE_CODES.outOfStep, 'out of step')
    document?.destroy()
  }

  const enter = (ws: WebSocket, request: IncomingMessage, opened: Opened): void => {
    const begin = (document: DocumentSocket, socket: LiveSocket): void =>
      hocuspocus.handleConnection(document as unknown as WebSocket, request, { socket })
    const socket = new LiveSocket(ws, opened, limits, counts, begin, () =>
      desk.log.info({ person: opened.signedIn.person.id }, 'a live document was asked for that cannot be'),
    )
    sockets.add(socket)
    ws.on('close', () => sockets.remove(socket))
  }

  function hear(news: DeskNews): void {
    switch (news.kind) {
      case 'changed':
        changed.add(news.ids)
        return
      case 'people':
        sockets.tell(news)
        void lookAtPeople()
        return
      case 'checks':
        sockets.tell(news)
        return
      case 'notices':
        sockets.tell({ kind: 'notices' }, news.people)
        return
      case 'update':
        void stories.of(documentName(news.story, news.epoch))?.tookIn()
        return
      case 'ended':
        sockets.end(news.person, news.session)
    }
  }

  const lookAtPeople = (): Promise<void> =>
    round('people could not be read', async () => {
      await sockets.readPeople(desk.storage)
      await stories.refresh(null)
    })

  /** News may have been missed: what is stored is looked at. */
  const lookAnew = (): Promise<void> =>
    round('what was missed could not be read', async () => {
      changed.add(await missed.since())
      await lookAtPeople()
      await catchUpAll()
    })

  /** The way to the other servers works, for the first time or again. */
  function rejoin(): void {
    sockets.tell({ kind: 'people' })
    sockets.tell({ kind: 'notices' })
    sockets.tell({ kind: 'checks' })
    void lookAnew().then(checkSessions)
  }

  async function catchUpAll(): Promise<void> {
    for (const kept of stories.all) await kept.catchUp()
  }

  async function round(failure: string, work: () => Promise<void>): Promise<void> {
    if (isClosing) return
    try {
      await work()
    } catch (error) {
      desk.log.warn({ error: error instanceof Error ? error : undefined }, failure)
    }
  }

  const rounds = options.rounds ?? ROUNDS
  const checkSessions = (): Promise<void> =>
    round('sessions could not be looked up', () => sockets.check(sessionOf))
  const timers = [
    setInterval(() => sockets.ask(), rounds.ask),
    setInterval(() => connections.tellRenewals(), rounds.renewals),
    setInterval(() => void checkSessions(), rounds.sessions),
    setInterval(() => {
      for (const name of hocuspocus.documents.keys()) letGo(name)
      if (!relay) return
      // Without news from other servers what they did is looked for; with them, what got lost on the way.
      if (relay.isReady) void round('live stories could not catch up', catchUpAll)
      else void lookAnew().then(checkSessions)
    }, rounds.catchUp),
  ]
  const stopListening = desk.hub.listen(hear)
  const healing = healStories(desk, () => isClosing)

  return {
    handleUpgrade: liveDoor({
      sessionOf,
      origin,
      largest: 2 * limits.update,
      log: desk.log,
      refuses: ({ session }) => (isClosing ? 503 : sockets.countOf(session) >= limits.sockets ? 429 : null),
      enter,
    }),
    applyEffect(story, epoch, effect) {
      const kept = stories.of(documentName(story, epoch))
      if (!kept) return
      kept.live.takeTold(effect, 'writers')
      void kept.tookIn()
    },
    figures: () =>
      counts.figures({
        sockets: sockets.size,
        connections: sockets.connections,
        documents: hocuspocus.documents.size,
      }),
    async close() {
      isClosing = true
      for (const timer of timers) clearInterval(timer)
      stopListening()
      changed.end()
      sockets.close(CLOSE_CODES.stopping, 'the server stops')
      await Promise.all(stories.all.map((kept) => settle(kept)))
      await healing
      // Whoever hears it says so and closes; nobody is waited for long.
      await sockets.gone(1000)
      sockets.terminate()
      relay?.close()
    },
  }
}

async function settle({ writes, upkeep }: KeptStory): Promise<void> {
  await writes.settled()
  await upkeep.end()
}

const socketDocument = (webSocket: WebSocket): DocumentSocket => webSocket as unknown as DocumentSocket

/** What Hocuspocus sends as the reason; without a message, so that it writes nothing into the log. */
const reasonOf = (refusal: LiveRefusal | null): { readonly reason: string } => ({
  reason: refusal ? JSON.stringify(refusal) : '',
})
