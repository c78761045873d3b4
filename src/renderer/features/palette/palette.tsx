import { Command } from 'cmdk'
import * as RadixDialog from '@radix-ui/react-dialog'
import { Search } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../shared/model/common.ts'
import { useQuery } from '../../api/use-query.ts'
import { openInWindow } from '../../app/open-window.ts'
import { navigate, recordAddress } from '../../store/navigation.ts'
import { useReadOnly } from '../../store/session.ts'
import { CommandEntries } from './command-entries.tsx'
import { EverywhereEntry } from './everywhere-entry.tsx'
import { NewRecordEntries } from './new-record-entries.tsx'
import { PaletteFooter } from './palette-footer.tsx'
import styles from './palette.module.css'
import { SearchHits } from './search-hits.tsx'

/** The order in which Tab goes through the kinds; null is all of them. */
const scopes: readonly (Kind | null)[] = [null, 'contact', 'country', 'meeting', 'study', 'note']

/** Search while typing, and every command. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('palette')
  const [text, setText] = useState('')
  const [scope, setScope] = useState<Kind | null>(null)
  const [selected, setSelected] = useState('')
  const writable = useReadOnly() === null
  const wanted = text.trim()
  const { data, error } = useQuery('search.query', wanted === '' ? null : { text, kinds: scope ? [scope] : [], limit: 20 }, {
    dependsOn: 'records',
  })

  const turnScope = (step: 1 | -1) => setScope(scopes[(scopes.indexOf(scope) + step + scopes.length) % scopes.length] ?? null)
  const openHit = (kind: Kind, id: string) => {
    onClose()
    navigate(recordAddress(kind, id))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') {
      event.preventDefault()
      turnScope(event.shiftKey ? -1 : 1)
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const hit = data?.groups.flatMap((group) => group.hits).find(({ id }) => id === selected)
      if (!hit) return
      event.preventDefault()
      onClose()
      void openInWindow(recordAddress(hit.kind, hit.id))
    }
  }

  return (
    <RadixDialog.Root open onOpenChange={onClose}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={styles.veil} />
        <RadixDialog.Content className={styles.palette} aria-describedby={undefined}>
          <RadixDialog.Title className="visually-hidden">{t('title')}</RadixDialog.Title>
          <Command label={t('title')} shouldFilter={false} loop value={selected} onValueChange={setSelected} onKeyDown={onKeyDown}>
            <div className={styles.field}>
              <Search />
              {scope && (
                <button type="button" tabIndex={-1} className={styles.scope} onClick={() => setScope(null)} aria-label={t('allKinds')}>
                  {t(`common:kinds.${scope}`)}
                </button>
              )}
              <Command.Input
                autoFocus
                className={styles.input}
                value={text}
                onValueChange={setText}
                placeholder={scope ? t(`placeholder.${scope}`) : t('placeholder.all')}
                maxLength={2_000}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && text === '' && scope) setScope(null)
                }}
              />
            </div>
            <Command.List className={styles.list} label={t('results')}>
              {wanted !== '' && data && <SearchHits groups={data.groups} onOpen={openHit} />}
              <CommandEntries text={wanted} scope={scope} onClose={onClose} />
              {wanted !== '' && scope !== null && data?.total === 0 && <EverywhereEntry onSelect={() => setScope(null)} />}
              {wanted !== '' && writable && <NewRecordEntries text={wanted} scope={scope} onClose={onClose} />}
            </Command.List>
            <PaletteFooter answer={wanted === '' ? undefined : data} error={error} />
          </Command>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
