/** Makes what was jotted down, says where it lies, and keeps the line when it could not be made. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { RecordInput } from '../../../shared/model/record.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { clashOf, type TitleClash } from '../../parts/new-record/use-create-record.ts'
import { openRecords } from '../../store/records.ts'
import { offerUndo } from '../../store/undo-commands.ts'
import type { CapturedAction } from './captured.ts'

export type Made = Pick<Output<'today.addAction'>['record'], 'id' | 'kind' | 'title'>

export function useCapture() {
  const { t } = useTranslation('today')
  const [busy, setBusy] = useState(false)
  const [clash, setClash] = useState<TitleClash | null>(null)
  const [failure, setFailure] = useState('')
  const [made, setMade] = useState<Made | null>(null)

  const forget = () => {
    setClash(null)
    setFailure('')
  }
  const attempt = async (work: () => Promise<Made>): Promise<boolean> => {
    setBusy(true)
    forget()
    try {
      setMade(await work())
      return true
    } catch (error) {
      if (error instanceof AppError && error.code === 'TITLE_TAKEN') setClash(clashOf(error))
      else setFailure(formatError(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  const makeRecord = (input: RecordInput) =>
    attempt(async () => {
      const { record, commit } = await client.call('records.create', { record: input })
      offerUndo({ revision: commit.revision, label: t('capture.made', { title: record.title }) })
      return record
    })
  const makeAction = ({ text, responsible, due }: CapturedAction, into: string | null, note: string) =>
    attempt(async () => {
      if (into !== null && !(await openRecords.flush(into))) throw new AppError('CONFLICT', t('capture.unsaved'))
      const { record, commit } = await client.call('today.addAction', { text, responsible: [...responsible], due, into, note })
      offerUndo({ revision: commit.revision, label: t('capture.madeAction', { title: record.title }) })
      return record
    })
  return { busy, clash, failure, made, forget, makeRecord, makeAction, forgetMade: () => setMade(null) }
}
