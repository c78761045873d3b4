import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDecisionNumber } from '../../../shared/markdown/decisions.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { useQuery } from '../../api/use-query.ts'
import { openRecords } from '../../store/records.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { decisionProblem, renumber } from './decision-commands.ts'
import styles from './decisions.module.css'
import { decisionWords, type ShownDecision } from './shown-decision.ts'

/** The text as it is being typed in this window; empty when it is as it was saved. */
function typedText(id: string): string {
  const body = openRecords.store.getState()[id]?.draft['body']
  return typeof body === 'string' ? body : ''
}

/** Gives a decision another number: the next one is proposed, and nothing is changed before it is confirmed. */
export function NumberDialog({ decision, onClose }: { readonly decision: ShownDecision; readonly onClose: () => void }) {
  const { t } = useTranslation('decisions')
  const { recordId, recordTitle, number, clashes } = decision
  const [draft] = useState(() => typedText(recordId))
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState('')
  const { data } = useQuery('decisions.nextNumber', { recordId, draft, like: number.slice(0, 200) })
  const wanted = (typed ?? data?.number ?? '').trim()
  const problem = wanted !== '' && !isDecisionNumber(wanted) ? t('number.invalid') : undefined
  const ready = wanted !== '' && problem === undefined && linkKey(wanted) !== linkKey(number)
  const confirm = async () => {
    try {
      await renumber(decision, wanted)
      onClose()
    } catch (error) {
      setRefused(decisionProblem(error, decision))
    }
  }
  const others = [...new Set(clashes.map(({ id, title }) => (id === recordId ? t('clash.here') : `“${title}”`)))].join(', ')
  return (
    <FormDialog
      title={t('number.title')}
      description={decisionWords(decision)}
      submitLabel={t('number.do')}
      ready={ready}
      refused={refused}
      onSubmit={() => void confirm()}
      onClose={onClose}
    >
      {others !== '' && <p>{t('number.clash', { number, others })}</p>}
      <TextField
        label={t('number.label')}
        value={typed ?? data?.number ?? ''}
        onChange={setTyped}
        error={problem}
        hint={data?.number === '' ? t('number.noSeries') : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      <p className={styles.hint}>{t('number.means', { title: recordTitle })}</p>
    </FormDialog>
  )
}
