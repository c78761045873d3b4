import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../parts/commands/commands.ts'
import { SearchNameForm } from '../../parts/search/search-name-form.tsx'
import { useReadOnly } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import type { Look } from './page-memory.ts'
import { saveView } from './saved-views.ts'

/** Keeps what the page shows now, under a name. */
export function SaveView({ look }: { readonly look: Look }) {
  const { t } = useTranslation('actions')
  const [open, setOpen] = useState(false)
  const writable = useReadOnly() === null
  useCommand('actions.saveView', () => setOpen(true), { enabled: writable })
  if (!writable) return null
  const words = [t(`filter.${look.state}`), look.group === null ? '' : t(`grouping.${look.group}`), look.text.trim()]
  return (
    <Popover
      label={t('views.keep')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton label={t('views.keep')} icon={<BookmarkPlus />} />}
    >
      <SearchNameForm
        name={words.filter(Boolean).join(', ').slice(0, 60)}
        hint={t('views.hint')}
        onName={async (name) => {
          const { state, group, text } = look
          await saveView({ id: null, name, state, group, text: text.trim() })
          setOpen(false)
          showToast({ message: t('views.kept', { name }), tone: 'good' })
        }}
      />
    </Popover>
  )
}
