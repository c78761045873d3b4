import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Classification } from '../../../shared/model/common.ts'
import { classifications } from '../../../shared/model/vocabulary.ts'
import { documentLanguages } from '../../../shared/text/dates-in-words.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { copyText } from '../../parts/clipboard/copy-text.ts'
import { saveText } from '../../parts/files/save-text.ts'
import { recordOptions } from '../../parts/records/record-options.tsx'
import { showToast } from '../../store/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './actions-page.module.css'
import { mailAddress } from './mail-address.ts'

interface ReminderDialogProps {
  /** Whom to begin with; may be empty. */
  readonly name: string
  readonly onClose: () => void
}

type Reminder = Output<'actions.reminder'>

/** What somebody still has to do, to be copied, saved or sent. */
export function ReminderDialog({ name: first, onClose }: ReminderDialogProps) {
  const { t } = useTranslation(['actions', 'common', 'fields'])
  const [name, setName] = useState(first)
  const [format, setFormat] = useState<'text' | 'markdown'>('text')
  const [language, setLanguage] = useState<'own' | Reminder['language']>('own')
  const [upTo, setUpTo] = useState<Classification>('internal')
  const asked = name === '' ? null : ({ name, format, language: language === 'own' ? null : language, upTo } as const)
  // the letter of before may be to somebody else, or above the level that is chosen now
  const { data: reminder, error } = useQuery('actions.reminder', asked, { dependsOn: 'records', keepPrevious: false })
  const mail = reminder && mailAddress(reminder)
  const report = (failure: unknown) => showToast({ message: formatError(failure), tone: 'bad' })

  const copy = async (text: string) => {
    const copied = await copyText(text)
    showToast(copied ? { message: t('reminder.copied'), tone: 'good' } : { message: t('reminder.notCopied'), tone: 'bad' })
  }
  const save = ({ subject, text }: Reminder) =>
    saveText({ name: subject, text, type: format === 'markdown' ? 'text/markdown' : 'text/plain' })

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="medium"
      title={t('reminder.title')}
      footer={
        <>
          <Button
            disabled={mail?.url == null}
            onClick={() => mail?.url && client.call('host.openExternal', { url: mail.url }).catch(report)}
          >
            {t('reminder.mail')}
          </Button>
          <Button disabled={!reminder} onClick={() => reminder && void save(reminder)}>
            {t('reminder.save')}
          </Button>
          <Button variant="primary" disabled={!reminder} onClick={() => reminder && void copy(reminder.text)}>
            {t('reminder.copy')}
          </Button>
        </>
      }
    >
      <div className={styles.reminder}>
        <div className={styles.choices}>
          <Combobox
            label={t('reminder.to')}
            freeText
            value={name}
            load={(text) => recordOptions(text, { kinds: ['contact'] })}
            onChange={setName}
          />
          <Select
            label={t('reminder.language')}
            value={language}
            options={[
              { value: 'own', label: t('reminder.own') },
              ...documentLanguages.map((value) => ({ value, label: t(`reminder.languages.${value}`) })),
            ]}
            onChange={setLanguage}
          />
          <Select
            label={t('reminder.format')}
            value={format}
            options={(['text', 'markdown'] as const).map((value) => ({ value, label: t(`reminder.formats.${value}`) }))}
            onChange={setFormat}
          />
          <Select
            label={t('reminder.upTo')}
            value={upTo}
            options={classifications.map((value) => ({ value, label: t(`fields:classification.${value}`) }))}
            onChange={setUpTo}
          />
        </div>
        {error !== undefined && error !== null && <p role="alert">{formatError(error)}</p>}
        {reminder && (
          <>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keys (WCAG 2.1.1) */}
            <pre className={styles.letter} lang={reminder.language} tabIndex={0} aria-label={t('reminder.text')}>
              {reminder.text}
            </pre>
            <p className={styles.note} role="status">
              {[
                mail?.problem === 'noAddress' && t('reminder.noAddress', { name: reminder.name }),
                mail?.problem === 'tooLong' && t('reminder.tooLong'),
                reminder.withheld > 0 && t('reminder.withheld', { count: reminder.withheld }),
                reminder.classification.endsWith('confidential') &&
                  t('reminder.classified', { level: t(`fields:classification.${reminder.classification}`) }),
              ]
                .filter(Boolean)
                .join(' ')}
            </p>
          </>
        )}
      </div>
    </Dialog>
  )
}
