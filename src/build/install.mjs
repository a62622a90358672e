/** Installs what is missing. Plain JavaScript for Node 18+, because it runs before the project's own Node is there. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STAMP = 'node_modules/.installed-lock';

/** Runs `npm ci` unless what is installed already matches the lockfile; then makes sure that a Node new enough will run the rest. */
export function install() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== lock) {
    console.log('正在安装依赖 · Installing dependencies …');
    run('npm', ['ci']);
    writeFileSync(STAMP, lock);
  }
  const own = existsSync('node_modules/.bin/node') || existsSync('node_modules/.bin/node.cmd');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (!own && (major < 22 || (major === 22 && minor < 19))) {
    console.error(
      [
        `这个项目要用 Node 22.19 或更新的版本，这里是 ${process.version}。Linux x64 会自动带上 Node 24；其他系统请安装 Node 24 LTS 后重试。`,
        `This project needs Node 22.19 or newer; this is ${process.version}. On Linux x64 Node 24 comes along by itself; elsewhere install Node 24 LTS and try again.`,
      ].join('\n'),
    );
    process.exit(1);
  }
}

/** Runs a command in the foreground; the process ends with its exit code if it fails. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
