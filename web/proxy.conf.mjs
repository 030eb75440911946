/** `ng serve` sends API calls to a running API; API_URL says where it listens. */
export default { '/api': { target: process.env['API_URL'] ?? 'http://127.0.0.1:3000', secure: false } };
