import { later } from './later.js';

/** The button comes behind the page: who only reads needs none of it. */
export const FollowButton = later(() => import('./follow-button.js').then((button) => button.FollowButton));
