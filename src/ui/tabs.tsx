import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, TabPanels, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { classes } from './classes.ts'
import styles from './tabs.module.css'

export type TabItem = {
  readonly id: string
  readonly label: string
  /** A quiet number beside the label; 0 or missing shows none. Not part of the tab's name. */
  readonly count?: number
  readonly content: ReactNode
}

/** Panels of which one is seen. Only the chosen panel is in the page. */
export function Tabs({
  label,
  items,
  selected,
  onChange,
}: {
  readonly label: string
  readonly items: readonly TabItem[]
  readonly selected: string
  readonly onChange: (id: string) => void
}) {
  return (
    <AriaTabs
      className={classes(styles['tabs'])}
      selectedKey={selected}
      onSelectionChange={(key) => {
        onChange(String(key))
      }}
    >
      <TabList aria-label={label} className={classes(styles['list'])}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className={classes(styles['tab'])}>
            {item.label}
            {item.count === undefined || item.count === 0 ? null : (
              <span className={styles['count']} aria-hidden>
                {item.count}
              </span>
            )}
          </Tab>
        ))}
      </TabList>
      <TabPanels className={classes(styles['panel'])}>
        {items.map((item) => (
          <TabPanel key={item.id} id={item.id}>
            {item.content}
          </TabPanel>
        ))}
      </TabPanels>
    </AriaTabs>
  )
}
