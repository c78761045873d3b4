/** Short news: what a command did, with its undo; what failed. */
import { create } from 'zustand'

export interface ToastRequest {
  readonly message: string
  readonly tone?: 'plain' | 'good' | 'bad' | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  /** Milliseconds; null: until it is closed. Failures stay by themselves until the page is left. */
  readonly duration?: number | null | undefined
  /** What it speaks of: news of that take its place, and when that is mended it goes. */
  readonly about?: string | undefined
}

export interface ShownToast {
  readonly id: string
  readonly message: string
  readonly tone: 'plain' | 'good' | 'bad'
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  readonly duration: number | null
  readonly about?: string | undefined
  /** It speaks of the page on which it was shown. */
  readonly ofPage: boolean
}

const SHORT = 5_000
const MOST_AT_ONCE = 3

export const useToasts = create<{ readonly toasts: readonly ShownToast[] }>(() => ({ toasts: [] }))

let count = 0

/** Shows a toast and returns its id. The same words again, and other news about the same, take the place of the earlier toast. */
export function showToast({ message, tone = 'plain', action, duration, about }: ToastRequest): string {
  count += 1
  const id = `toast-${count}`
  const toast = {
    id,
    message,
    tone,
    action,
    duration: duration === undefined ? (tone === 'bad' ? null : action ? 10_000 : SHORT) : duration,
    about,
    ofPage: tone === 'bad' && duration === undefined,
  }
  const isReplaced = (other: ShownToast) => other.message === message || (about !== undefined && other.about === about)
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.filter((other) => !isReplaced(other)), toast].slice(-MOST_AT_ONCE) }))
  return id
}

export const dismissToast = (id: string): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))

/** What was told about it holds no longer. */
export const dismissToastsAbout = (about: string): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.about !== about) }))

/** The page is left: what failed there stays as long as any other news, and no longer. */
export const leavePage = (): void =>
  useToasts.setState(({ toasts }) => ({
    toasts: toasts.map((toast) => (toast.ofPage ? { ...toast, duration: SHORT, ofPage: false } : toast)),
  }))
