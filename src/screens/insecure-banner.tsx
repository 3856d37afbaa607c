import type { ReactElement } from 'react'
import { Banner } from '../ui/banner.tsx'

/** Browsers keep hashing and Web Locks from a page on plain HTTP: says what is missing then, and how to mend it. */
export function InsecureBanner(): ReactElement | null {
  if (window.isSecureContext) return null
  return (
    <Banner tone="warn">
      This page came over plain HTTP, so the browser does not let Stet keep pictures here. Words are saved all
      the same. To mend it, open Stet over https, or on the machine that serves it as http://localhost.
    </Banner>
  )
}
