export { AcceptReuseOffer } from './application/accept-reuse-offer.js';
export { DeclineReuseOffer } from './application/decline-reuse-offer.js';
export { type LicenceDemand, LicenceDemands } from './application/licence-demands.js';
export { OfferReuse, type OfferReuseCommand } from './application/offer-reuse.js';
export { RecordNothingFits } from './application/record-nothing-fits.js';
export { reuseOfferView } from './application/reuse-view.js';
export { LicenceVerdictWordEnum, ReuseOfferObject } from './graphql/reuse.object.js';
export { ReuseModule } from './reuse.module.js';
