import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { client } from '../../api/client.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { copyText } from '../../parts/clipboard/copy-text.ts'
import { saveText } from '../../parts/files/save-text.ts'
import { useLevel } from '../../parts/files/use-level.ts'
import type { RegisterView } from '../../store/decisions-address.ts'
import { showToast } from '../../store/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { documentProblem } from './document-problem.ts'

/** The register as it is filtered, as one document. */
export function ExportMenu({ view, total }: { readonly view: RegisterView; readonly total: number }) {
  const { t } = useTranslation('decisions')
  const { status } = view
  const level = useLevel()
  const text = view.text.trim()
  const title = [t('title'), status !== 'all' && t(`document.${status}`), text !== '' && `“${text}”`].filter(Boolean).join(', ')
  const give = async (hand: (document: Output<'decisions.document'>, told: readonly string[]) => Promise<void>) => {
    try {
      const document = await client.call('decisions.document', { title, status, text, upTo: level.upTo })
      const { withheld } = document
      await hand(document, withheld > 0 ? [t('document.withheld', { count: withheld, formatted: formatNumber(withheld) })] : [])
    } catch (error) {
      showToast({ message: documentProblem(error), tone: 'bad' })
    }
  }
  const copy = () =>
    give(async ({ markdown, count }, told) => {
      const copied = await copyText(markdown)
      showToast({
        message: copied ? t('document.copied', { count, formatted: formatNumber(count) }) : t('document.notCopied'),
        tone: copied ? 'good' : 'bad',
      })
      if (copied) for (const message of told) showToast({ message })
    })
  return (
    <Menu
      trigger={
        <Button icon={<Download />} disabled={total === 0}>
          {t('document.export')}
        </Button>
      }
      items={[
        {
          label: t('document.save'),
          onSelect: () => void give(({ markdown }, told) => saveText({ name: title, text: markdown, type: 'text/markdown' }, told)),
        },
        { label: t('document.copy'), onSelect: () => void copy() },
        ...level.items,
      ]}
    />
  )
}
