/** Short news: what a command did, with its undo; what failed. */
import { create } from 'zustand'

export interface ToastRequest {
  readonly message: string
  readonly tone?: 'plain' | 'good' | 'bad' | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  /** Milliseconds; null: until it is closed. Failures stay by themselves. */
  readonly duration?: number | null | undefined
}

export interface ShownToast {
  readonly id: string
  readonly message: string
  readonly tone: 'plain' | 'good' | 'bad'
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  readonly duration: number | null
}

const MOST_AT_ONCE = 3

export const useToasts = create<{ readonly toasts: readonly ShownToast[] }>(() => ({ toasts: [] }))

let count = 0

/** Shows a toast and returns its id. The same words again take the place of the earlier toast. */
export function showToast({ message, tone = 'plain', action, duration }: ToastRequest): string {
  count += 1
  const id = `toast-${count}`
  const toast = {
    id,
    message,
    tone,
    action,
    duration: duration === undefined ? (tone === 'bad' ? null : action ? 10_000 : 5_000) : duration,
  }
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.filter((other) => other.message !== message), toast].slice(-MOST_AT_ONCE) }))
  return id
}

export const dismissToast = (id: string): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
