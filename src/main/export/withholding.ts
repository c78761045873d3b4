/** What an export that is made up to a level holds back. Nothing is worked out when nothing is above it. */
import { createHash } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { withhold } from '../../shared/markdown/withhold.ts'
import { isWithin } from '../../shared/model/classification-level.ts'
import type { Classification } from '../../shared/model/common.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import { isHighest, NO_DETAILS, secretNames, type SecretNames } from '../services/texts/secret-names.ts'
import { pacing } from '../services/pacing.ts'
import type { Workspace } from '../workspace/port.ts'
import { secretDetails } from './secret-details.ts'
import { withheldRecord, type Secrets, type Withheld } from './withheld-record.ts'

/** Between two turns of the event loop. */
const HEADS_AT_ONCE = 500

export interface Withholding {
  /** It leaves nothing behind: no file, no folder, no name. */
  isAbove(head: Pick<RecordHead, 'classification'>): boolean
  /** The columns with a title and aliases that tell nothing; the same ones when they never did. */
  headOf(head: RecordHead): RecordHead
  /** What is within the level, as it may leave. */
  record(record: AnyRecord): Withheld
  /** Any other words that leave. */
  text(words: string): string
  /** Another one when other names are secret, and files may say something else for it. */
  readonly key: string
}

export interface WithholdingOptions {
  /** `heads`: no record is read for it, and what only their texts tell is not looked for. */
  readonly from?: 'heads' | 'records'
  readonly signal?: AbortSignal | undefined
}

/** Undefined when the level is the highest, or no record is above it. @throws AppError CANCELLED */
export async function withholding(
  workspace: Workspace,
  upTo: Classification,
  { from = 'records', signal }: WithholdingOptions = {},
): Promise<Withholding | undefined> {
  if (isHighest(upTo)) return undefined
  const throwIfStopped = () => {
    if (signal?.aborted) throw new AppError('CANCELLED', 'The export was stopped. Nothing was exported and what was there before is kept.')
  }
  function* heads() {
    for (const head of workspace.heads()) {
      throwIfStopped()
      yield head
    }
  }
  if (!isAnyAbove(heads(), upTo)) return undefined
  const details = from === 'heads' ? { ...NO_DETAILS, decisions: new Set<string>() } : await secretDetails(workspace, upTo, throwIfStopped)
  const secret = await secretNames(heads, upTo, details)
  return secret && withholdingOf(secret, heads, upTo, details.decisions)
}

function isAnyAbove(heads: Iterable<RecordHead>, level: Classification): boolean {
  for (const { classification } of heads) if (!isWithin(classification, level)) return true
  return false
}

async function withholdingOf(
  secret: SecretNames,
  heads: () => Iterable<RecordHead>,
  upTo: Classification,
  decisions: ReadonlySet<string>,
): Promise<Withholding> {
  const isAbove = ({ classification }: Pick<RecordHead, 'classification'>) => !isWithin(classification, upTo)
  const titles = await retitledOf(secret, heads, isAbove)
  const secrets: Secrets = {
    ...secret,
    retitled: (name) => titles.byName.get(linkKey(name)),
    isDecision: (name) => decisions.has(linkKey(name)),
  }
  return {
    isAbove,
    headOf(head) {
      const title = titles.byId.get(head.id) ?? head.title
      const aliases = head.aliases.filter((alias) => secret.mayName(alias))
      return title === head.title && aliases.length === head.aliases.length ? head : { ...head, title, aliases }
    },
    record: (record) => withheldRecord(record, secrets),
    text: (words) => withhold(words, secret.mayName, secret.names, secret.isPlain),
    key: hashOf([...secret.made, ...decisions]),
  }
}

/** Titles of records within the level that tell a name: by id, and by all names of theirs that tell one. */
async function retitledOf(secret: SecretNames, heads: () => Iterable<RecordHead>, isAbove: (head: RecordHead) => boolean) {
  const byId = new Map<string, string>()
  const byName = new Map<string, string>()
  const next = pacing(1)
  let seen = 0
  for (const head of heads()) {
    if ((seen += 1) % HEADS_AT_ONCE === 0) await next()
    if (isAbove(head) || head.trashedAt !== '') continue
    const telling = [head.title, ...head.aliases].filter((name) => !secret.mayName(name))
    if (telling.length === 0) continue
    const title = telling[0] === head.title ? titleWithout(head.id, secret) : head.title
    if (title !== head.title) byId.set(head.id, title)
    for (const name of telling) byName.set(linkKey(name), title)
  }
  return { byId, byName }
}

/** Out of the id, so that it is the same in every export. */
function titleWithout(id: string, secret: SecretNames): string {
  const short = `Withheld title ${id.slice(-12)}`
  return secret.mayName(short) ? short : `Withheld title ${id}`
}

const hashOf = (texts: readonly string[]) => createHash('sha256').update(JSON.stringify(texts.toSorted())).digest('hex')

/** What is held back was worked out before records changed in a way that matters to it. */
export const heldOfThePast = (): AppError =>
  new AppError(
    'CONFLICT',
    'What is above the level of the export changed while it was made. Nothing was exported and what was there before is kept; export again.',
  )
