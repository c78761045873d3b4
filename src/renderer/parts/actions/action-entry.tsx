import type { ActionRow } from '../../../shared/contract/actions.ts'
import { PlaceLink } from '../places/place-link.tsx'
import { recordAddress } from '../../store/navigation.ts'
import { Entry } from '../../ui/entry.tsx'
import { ActionState } from './action-state.tsx'
import { DueWords } from './due-words.tsx'
import { plainWords } from './plain-words.ts'

/** An action among others on a page: what, who, by when, and where it was agreed. */
export function ActionEntry({ action, today }: { readonly action: ActionRow; readonly today: string }) {
  const open = action.state === 'open'
  return (
    <Entry
      icon={<ActionState state={action.state} />}
      done={!open}
      detail={[
        action.responsible.join(', '),
        open && action.due !== '' && <DueWords key="due" due={action.due} today={today} />,
        action.recordTitle,
      ]}
    >
      <PlaceLink address={recordAddress(action.recordKind, action.recordId)}>{plainWords(action.text)}</PlaceLink>
    </Entry>
  )
}
