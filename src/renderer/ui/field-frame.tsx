import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './field-frame.module.css'

export interface FieldFrameProps {
  readonly label: string
  /** The label is there for screen readers only: something visible beside it says the same. */
  readonly hideLabel?: boolean | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly className?: string | undefined
}

interface Wiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** Label, hint and error around one control, wired by ids. */
export function FieldFrame({
  label,
  hideLabel,
  hint,
  error,
  className,
  id: givenId,
  children,
}: FieldFrameProps & { readonly id?: string | undefined; readonly children: (wiring: Wiring) => ReactNode }) {
  const ownId = useId()
  const id = givenId ?? ownId
  const noteId = `${id}-note`
  const note = error ?? hint
  return (
    <div className={classNames(styles.frame, className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      {children({ id, 'aria-describedby': note ? noteId : undefined, 'aria-invalid': error ? true : undefined })}
      {note && (
        <p id={noteId} className={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>
          {note}
        </p>
      )}
    </div>
  )
}
