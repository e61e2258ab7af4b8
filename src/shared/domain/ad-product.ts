/** The three advertising products a profile reports on. */
export const AD_PRODUCTS = ['sponsored-products', 'sponsored-brands', 'sponsored-display'] as const
export type AdProduct = (typeof AD_PRODUCTS)[number]
