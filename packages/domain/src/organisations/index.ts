export * from './change-role.js';
export * from './create-organisation.js';
export * from './invite-member.js';
export * from './membership.js';
export * from './registration.js';
export * from './update-organisation.js';
export * from './verify-organisation.js';
