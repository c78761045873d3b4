import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import { useFind } from '../../parts/find/find.ts'

/** How often it stands there, and which of them is shown. */
export function FindCount() {
  const { t } = useTranslation('record')
  const { count, current, whole, apart } = useFind((find) => find.answer)
  const asked = useFind((find) => find.request.text !== '')
  if (!asked) return null
  if (count === 0) return whole ? t('find.nothing') : t('find.looking')
  const found =
    current > 0
      ? t('find.count', { current: formatNumber(current), count: formatNumber(count) })
      : t('find.found', { count, shown: formatNumber(count) })
  return apart ? <span title={t('find.apartHint')}>{t('find.apart', { found })}</span> : found
}
