/** Who is meant by the names of a list: contacts that bear them, else people called so in another spelling. */
import type { KnownContact, KnownName } from '../../../shared/contract/participants.ts'
import { postHeldOn } from '../../../shared/meetings/post-held.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { detailOf } from '../head-text.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { PeopleAlike } from './people-alike.ts'

const MOST_ALIKE = 5
/** Names between two turns of the event loop. */
const AT_ONCE = 5

/** A contact as it stood on a day; one whose record cannot be read is known by its columns. */
async function contactOn({ workspace }: OpenWorkspace, head: RecordHead, day: string): Promise<KnownContact | null> {
  if (head.kind !== 'contact') return null
  const { id, title, contactType } = head
  const known = { id, title, contactType, detail: detailOf(head) }
  const record = await unlessDamaged(workspace.read(id))
  if (record === 'damaged' || record?.kind !== 'contact') return { ...known, post: '', represents: head.represents }
  const post = postHeldOn(record.posts, day)
  return {
    ...known,
    post: post?.title ?? '',
    represents: {
      country: record.represents.country || (post?.country ?? ''),
      organisation: record.represents.organisation || (post?.organisation ?? ''),
    },
  }
}

/** Each name in the order asked; `on` is a partial date. */
export async function knownNames(open: OpenWorkspace, names: readonly string[], on: string): Promise<KnownName[]> {
  const nextName = pacing(AT_ONCE)
  const found: KnownName[] = []
  let people: PeopleAlike | undefined
  for (const name of names) {
    await nextName()
    const head = open.index.target(name)
    const contact = head ? await contactOn(open, head, on) : null
    if (contact || name === '') {
      found.push({ contact, alike: [] })
      continue
    }
    people ??= await PeopleAlike.of(open.index)
    const alike: KnownName['alike'] = []
    for (const { row, likeness } of people.alike(name).slice(0, MOST_ALIKE)) {
      const other = open.index.headAt(row)
      const known = other && (await contactOn(open, other, on))
      if (known) alike.push({ ...known, likeness })
    }
    found.push({ contact: null, alike })
  }
  return found
}
