import { useTranslation } from 'react-i18next'
import { FolderRow } from '../../parts/folders/folder-row.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './export.module.css'
import type { Draft } from './use-draft.ts'

/** Where the export goes, what its folder is called, and the button that begins it. */
export function ExportPlace({ draft, empty }: { readonly draft: Draft; readonly empty: boolean }) {
  const { t } = useTranslation('export')
  const { folder, name, problem } = draft
  return (
    <form
      className={styles.place}
      onSubmit={(event) => {
        event.preventDefault()
        if (!empty) void draft.start()
      }}
    >
      <FolderRow
        label={t('into')}
        location={folder?.location ?? t('noFolder')}
        action={t(folder ? 'chooseOther' : 'choose')}
        disabled={false}
        // what is missing; with it, the name is next
        autoFocus={!folder}
        onChoose={() => void draft.choose()}
      />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={name}
        onChange={draft.setName}
        maxLength={120}
        autoComplete="off"
        autoFocus={folder !== null}
      />
      <Button variant="primary" type="submit" disabled={empty || !folder?.writable || name.trim() === '' || draft.starting}>
        {t('start')}
      </Button>
      {problem && (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
      {!problem && folder?.syncedBy && <p className={styles.warning}>{t('synced', { product: folder.syncedBy })}</p>}
    </form>
  )
}
