import { Hash } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../../api/use-query.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { TextCell } from '../controls/cells.tsx'
import { useRecordScope } from '../properties/record-scope.ts'
import { TextRow } from '../properties/text-rows.tsx'
import { useField } from '../properties/use-field.ts'

/** The document symbol. While it is empty the next one of the body's series is offered. */
export function SymbolRow() {
  const { t } = useTranslation('fields')
  const { id } = useRecordScope()
  const field = useField('meeting', 'symbol')
  const { value: meetingBody } = useField('meeting', 'meetingBody')
  const { value: start } = useField('meeting', 'start')
  const isOpen = !field.locked && field.value === '' && meetingBody !== ''
  const { data } = useQuery('meetings.nextSymbol', isOpen ? { id, meetingBody, start } : null, {
    dependsOn: 'records',
    keepPrevious: false,
  })
  const offered = isOpen ? (data?.symbol ?? '') : ''
  if (offered === '') return <TextRow field={field} label={t('label.symbol')} icon={<Hash />} />
  return (
    <Field label={t('label.symbol')} icon={<Hash />}>
      <TextCell field={field} label={t('label.symbol')} />
      <Button variant="quiet" onClick={() => field.set(offered)}>
        {t('offer.symbol', { symbol: offered })}
      </Button>
    </Field>
  )
}
