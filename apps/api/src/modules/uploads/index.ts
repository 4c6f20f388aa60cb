export { ReceiveUpload } from './application/receive-upload.js';
export { RequestUpload } from './application/request-upload.js';
export { fileAddress, uploadView } from './application/upload-view.js';
export { type AttachAsk, type AttachRefusal, Uploads } from './application/uploads.js';
export { UploadObject } from './graphql/upload.object.js';
export { sizeInWords, wordAttach } from './graphql/wording.js';
export { UploadsModule } from './uploads.module.js';
export { serveUploads } from './web/serve-uploads.js';
