/** A vendor report for Germany with one product on one day: its options, its list, and what to change of the product. */
export function vendorStory(list: string, options: Readonly<Record<string, string>>, product: object) {
  return (change: object = {}, otherOptions: object = {}) => ({
    reportSpecification: { reportOptions: { ...options, ...otherOptions }, marketplaceIds: ['A1PA6795UKMFR9'] },
    [list]: [{ startDate: '2026-03-02', endDate: '2026-03-02', asin: 'B000000001', ...product, ...change }],
  })
}

export function euros(amount: number) {
  return { amount, currencyCode: 'EUR' }
}
