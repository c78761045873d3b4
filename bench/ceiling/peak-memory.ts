/** The most that this process ever held, in MB, as the system counts it. */
export const peakMemory = (): number => process.resourceUsage().maxRSS / 1024
