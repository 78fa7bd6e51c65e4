// Unpacks the browser of the npm package with the libraries and the font that it brings: what a machine without a desktop lacks.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { extract } from 'tar-fs';

const here = dirname(fileURLToPath(import.meta.url));
const bin = join(here, 'node_modules/@sparticuz/chromium/bin');
const home = join(here, 'node_modules/.unpacked');

const unpacked = name => brotliDecompressSync(readFileSync(join(bin, name)));

if (!existsSync(home)) {
  const half = home + '.half';
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half);
  writeFileSync(join(half, 'chromium'), unpacked('chromium.br'), { mode: 0o755 });
  for (const name of ['al2023', 'swiftshader', 'fonts']) {
    await pipeline(Readable.from([unpacked(`${name}.tar.br`)]), extract(join(half, name)));
  }
  writeFileSync(join(half, 'fonts.conf'), `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(home, 'fonts/fonts')}</dir><cachedir>${join(home, 'font-cache')}</cachedir></fontconfig>
`);
  renameSync(half, home);
}
