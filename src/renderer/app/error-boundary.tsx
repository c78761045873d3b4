import { RotateCw, TriangleAlert } from 'lucide-react'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { flushAll } from '../store/records.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation('frame')
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert />}
        title={t('failure.title')}
        text={t('failure.text', { message: error.message })}
        actions={
          <>
            <Button onClick={onRetry}>{t('failure.retry')}</Button>
            <Button variant="primary" icon={<RotateCw />} onClick={() => void flushAll().finally(() => location.reload())}>
              {t('failure.reload')}
            </Button>
          </>
        }
      />
    </div>
  )
}

interface Props {
  readonly children: ReactNode
}

/**
 * Keeps a defect of one part from taking the window. Drafts live in the store of open records, outside of what is
 * drawn: they stay and go on being saved.
 */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    const { error } = this.state
    return error ? <Failure error={error} onRetry={() => this.setState({ error: null })} /> : this.props.children
  }
}
