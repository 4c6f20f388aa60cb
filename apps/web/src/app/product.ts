/** The product's name, which is not translated. */
export const PRODUCT = 'OpenImpact';
