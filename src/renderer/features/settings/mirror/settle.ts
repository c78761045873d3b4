/** What the person says of files that the mirror left alone, and what came of it. */
import type { MirrorAnswer, MirrorSettled } from '../../../../shared/contract/mirror.ts'
import { client } from '../../../api/client.ts'
import { formatNumber } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/index.ts'
import { setMirrorStatus } from '../../../store/mirror.ts'
import { showToast } from '../../../store/toasts.ts'
import { offerUndo } from '../../../store/undo-commands.ts'
import { hostWords } from '../../../i18n/host-words.ts'

const SAID = { takeIn: 'mirror:tookIn', overwrite: 'mirror:overwrote', remove: 'mirror:removed' } as const

/** `paths`: null for all; `seen`: what was compared. @throws AppError */
export async function settle(paths: readonly string[] | null, how: MirrorAnswer, seen: string | null): Promise<MirrorSettled> {
  const came = await client.call('mirror.settle', { paths: paths && [...paths], how, seen })
  setMirrorStatus(came.status)
  const count = came.settled
  const values = { count, number: formatNumber(count) }
  if (came.revision !== null) offerUndo({ revision: came.revision, label: i18n.t('mirror:tookIn', values) })
  else if (count > 0) showToast({ message: i18n.t(SAID[how], values) })
  const [first] = came.refused
  const left = came.refused.length + came.moreRefused
  if (first)
    showToast({ message: i18n.t('mirror:left', { count: left, number: formatNumber(left), reason: hostWords(first.reason) }), tone: 'bad' })
  return came
}
