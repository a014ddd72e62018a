// What can be installed by address, and how: one door for the options page and the importer.
export { offers, type Offer } from './offers.ts';
export { openOffer, type OfferOptions } from './open-offer.ts';
