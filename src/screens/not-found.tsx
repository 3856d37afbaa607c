import type { ReactElement } from 'react'
import { Link } from 'wouter'

export function NotFound(): ReactElement {
  return (
    <main>
      <h1>There is no such page</h1>
      <p>
        Your stories are safe on the <Link href="/">desk</Link>.
      </p>
    </main>
  )
}
