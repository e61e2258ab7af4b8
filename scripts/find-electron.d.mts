/** Path of Electron's program on this computer, or null. Never downloads. */
export function findElectron(): string | null
