import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatError } from '../../api/format-error.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './folder-dialog.module.css'

export interface NewFolderFormProps {
  /** @throws AppError */
  readonly create: (name: string) => Promise<void>
  readonly onCancel: () => void
}

export function NewFolderForm({ create, onCancel }: NewFolderFormProps) {
  const { t } = useTranslation('folders')
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) create(name.trim()).catch((cause: unknown) => setError(formatError(cause)))
      }}
    >
      <TextField label={t('newFolderName')} value={name} onChange={setName} error={error} autoFocus className={styles.field} />
      <Button type="submit" disabled={name.trim() === ''}>
        {t('create')}
      </Button>
      <Button variant="quiet" onClick={onCancel}>
        {t('common:cancel')}
      </Button>
    </form>
  )
}
