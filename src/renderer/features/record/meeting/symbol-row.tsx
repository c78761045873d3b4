import { Hash } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../../api/use-query.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import controls from '../controls/controls.module.css'
import { LineField } from '../controls/line-field.tsx'
import { useRecordScope } from '../properties/record-scope.ts'
import { useField } from '../properties/use-field.ts'
import { Value } from '../properties/value.tsx'

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
  return (
    <Field label={t('label.symbol')} icon={<Hash />}>
      {field.locked ? (
        <Value>{field.value}</Value>
      ) : (
        <LineField
          className={controls.flush}
          label={t('label.symbol')}
          placeholder="—"
          value={field.value}
          error={field.problemAt()}
          onChange={field.set}
        />
      )}
      {offered !== '' && (
        <Button variant="quiet" onClick={() => field.set(offered)}>
          {t('offer.symbol', { symbol: offered })}
        </Button>
      )}
    </Field>
  )
}
