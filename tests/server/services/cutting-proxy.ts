import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'

/** A way to a server that breaks. */
export type CuttingProxy = {
  readonly address: string
  /** Where further connections are passed on to. */
  to: string
  /** Bytes that came from clients, and how often a connection was cut. */
  readonly figures: { sent: number; cuts: number }
  /** How many bytes each further connection lives for, both ways together; Infinity for one that isn't cut. */
  lives: () => number
  /** While it is set, whatever the server answers is lost, and the connection with it. */
  isDeaf: boolean
  /** Of every connection that there is whatever the server answers is lost from now on, without anybody being told. */
  muteAll(): void
  /** Cuts every connection that there is. */
  cutAll(): void
  end(): Promise<void>
}

/** Passes connections on to that address until each has had its share. */
export async function startCuttingProxy(to: string, lives: () => number): Promise<CuttingProxy> {
  const open = new Set<Socket>()
  const figures = { sent: 0, cuts: 0 }
  let muted = new Set<Socket>()
  const server = createServer((client) => {
    const { hostname, port } = new URL(proxy.to)
    const behind = connect(Number(port), hostname)
    let left = proxy.lives()
    const cut = (): void => {
      if (client.destroyed) return
      figures.cuts += 1
      client.destroy()
      behind.destroy()
    }
    for (const [from, into] of [
      [client, behind],
      [behind, client],
    ] as const) {
      open.add(from)
      from.on('error', () => into.destroy())
      from.on('close', () => {
        open.delete(from)
        into.destroy()
      })
      from.on('data', (chunk: Buffer) => {
        if (from === client) figures.sent += chunk.length
        if (muted.has(from)) return
        if (from === behind && proxy.isDeaf) return cut()
        into.write(chunk.subarray(0, Math.min(chunk.length, left)))
        left -= chunk.length
        if (left <= 0) cut()
      })
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const proxy: CuttingProxy = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    to,
    figures,
    lives,
    isDeaf: false,
    muteAll() {
      muted = new Set(open)
    },
    cutAll() {
      figures.cuts += open.size
      for (const socket of open) socket.destroy()
    },
    async end() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
  return proxy
}
