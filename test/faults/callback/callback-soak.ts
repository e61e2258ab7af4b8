import type { Soak } from '../soak.ts'
export const callbackSoak: Soak = { name: 'callback', about: '', cases: 1, run: async () => ({ cases: 0, violations: ['x'], rows: [] }) }
