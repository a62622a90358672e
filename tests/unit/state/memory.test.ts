import { describe, test } from 'vitest';
import { openMemoryStorage } from '../../../src/state/memory.ts';
import { storageContract } from './storage.contract.ts';

describe('memory storage', () => {
  for (const { name, run } of storageContract) {
    test(name, () => {
      const storage = openMemoryStorage();
      return run(async () => storage);
    });
  }
});
