import '@testing-library/jest-dom/jest-globals';
import { TextDecoder, TextEncoder } from 'node:util';

// jsdom lacks what React Router and Apollo take for granted in a browser.
Object.assign(globalThis, { TextEncoder, TextDecoder });
