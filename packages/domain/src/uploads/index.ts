export * from './file-name.js';
export * from './format.js';
export * from './receive-upload.js';
export * from './request-upload.js';
