/** What the register of decisions shows, and the address that means it: `/decisions?status=superseded&text=budget`. */
import type { DecisionFilter } from '../../shared/contract/decisions.ts'

/** In the order in which the page offers them. */
export const decisionViews = [
  'all',
  'in force',
  'implemented',
  'superseded',
  'clash',
] as const satisfies readonly DecisionFilter['status'][]

export type RegisterView = Pick<DecisionFilter, 'status' | 'text'>

/** The text filter holds no more. */
const LONGEST = 500

export function registerAddress({ status, text }: RegisterView): string {
  const words = new URLSearchParams()
  if (status !== 'all') words.append('status', status)
  if (text !== '') words.append('text', text)
  const query = words.toString()
  return query === '' ? '/decisions' : `/decisions?${query}`
}

/** What an address asks for; whatever does not fit is left out. */
export function readRegister(address: string): RegisterView {
  const words = new URLSearchParams(address.split('#')[0]?.split('?').slice(1).join('?') ?? '')
  return {
    status: decisionViews.find((view) => view === words.get('status')) ?? 'all',
    text: (words.get('text') ?? '').slice(0, LONGEST),
  }
}
