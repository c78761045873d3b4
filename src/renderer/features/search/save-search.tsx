import { BookmarkPlus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../parts/commands/commands.ts'
import { saveSearch } from '../../parts/search/saved-searches.ts'
import { SearchNameForm } from '../../parts/search/search-name-form.tsx'
import type { Search } from '../../store/search-address.ts'
import { useReadOnly } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'

/** Keeps the search in the sidebar, under a name. */
export function SaveSearch({ search, disabled }: { readonly search: Search; readonly disabled: boolean }) {
  const { t } = useTranslation('search')
  const [open, setOpen] = useState(false)
  const writable = useReadOnly() === null
  const button = useRef<HTMLButtonElement>(null)
  useCommand('search.save', () => setOpen(true), { enabled: writable && !disabled })
  if (!writable) return null
  return (
    <Popover
      label={t('save')}
      align="end"
      open={open && !disabled}
      onOpenChange={setOpen}
      trigger={<IconButton ref={button} label={t('save')} icon={<BookmarkPlus />} disabled={disabled} />}
    >
      <SearchNameForm
        name={search.text.trim().slice(0, 60)}
        hint={t('saveHint')}
        onName={async (name) => {
          await saveSearch({ name, ...search, text: search.text.trim() })
          setOpen(false)
          showToast({ message: t('saved', { name }), tone: 'good' })
        }}
      />
    </Popover>
  )
}
