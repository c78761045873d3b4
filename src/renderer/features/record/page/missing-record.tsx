import { FileQuestion } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../../shared/errors.ts'
import type { Kind } from '../../../../shared/model/common.ts'
import { formatError } from '../../../api/format-error.ts'
import { goBack, navigate, sectionOf } from '../../../store/navigation.ts'
import { openRecords } from '../../../store/records.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'

/** In place of a record that is not there, or that could not be read. */
export function MissingRecord({ kind, id, error }: { readonly kind: Kind; readonly id: string; readonly error: AppError }) {
  const { t } = useTranslation(['record', 'frame'])
  const section = sectionOf(kind)
  const gone = error.code === 'NOT_FOUND'
  const again = () => {
    void openRecords.open(id)
    openRecords.release(id)
  }
  return (
    <EmptyState
      icon={<FileQuestion />}
      title={t(gone ? 'missing.title' : 'missing.unread')}
      text={gone ? t('missing.text') : formatError(error)}
      actions={
        <>
          <Button onClick={goBack}>{t('bar.back')}</Button>
          {gone ? (
            <Button variant="primary" onClick={() => navigate(`/${section}`)}>
              {t('missing.toSection', { section: t(`frame:section.${section}`) })}
            </Button>
          ) : (
            <Button variant="primary" onClick={again}>
              {t('common:retry')}
            </Button>
          )}
        </>
      }
    />
  )
}
