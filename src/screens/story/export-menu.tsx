import { Copy, Download, Share } from 'lucide-react'
import type { ReactElement } from 'react'
import type { OpenStory } from '../../store/desk-state.ts'
import { useOpenStory } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { FORMAT_NAMES, FORMATS, type FormatName } from './export-formats.ts'
import { useExport } from './use-export.ts'

const ITEMS = [
  ...FORMAT_NAMES.map((format) => ({
    id: `copy ${format}`,
    label: `Copy as ${FORMATS[format].name}`,
    icon: <Copy aria-hidden />,
  })),
  ...FORMAT_NAMES.map((format) => ({
    id: `download ${format}`,
    label: `Download ${FORMATS[format].name}`,
    icon: <Download aria-hidden />,
  })),
]

/** The ways out of the desk: copied or downloaded, clean, in four formats. */
export function ExportMenu({ id }: { readonly id: string }): ReactElement | null {
  const session = useOpenStory(id, (story) => story.session)
  return session ? <OpenMenu session={session} /> : null
}

function OpenMenu({ session }: { readonly session: OpenStory['session'] }): ReactElement {
  const exportStory = useExport(session)
  return (
    <Menu
      label="Export"
      items={ITEMS}
      placement="bottom end"
      onAction={(item) => {
        const [how, format] = item.split(' ')
        exportStory({ how: how === 'copy' ? 'copy' : 'download', format: format as FormatName })
      }}
    >
      <Button kind="quiet" icon={<Share aria-hidden />}>
        Export
      </Button>
    </Menu>
  )
}
