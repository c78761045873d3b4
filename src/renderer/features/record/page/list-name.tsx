import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { FieldList } from '../../../ui/field.tsx'
import { FamilyRow, GivenRow } from '../contact/person-rows.tsx'
import { useField } from '../properties/use-field.ts'
import styles from './page.module.css'

/** After a rename: under what name the person is still listed, and where that is changed. */
export function ListName({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('record')
  const [changing, setChanging] = useState(false)
  const { value: family } = useField('contact', 'family')
  const { value: given } = useField('contact', 'given')
  return (
    <div className={styles.listName} role="group" aria-label={t('listName.label')}>
      <span role="status">{t('listName.stands', { name: [family, given].filter(Boolean).join(', ') })}</span>
      {!changing && <Button onClick={() => setChanging(true)}>{t('listName.change')}</Button>}
      <Button variant="quiet" onClick={onClose}>
        {t(changing ? 'listName.done' : 'listName.keep')}
      </Button>
      {changing && (
        <div className={styles.listFields} ref={(fields) => fields?.querySelector('textarea')?.focus()}>
          <FieldList>
            <FamilyRow />
            <GivenRow />
          </FieldList>
        </div>
      )}
    </div>
  )
}
