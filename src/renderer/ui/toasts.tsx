import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import styles from './toasts.module.css'

export interface ToastItem {
  readonly id: string
  readonly message: string
  readonly tone: 'plain' | 'good' | 'bad'
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  /** Milliseconds until it goes by itself; null: it stays until it is closed. */
  readonly duration: number | null
}

const icons = { plain: Info, good: CircleCheck, bad: TriangleAlert } as const

function Toast({ toast, onDismiss }: { readonly toast: ToastItem; readonly onDismiss: (id: string) => void }) {
  const { t } = useTranslation('common')
  const [held, setHeld] = useState(false)
  const { id, duration } = toast
  useEffect(() => {
    if (duration === null || held) return
    const timer = setTimeout(() => onDismiss(id), duration)
    return () => clearTimeout(timer)
  }, [id, duration, held, onDismiss])
  const Icon = icons[toast.tone]
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it stays while it is read
    <li
      className={classNames(styles.toast, styles[toast.tone])}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDismiss(id)
      }}
    >
      <Icon />
      <span className={styles.message} title={toast.message}>
        {toast.message}
      </span>
      {toast.action && (
        <Button
          variant="quiet"
          className={styles.action}
          onClick={() => {
            onDismiss(id)
            toast.action?.run()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label={t('close')} icon={<X />} onClick={() => onDismiss(id)} />
    </li>
  )
}

/** Short news at the lower edge. The region is always there, so that screen readers hear what is added. */
export function Toasts({ toasts, onDismiss }: { readonly toasts: readonly ToastItem[]; readonly onDismiss: (id: string) => void }) {
  const { t } = useTranslation('common')
  const region = useRef<HTMLElement>(null)
  const before = useRef<HTMLElement | null>(null)
  const hadFocus = useRef(false)
  useEffect(() => {
    // what stays until it is closed can be closed without looking for it
    const lasting = toasts.findLast(({ duration }) => duration === null)
    if (!lasting) return
    const onKeyDown = (event: KeyboardEvent) => {
      const inOverlay = event.target instanceof Element && event.target.closest('[role=dialog], [role=alertdialog], [role=menu]')
      if (event.key === 'Escape' && !event.defaultPrevented && !inOverlay) onDismiss(lasting.id)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [toasts, onDismiss])
  useLayoutEffect(() => {
    // the toast that had the focus has gone: it goes on to the next one, else back to where it came from
    if (!hadFocus.current || document.activeElement !== document.body) return
    const next = region.current?.querySelector<HTMLElement>('button') ?? before.current
    if (next?.isConnected) next.focus()
    else document.getElementById('content')?.focus({ preventScroll: true })
    hadFocus.current = region.current?.contains(document.activeElement) ?? false
  })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only remembers where the focus came from
    <section
      ref={region}
      data-toasts
      onFocus={({ relatedTarget }) => {
        hadFocus.current = true
        if (relatedTarget instanceof HTMLElement && !region.current?.contains(relatedTarget)) before.current = relatedTarget
      }}
      onBlur={({ relatedTarget }) => {
        // null: what had the focus is being taken away
        if (relatedTarget !== null) hadFocus.current = region.current?.contains(relatedTarget) ?? false
      }}
      aria-label={t('notifications')}
      aria-live="polite"
      aria-relevant="additions"
      className={styles.region}
    >
      <ul className={styles.list}>
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} onDismiss={onDismiss} />
        ))}
      </ul>
    </section>
  )
}
