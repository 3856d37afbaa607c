import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { classes } from './classes.ts'
import combo from './combo-box.module.css'
import { FieldHead } from './field-head.tsx'
import field from './field.module.css'
import menu from './menu.module.css'

/** Text with offers: any value may be typed, those in `options` are offered. Its role is combobox. */
export function ComboBox({
  label,
  labelHidden = false,
  aside,
  value,
  options,
  onChange,
  isReadOnly = false,
}: {
  readonly label: string
  readonly labelHidden?: boolean
  readonly aside?: ReactNode
  readonly value: string
  readonly options: readonly string[]
  readonly onChange: (value: string) => void
  readonly isReadOnly?: boolean
}) {
  return (
    <AriaComboBox
      className={classes(field['field'])}
      allowsCustomValue
      menuTrigger="focus"
      inputValue={value}
      onInputChange={onChange}
      isReadOnly={isReadOnly}
    >
      <FieldHead label={label} hidden={labelHidden} aside={aside} />
      <div className={combo['row']}>
        <Input className={classes(field['input'])} />
        <Button className={classes(combo['open'])}>
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <Popover className={classes(menu['popover'])}>
        <ListBox className={classes(menu['menu'])}>
          {options.map((option) => (
            <ListBoxItem key={option} id={option} textValue={option} className={classes(menu['item'])}>
              {option}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
