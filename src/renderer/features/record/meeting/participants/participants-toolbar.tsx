import { ListPlus, Plus, UserCheck, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { protocolLanguages, type ProtocolLanguage } from '../../../../../shared/meetings/protocol-order.ts'
import type { ContactRecord } from '../../../../../shared/model/record.ts'
import { formatDate } from '../../../../i18n/dates.ts'
import { Button } from '../../../../ui/button.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Kbd } from '../../../../ui/kbd.tsx'
import { Menu } from '../../../../ui/menu.tsx'
import { Select } from '../../../../ui/select.tsx'
import { ADD_LETTER, presenceKeys } from './grid-keys.ts'
import styles from './participants.module.css'
import type { Additions } from './use-additions.ts'

/** As entered, or by delegation in the protocol order of a language. */
export type Order = 'entered' | ProtocolLanguage

export interface ParticipantsToolbarProps {
  readonly locked: boolean
  readonly body: ContactRecord | null
  readonly day: string
  readonly order: Order
  readonly onOrder: (order: Order) => void
  /** A row is chosen, or the keyboard stands on one. */
  readonly onRow: boolean
  readonly onPresence: (presence: Participant['presence']) => void
  readonly onAdd: () => void
  readonly onRemove: () => void
  /** Null when everybody's presence is marked. */
  readonly onMarkOthers: (() => void) | null
  readonly onPasteAsked: () => void
  readonly additions: Additions
}

export function ParticipantsToolbar(props: ParticipantsToolbarProps) {
  const { t } = useTranslation(['participants', 'fields'])
  const { locked, body, day, order, onRow, additions } = props
  return (
    <div role="toolbar" aria-label={t('toolbar')} className={styles.toolbar}>
      {!locked &&
        presenceKeys.map(({ presence, letter }) => (
          <Button
            key={presence}
            variant="quiet"
            disabled={!onRow}
            aria-label={presence ? t(`fields:presence.${presence}`) : t('notMarked')}
            aria-keyshortcuts={letter}
            onClick={() => props.onPresence(presence)}
          >
            {presence ? t(`fields:presence.${presence}`) : t('notMarked')} <Kbd>{letter}</Kbd>
          </Button>
        ))}
      <span className={styles.space} />
      <Select
        className={styles.order}
        label={t('order.label')}
        hideLabel
        value={order}
        options={(['entered', ...protocolLanguages] as const).map((value) => ({ value, label: t(`order.${value}`) }))}
        onChange={props.onOrder}
      />
      {!locked && (
        <>
          <IconButton label={t('removeRows')} icon={<X />} shortcut={t('removeKey')} disabled={!onRow} onClick={props.onRemove} />
          <Menu
            trigger={
              <Button icon={<Plus />} aria-label={t('add')}>
                {t('add')}
              </Button>
            }
            items={[
              { label: t('addRow'), icon: <Plus />, shortcut: ADD_LETTER, movesFocus: true, onSelect: props.onAdd },
              { label: t('pasteRows'), icon: <ListPlus />, shortcut: t('pasteKey'), movesFocus: true, onSelect: props.onPasteAsked },
              'separator',
              {
                label: body ? t('composition', { body: body.title }) : t('compositionOfNone'),
                disabled: !body,
                onSelect: () => void additions.addComposition(),
              },
              { label: t('lastMeeting'), disabled: !body, onSelect: () => void additions.addLastMeeting() },
              'separator',
              { label: t('markPresent'), icon: <UserCheck />, disabled: !props.onMarkOthers, onSelect: () => props.onMarkOthers?.() },
              { label: t('putTitles', { date: formatDate(day) }), onSelect: () => void additions.putTitles() },
            ]}
          />
        </>
      )}
    </div>
  )
}
