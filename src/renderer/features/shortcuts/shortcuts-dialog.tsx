import { useTranslation } from 'react-i18next'
import { commandGroups, commands } from '../../../shared/commands.ts'
import { formatAccelerator } from '../../parts/commands/shortcuts.ts'
import { useAppState } from '../../store/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { SectionTitle } from '../../ui/section-title.tsx'
import styles from './shortcuts-dialog.module.css'

const listKeys = [
  { id: 'move', keys: ['↑ ↓', 'K J'] },
  { id: 'open', keys: ['Enter'] },
  { id: 'ends', keys: ['Home End'] },
  { id: 'choose', keys: ['Space', 'Shift ↑ ↓'] },
  { id: 'back', keys: ['Esc'] },
] as const

/** Every key of the application. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('commands')
  const { platform } = useAppState()
  return (
    <Dialog open onOpenChange={onClose} title={t('dialogTitle')} description={t('dialogHint')} size="large" reading>
      <div className={styles.groups}>
        {commandGroups.map((group) => {
          const withKeys = commands.filter((command) => command.group === group && command.accelerator !== '')
          if (withKeys.length === 0) return null
          return (
            <section key={group} className={styles.group}>
              <SectionTitle level={3}>{t(`group.${group}`)}</SectionTitle>
              <dl>
                {withKeys.map(({ id, accelerator }) => (
                  <div key={id} className={styles.row}>
                    <dt>{t([`inKeys.${id}`, id])}</dt>
                    <dd>
                      <Kbd>{formatAccelerator(accelerator, platform)}</Kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
        <section className={styles.group}>
          <SectionTitle level={3}>{t('group.list')}</SectionTitle>
          <dl>
            {listKeys.map(({ id, keys }) => (
              <div key={id} className={styles.row}>
                <dt>{t(`list.${id}`)}</dt>
                <dd>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}
