import { ChevronDown } from 'lucide-react'
import type { ReactElement } from 'react'
import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import { useActions, useOpenStory } from '../../store/use-desk.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FieldProposals } from './changes/field-proposals.tsx'
import { useShownValue } from './changes/use-shown-value.ts'
import { PlainPanel } from './panel.tsx'
import styles from './section-panel.module.css'
import { useMayEdit } from './use-may-edit.ts'

const SECTIONS = NEWSROOM_SETTINGS.sections.map((section) => ({ id: section, label: section }))

/** Section and slug: what the desk files the story under. Any section may be typed; the usual ones are offered. */
export function SectionPanel({ id }: { readonly id: string }): ReactElement {
  const sectionNow = useOpenStory(id, (story) => story.fields.section) ?? ''
  const slugNow = useOpenStory(id, (story) => story.fields.slug) ?? ''
  const section = useShownValue(id, 'section', sectionNow)
  const slug = useShownValue(id, 'slug', slugNow)
  const mayEdit = useMayEdit(id)
  const actions = useActions()
  return (
    <PlainPanel name="section" comments="Section and slug">
      <div className={styles['two']}>
        <div className={styles['section']}>
          <TextField
            label="Section"
            value={section}
            onChange={(value) => actions.setField(id, 'section', value)}
            isReadOnly={!mayEdit}
            autoComplete="off"
          />
          {mayEdit ? (
            <div className={styles['offers']}>
              <Menu
                label="Sections"
                items={SECTIONS}
                selected={section}
                placement="bottom end"
                onAction={(name) => actions.setField(id, 'section', name)}
              >
                <IconButton label="Choose a section" size="small" icon={<ChevronDown aria-hidden />} />
              </Menu>
            </div>
          ) : null}
        </div>
        <TextField
          label="Slug"
          value={slug}
          onChange={(value) => actions.setField(id, 'slug', value)}
          isReadOnly={!mayEdit}
          autoComplete="off"
          spellCheck="false"
        />
      </div>
      <FieldProposals id={id} path="section" label="Section" standing={sectionNow} />
      <FieldProposals id={id} path="slug" label="Slug" standing={slugNow} />
    </PlainPanel>
  )
}
