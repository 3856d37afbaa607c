import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import styles from './part-boundary.module.css'

/** A part of the app that is loaded when it is first shown could not be. */
export class PartNotLoaded extends Error {
  constructor(cause: unknown) {
    super('A part of Stet could not be loaded', { cause })
    this.name = 'PartNotLoaded'
  }
}

type Props = {
  /** 'floating' for what stands over the page: a dialog, a menu. */
  readonly place: 'here' | 'floating'
  readonly onRetry: () => void
  readonly children: ReactNode
}

type State = { readonly error: unknown }

/** Says in the place of a part that it could not be loaded, and what to do. All around it stays as it is. */
export class PartBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  readonly #retry = (): void => {
    this.props.onRetry()
    this.setState({ error: null })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    if (!(error instanceof PartNotLoaded)) throw error
    return (
      <div role="alert" className={styles[this.props.place]}>
        <p className={styles['what']}>This part of Stet could not be loaded</p>
        <p>
          The connection is gone, or a newer Stet has taken the place of this one. What you wrote is safe, and
          what is open stays open while you try again.
        </p>
        <div className={styles['ways']}>
          <Button kind="primary" size="small" onPress={this.#retry}>
            Try again
          </Button>
          <Button
            size="small"
            onPress={() => {
              location.reload()
            }}
          >
            Reload
          </Button>
        </div>
      </div>
    )
  }
}
