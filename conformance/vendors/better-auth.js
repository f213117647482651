import { createAuthClient } from 'better-auth/client';

Object.assign(globalThis, { createAuthClient });
