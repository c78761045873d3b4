import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatError } from '../../api/format-error.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './search-name-form.module.css'

interface SearchNameFormProps {
  /** The name to begin with. */
  readonly name: string
  readonly hint?: string | undefined
  /** Rejects with the reason when the name cannot be taken. */
  readonly onName: (name: string) => Promise<void>
}

/** Of a name, as the contract has it. */
const MOST_CHARACTERS = 120

/** Asks what a search shall be called. */
export function SearchNameForm({ name: first, hint, onName }: SearchNameFormProps) {
  const { t } = useTranslation('frame')
  const [name, setName] = useState(first)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const wanted = name.trim()
  const submit = async () => {
    if (wanted === '' || busy) return
    if (wanted.length > MOST_CHARACTERS) return setError(t('saved.tooLong', { number: MOST_CHARACTERS }))
    setBusy(true)
    try {
      await onName(wanted)
    } catch (cause) {
      setError(formatError(cause))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={t('saved.name')}
        hint={hint}
        error={error}
        value={name}
        onChange={(next) => {
          setName(next)
          setError(undefined)
        }}
        onFocus={(event) => event.target.select()}
        autoComplete="off"
        spellCheck={false}
      />
      <Button variant="primary" type="submit" disabled={wanted === '' || busy} className={styles.button}>
        {t('common:save')}
      </Button>
    </form>
  )
}
