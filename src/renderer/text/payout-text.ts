/** Words of the payouts below profit and loss. */
export const payoutText = {
  title: 'Payouts',
  meaning:
    'When Amazon pays the money out. Payouts are not added to the profit above. A payout is shown whole, also where it began earlier.',
  none: 'No payout of these days is stored yet',
  noneNext: 'Amazon closes a payout about every two weeks; its file is fetched by itself about a day later.',
  refused: (role: string) =>
    `Amazon does not let Springline read payouts of this account: the role ${role} is missing. No new payouts come in until it is granted.`,
  fetchable: (days: string) => `${days} missing, still to be fetched`,
  lost: (days: string) => `${days} cannot be had any more: Amazon lists payouts for 90 days`,
  notDue: (days: string) => `${days} not in a closed payout yet`,
  complete: 'No day of payouts is missing',
} as const
