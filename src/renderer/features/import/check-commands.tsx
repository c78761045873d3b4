import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/import.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { startImport, startOver } from './run-import.ts'
import { useImport } from './session.ts'

/** On from here, or back to the beginning. */
export function CheckCommands({ plan: { actions }, readOnly }: { readonly plan: ImportPlan; readonly readOnly: boolean }) {
  const { t } = useTranslation('import')
  const changing = useImport((session) => session.changing)
  const count = actions.create + actions.update
  return (
    <>
      <Button variant="quiet" onClick={startOver}>
        {t('another')}
      </Button>
      <Button variant="primary" disabled={readOnly || changing || count === 0} onClick={() => void startImport()}>
        {t('start', { count, number: formatNumber(count) })}
      </Button>
    </>
  )
}
