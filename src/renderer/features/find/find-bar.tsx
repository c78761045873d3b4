import { ArrowDown, ArrowUp, Replace, Search, X } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import { shortcutOf } from '../../parts/commands/shortcuts.ts'
import { changeFind, stepFind, useFind, type FindRequest, type Replaced } from '../../parts/find/find.ts'
import { useAppState } from '../../store/session.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import css from './find-bar.module.css'
import { FindCount } from './find-count.tsx'
import { ReplaceRow } from './replace-row.tsx'
import { useFindFocus } from './use-find-focus.ts'

/** Between a record's bar and its text: what is looked for, how often it stands there, and the way from one to the next. */
export function FindBar({ id }: { readonly id: string }) {
  const { t } = useTranslation('record')
  const { platform } = useAppState()
  const request = useFind((find) => find.request)
  const { text, exact } = request
  const none = useFind((find) => find.answer.count === 0)
  const writer = useFind((find) => find.bodies[id]?.replacing)
  const [replacing, setReplacing] = useState(false)
  /** How many were replaced at once: said until something else is done. */
  const [replaced, setReplaced] = useState<(Replaced & { readonly of: FindRequest }) | null>(null)
  const bar = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const close = useFindFocus(id, bar, field)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    setReplaced(null)
    stepFind(id, event.shiftKey ? -1 : 1)
  }
  const setExact = (next: boolean) => {
    changeFind({ exact: next })
    if (!next) setReplacing(false)
  }
  const toggleReplacing = () => {
    // what is replaced is what was typed, not one spelling of many
    if (!replacing) changeFind({ exact: true })
    setReplacing(!replacing)
  }
  /** Where nothing is left to be replaced its button takes no focus any more, and Escape and undo would go elsewhere. */
  const keepFocus = () => field.current?.focus()
  const step = (by: 1 | -1) => {
    setReplaced(null)
    stepFind(id, by)
  }

  return (
    <search ref={bar} aria-label={t('find.bar')} className={css['bar']}>
      <div className={css['row']}>
        <div className={css['frame']}>
          <Search className={css['icon']} />
          <input
            ref={field}
            type="text"
            role="searchbox"
            aria-label={t('find.field')}
            placeholder={t('find.placeholder')}
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
            value={text}
            onChange={(event) => changeFind({ text: event.target.value })}
            onKeyDown={onKeyDown}
            className={css['input']}
          />
          <p role="status" className={css['count']}>
            {replaced?.of === request ? t('find.replaced', { count: replaced.count, shown: formatNumber(replaced.count) }) : <FindCount />}
          </p>
        </div>
        <IconButton
          label={t('find.previous')}
          shortcut={shortcutOf('record.findPrevious', platform)}
          icon={<ArrowUp />}
          disabled={none}
          onClick={() => step(-1)}
        />
        <IconButton
          label={t('find.next')}
          shortcut={shortcutOf('record.findNext', platform)}
          icon={<ArrowDown />}
          disabled={none}
          onClick={() => step(1)}
        />
        <Checkbox label={t('find.exact')} title={t('find.exactHint')} checked={exact} onChange={setExact} className={css['exact']} />
        <span className={css['space']} />
        {writer && <IconButton label={t('find.replacing')} icon={<Replace />} pressed={replacing && exact} onClick={toggleReplacing} />}
        <IconButton label={t('find.close')} shortcut="Esc" icon={<X />} onClick={close} />
      </div>
      {writer && replacing && exact && (
        <ReplaceRow
          disabled={none}
          inLinks={replaced?.of === request ? replaced.inLinks : 0}
          onOne={(by) => {
            setReplaced(null)
            const isLast = useFind.getState().answer.count <= 1
            writer.one(by)
            if (isLast) keepFocus()
          }}
          onAll={(by) => {
            setReplaced({ ...writer.all(by), of: request })
            keepFocus()
          }}
        />
      )}
    </search>
  )
}
