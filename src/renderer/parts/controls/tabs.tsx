import type { ReactElement, ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

export interface TabEntry<Key extends string> {
  readonly key: Key
  readonly word: string
  /** A `Tag` beside the word: "12 days open". */
  readonly tag?: ReactNode
}

export interface TabsProps<Key extends string> {
  readonly label: string
  readonly tabs: readonly TabEntry<Key>[]
  readonly chosen: Key
  readonly onChoose: (key: Key) => void
  /** The chosen tab's panel. */
  readonly children: ReactNode
}

/** Tabs of a detail page, with a line under the head across the page. */
export function Tabs<Key extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<Key>): ReactElement {
  return (
    <AriaTabs
      selectedKey={chosen}
      onSelectionChange={(key) => {
        const tab = tabs.find((one) => one.key === key)
        if (tab !== undefined) onChoose(tab.key)
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabList aria-label={label} className="-mx-5 flex shrink-0 gap-5 border-b border-line-strong px-5">
        {tabs.map((tab) => (
          <Tab
            key={tab.key}
            id={tab.key}
            className="press ring-inside -mb-px flex h-9 items-center gap-2 rounded-t-mark border-b-2 border-transparent forced-colors:border-b-0 forced-colors:data-selected:border-b-2 text-body font-medium whitespace-nowrap text-ink-2 data-hovered:text-ink data-selected:border-accent data-selected:font-semibold data-selected:text-ink"
          >
            {tab.word}
            {tab.tag}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={chosen} id={chosen} className="flex min-h-0 flex-1 flex-col pt-4 outline-none">
        {children}
      </TabPanel>
    </AriaTabs>
  )
}
