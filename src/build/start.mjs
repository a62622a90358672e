/** `npm start`: installs what is missing, builds the site, serves it and prints its address. */
import { install, run } from './install.mjs';

install();
run('npm', ['run', '--silent', 'build']);
run('npm', ['run', '--silent', 'serve', '--', ...process.argv.slice(2)]);
