import { Ellipsis } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchNameForm } from '../../parts/search/search-name-form.tsx'
import { useReadOnly } from '../../store/session.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Pills } from '../../ui/pills.tsx'
import { Popover } from '../../ui/popover.tsx'
import styles from './actions-page.module.css'
import { isSameLook, type Look } from './page-memory.ts'
import { forgetView, saveView, useActionViews } from './saved-views.ts'

/** The views that are kept, of which one may be what is shown; nothing while there are none. */
export function ViewsBar({ look, onLook }: { readonly look: Look; readonly onLook: (look: Look) => void }) {
  const { t } = useTranslation('actions')
  const views = useActionViews()
  const writable = useReadOnly() === null
  const [renaming, setRenaming] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  if (views.length === 0) return null
  const current = views.find((view) => isSameLook(view, look))
  return (
    <div className={styles.views}>
      <span className={styles.viewsTitle} aria-hidden="true">
        {t('views.title')}
      </span>
      <Pills
        label={t('views.title')}
        value={current?.id ?? null}
        options={views.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          const chosen = views.find((view) => view.id === id)
          if (chosen) onLook(chosen)
        }}
      />
      {current && writable && (
        <>
          <Menu
            align="start"
            trigger={<IconButton ref={more} label={t('views.more', { name: current.name })} icon={<Ellipsis />} size="small" />}
            items={[
              { label: t('views.rename'), opensDialog: true, onSelect: () => setRenaming(true) },
              { label: t('views.forget'), onSelect: () => void forgetView(current) },
            ]}
          />
          <Popover
            anchored
            label={t('views.rename')}
            open={renaming}
            onOpenChange={setRenaming}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              more.current?.focus()
            }}
            trigger={<span />}
          >
            <SearchNameForm
              name={current.name}
              onName={async (name) => {
                await saveView({ ...current, name })
                setRenaming(false)
              }}
            />
          </Popover>
        </>
      )}
    </div>
  )
}
