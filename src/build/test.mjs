/** `npm test`: installs what is missing, then runs every check and closes with `N passed, N failed`. */
import { install, run } from './install.mjs';

install();
run('npm', ['run', '--silent', 'check', '--', ...process.argv.slice(2)]);
