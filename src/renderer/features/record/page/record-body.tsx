import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../api/client.ts'
import { formatError } from '../../../api/format-error.ts'
import { askNewRecord } from '../../../parts/dialogs/dialogs.ts'
import { useInspectorOpen } from '../../../parts/places/inspector-open.ts'
import { openRecord } from '../../../store/navigation.ts'
import { openRecords, useOpenRecords } from '../../../store/records.ts'
import { useReadOnly } from '../../../store/session.ts'
import { showToast } from '../../../store/toasts.ts'
import { BodyEditor } from '../../editor/body-editor.tsx'
import { PASSAGES } from '../minutes/use-selected-passage.ts'
import { useRecordScope } from '../properties/record-scope.ts'
import { useField } from '../properties/use-field.ts'
import styles from './page.module.css'
import { useReadingMode } from './reading-mode.ts'

/** The text, in the editor or laid out for reading. */
export function RecordBody({ label }: { readonly label: string }) {
  const { t } = useTranslation('record')
  const { id, kind, lock } = useRecordScope()
  const inspector = useInspectorOpen(kind)
  const body = useField('note', 'body')
  // what was typed before somebody adopted the text is no part of it: the notice above keeps it
  const saved = useOpenRecords((records) => records[id]?.record?.body)
  const mode = useReadingMode()
  const writable = useReadOnly() === null
  const change = useCallback((text: string) => openRecords.edit(id, { body: text }), [id])
  const follow = async (name: string) => {
    try {
      const [target] = await client.call('links.resolve', { names: [name] })
      if (target) openRecord(target.kind, target.id)
      else if (writable) askNewRecord(null, name)
      else showToast({ message: t('link.leadsNowhere', { name }) })
    } catch (error) {
      showToast({ message: formatError(error), tone: 'bad' })
    }
  }
  const problem = body.problemAt()
  return (
    <section aria-label={label} className={styles.body} {...{ [PASSAGES]: '' }}>
      {problem && (
        <p role="alert" className={styles.refused}>
          {problem}
        </p>
      )}
      <BodyEditor
        id={id}
        value={lock === 'adopted' ? (saved ?? '') : body.value}
        onChange={change}
        readOnly={body.locked}
        mode={body.locked ? 'read' : mode}
        onFollowLink={(name) => void follow(name)}
        label={label}
        filesBeside={inspector.open && !inspector.over}
      />
    </section>
  )
}
