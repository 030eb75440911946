import { createServer } from 'node:http';

import pg from 'pg';

/** The floor: the same statement behind node:http and pg, without session, permission, scope, transaction or framework. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const { sql, values, name } = JSON.parse(process.env.STATEMENT);

createServer((_request, response) => {
  pool.query({ text: sql, values, name }).then(
    ({ rows }) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(rows[0].page)),
    (error) => response.writeHead(500).end(error.message),
  );
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
