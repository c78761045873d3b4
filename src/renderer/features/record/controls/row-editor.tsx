import { ArrowDown, ArrowUp, Ellipsis, Plus, X } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { partOf, type FieldHandle } from '../properties/use-field.ts'
import { Value } from '../properties/value.tsx'
import { useRowKeys } from './use-row-keys.ts'
import styles from './row-editor.module.css'

export interface RowEditorProps<T extends object | string> {
  /** The list's name; the accessible name of the group. */
  readonly label: string
  readonly field: FieldHandle<T[]>
  /** A row as it is added. */
  readonly empty: T
  readonly addLabel: string
  /** What one row is called in "Remove …", such as its name. */
  readonly nameOf: (row: T, index: number) => string
  readonly children: (row: FieldHandle<T>, index: number) => ReactNode
  /** How it reads when nothing can be changed. */
  readonly renderRead: (row: T) => ReactNode
}

const CONTROLS = 'input, select, textarea'

/** Enter in a combobox takes an option first; in a line of text it has nothing else to do. */
const addsRow = ({ target, defaultPrevented }: KeyboardEvent): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !defaultPrevented)

/** Rows of several values: added with the button or Enter, moved with Alt and the arrows, removed with the button. */
export function RowEditor<T extends object | string>({ label, field, empty, addLabel, nameOf, children, renderRead }: RowEditorProps<T>) {
  const { t } = useTranslation('record')
  const { value: rows, current, set, locked } = field
  const list = useRef<HTMLUListElement>(null)
  const keys = useRowKeys(rows.length)
  const [said, setSaid] = useState('')

  if (locked && rows.length === 0) return <Value>{''}</Value>
  if (locked) {
    return (
      <ul className={styles.list} aria-label={label}>
        {rows.map((row, index) => (
          <li key={keys.of(index)} className={styles.read}>
            {renderRead(row)}
          </li>
        ))}
      </ul>
    )
  }

  /** After the next paint: the row is there only then. */
  const focusRow = (index: number, control = 0) =>
    requestAnimationFrame(() => list.current?.children[index]?.querySelectorAll<HTMLElement>(CONTROLS)[control]?.focus())
  const insert = (at: number) => {
    keys.insert(at)
    set(current().toSpliced(at, 0, empty))
    focusRow(at)
  }
  const remove = (at: number) => {
    const name = nameOf(rows[at] ?? empty, at)
    keys.remove(at)
    set(current().toSpliced(at, 1))
    setSaid(t('rows.removed', { name }))
    focusRow(Math.min(at, rows.length - 2))
  }
  const move = (from: number, to: number, control = 0) => {
    const now = current()
    const row = now[from]
    if (row === undefined || to < 0 || to >= now.length) return
    keys.move(from, to)
    set(now.toSpliced(from, 1).toSpliced(to, 0, row))
    setSaid(t('rows.moved', { name: nameOf(row, from), place: to + 1, count: rows.length }))
    focusRow(to, control)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const target = event.target as HTMLElement
    if (event.altKey && (event.code === 'ArrowUp' || event.code === 'ArrowDown')) {
      event.preventDefault()
      event.stopPropagation()
      const control = [...event.currentTarget.querySelectorAll(CONTROLS)].indexOf(target)
      // a field that hands its text over when it is left does so before the rows change places
      target.blur()
      requestAnimationFrame(() => move(index, index + (event.code === 'ArrowUp' ? -1 : 1), Math.max(0, control)))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && addsRow(event)) {
      event.preventDefault()
      target.blur()
      insert(index + 1)
    }
  }

  return (
    <div className={styles.editor} role="group" aria-label={label}>
      <ul ref={list} className={styles.list}>
        {rows.map((row, index) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields inside
          <li key={keys.of(index)} className={styles.row} onKeyDown={(event) => onKeyDown(event, index)}>
            <div className={styles.fields}>{children(partOf(field, index) as unknown as FieldHandle<T>, index)}</div>
            <span className={styles.buttons}>
              <Menu
                trigger={<IconButton size="small" label={t('rows.more', { name: nameOf(row, index) })} icon={<Ellipsis />} />}
                items={[
                  {
                    label: t('rows.up'),
                    icon: <ArrowUp />,
                    shortcut: t('rows.upKey'),
                    disabled: index === 0,
                    onSelect: () => move(index, index - 1),
                  },
                  {
                    label: t('rows.down'),
                    icon: <ArrowDown />,
                    shortcut: t('rows.downKey'),
                    disabled: index === rows.length - 1,
                    onSelect: () => move(index, index + 1),
                  },
                  { label: t('rows.remove'), icon: <X />, tone: 'bad', onSelect: () => remove(index) },
                ]}
              />
            </span>
          </li>
        ))}
      </ul>
      <IconButton size="small" label={addLabel} icon={<Plus />} onClick={() => insert(rows.length)} />
      {field.problemAt() && (
        <p role="alert" className={styles.problem}>
          {field.problemAt()}
        </p>
      )}
      <span aria-live="polite" className="visually-hidden">
        {said}
      </span>
    </div>
  )
}
