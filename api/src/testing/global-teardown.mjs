export default async function stopTestServer() {
  await globalThis.panelTestServer?.stop();
}
