import { Draining } from '../common/draining.js';
import { startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;

beforeEach(async () => {
  test = await startTestApplication();
});

afterEach(() => test.close());

const ready = () => test.anonymous.get('/health/ready');

describe('the health of a process', () => {
  it('is live and ready without anybody being signed in', async () => {
    expect((await test.anonymous.get('/health/live').expect(200)).body).toEqual({ status: 'live' });
    expect((await ready().expect(200)).body).toEqual({ status: 'ready' });
  });

  it('is not ready on a schema that lacks a migration, and is on one that has a newer', async () => {
    await test.rows.query("insert into migrations (timestamp, name) values (1, 'OfTheNextRelease1999999999999')");
    await ready().expect(200);
    await test.rows.query("delete from migrations where name like 'Documents%'");
    expect((await ready().expect(503)).body).toMatchObject({
      code: 'not_ready',
      detail: 'The database has not been brought up to date.',
    });
    await test.anonymous.get('/health/live').expect(200);
  });

  it('is not ready without a database, but live, and says nothing about why', async () => {
    await test.rows.query('alter table migrations rename to migrations_of_before');
    const { body } = await ready().expect(503);
    expect(body.detail).toBe('The database does not answer.');
    expect(JSON.stringify(body)).not.toMatch(/migrations|relation|select/);
    await test.anonymous.get('/health/live').expect(200);
  });

  it('is not ready once it is about to end, still answers, and ends each connection with its answer', async () => {
    test.app.get(Draining).begin();
    const answer = await ready().expect(503);
    expect(answer.headers['connection']).toBe('close');
    const other = await test.anonymous.get('/service').expect(200);
    expect(other.headers['connection']).toBe('close');
  });
});
