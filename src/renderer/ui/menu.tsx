import * as Dropdown from '@radix-ui/react-dropdown-menu'
import { Check } from 'lucide-react'
import { useRef, type ReactElement, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'
import styles from './menu.module.css'

export interface MenuAction {
  readonly label: string
  readonly onSelect: () => void
  readonly icon?: ReactNode
  readonly shortcut?: string | undefined
  readonly tone?: 'plain' | 'bad' | undefined
  readonly disabled?: boolean | undefined
  /** It moves the focus itself: it is run when the menu has let go of it, and the trigger does not get it back. */
  readonly movesFocus?: boolean | undefined
  /** It is run when the trigger has the focus back, so that a dialog gives it back there. */
  readonly opensDialog?: boolean | undefined
  /** Given: a choice that is on or off. */
  readonly checked?: boolean | undefined
  /** The menu stays open for what is chosen next. */
  readonly staysOpen?: boolean | undefined
}
export type MenuItem = MenuAction | { readonly heading: string } | 'separator'

export interface MenuProps {
  /** The button that opens it: one element that takes a ref and DOM properties. */
  readonly trigger: ReactElement
  readonly items: readonly MenuItem[]
  readonly align?: 'start' | 'end' | undefined
  /** Given with `onOpenChange`: something else opens it too, such as the other mouse button. */
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
}

function Entry({ item, onLater }: { readonly item: MenuAction; readonly onLater: (item: MenuAction) => void }) {
  const content = (
    <>
      <span className={styles.icon}>{item.checked === undefined ? item.icon : item.checked && <Check />}</span>
      <span className={styles.label}>{item.label}</span>
      {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
    </>
  )
  const shared = {
    className: classNames(styles.item, item.tone === 'bad' && styles.bad),
    disabled: item.disabled ?? false,
    onSelect: (event: Event) => {
      if (item.staysOpen) event.preventDefault()
      if (item.movesFocus || item.opensDialog) onLater(item)
      else item.onSelect()
    },
  }
  if (item.checked === undefined) return <Dropdown.Item {...shared}>{content}</Dropdown.Item>
  return (
    <Dropdown.CheckboxItem {...shared} checked={item.checked}>
      {content}
    </Dropdown.CheckboxItem>
  )
}

export function Menu({ trigger, items, align = 'end', open, onOpenChange }: MenuProps) {
  const later = useRef<MenuAction | null>(null)
  return (
    <Dropdown.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Dropdown.Trigger asChild>{trigger}</Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content
          className={styles.menu}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            const item = later.current
            later.current = null
            if (item?.movesFocus) {
              event.preventDefault()
              item.onSelect()
            } else if (item) queueMicrotask(item.onSelect)
          }}
        >
          {items.map((item, index) =>
            item === 'separator' ? (
              // oxlint-disable-next-line react/no-array-index-key -- separators and headings have no identity but their place
              <Dropdown.Separator key={`separator-${index}`} className={styles.separator} />
            ) : 'heading' in item ? (
              <Dropdown.Label key={`heading-${item.heading}`} className={styles.heading}>
                {item.heading}
              </Dropdown.Label>
            ) : (
              <Entry key={item.label} item={item} onLater={(chosen) => (later.current = chosen)} />
            ),
          )}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  )
}
