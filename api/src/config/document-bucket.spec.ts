import { readEnvironment } from './environment.js';

const whole = {
  PANEL_S3_BUCKET: 'documents',
  PANEL_S3_REGION: 'eu-west-2',
  PANEL_S3_KEY_ID: 'key-of-the-panel',
  PANEL_S3_SECRET: '5f0c9be1a2d347865f0c9be1a2d34786',
};

describe('documents in an S3-compatible store', () => {
  it('are asked for by four settings, encrypted by the store unless it is told not to', () => {
    expect(readEnvironment({}).documentBucket).toBeNull();
    expect(readEnvironment(whole).documentBucket).toEqual({
      endpoint: null,
      region: 'eu-west-2',
      bucket: 'documents',
      keyId: 'key-of-the-panel',
      secret: whole.PANEL_S3_SECRET,
      isPathStyle: false,
      encryption: 'AES256',
      encryptionKey: null,
    });
  });

  it('may lie at an address of their own', () => {
    const settings = { ...whole, PANEL_S3_ENDPOINT: 'https://s3.example.gov.uk/', PANEL_S3_PATH_STYLE: '1' };
    expect(readEnvironment(settings).documentBucket).toMatchObject({
      endpoint: 'https://s3.example.gov.uk',
      isPathStyle: true,
    });
  });

  it.each(Object.keys(whole))(
    'are not kept with half of the settings: without %s the start ends and says so',
    (name) => {
      expect(() => readEnvironment({ ...whole, [name]: '' })).toThrow(name);
    },
  );

  it('are not asked for by one of the other settings alone', () => {
    expect(() => readEnvironment({ PANEL_S3_ENDPOINT: 'https://s3.example.gov.uk' })).toThrow('PANEL_S3_BUCKET');
  });

  it.each([
    ['PANEL_S3_ENDPOINT', 's3.example.gov.uk'],
    ['PANEL_S3_ENDPOINT', 'https://s3.example.gov.uk/bucket'],
    ['PANEL_S3_ENDPOINT', 'https://key:secret@s3.example.gov.uk'],
    ['PANEL_S3_PATH_STYLE', 'yes'],
    ['PANEL_S3_ENCRYPTION', 'rot13'],
    ['PANEL_S3_ENCRYPTION_KEY', 'a-key'],
  ])('are refused with %s=%s', (name, value) => {
    expect(() => readEnvironment({ ...whole, [name]: value })).toThrow(name);
  });
});
