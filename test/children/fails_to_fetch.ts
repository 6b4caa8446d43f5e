/** A fetch command that says why it finds nothing. */
console.log('searching for %s', process.env['KARAOKE_TITLE']);
console.error('ERROR: nobody has \u001b[31mthat');
process.exitCode = 3;
