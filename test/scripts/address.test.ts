import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readPort, requireFree } from '../../scripts/address.ts';

describe('readPort', () => {
  it('takes every port, and 0 for any free one', () => {
    expect(['0', '8137', '65535'].map(readPort)).toEqual([0, 8137, 65_535]);
  });

  it.each(['65536', '-1', '80.5', '', 'http', '0x50', '999999'])('refuses %j', (text) => {
    expect(() => readPort(text)).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });
});

describe('requireFree', () => {
  it('names the port that another program has', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const refusal = expect.objectContaining({ code: 'port-in-use', message: expect.stringContaining(`port ${port} `) });
    await expect(requireFree(port, '127.0.0.1')).rejects.toEqual(refusal);
    other.close();
    await once(other, 'close');
    await expect(requireFree(port, '127.0.0.1')).resolves.toBeUndefined();
  });

  it('refuses an address that this machine does not have', async () => {
    await expect(requireFree(0, '192.0.2.1')).rejects.toMatchObject({ code: 'bad-input' });
  });
});
