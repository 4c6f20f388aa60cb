import { Module } from '@nestjs/common';

import { Cleaner } from './application/cleaning/cleaner.js';
import { FileFolder } from './application/file-folder.js';
import { ReadWords } from './application/read-words.js';
import { ReceiveUpload } from './application/receive-upload.js';
import { RequestUpload } from './application/request-upload.js';
import { Uploads } from './application/uploads.js';
import { UploadResolver } from './graphql/upload.resolver.js';
import { UploadStore } from './persistence/upload-store.js';

@Module({
  providers: [UploadStore, FileFolder, Cleaner, RequestUpload, ReceiveUpload, ReadWords, Uploads, UploadResolver],
  exports: [Uploads, RequestUpload, ReceiveUpload],
})
export class UploadsModule {}
